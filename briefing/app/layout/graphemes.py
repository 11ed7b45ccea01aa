"""Graphemes: what a reader takes for one character, however many code points it is made of."""

from __future__ import annotations

import unicodedata

from rich.cells import cell_len

from briefing.gate import clean
from briefing.spans import Span

_JOINER = "\u200d"
_SELECTORS = range(0xFE00, 0xFE10)
_SKIN_TONES = range(0x1F3FB, 0x1F400)
_FLAG_LETTERS = range(0x1F1E6, 0x1F200)
_MARKS = frozenset({"Mn", "Mc", "Me"})
_LONGEST = 64
"""Code points of one grapheme; a text may stack marks without end."""


def grapheme_end(text: str, at: int) -> int:
    """Give the offset behind the grapheme that begins at an offset; never behind the text.

    Source: Unicode Standard Annex 29, extended grapheme clusters, without Hangul letters that
    are written one by one and without the conjuncts of Indic scripts.
    """
    end = at + 1
    limit = min(len(text), at + _LONGEST)
    if _is_flag(text, at) and _is_flag(text, end):
        end += 1
    while end < limit and (text[end - 1] == _JOINER or _extends(text[end])):
        end += 1
    return min(end, len(text))


def grapheme_start(text: str, at: int, floor: int = 0) -> int:
    """Give the beginning of the grapheme that holds a character.

    Args:
        text: Any.
        at: Offset of a character.
        floor: Where a line begins: never go behind it.
    """
    start = at
    low = max(floor, at - _LONGEST)
    while start > low and (_extends(text[start]) or text[start - 1] == _JOINER):
        start -= 1
    flags = start
    while flags > low and _is_flag(text, flags) and _is_flag(text, flags - 1):
        flags -= 1
    return start - (start - flags) % 2


def last_grapheme(text: str, span: Span) -> int:
    """Give the beginning of a span's last grapheme."""
    return grapheme_start(text, max(span.start, span.end - 1), span.start)


def cells_of(text: str, start: int, end: int) -> int:
    """Count the cells that ``text[start:end]`` takes as it is drawn: whole graphemes, cleaned."""
    return cell_len(clean(text[start:end]))


def _extends(character: str) -> bool:
    """Tell whether a character belongs to the one before it."""
    if character < "\u0300":
        return False
    code = ord(character)
    return (
        character == _JOINER
        or code in _SELECTORS
        or code in _SKIN_TONES
        or unicodedata.category(character) in _MARKS
    )


def _is_flag(text: str, at: int) -> bool:
    return at < len(text) and ord(text[at]) in _FLAG_LETTERS
