"""What date words say by themselves, before anybody knows when they were written."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

Unit = Literal[
    "hour", "day", "week", "fortnight", "weekend", "month", "quarter", "year", "decade", "century"
]
Lean = Literal["back", "ahead"]


@dataclass(frozen=True, slots=True)
class Fixed:
    """A date that is whole: "14 June 2024", "the 1990s"."""

    value: str


@dataclass(frozen=True, slots=True)
class Yearless:
    """A month, or days of it, without the year: "in June", "Oct. 19", "Sept. 20-24"."""

    month: int
    day: int | None = None
    last_month: int | None = None
    last_day: int | None = None


@dataclass(frozen=True, slots=True)
class DayOfWeek:
    """A day of the week; ``shift`` counts weeks where the words do: "next Monday"."""

    number: int
    """1 Monday … 7 Sunday."""
    shift: int | None = None


@dataclass(frozen=True, slots=True)
class Named:
    """A month, season or quarter of the year that "last", "this" or "next" choose."""

    kind: Literal["month", "season", "quarter"]
    number: int
    """Month 1–12, season 0–3, quarter 0–3."""
    shift: int | None


@dataclass(frozen=True, slots=True)
class Shifted:
    """So many units away: "yesterday", "last month", "two years ago", "this week"."""

    unit: Unit
    count: int


@dataclass(frozen=True, slots=True)
class Stretch:
    """So many units that end, or begin, with publication: "the last three months"."""

    unit: Unit
    count: int | None
    """Negative for what has passed; None where nobody counted: "the past few days"."""


@dataclass(frozen=True, slots=True)
class End:
    """The last day of a year, month or week, counted from that of publication."""

    unit: Unit
    shift: int


Reading: TypeAlias = Fixed | Yearless | DayOfWeek | Named | Shifted | Stretch | End
