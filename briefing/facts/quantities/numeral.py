"""A number as it stands in a text."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal, NamedTuple

Form = Literal["figures", "words", "fraction", "vague", "range"]


class Numeral(NamedTuple):
    """A number and where it stands."""

    start: int
    end: int
    value: float | None
    """None where the words give no more than bounds: "dozens"."""
    form: Form = "figures"
    low: float | None = None
    high: float | None = None
    scale: float = 1.0
    """What the last word multiplied by: 1e6 in "1.5 million"; lent to "1" in "1 to 2 million"."""
    plain: bool = False
    """Bare figures, as years, names and list numbers have: no comma, point or scale."""


def multiply(count: float, scale: float) -> float:
    """Multiply as people do: 2.3 million is 2,300,000, not a little less."""
    return float(Decimal(repr(count)) * Decimal(repr(scale)))
