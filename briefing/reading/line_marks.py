"""Short lines that may be headings, and what is seen of each and around it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from briefing.model import Block, BlockKind
from briefing.reading.line_shapes import (
    NUMBERED,
    OPENING_MARKS,
    Case,
    case_of,
    end_mark,
    is_furniture,
    is_numbered,
    is_open,
    is_prose,
    is_short,
)
from briefing.spans import Span

_MOST_WORDS, _MANY_WORDS = 22, 12
_APART: frozenset[BlockKind] = frozenset({"item", "quote", "code", "table"})
_QUOTES = frozenset("\"'“‘«")
_SYMBOLS = frozenset("-–—*/+=|$£€<>•")
_BRACKETS = frozenset({("[", "]"), ("(", ")"), ("<", ">"), ("{", "}")})
_DEEPER = re.compile(r"\d{1,3}\.\d")
_SPEAKER = re.compile(r"([^\W\d_][^\d:\n]{0,30}):(?=\s)")
# So often each stands before a colon where two or more people take turns: "Q:", "A:".
_TURNS = 3


class Line(NamedTuple):
    """A short line that may be a heading."""

    at: int
    """Index of its block."""
    marks: frozenset[str]
    """Names of what is seen of it and around it, as in ``heading_weights.yaml``."""
    length: int
    """Characters."""
    shape: tuple[Case, bool]
    """How it is written, and whether it asks: headings of a text are alike in both."""


def find_lines(text: str, blocks: Sequence[Block]) -> Iterator[Line]:
    """Yield the lines that may be headings, in text order.

    A heading stands above something, so the last block is none; nor are quotations, tables,
    turns of a conversation or list items, but a numbered line that stands alone may be one.
    """
    speakers = _find_speakers(text, blocks)
    before: Block | None = None
    opened = False
    for at, (block, following) in enumerate(pairwise(blocks)):
        words = block.span.of(text) if is_short(block) else ""
        if (
            _may_head(block, words)
            and not _is_listed(text, before, block, following)
            and _speaker_of(words, Span(0, len(words))) not in speakers
        ):
            marks = {*_own_marks(words), *_marks_below(text, following)}
            if before is None:
                marks.add("first")
            elif opened:
                marks.add("after_short_line")
            shape = (case_of(words), end_mark(words) == "?")
            yield Line(at=at, marks=frozenset(marks), length=len(words), shape=shape)
        before, opened = block, block.kind not in _APART and is_open(words)


def _find_speakers(text: str, blocks: Sequence[Block]) -> frozenset[str | None]:
    """Find the words before a colon at which people take turns."""
    counts = Counter(_speaker_of(text, block.span) for block in blocks)
    speakers = frozenset(who for who, count in counts.items() if who and count >= _TURNS)
    return speakers if len(speakers) > 1 else frozenset()


def _speaker_of(text: str, span: Span) -> str | None:
    match = _SPEAKER.match(text, *span)
    return match[1] if match else None


def _may_head(block: Block, words: str) -> bool:
    return bool(words) and (
        (is_open(words) or words[-1] == ":" or is_numbered(words))
        and words[-1] not in ",;"
        and (block.kind == "paragraph" or (block.kind == "item" and is_numbered(words)))
        and "\n" not in words
        and words.count(" ") < _MOST_WORDS
        and any(map(str.isalpha, words))
    )


def _is_listed(text: str, before: Block | None, block: Block, following: Block) -> bool:
    """Tell a line of a list, or a number right above or below another, from one that heads."""
    if NUMBERED.match(text, *block.span) is None:
        return False
    above = before is not None and _follows(text, before, block)
    return above or _follows(text, block, following)


def _follows(text: str, block: Block, following: Block) -> bool:
    """Tell whether two blocks count on in one list, and not one level deeper."""
    if block.kind == following.kind == "item" and _touch(text, block, following):
        return True
    return (
        _counts(text, block)
        and _counts(text, following)
        and _DEEPER.match(text, *following.span) is None
    )


def _touch(text: str, block: Block, following: Block) -> bool:
    return text.count("\n", block.span.end, following.span.start) < 2


def _counts(text: str, block: Block) -> bool:
    """Tell a short numbered line, or a numbered item of a list."""
    short = block.kind == "item" or is_short(block)
    return short and NUMBERED.match(text, *block.span) is not None


def _marks_below(text: str, following: Block) -> Iterator[str]:
    after = following.span.of(text)
    if is_prose(after):
        yield "before_prose"
    if after[0] in _QUOTES:
        yield "before_quote"


def _own_marks(words: str) -> Iterator[str]:
    end = end_mark(words)
    if end == "!":
        yield "exclaims"
    elif end == "?":
        yield "asks"
    elif end == ":":
        yield "leads_in"
    if words.lstrip(OPENING_MARKS)[:1].islower():
        yield "lower_case"
    if words.count(" ") >= _MANY_WORDS:
        yield "many_words"
    if words[0] in _SYMBOLS:
        yield "symbol"
    if (words[0], words[-1]) in _BRACKETS:
        yield "bracketed"
    if is_furniture(words):
        yield "furniture"
