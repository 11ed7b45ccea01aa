"""Find date words in a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple, cast

from briefing.facts.dates.patterns import (
    FIGURES,
    DatePatterns,
    DateWords,
    Kinds,
    date_patterns,
    date_words,
)
from briefing.facts.dates.readers import BEFORE, READERS, Place
from briefing.facts.dates.readings import DayOfWeek, Fixed, Lean, Named, Reading, Yearless
from briefing.facts.dates.resolution import yearless_value
from briefing.model import Bound
from briefing.spans import Span

CLAUSE = 80
"""Characters before a date in which its verb stands."""


class Mention(NamedTuple):
    """Date words and what they say."""

    span: Span
    reading: Reading


def find_mentions(text: str, sentence: Span) -> list[Mention]:
    """Return the date words of a sentence in text order, none overlapping."""
    mentions = list(_scan(text, sentence))
    for at in range(len(mentions) - 2, -1, -1):
        mentions[at] = _share_year(text, mentions[at], mentions[at + 1])
    return mentions


def _scan(text: str, sentence: Span) -> Iterator[Mention]:
    patterns, words = date_patterns(), date_words()
    find, by_word = patterns.beginnings.find, patterns.by_word
    at, end = sentence
    while begin := find(text, at, end):
        start, stop = begin
        first = text[start:stop].lower()
        kinds = by_word[FIGURES] if first.isdigit() else by_word.get(_FIRST.split(first)[0], ())
        mention = None
        if not _is_glued(text, max(at, start - 1), start):
            mention = _read(text, Span(start, end), kinds, patterns, words)
        if mention is None:
            at = _skip(text, start, stop, end)
        else:
            at = mention.span.end
            yield _with_frame(text, sentence, mention)


_CLAUSE_BEGINS = re.compile(r"[;:—]\s|\s–\s")
_LINK = re.compile(r"\s?(?:to|and|or|through|until|in|of|[-–,])\s?(?:the\s)?")
_FIRST = re.compile(r"[\s-]")
_GLUE = frozenset("$£€#/.,-–&@")
_FIGURES = re.compile(r"[\d.,:/-]*")


def _is_glued(text: str, before: int, start: int) -> bool:
    """Tell whether the figures are the rest of something: $2000, 3.2020, M-2001."""
    return before < start and text[before] in _GLUE and text[start].isdigit()


def _read(
    text: str, room: Span, kinds: Kinds, patterns: DatePatterns, words: DateWords
) -> Mention | None:
    for kind, pattern in kinds:
        match = pattern.match(text, room.start, room.end)
        if match is None:
            continue
        reading = READERS[kind](Place(text, match, patterns, words))
        if reading is not None:
            return Mention(Span(*match.span()), reading)
    return None


def _skip(text: str, start: int, stop: int, end: int) -> int:
    """Go behind words that began no date; behind a number as a whole."""
    figures = _FIGURES.match(text, start, end)
    return max(figures.end(), stop) if figures else stop


def _share_year(text: str, mention: Mention, following: Mention) -> Mention:
    """Give "January" the year of "January to March 2024", of "June in 1981"."""
    reading, other = mention.reading, following.reading
    if not isinstance(reading, Yearless) or not isinstance(other, Fixed):
        return mention
    between = text[mention.span.end : following.span.start]
    if len(between) > BEFORE or _LINK.fullmatch(between) is None or not other.value[:4].isdigit():
        return mention
    year, month = int(other.value[:4]), other.value[5:7]
    if month.isdigit() and int(month) < reading.month:
        year -= 1
    try:
        return Mention(mention.span, Fixed(yearless_value(reading, year)))
    except ValueError:
        return mention


def _with_frame(text: str, sentence: Span, mention: Mention) -> Mention:
    """Take in the "last" of "last Friday", the "next" of "next March"."""
    span, reading = mention
    if not isinstance(reading, DayOfWeek | Yearless) or getattr(reading, "day", None) is not None:
        return mention
    start = max(sentence.start, span.start - BEFORE)
    frame = date_patterns().framed_before.search(text[start : span.start])
    if frame is None:
        return mention
    shift = date_words().frames[" ".join(frame[1].lower().split())]
    framed = (
        DayOfWeek(reading.number, shift)
        if isinstance(reading, DayOfWeek)
        else Named("month", reading.month, shift)
    )
    return Mention(Span(start + frame.start(), span.end), framed)


def find_lean(before: str, behind: str) -> Lean | None:
    """Tell where the words around a date look: what is ahead is said before it."""
    patterns = date_patterns()
    before = _CLAUSE_BEGINS.split(before)[-1]
    if patterns.ahead.search(before):
        return "ahead"
    return "back" if patterns.back.search(before) or patterns.back.search(behind) else None


def find_bound(before: str) -> Bound | None:
    """Tell which bound the words before a date make it."""
    match = date_patterns().bound.search(before[-BEFORE:])
    return cast("Bound", match.lastgroup) if match else None
