"""Quantities: the amounts that an article names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import chain

from msgspec.structs import replace

from briefing.facts.counted import find_counted
from briefing.facts.quantities.amounts import Amount, beginnings, read_amount
from briefing.facts.quantities.comparators import read_behind
from briefing.facts.quantities.numeral import Numeral
from briefing.facts.quantities.numerals import read_numeral
from briefing.facts.quantities.ranges import read_pair
from briefing.facts.quantities.units import read_unit
from briefing.model import Comparator, Direction, Document, Quantity
from briefing.spans import Span, inside


def mark_quantities(document: Document) -> Document:
    """Add the amounts named, in text order, none overlapping. A date is no amount."""
    dates = [found.span for found in document.dates]
    found = (
        find_quantities(document.text, span, inside(dates, span))
        for span in document.fresh_sentences
    )
    return replace(document, quantities=tuple(chain.from_iterable(found)))


def find_quantities(text: str, sentence: Span, dates: Sequence[Span] = ()) -> Iterator[Quantity]:
    """Yield the amounts of a sentence in text order, none overlapping.

    Args:
        text: The document's.
        sentence: Where to look.
        dates: Dates in the sentence, sorted: the figures in them are none.
    """
    for amount in _find_amounts(text, sentence, dates):
        yield _express(text, sentence, amount)


def _find_amounts(text: str, sentence: Span, dates: Sequence[Span]) -> Iterator[Amount]:
    at, end = sentence
    left = sentence.start
    find = beginnings().find
    dated = iter(dates)
    date = next(dated, None)
    while begin := find(text, at, end):
        start = begin[0]
        while date is not None and date.end <= start:
            date = next(dated, None)
        numeral = read_numeral(text, start, end)
        if numeral is None:
            at = begin[1]
            continue
        if date is not None and date.start <= start and not _is_duration(text, numeral, date):
            at = date.end
            continue
        amount = read_amount(text, Span(left, end), sentence, numeral)
        if amount is None:
            at = _rest(text, numeral.end, end)
            continue
        amount, at = read_pair(text, sentence, amount)
        left = at
        if amount is not None:
            yield amount


_GLUED = re.compile(r"[\w]*(?:[:.,/-]\d[\d:.,/-]*)?")


def _rest(text: str, at: int, end: int) -> int:
    """Go behind the rest of what began with a number and is none: "3.2.1", "9:15"."""
    match = _GLUED.match(text, at, end)
    return max(at, match.end()) if match else at


def _is_duration(text: str, numeral: Numeral, date: Span) -> bool:
    """Tell "the last three months", a date and an amount, from "two years ago", a date."""
    unit = read_unit(text, numeral.end, date.end)
    return unit is not None and unit.kind == "time" and unit.end == date.end


def _express(text: str, sentence: Span, amount: Amount) -> Quantity:
    numeral, unit, end = amount.numeral, amount.unit, amount.end
    comparator = amount.before.comparator
    if comparator is None and (behind := read_behind(text, end, sentence.end)) is not None:
        comparator, end = behind
    if comparator is None:
        comparator = "~" if numeral.form == "vague" else "="
    low, high = _bounds(numeral, comparator)
    counted = find_counted(
        text, end, sentence.end, has_unit=unit is not None, one=numeral.value == 1
    )
    return Quantity(
        span=Span(amount.before.start, end),
        value=numeral.value,
        low=low,
        high=high,
        comparator=comparator,
        change=_change(amount),
        unit=unit.name if unit else None,
        of=counted,
    )


def _change(amount: Amount) -> Direction | None:
    before, unit = amount.before, amount.unit
    if amount.sign and unit is not None and unit.kind == "rate":
        return amount.sign
    fits = not before.change_of or (unit is not None and unit.kind in before.change_of)
    return before.change if fits else None


def _bounds(numeral: Numeral, comparator: Comparator) -> tuple[float | None, float | None]:
    """Fill low and high: a range has both, "more than 5" and "at least 5" the lower one."""
    if numeral.value is None:
        return numeral.low, numeral.high
    if comparator in (">", ">="):
        return numeral.value, None
    if comparator in ("<", "<="):
        return None, numeral.value
    return None, None
