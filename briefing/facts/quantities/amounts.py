"""Amounts: a number with its sign, currency, scale and unit, and the words before it."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from briefing.facts.quantities.comparators import Before, is_during, read_before
from briefing.facts.quantities.number_names import goes_on, is_name
from briefing.facts.quantities.number_words import article_words, starting_words
from briefing.facts.quantities.numeral import Numeral, multiply
from briefing.facts.quantities.numerals import read_short_scale
from briefing.facts.quantities.units import Unit, read_currency, read_rate, read_unit
from briefing.facts.tries import Beginnings, trie
from briefing.lexicons.values import load_list
from briefing.model import Direction
from briefing.spans import Span


class Amount(NamedTuple):
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
def beginnings() -> Beginnings:
    """Where numbers can begin."""
    words = [*starting_words(), *load_list("numbers", "few")]
    words += [f"{article} {word}" for article in ("a", "an") for word in article_words()]
    return Beginnings(trie(words), "".join({w[0] + w[0].upper() for w in words}))


@cache
def _negative() -> re.Pattern[str]:
    words = trie(load_list("numbers", "negative"))
    return re.compile(rf"(?:(?:^|[\s(])(?P<sign>[-−+])|\b(?P<word>{words})[\s-])$")


def read_amount(
    text: str, room: Span, sentence: Span, numeral: Numeral, *, second: bool = False
) -> Amount | None:
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
    signed = _negative().search(text, max(room.start, start - 10), start)
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
    return Amount(start, stop, numeral, unit, before, direction)


def _negate(numeral: Numeral) -> Numeral:
    return numeral if numeral.value is None else numeral._replace(value=-numeral.value)


@cache
def _metres_follow() -> re.Pattern[str]:
    words = trie(load_list("numbers", "behind_metres"))
    return re.compile(rf"\s?(?:[(,.;)]|$|-|{words}\b)")


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
        (letters == "m" and (spaced or _metres_follow().match(text, stop, end)))
        or letters in ("mm", "b")
        or (spaced and letters in ("K", "k", "M"))
    ):
        return numeral, numeral.end
    return numeral._replace(value=multiply(numeral.value, scale), scale=scale), stop


def _read_unit(
    text: str, numeral: Numeral, at: int, end: int, currency: Unit | None
) -> Unit | None:
    if currency is None:
        # "Half a mile", "a quarter of an hour"
        article = _ARTICLE.match(text, at, end) if numeral.form == "fraction" else None
        return read_unit(text, article.end() if article else at, end)
    # "$5 US", "A$3 a barrel"
    return read_rate(text, currency._replace(end=at), end)


_ARTICLE = re.compile(r"(?:\sof)?\san?(?=\s)")


@cache
def _parts() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What stands before a half that is no amount, and what behind one that is."""
    before, behind = load_list("numbers", "before_halves"), load_list("numbers", "behind_parts")
    return re.compile(rf"\b{trie(before)}\s$"), re.compile(rf"\s{trie(behind)}\b")


def _is_part(text: str, numeral: Numeral, before: Before, unit: Unit | None, end: int) -> bool:
    """Tell "half of the staff", "a third of them" from "the second half", "a third man"."""
    written = text[numeral.start : numeral.end].lower()
    if not written.isalpha() and not written.startswith(("a ", "an ")):
        return True
    other, of = _parts()
    if other.search(text, max(0, numeral.start - 12), numeral.start):
        return False
    return before.comparator is not None or bool(of.match(text, numeral.end, end))
