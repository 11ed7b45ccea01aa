"""A match with the words around it, on one line."""

from __future__ import annotations

import re
from typing import NamedTuple

from rich.cells import cell_len

from briefing.app.layout.fitting import cut
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
    used, at = 1, len(words)  # the ellipsis
    while at > 0 and used + cell_len(words[at - 1]) <= cells:
        at -= 1
        used += cell_len(words[at])
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
    used, at = 1, 0
    while at < len(words) and used + cell_len(words[at]) <= cells:
        used += cell_len(words[at])
        at += 1
    space = words.rfind(" ", 0, at + 1)
    if space >= 0:
        return f"{words[:space]}…"
    kept = words[:at]
    return f"{kept}…" if _is_wide(kept[-1:]) else "…"


def _is_wide(character: str) -> bool:
    """Tell Chinese, Japanese and Korean, which may be cut anywhere."""
    return cell_len(character) > 1
