"""What a line looks like: the marks by which headings are told from other short lines."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise
from typing import Literal, NamedTuple, TypeAlias

from briefing.lexicons import load_words
from briefing.model import Block, BlockKind

LONGEST = 130
"""Characters; the longest headings of news sites are whole headlines."""
PROSE = 80
"""Characters; a line so long that ends like a sentence is a paragraph."""

Case: TypeAlias = Literal["numbered", "capitals", "title", "sentence"]

_MOST_WORDS, _MANY_WORDS = 22, 12
_TITLE_SHARE = 0.75
_CLOSERS = "\"'”’)»] "
_OPENERS = "\"'“‘…([«"
_APART: frozenset[BlockKind] = frozenset({"item", "quote", "code", "table"})
_QUOTES = frozenset("\"'“‘«")
_SENTENCE_ENDS = frozenset(".!?…:")
# Lines that end so go on: in a list, a quotation or the paragraph below.
_UNFINISHED = frozenset(".…:;,{")
# "3.", "Lesson 3:", "#3", "IV.", "C)", "3 Days of Rain"; but not the "T." of "Heather T. Remy".
_NUMBERED = re.compile(
    r"(?:[^\W\d_]{1,12} )?[#№]?\d{1,3}(?:\.\d{1,3}){0,3}[.):]\s+\S"
    r"|(?:[IVXLC]{1,5}|[A-Z])[.)]\s+\S"
    r"|\d{1,2}\s+[^\W\d_a-z]"
)
_DEEPER = re.compile(r"\d{1,3}\.\d")
_SPEAKER = re.compile(r"([^\W\d_][^\d:\n]{0,30}):(?=\s)")
# So often each stands before a colon where two or more people take turns: "Q:", "A:".
_TURNS = 3
# "Next's profits fell" invites to nothing.
_OPENING = re.compile(r"[\W_]*([^\W_]+)\b(?!['’])")
_SYMBOLS = frozenset("-–—*/+=|$£€<>•")
_BRACKETS = frozenset({("[", "]"), ("(", ")"), ("<", ">"), ("{", "}")})


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


def end_mark(words: str) -> str:
    """Return the last character, quotation marks and brackets aside."""
    return words[-8:].rstrip(_CLOSERS)[-1:]


def is_short(block: Block) -> bool:
    """Tell whether a block is short enough for a heading."""
    return block.span.end - block.span.start <= LONGEST


def is_open(words: str) -> bool:
    """Tell whether a line is short and ends as no sentence, list or lead-in does."""
    return 0 < len(words) <= LONGEST and end_mark(words) not in _UNFINISHED


def is_prose(words: str) -> bool:
    """Tell whether a line is long enough for a paragraph and ends as one."""
    return len(words) >= PROSE and end_mark(words) in _SENTENCE_ENDS


def is_furniture(words: str) -> bool:
    """Tell a byline, a credit or an invitation ("Read more") by its words."""
    small = words.casefold()
    opening = _OPENING.match(small)
    if opening is not None and opening[1] in (phrases := _openers()):
        end = opening.end()
        if any(small.startswith(rest, end) for rest in phrases[opening[1]]):
            return True
    return any(credit in small for credit in load_words("layout")["credits"])


def is_numbered(words: str) -> bool:
    """Tell whether a line begins with a number, as "1." or "Step 2:"."""
    return _NUMBERED.match(words) is not None


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
            words
            and _may_head(block, words)
            and not _is_listed(text, before, block, following)
            and _speaker_of(words) not in speakers
        ):
            marks = {*_own_marks(words), *_marks_above(text, following)}
            if before is None:
                marks.add("first")
            elif opened:
                marks.add("after_short_line")
            shape = (_case_of(words), end_mark(words) == "?")
            yield Line(at=at, marks=frozenset(marks), length=len(words), shape=shape)
        before, opened = block, block.kind not in _APART and is_open(words)


def _find_speakers(text: str, blocks: Sequence[Block]) -> frozenset[str]:
    """Find the words before a colon at which people take turns."""
    counts = Counter(
        match[1] for block in blocks if (match := _SPEAKER.match(text, *block.span)) is not None
    )
    speakers = frozenset(speaker for speaker, count in counts.items() if count >= _TURNS)
    return speakers if len(speakers) > 1 else frozenset()


def _speaker_of(words: str) -> str | None:
    match = _SPEAKER.match(words)
    return match[1] if match else None


def _may_head(block: Block, words: str) -> bool:
    return (
        len(words) <= LONGEST
        and (is_open(words) or words[-1] == ":" or is_numbered(words))
        and words[-1] not in ",;"
        and (block.kind == "paragraph" or (block.kind == "item" and is_numbered(words)))
        and "\n" not in words
        and words.count(" ") < _MOST_WORDS
        and any(map(str.isalpha, words))
    )


def _is_listed(text: str, before: Block | None, block: Block, following: Block) -> bool:
    """Tell a line of a list, or a number right above or below another, from one that heads."""
    if not is_numbered(block.span.of(text)):
        return False
    if following.kind == block.kind == "item" and _touch(text, block, following):
        return True
    if before is not None and before.kind == block.kind == "item" and _touch(text, before, block):
        return True
    above = before is not None and not _DEEPER.match(text, *block.span) and _counts(text, before)
    return above or (_counts(text, following) and not _DEEPER.match(text, *following.span))


def _touch(text: str, block: Block, following: Block) -> bool:
    return text.count("\n", block.span.end, following.span.start) < 2


def _counts(text: str, block: Block) -> bool:
    """Tell a short numbered line, or a numbered item of a list."""
    short = block.kind == "item" or is_short(block)
    return short and _NUMBERED.match(text, *block.span) is not None


def _marks_above(text: str, following: Block) -> Iterator[str]:
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
    if words.lstrip(_OPENERS)[:1].islower():
        yield "lower_case"
    if words.count(" ") >= _MANY_WORDS:
        yield "many_words"
    if words[0] in _SYMBOLS:
        yield "symbol"
    if (words[0], words[-1]) in _BRACKETS:
        yield "bracketed"
    if is_furniture(words):
        yield "furniture"


def _case_of(words: str) -> Case:
    if is_numbered(words):
        return "numbered"
    if words.isupper():
        return "capitals"
    # Short words ("of", "und") are small even in titles, and the first is large in sentences.
    long = [word for word in words.split()[1:] if len(word) > 3]
    large = sum(word.lstrip(_OPENERS)[:1].isupper() for word in long)
    return "title" if long and large >= _TITLE_SHARE * len(long) else "sentence"


@cache
def _openers() -> Mapping[str, tuple[str, ...]]:
    """First word → what follows it, which may be nothing."""
    phrases: dict[str, tuple[str, ...]] = {}
    for opener in load_words("layout")["openers"]:
        first, space, rest = opener.partition(" ")
        phrases[first] = (*phrases.get(first, ()), space + rest)
    return phrases
