"""Quotations: which words of a block stand in quotation marks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from briefing.spans import Span

_MARKS = re.compile(r"''|``|[“”„«»\"‘’'`]")
_PAIRS = {"“": "”", "„": "”", "«": "»", '"': '"', "''": "''", "``": "''", "‘": "’", "'": "'"}
_BEFORE_OPENING = frozenset(" \n\t\xa0\u2009\u202f([{—–-/\"'“‘«")
_SHORTENED = re.compile(
    r"['’](?:\d\ds?\b|em\b|til\b|tis\b|twas\b|n\b|cause\b|bout\b)", re.IGNORECASE
)


class Quotation(NamedTuple):
    """Quoted words, with their marks."""

    span: Span
    closed: bool = True
    """False where the block ends first: the next one may go on with it."""

    @property
    def start(self) -> int:
        """Offset of the opening mark."""
        return self.span.start

    @property
    def end(self) -> int:
        """Offset behind the closing mark."""
        return self.span.end


def find_quotations(text: str, block: Span) -> tuple[Quotation, ...]:
    """Find what is quoted in a block, in text order, none inside another.

    Single marks count where no double ones are open: a quotation within one is part of it.
    Apostrophes are told from single marks by the letters beside them.
    """
    return tuple(_pair(text, block))


def _pair(text: str, block: Span) -> Iterator[Quotation]:
    opened = -1
    closing = ""
    for match in _MARKS.finditer(text, *block):
        mark, at = match[0], match.start()
        if opened < 0:
            if _opens(text, block, mark, at):
                opened, closing = at, _PAIRS[mark]
        elif mark == closing or (mark == '"' and closing == "”"):
            if _closes(text, block, mark, at, match.end()):
                yield Quotation(Span(opened, match.end()))
                opened = -1
            elif mark == '"' and _opens(text, block, mark, at):
                opened = at
    if opened >= 0 and closing not in ("’", "'"):
        yield Quotation(Span(opened, block.end), closed=False)


def _opens(text: str, block: Span, mark: str, at: int) -> bool:
    """Tell whether a mark opens a quotation; a word follows, and none stands before."""
    if mark not in _PAIRS:
        return False
    before = text[at - 1] if at > block.start else " "
    after = text[at + len(mark)] if at + len(mark) < block.end else " "
    if mark in ("“", "„", "«"):
        return True
    if before not in _BEFORE_OPENING or (after.isspace() and at > block.start):
        return False
    return mark not in ("'", "‘") or (after.isalnum() and not _SHORTENED.match(text, at))


def _closes(text: str, block: Span, mark: str, at: int, end: int) -> bool:
    """Tell whether a mark closes the open quotation; an apostrophe does not."""
    after = text[end] if end < block.end else " "
    before = text[at - 1] if at > block.start else " "
    if mark in ("’", "'"):
        # "the voters' wish": a plural's apostrophe has a letter before it, and a comma or a
        # full stop rarely stands outside. Without a second mark the first one counts.
        return not after.isalnum()
    if mark == '"':
        return not before.isspace() or not after.isalnum()
    return True
