"""A match with the words around it, on one line."""

from __future__ import annotations

import re
from typing import NamedTuple

from rich.cells import cell_len

from briefing.app.layout.fitting import cut
from briefing.app.layout.wrapping import is_narrow
from briefing.gate import clean
from briefing.spans import Span

_BEFORE = 3
"""A third of the room is for what stands before the match."""
_SPACE = re.compile(r"\s+")


class Snippet(NamedTuple):
    """Words of the text, safe to show, with one space where there is white space."""

    before: str
    match: str
    after: str


def cut_snippet(text: str, match: Span, width: int) -> Snippet:
    """Take a match out of a text, with as many whole words around it as there is room for.

    Args:
        text: What was searched.
        match: Not empty.
        width: Cells for all of it.
    """
    # Nothing longer than the line can be shown of any part, however long a match is.
    found = cut(_flat(text[match.start : min(match.end, match.start + 2 * width)]), width)
    room = max(0, width - cell_len(found))
    first, last = max(0, match.start - 2 * width), match.end + 2 * width
    before, after = _flat(text[first : match.start]), _flat(text[match.end : last])
    # A space that the match has need not stand beside it again.
    before, after = before.lstrip(), after.rstrip()
    share = max(room // _BEFORE, room - cell_len(after))
    head = _last_words(before, share, cut_off=first > 0)
    tail = _first_words(after, room - cell_len(head), cut_off=last < len(text))
    return Snippet(head, found, tail)


def _flat(words: str) -> str:
    return _SPACE.sub(" ", clean(words))


def _last_words(words: str, cells: int, *, cut_off: bool) -> str:
    """Keep the end of some words, from the beginning of a word on."""
    if not words or (not cut_off and cell_len(words) <= cells):
        return words
    if cells < 1:
        return ""
    at = len(words) - _how_many(words[::-1], cells - 1)
    space = words.find(" ", at)
    if space >= 0:
        return f"…{words[space:]}"
    kept = words[at:]
    return f"…{kept}" if _is_wide(kept[:1]) else "…"


def _first_words(words: str, cells: int, *, cut_off: bool) -> str:
    """Keep the beginning of some words, to the end of a word."""
    if not words or (not cut_off and cell_len(words) <= cells):
        return words
    if cells < 1:
        return ""
    at = _how_many(words, cells - 1)
    space = words.rfind(" ", 0, at + 1)
    if space >= 0:
        return f"{words[:space]}…"
    kept = words[:at]
    return f"{kept}…" if _is_wide(kept[-1:]) else "…"


def _how_many(words: str, cells: int) -> int:
    """Count the characters that fit, from the first on."""
    if is_narrow(words):
        return min(len(words), cells)
    used = 0
    for number, character in enumerate(words):
        used += cell_len(character)
        if used > cells:
            return number
    return len(words)


def _is_wide(character: str) -> bool:
    """Tell Chinese, Japanese and Korean, which may be cut anywhere."""
    return cell_len(character) > 1
