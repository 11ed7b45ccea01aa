"""Direct speech: what stands between double quotation marks."""

from __future__ import annotations

import re
from bisect import bisect_right

from briefing.spans import Span

# Two single marks are a double one where a news agency's wire has no other.
_MARK = re.compile(r"[“”\"]|''|‘‘|’’")
_OPENERS = ("“", "‘‘")
_CLOSERS = ("”", "’’")


def find_quoted(text: str, block: Span) -> tuple[Span, ...]:
    """Find the stretches of a block that are somebody's very words, without their marks.

    A mark that is never closed opens a speech that goes on in the next block; one that only
    closes ends a speech that began in an earlier one.
    """
    found: list[Span] = []
    opened: int | None = None
    for mark in _MARK.finditer(text, *block):
        if _opens(text, mark, block):
            opened = mark.end() if opened is None else opened
        elif opened is not None:
            found.append(Span(opened, mark.start()))
            opened = None
        elif not found:
            found.append(Span(block.start, mark.start()))
    if opened is not None:
        found.append(Span(opened, block.end))
    return tuple(found)


def is_mostly_quoted(span: Span, quoted: tuple[Span, ...]) -> bool:
    """Tell whether more than half of the span is direct speech."""
    at = max(0, bisect_right(quoted, (span.start, 1 << 62)) - 1)
    length = 0
    while at < len(quoted) and quoted[at].start < span.end:
        length += max(0, min(quoted[at].end, span.end) - max(quoted[at].start, span.start))
        at += 1
    return 2 * length > span.end - span.start


def _opens(text: str, mark: re.Match[str], block: Span) -> bool:
    if mark[0] in _OPENERS or mark[0] in _CLOSERS:
        return mark[0] in _OPENERS
    before = text[mark.start() - 1] if mark.start() > block.start else " "
    after = text[mark.end()] if mark.end() < block.end else " "
    return (before.isspace() or before in "([—–-") and not after.isspace()
