"""Quantities: the amounts that an article names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import chain
from typing import NamedTuple

from briefing.facts.comparators import Before, read_before, read_behind
from briefing.facts.counted import find_counted
from briefing.facts.number_names import is_name
from briefing.facts.numerals import (
    FIGURE_SIGNS,
    Numeral,
    article_words,
    multiply,
    read_numeral,
    read_short_scale,
    starting_words,
)
from briefing.facts.units import Unit, read_currency, read_rate, read_unit
from briefing.lexicons.values import load_list
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
    amounts = _find_amounts(text, sentence, dates)
    at = sentence.start
    previous: _Amount | None = None
    for amount in amounts:
        if previous is None:
            previous = amount
            continue
        joined = _join(text, previous, amount)
        if joined is None:
            yield from _express(text, sentence, previous, at)
            at, previous = previous.end, amount
        else:
            previous = joined
    if previous is not None:
        yield from _express(text, sentence, previous, at)


class _Amount(NamedTuple):
    """A number, or two that make a range, with unit."""

    start: int
    """Of the currency or the number."""
    end: int
    """Behind the unit."""
    numeral: Numeral
    low: float | None
    high: float | None
    unit: Unit | None
    before: Before
    sign: Direction | None = None
    """Of "+0.3%"."""

    @property
    def is_range(self) -> bool:
        return self.numeral.value is None

    @property
    def joint(self) -> int:
        """Where the words before it begin."""
        return self.before.start


@cache
def _begin() -> re.Pattern[str]:
    words = sorted({*starting_words()}, key=len, reverse=True)
    few = "|".join(load_list("numbers", "few"))
    articled = "|".join(sorted(article_words(), key=len, reverse=True))
    return re.compile(
        rf"[\d{FIGURE_SIGNS}]|(?<=[^\w.])\.(?=\d)"
        rf"|\b(?i:{'|'.join(words)}|an?[ -](?=(?:{articled})\b)|(?:{few}) (?=hundred|thousand|million|dozen))"
    )


def _find_amounts(text: str, sentence: Span, dates: Sequence[Span]) -> Iterator[_Amount]:
    at, end = sentence
    left = sentence.start
    search = _begin().search
    dated = iter(dates)
    date = next(dated, None)
    while match := search(text, at, end):
        start = match.start()
        while date is not None and date.end <= start:
            date = next(dated, None)
        numeral = read_numeral(text, start, end)
        if numeral is None:
            at = match.end()
            continue
        if date is not None and date.start <= start and not _is_duration(text, numeral, date):
            at = date.end
            continue
        amount = _read_amount(text, Span(left, end), sentence, numeral)
        at = _rest(text, numeral.end, end) if amount is None else amount.end
        if amount is not None:
            left = amount.end
            yield amount


_GLUED = re.compile(r"[\w]*(?:[:.,/-]\d[\d:.,/-]*)?")


def _rest(text: str, at: int, end: int) -> int:
    """Go behind the rest of what began with a number and is none: "3.2.1", "9:15"."""
    match = _GLUED.match(text, at, end)
    return max(at, match.end()) if match else at


def _is_duration(text: str, numeral: Numeral, date: Span) -> bool:
    """ "The last three months" is a date and three months; "two years ago" is a date."""
    unit = read_unit(text, numeral.end, date.end)
    return unit is not None and unit.kind == "time" and unit.end == date.end


_NEGATIVE = re.compile(r"(?:(?:^|[\s(])(?P<sign>[-−+])|(?P<word>(?i:minus|negative))[\s-])$")


def _read_amount(text: str, room: Span, sentence: Span, numeral: Numeral) -> _Amount | None:
    start, end = numeral.start, room.end
    currency = read_currency(text, room.start, start)
    if currency is not None:
        start = currency.start
    signed = _NEGATIVE.search(text, max(room.start, start - 10), start)
    direction: Direction | None = None
    if signed:
        start = signed.start("sign") if signed["sign"] else signed.start("word")
        if signed["sign"] == "+":
            direction = "up"
        else:
            numeral = _negate(numeral)
            direction = "down" if signed["sign"] else None
    numeral, stop = _scale_up(text, numeral, end, money=currency is not None)
    unit = _read_unit(text, numeral, stop, end, currency)
    before = read_before(text, room.start, start)
    bare = unit is None and before.comparator is None and currency is None and stop == numeral.end
    numeral = numeral._replace(end=stop)
    if numeral.form == "fraction" and not _is_part(text, numeral, before, unit, end):
        return None
    if currency is None and is_name(text, sentence, numeral._replace(start=start), bare=bare):
        return None
    if unit is not None and currency is None and unit.end > stop:
        stop = unit.end
    elif unit is not None:
        stop = max(stop, unit.end)
    return _Amount(start, stop, numeral, numeral.low, numeral.high, unit, before, direction)


def _negate(numeral: Numeral) -> Numeral:
    return numeral if numeral.value is None else numeral._replace(value=-numeral.value)


_METRES_FOLLOW = re.compile(
    r"\s?(?:[(,.;)]|$|-|(?:high|tall|long|wide|deep|above|below|away|from|race|sprint|freestyle"
    r"|final|x|by|and|in|to|of water|swell|waves|down|up|under)\b)"
)


def _scale_up(text: str, numeral: Numeral, end: int, *, money: bool) -> tuple[Numeral, int]:
    """Multiply by the "bn" behind figures; "m" is metres where nothing speaks for millions."""
    if numeral.form != "figures" or numeral.scale != 1.0 or numeral.value is None:
        return numeral, numeral.end
    found = read_short_scale(text, numeral.end, end)
    if found is None:
        return numeral, numeral.end
    scale, stop = found
    letters = text[numeral.end : stop].strip(" -")
    spaced = text[numeral.end] in " -"
    if not money and (
        (letters == "m" and (spaced or _METRES_FOLLOW.match(text, stop, end)))
        or letters in ("mm", "b")
        or (spaced and letters in ("K", "k", "M"))
    ):
        return numeral, numeral.end
    return numeral._replace(value=multiply(numeral.value, scale), scale=scale), stop


def _read_unit(
    text: str, numeral: Numeral, at: int, end: int, currency: Unit | None
) -> Unit | None:
    if currency is None:
        return read_unit(text, at, end)
    # "$5 US", "A$3 a barrel"
    return read_rate(text, currency._replace(end=at), end)


_PART = re.compile(r"[^\S\n](?:of|the|an?|its|their|his|her|as)\b")
_ORDINAL_BEFORE = re.compile(
    r"\b(?:first|second|third|last|latter|other|better|top|bottom|one and a|this|that|every|and a)\s$",
    re.IGNORECASE,
)


def _is_part(text: str, numeral: Numeral, before: Before, unit: Unit | None, end: int) -> bool:
    """Tell "half of the staff", "a third of them" from "the second half", "a third man"."""
    written = text[numeral.start : numeral.end].lower()
    if not written.isalpha() and not written.startswith(("a ", "an ")):
        return True
    if _ORDINAL_BEFORE.search(text, max(0, numeral.start - 12), numeral.start):
        return False
    return before.comparator is not None or bool(_PART.match(text, numeral.end, end))


_RANGE = re.compile(r"(?:[^\S\n]?[-–—~][^\S\n]?|[^\S\n](?:to|through|and|or)[^\S\n]|-to-)$")
_BETWEEN = re.compile(r"\b(?P<word>between|from|ranging from)[^\S\n]$", re.IGNORECASE)


def _join(text: str, first: _Amount, second: _Amount) -> _Amount | None:
    """Make one amount of two that are the ends of a range."""
    return None


def _express(text: str, sentence: Span, amount: _Amount, at: int) -> Iterable[Quantity]:
    """Turn an amount into a quantity; ``at`` is where the one before ends."""
    numeral, unit, before = amount.numeral, amount.unit, amount.before
    comparator = before.comparator
    start, end = before.start, amount.end
    if (behind := read_behind(text, end, sentence.end)) is not None and comparator is None:
        comparator, end = behind
    if numeral.form == "vague":
        comparator = comparator or "~"
    change = before.change
    if change and before.of_rates and (unit is None or unit.kind not in ("rate", "currency")):
        change = None
    if amount.sign and unit is not None and unit.kind == "rate":
        change = amount.sign
    value = numeral.value
    low, high = _bounds(amount, comparator or "=")
    yield Quantity(
        span=Span(start, end),
        value=value,
        low=low,
        high=high,
        comparator=comparator or "=",
        change=change,
        unit=unit.name if unit else None,
        of=find_counted(text, end, sentence.end, has_unit=unit is not None, one=value == 1),
    )


def _bounds(amount: _Amount, comparator: Comparator) -> tuple[float | None, float | None]:
    """Fill low and high: a range has both, "more than 5" and "at least 5" the lower one."""
    if amount.is_range:
        return amount.low, amount.high
    value = amount.numeral.value
    if comparator in (">", ">="):
        return value, None
    if comparator in ("<", "<="):
        return None, value
    return None, None
