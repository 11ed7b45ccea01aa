"""How many."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from briefing.spans import Span

Comparator = Literal["=", "~", ">", "<", ">=", "<="]
Direction = Literal["up", "down"]


class Differs(Struct, frozen=True, kw_only=True, gc=False, array_like=True):
    """Earlier quantities that the text calls the same thing and that say something else."""

    quantities: tuple[int, ...]
    kind: Literal["value", "percentage"]


class Quantity(Struct, frozen=True, kw_only=True, gc=False, array_like=True):
    """An amount that the text names."""

    span: Span
    """Comparator, number and unit, nothing else."""
    value: float | None
    """In ``unit``; None for a range."""
    low: float | None = None
    """Least value meant; None where there is no bound."""
    high: float | None = None
    comparator: Comparator = "="
    change: Direction | None = None
    unit: str | None = None
    of: Span | None = None
    """The words that say what is counted."""
    differs_from: tuple[Differs, ...] = ()
