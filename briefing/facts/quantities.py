"""Quantities: the amounts that an article names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import chain
from typing import NamedTuple

from briefing.facts.comparators import Before, is_during, read_before, read_behind
from briefing.facts.counted import counts_many, find_counted
from briefing.facts.number_names import goes_on, is_name
from briefing.facts.numerals import (
    Numeral,
    article_words,
    multiply,
    read_numeral,
    read_short_scale,
    starting_words,
)
from briefing.facts.tries import Beginnings, trie
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
    for amount in _find_amounts(text, sentence, dates):
        yield _express(text, sentence, amount)


class _Amount(NamedTuple):
    """A number, or two that make a range, with unit."""

    start: int
    """Of the sign, the currency or the number."""
    end: int
    """Behind the unit."""
    numeral: Numeral
    unit: Unit | None
    before: Before
    sign: Direction | None = None
    """Of "+0.3%"."""


@cache
def _begin() -> Beginnings:
    words = [*starting_words(), *load_list("numbers", "few")]
    words += [f"{article} {word}" for article in ("a", "an") for word in article_words()]
    return Beginnings(trie(words), "".join({w[0] + w[0].upper() for w in words}))


def _find_amounts(text: str, sentence: Span, dates: Sequence[Span]) -> Iterator[_Amount]:
    at, end = sentence
    left = sentence.start
    find = _begin().find
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
        amount = _read_amount(text, Span(left, end), sentence, numeral)
        if amount is None:
            at = _rest(text, numeral.end, end)
            continue
        amount, at = _read_pair(text, sentence, amount)
        left = at
        if amount is not None:
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


def _read_amount(
    text: str, room: Span, sentence: Span, numeral: Numeral, *, second: bool = False
) -> _Amount | None:
    """Read what belongs to a number: sign, currency, scale, unit, and the words before it.

    Args:
        text: The document's.
        room: What no other amount has taken.
        sentence: What the number stands in.
        numeral: The number.
        second: It stands behind the dash or the "to" of a range.
    """
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
    if unit is not None and unit.kind == "time" and is_during(text, room.start, before, start):
        before = before._replace(start=start, comparator=None)
    bare = unit is None and before.comparator is None and currency is None and stop == numeral.end
    numeral = numeral._replace(end=stop)
    if numeral.form == "fraction" and not _is_part(text, numeral, before, unit, end):
        return None
    whole = numeral._replace(start=start)
    if currency is None and (
        goes_on(text, stop, end) if second else is_name(text, sentence, whole, bare=bare)
    ):
        return None
    if unit is not None:
        stop = max(stop, unit.end)
    return _Amount(start, stop, numeral, unit, before, direction)


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
        # "Half a mile"
        article = _ARTICLE.match(text, at, end) if numeral.form == "fraction" else None
        return read_unit(text, article.end() if article else at, end)
    # "$5 US", "A$3 a barrel"
    return read_rate(text, currency._replace(end=at), end)


_ARTICLE = re.compile(r"[^\S\n]an?(?=[^\S\n])")
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


_LINK = re.compile(
    r"(?:-to-|(?P<dash>[^\S\n]?[-–—~][^\S\n]?)|[^\S\n](?P<word>to|through|and|in|out of|in every)[^\S\n])"
    r"(?:(?:about|around|roughly|nearly|almost|some|up to|between|as much as|as many as)[^\S\n])?"
)
_FROM = re.compile(
    r"\b(?P<word>between|from)(?:[^\S\n](?:about|around|roughly|nearly|some))?[^\S\n]$",
    re.IGNORECASE,
)
_SIGN = re.compile(r"(?:[A-Z]{1,3}\s?)?[$£€¥₹]\s?|[A-Z]{2,3}\s?(?=\d)|[-−](?=\d)")
_MOST_POINTS = 200
"""No game ends higher."""
_REACH = 24
"""Longest beginning of the second amount."""


def _read_pair(text: str, sentence: Span, first: _Amount) -> tuple[_Amount | None, int]:
    """Join an amount with a second: a range, "1 in 5", or a score, which is no amount at all.

    Returns:
        The amount, and where to look for the next.
    """
    link = _LINK.match(text, first.end, sentence.end)
    if link is None or first.numeral.value is None:
        return first, first.end
    second = _read_second(text, sentence, link.end())
    if second is None:
        return first, first.end
    if link["word"] in ("in", "out of", "in every"):
        return _read_ratio(first, second, link["word"])
    opened = _FROM.search(text, max(sentence.start, first.before.start - 16), first.before.start)
    opening = opened["word"].lower() if opened else None
    if link["word"] == "and" and opening != "between":
        return first, first.end
    if link["dash"] and _is_score(text, first, second, opening):
        return None, second.end
    if opened and opening == "between":
        # It opens the range, as "more than" opens an amount.
        first = first._replace(before=first.before._replace(start=opened.start("word")))
    joined = _read_range(first, second, opening, dash=bool(link["dash"]))
    return (first, first.end) if joined is None else (joined, joined.end)


def _read_second(text: str, sentence: Span, at: int) -> _Amount | None:
    # Before the figures may stand a sign of currency.
    sign = _SIGN.match(text, at, sentence.end)
    begin = _begin().find(text, sign.end() if sign else at, min(sentence.end, at + _REACH))
    numeral = begin and read_numeral(text, begin[0], sentence.end)
    if numeral is None:
        return None
    inner = Span(at, sentence.end)
    second = _read_amount(text, inner, sentence, numeral, second=True)
    if second is None or second.start != at or second.numeral.value is None:
        return None
    joined, _ = _read_pair(text, inner, second)
    return joined or second


def _read_ratio(first: _Amount, second: _Amount, word: str) -> tuple[_Amount, int]:
    """Read "one in five", "2 out of 3"."""
    part, whole = first.numeral.value, second.numeral.value
    counted = (
        first.unit is None and second.unit is None and second.numeral.form in ("figures", "words")
    )
    if part is None or whole is None or not counted or not 0 < part < whole:
        return first, first.end
    if word == "in" and not (whole in _WHOLES and part < 10):
        return first, first.end
    numeral = first.numeral._replace(end=second.end, value=part / whole, form="fraction")
    return first._replace(end=second.end, numeral=numeral), second.end


_WHOLES = frozenset(
    [*range(2, 13), 15, 20, 25, 30, 50, 100, 200, 250, 500, 1000, 10_000, 100_000, 1_000_000]
)


def _is_score(text: str, first: _Amount, second: _Amount, opening: str | None) -> bool:
    """Tell "won 2-1", "tied at 89-89" from "10-15 people"."""
    if first.unit or second.unit or opening or not (first.numeral.plain and second.numeral.plain):
        return False
    if first.before.comparator is not None:
        return False
    low, high = first.numeral.value or 0.0, second.numeral.value or 0.0
    if low < high and high > _MOST_POINTS:
        return False
    return low >= high or not counts_many(text, second.end, second.end + _REACH * 2)


def _read_range(
    first: _Amount, second: _Amount, opening: str | None, *, dash: bool
) -> _Amount | None:
    if not _units_fit(first, second, opening):
        return None
    if first.before.change and opening is None and not dash and second.unit is None:
        return None  # "The index rose 100 to 13,000."
    low = _lend_scale(first.numeral, second.numeral)
    ends = [
        low,
        *(
            v
            for v in (second.numeral.low, second.numeral.value, second.numeral.high)
            if v is not None
        ),
    ]
    if low > max(ends[1:]) and opening is None:
        return None  # "Leads 50% to 40%": two amounts.
    numeral = first.numeral._replace(
        end=second.end, value=None, low=min(ends), high=max(ends), form="range"
    )
    return first._replace(end=second.end, numeral=numeral, unit=second.unit or first.unit)


def _units_fit(first: _Amount, second: _Amount, opening: str | None) -> bool:
    if first.unit is None:
        return True
    if second.unit is None:
        return opening is not None or first.unit.kind == "currency"
    if first.unit.kind == second.unit.kind == "currency":
        # "US $89 to $93 billion": the second sign says less than the first.
        money = second.unit.name.partition(" per ")[0]
        return money in (first.unit.name, "$")
    return second.unit.name.startswith(first.unit.name)


def _lend_scale(first: Numeral, second: Numeral) -> float:
    """ "1 to 2 million" begins at a million; "$200 to $4 million" does not."""
    value, most = first.value or 0.0, second.value or second.high or 0.0
    if first.scale == 1.0 and second.scale > 1.0 and value < most / second.scale:
        return multiply(value, second.scale)
    return value


def _express(text: str, sentence: Span, amount: _Amount) -> Quantity:
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


def _change(amount: _Amount) -> Direction | None:
    before, unit = amount.before, amount.unit
    of_rate = unit is not None and unit.kind in ("rate", "currency")
    if amount.sign and unit is not None and unit.kind == "rate":
        return amount.sign
    return before.change if of_rate or not before.of_rates else None


def _bounds(numeral: Numeral, comparator: Comparator) -> tuple[float | None, float | None]:
    """Fill low and high: a range has both, "more than 5" and "at least 5" the lower one."""
    if numeral.value is None:
        return numeral.low, numeral.high
    if comparator in (">", ">="):
        return numeral.value, None
    if comparator in ("<", "<="):
        return None, numeral.value
    return None, None
