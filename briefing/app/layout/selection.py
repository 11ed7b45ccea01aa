"""What is selected in a text, and the words that are copied for it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from briefing.app.layout.caret import Ground, Unit, move, move_lines
from briefing.app.layout.chunk_rows import PREFORMATTED
from briefing.app.layout.graphemes import grapheme_end, last_grapheme
from briefing.gate import clean_lines
from briefing.model import Block, Document
from briefing.spans import Span, merge_spans

_LINE_BREAK = re.compile(r"[^\S\n]*\n\s*")
LEFT_OUT = " […] "
"""Stands in the middle of a paragraph for what a closed fold hides."""


@dataclass(frozen=True, slots=True)
class TextSelection:
    """What is selected by key, from the character under one end to that under the other."""

    anchor: int
    """The end that stays."""
    caret: int
    """The end that moves."""
    column: int | None = None
    """The cell that the caret aims at while it goes from line to line."""

    @classmethod
    def over(cls, text: str, span: Span) -> TextSelection:
        """Select words whole, the caret on their last character."""
        return cls(span.start, last_grapheme(text, span))

    @classmethod
    def around(cls, ground: Ground, at: int, unit: Unit) -> TextSelection:
        """Select the word, sentence or paragraph that holds a character, else the character."""
        start = move(ground, at + 1, unit, -1)
        whole = cls(start, move(ground, start, unit, 1))
        return whole if whole.anchor <= at <= whole.caret else cls(at, at)

    def span(self, text: str) -> Span:
        """Give what is selected; both ends belong to it."""
        first, last = sorted((self.anchor, self.caret))
        return Span(first, grapheme_end(text, last))

    def moved(self, ground: Ground, unit: Unit, by: int) -> TextSelection:
        """Move the caret on by a unit, or back."""
        return TextSelection(self.anchor, move(ground, self.caret, unit, by))

    def moved_lines(self, ground: Ground, by: int) -> TextSelection:
        """Move the caret some lines down, or up."""
        caret, column = move_lines(ground, self.caret, by, self.column)
        return TextSelection(self.anchor, caret, column)

    def swapped(self) -> TextSelection:
        """Let the other end move."""
        return TextSelection(self.caret, self.anchor)

    def anew(self) -> TextSelection:
        """Select nothing but the character under the caret."""
        return replace(self, anchor=self.caret)


def selected_words(document: Document, span: Span, hidden: Sequence[Span] = ()) -> str:
    """Write what is selected as plain text.

    Args:
        document: Its blocks are parted by empty lines, items of a list by line ends.
        span: From anywhere in the text to anywhere.
        hidden: What closed folds hide, sorted; it is left out.

    Returns:
        Words parted by a line's end come joined by one space, except in tables and code.
        Everything has passed the gate.
    """
    blocks = document.blocks
    first = bisect_left(blocks, span.start, key=lambda block: block.span.end)
    parts: list[str] = []
    before: Block | None = None
    for number in range(first, len(blocks)):
        block = blocks[number]
        if block.span.start >= span.end:
            break
        words = _words_of(document.text, block, span, hidden)
        if not words:
            continue
        if before is not None:
            parts.append("\n" if before.kind == block.kind == "item" else "\n\n")
        parts.append(words)
        before = block
    return clean_lines("".join(parts))


def _words_of(text: str, block: Block, span: Span, hidden: Sequence[Span]) -> str:
    start, end = max(block.span.start, span.start), min(block.span.end, span.end)
    pieces = (text[a:b] for a, b in _shown(start, end, hidden))
    if block.kind in PREFORMATTED:
        return LEFT_OUT.join(pieces).strip("\n")
    joined = (_LINE_BREAK.sub(" ", piece).strip() for piece in pieces)
    return LEFT_OUT.join(filter(None, joined))


def _shown(start: int, end: int, hidden: Sequence[Span]) -> Iterator[Span]:
    """Cut what is hidden out of a stretch."""
    first = bisect_left(hidden, start, key=lambda span: span.end)
    meeting: list[Span] = []
    for number in range(first, len(hidden)):
        if hidden[number].start >= end:
            break
        meeting.append(hidden[number])
    edges = [start, *chain.from_iterable(merge_spans(meeting)), end]
    for a, b in zip(edges[::2], edges[1::2], strict=True):
        if a < b:
            yield Span(a, b)
