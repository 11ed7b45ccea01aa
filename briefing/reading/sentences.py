"""Sentences: sentencex within each block, mended where news prose needs it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

import sentencex
from msgspec.structs import replace

from briefing.lexicons import load_words
from briefing.model import Block, Document
from briefing.spans import Span

_WINDOW = 8_000
"""Characters given to sentencex at once: its time grows with the square of the quotation
marks (measured: 3 s for 100,000 of them), and no paragraph of prose is longer."""
_NEAR = 48
"""Characters on each side that decide about an end."""
# sentencex knows "Mr." before a space only, and takes a wrapped line for its end now and then.
_PLAIN_SPACES = {0x0A: " ", 0xA0: " ", 0x2009: " ", 0x202F: " "}
_NO_MARKS = dict.fromkeys(map(ord, "\"“”„‟‘’«»'()[]"), "_")
_LINE = re.compile(r"[^\n]+")

_OPENED = re.compile(r"(?<=\s)[\"“‘'«(\[]{1,2}\s?$")
"""An opening mark that was left with the sentence before it."""
_CLOSED = re.compile(r"[\"”’'»)\]]{1,3}(?=\s)")
"""A closing mark that was moved to the sentence behind it."""
_GOES_ON = re.compile(r"[\"“‘'(\[]?[a-z](?![A-Z])")
"""Lower case, but for names such as iPhone."""
_NUMBERED = re.compile(r"^\W{0,2}(?:\d{1,2}(?:\.\d{1,2}){0,3}|[A-Za-z]|[IVX]{1,4})[.)]\s*$")
_LAST_WORD = re.compile(r"(?:^|[^\w.])(\w+)\.\s*$")
_HOURS = re.compile(r"\b[ap]\.\s?m\.\s*$")
_FIRST_WORD = re.compile(r"[\"“‘'(\[]?(\w+)")
_ASKED = re.compile(r"[?!][\"”’'»]{1,2}\s*$")
# sentencex keeps what is quoted whole, and then misses that it ends the sentence as well:
# “We tried. We failed.” He left.
_MISSED = re.compile(r"[.?!…](?:[\"”’»]{1,2}\)?|\))(?=(\s+)[\"“‘«(\[]{0,2}[A-Z0-9])")
_ABBREVIATED = re.compile(r"(?:\b[A-Za-z]|\b[A-Z][a-z]{1,4})\.[\"”’»)]+$")


class _Words(NamedTuple):
    titles: frozenset[str]
    before_figures: frozenset[str]
    after_hours: frozenset[str]
    says: re.Pattern[str]


def mark_sentences(document: Document) -> Document:
    """Add the sentences of every block, in text order."""
    found = (
        sentence
        for block in document.blocks
        for sentence in find_sentences(document.text, block, document.language)
    )
    return replace(document, sentences=tuple(found))


def find_sentences(text: str, block: Block, language: str = "en") -> Iterator[Span]:
    """Cut a block into sentences, without the white space between them.

    A quotation of several sentences stays whole with the words that say whose it is. Rows
    of tables and lines of code are no prose: each is a sentence of its own.
    """
    if block.kind in ("table", "code"):
        lines: Iterator[Span] = (
            Span(*m.span()) for m in _LINE.finditer(text, block.span.start, block.span.end)
        )
    else:
        lines = _prose(text, block.span, language)
    return (span for line in lines if (span := line.strip(text)).start < span.end)


def _prose(text: str, span: Span, language: str) -> Iterator[Span]:
    words = span.of(text).translate(_PLAIN_SPACES)
    ends = _mend(words, _cut(words, language)) if language == "en" else _cut(words, language)
    start = 0
    for end in (*ends, len(words)):
        yield Span(span.start + start, span.start + end)
        start = end


def _cut(words: str, language: str) -> Iterator[int]:
    """Yield where sentencex ends a sentence, its white space included; not the last end."""
    start = 0
    while len(words) - start > _WINDOW:
        # The window may end inside its last sentence, so that one is read again.
        pieces = _segment(words[start : start + _WINDOW], language)
        for piece in pieces[:-1] or pieces:
            start += len(piece)
            yield start
    for piece in sentencex.segment(language, words[start:])[:-1]:
        start += len(piece)
        yield start


def _segment(window: str, language: str) -> list[str]:
    """Cut a full window, into two pieces at least where it holds any white space."""
    pieces: list[str] = sentencex.segment(language, window)
    if len(pieces) == 1:
        # A speech in one quotation, or a mark that nobody closed: read it without marks.
        pieces = sentencex.segment(language, window.translate(_NO_MARKS))
    if len(pieces) == 1 and (space := window.rfind(" ")) > 0:
        pieces = [window[:space], window[space:]]
    return pieces


def _mend(words: str, ends: Iterator[int]) -> list[int]:
    kept: list[int] = []
    for cut in ends:
        end = _shift(words, cut)
        before = words[max(kept[-1] if kept else 0, end - _NEAR) : end]
        if not _joins(before, words[end : end + _NEAR]):
            kept.append(end)
    return _add_missed(words, kept)


def _shift(words: str, end: int) -> int:
    """Give a quotation mark on the wrong side of an end to the sentence it belongs to."""
    if opened := _OPENED.search(words[max(0, end - 4) : end]):
        return end - len(opened[0])
    if closed := _CLOSED.match(words, end):
        return closed.end()
    return end


def _joins(before: str, after: str) -> bool:
    """Tell whether a sentence goes on where sentencex ended it."""
    lexicon = _lexicon()
    if not after.strip() or _GOES_ON.match(after) or _NUMBERED.match(before):
        return True
    if _ASKED.search(before):
        return lexicon.says.match(after) is not None
    first = _FIRST_WORD.match(after)
    follows = first[1] if first else ""
    if _HOURS.search(before):
        return follows in lexicon.after_hours
    last = _LAST_WORD.search(before)
    if last is None:
        return False
    return last[1] in lexicon.titles or (
        last[1] in lexicon.before_figures and follows[:1].isdigit()
    )


def _add_missed(words: str, ends: list[int]) -> list[int]:
    """Add the ends behind a closing quotation mark or bracket."""
    added = set(ends)
    for match in _MISSED.finditer(words):
        end = match.end()
        before = words[max(0, end - _NEAR) : end]
        if _ABBREVIATED.search(before):
            continue
        # The white space between may be on either side of an end.
        at = bisect_left(ends, end)
        known = at < len(ends) and ends[at] <= match.end(1)
        if not known and not _joins(before, words[match.end(1) : match.end(1) + _NEAR]):
            added.add(end)
    return sorted(added)


@cache
def _lexicon() -> _Words:
    words = load_words("sentences")
    said = "|".join(map(re.escape, words["said"]))
    return _Words(
        titles=frozenset(words["titles"]),
        before_figures=frozenset(words["before_figures"]),
        after_hours=frozenset(words["after_hours"]),
        says=re.compile(rf"(?:[\w.’'-]{{1,20}} ){{1,4}}(?:{said})\b"),
    )
