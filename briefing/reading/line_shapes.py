"""What a line looks like by itself: how it ends, how it is written, what kind of words open it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Literal, TypeAlias

from briefing.lexicons import load_words
from briefing.model import Block

LONGEST = 130
"""Characters; the longest headings of news sites are whole headlines."""
PROSE = 80
"""Characters; a line so long that ends like a sentence is a paragraph."""

Case: TypeAlias = Literal["numbered", "capitals", "title", "sentence"]

OPENING_MARKS = "\"'“‘…([«"
NUMBERED = re.compile(
    r"(?:[^\W\d_]{1,12} )?[#№]?\d{1,3}(?:\.\d{1,3}){0,3}[.):]\s+\S"
    r"|(?:[IVXLC]{1,5}|[A-Z])[.)]\s+\S"
    r"|\d{1,2}\s+[^\W\d_a-z]"
)
"""Begins "3.", "Lesson 3:", "#3", "IV.", "C)", "3 Days"; not the "T." of "Heather T. Remy"."""

_TITLE_SHARE = 0.75
_CLOSING_MARKS = "\"'”’)»] "
_SENTENCE_ENDS = frozenset(".!?…:")
# Lines that end so go on: in a list, a quotation or the paragraph below.
_UNFINISHED = frozenset(".…:;,{")
# "Next's profits fell" invites to nothing.
_FIRST_WORD = re.compile(r"[\W_]*([^\W_]+)\b(?!['’])")


def end_mark(words: str) -> str:
    """Return the last character, quotation marks and brackets aside."""
    return words[-8:].rstrip(_CLOSING_MARKS)[-1:]


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
    opening = _FIRST_WORD.match(small)
    if opening is not None and opening[1] in (phrases := _openers()):
        end = opening.end()
        if any(small.startswith(rest, end) for rest in phrases[opening[1]]):
            return True
    return _credits().search(small) is not None


def is_numbered(words: str) -> bool:
    """Tell whether a line begins with a number, as "1." or "Step 2:"."""
    return NUMBERED.match(words) is not None


def case_of(words: str) -> Case:
    """Tell how a line is written; the headings of one text are mostly written alike."""
    if is_numbered(words):
        return "numbered"
    if words.isupper():
        return "capitals"
    # Short words ("of", "und") are small even in titles, and the first is large in sentences.
    long = [word for word in words.split()[1:] if len(word) > 3]
    large = sum(word.lstrip(OPENING_MARKS)[:1].isupper() for word in long)
    return "title" if long and large >= _TITLE_SHARE * len(long) else "sentence"


@cache
def _openers() -> Mapping[str, tuple[str, ...]]:
    """First word → what follows it, which may be nothing."""
    phrases: dict[str, tuple[str, ...]] = {}
    for opener in load_words("layout")["openers"]:
        first, space, rest = opener.partition(" ")
        phrases[first] = (*phrases.get(first, ()), space + rest)
    return phrases


@cache
def _credits() -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, load_words("layout")["credits"])))
