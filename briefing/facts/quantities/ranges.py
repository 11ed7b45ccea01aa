"""Two amounts that are one: "10-15", "between $62 and $68", "1 in 5"; and scores: none."""

from __future__ import annotations

import re
from functools import cache

from briefing.facts.counted import counts_many
from briefing.facts.quantities.amounts import Amount, beginnings, read_amount
from briefing.facts.quantities.numeral import Numeral, multiply
from briefing.facts.quantities.numerals import read_numeral
from briefing.facts.tries import trie
from briefing.lexicons.values import load_list
from briefing.spans import Span


@cache
def _links() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What stands between two ends, and what before the first."""
    exact = trie(load_list("numbers", "inside_ranges"))
    word = r"\s(?P<word>to|through|and|or|in|out of|in every)\s"
    link = rf"(?:-to-|(?P<dash>\s?[-–—~]\s?)|{word})(?:{exact}\s)?"
    opening = rf"\b(?P<word>[bB]etween|[fF]rom(?!\sbetween))(?:\s{exact})?\s$"
    return re.compile(link), re.compile(opening)


_SIGN = re.compile(r"(?:[A-Z]{1,3}\s?)?[$£€¥₹]\s?|[A-Z]{2,3}\s?(?=\d)|[-−](?=\d)")
_WHOLES = frozenset(
    [*range(2, 13), 15, 20, 25, 30, 50, 100, 200, 250, 500, 1000, 10_000, 100_000, 1_000_000]
)
"""What people say "one in" of: "two in 11 minutes" counts goals."""
_HOURS = 12
_MOST_POINTS = 200
"""No game ends higher."""
_REACH = 24
"""Longest beginning of the second amount."""


def read_pair(
    text: str, sentence: Span, first: Amount, *, inner: bool = False
) -> tuple[Amount | None, int]:
    """Join an amount with a second: a range, "1 in 5", or a score, which is no amount at all.

    Args:
        text: The document's.
        sentence: What the amount stands in.
        first: The amount.
        inner: It is the end of a range itself, as in "from 24 to 33-35"; deeper goes nothing.

    Returns:
        The amount, and where to look for the next.
    """
    between, before = _links()
    link = between.match(text, first.end, sentence.end)
    if link is None or first.numeral.value is None:
        return first, first.end
    second = _read_second(text, sentence, link.end(), inner=inner)
    if second is None:
        return first, first.end
    if link["word"] in ("in", "out of", "in every"):
        return _read_ratio(first, second, link["word"])
    opened = before.search(text, max(sentence.start, first.before.start - 16), first.before.start)
    opening = opened["word"].lower() if opened else None
    if link["word"] == "or" and not _is_next(first, second):
        return first, first.end
    if link["word"] == "and" and opening != "between":
        return first, first.end
    if link["word"] == "to" and _is_clock(text, first, second):
        return None, second.end
    if link["word"] is None and _is_score(text, first, second, opening):
        return None, second.end
    if opened and opening == "between":
        # It opens the range, as "more than" opens an amount.
        first = first._replace(before=first.before._replace(start=opened.start("word")))
    joined = _read_range(first, second, opening, dash=bool(link["dash"]))
    return (first, first.end) if joined is None else (joined, joined.end)


def _read_second(text: str, sentence: Span, at: int, *, inner: bool) -> Amount | None:
    # Before the figures may stand a sign of currency.
    sign = _SIGN.match(text, at, sentence.end)
    begin = beginnings().find(text, sign.end() if sign else at, min(sentence.end, at + _REACH))
    numeral = begin and read_numeral(text, begin[0], sentence.end)
    if numeral is None:
        return None
    room = Span(at, sentence.end)
    second = read_amount(text, room, sentence, numeral, second=True)
    if second is None or second.start != at or second.numeral.value is None:
        return None
    if inner:
        return second
    joined, _ = read_pair(text, room, second, inner=True)
    return joined or second


def _read_ratio(first: Amount, second: Amount, word: str) -> tuple[Amount, int]:
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


def _is_next(first: Amount, second: Amount) -> bool:
    """Tell "six or seven months" from "25k or 40k"."""
    if first.unit is not None or (second.unit is not None and second.unit.kind == "currency"):
        return False
    return second.numeral.value == (first.numeral.value or 0.0) + 1


def _is_clock(text: str, first: Amount, second: Amount) -> bool:
    """Tell "at ten to six" from "ten to sixteen people"."""
    bare = first.unit is None and second.unit is None and first.before.start == first.start
    hour = second.numeral.form == "words" and (second.numeral.value or 0.0) <= _HOURS
    return bare and hour and text[max(0, first.start - 4) : first.start].lower().endswith(" at ")


def _is_score(text: str, first: Amount, second: Amount, opening: str | None) -> bool:
    """Tell "won 2-1", "tied at 89-89" from "10-15 people"."""
    if first.unit or second.unit or opening or not (first.numeral.plain and second.numeral.plain):
        return False
    low, high = first.numeral.value or 0.0, second.numeral.value or 0.0
    if low < high and high > _MOST_POINTS:
        return False
    if first.before.comparator is not None and low < high:
        return False
    return low >= high or not counts_many(text, second.end, second.end + _REACH * 2)


def _read_range(first: Amount, second: Amount, opening: str | None, *, dash: bool) -> Amount | None:
    if not _units_fit(first, second, opening):
        return None
    if first.before.change and opening is None and not dash and second.unit is None:
        return None  # "The index rose 100 to 13,000."
    low = _lend_scale(first.numeral, second.numeral)
    last = second.numeral
    ends = [end for end in (last.low, last.value, last.high) if end is not None]
    if low > max(ends) and opening is None:
        return None  # "Leads 50% to 40%": two amounts.
    numeral = first.numeral._replace(
        end=second.end, value=None, low=min(low, *ends), high=max(low, *ends), form="range"
    )
    return first._replace(end=second.end, numeral=numeral, unit=second.unit or first.unit)


def _units_fit(first: Amount, second: Amount, opening: str | None) -> bool:
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
    """Give a range its first end: a million in "1 to 2 million", 200 in "200 to 4 million"."""
    value, most = first.value or 0.0, second.value or second.high or 0.0
    if first.scale == 1.0 and second.scale > 1.0 and value < most / second.scale:
        return multiply(value, second.scale)
    return value
