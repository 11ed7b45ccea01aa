"""Plain text: one paragraph a line, or blank lines between paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from briefing.model import Block
from briefing.reading.article import Article
from briefing.reading.dateline import find_dateline
from briefing.reading.headings import find_headings
from briefing.reading.wrapping import find_width, is_forced
from briefing.spans import Span

_BULLET = re.compile(r"(?:[-–—*•‣◦▪●○■·]|\(?\d{1,3}[.)]|\(?[a-z][.)])[ \t]+(?=\S)")
_QUOTE = re.compile(r">[ \t>]*(?=[^>\s]|$)")


def read_plain(text: str) -> Article:
    """Turn plain text into blocks. The text stays as it is."""
    blocks = tuple(_blocks(text))
    levels = find_headings(text, blocks)
    if levels:
        blocks = tuple(
            replace(block, kind="heading", level=levels[at], depth=None) if at in levels else block
            for at, block in enumerate(blocks)
        )
    published, publisher = find_dateline(text, blocks)
    return Article(
        text=text,
        blocks=blocks,
        published=published,
        published_from_text=published is not None,
        publisher=publisher,
    )


def _blocks(text: str) -> Iterator[Block]:
    groups = _groups(text)
    width = find_width(text, groups)
    for group in groups:
        for span in _join(text, group, width) if width else group:
            yield Block(kind="paragraph", span=span)


def _groups(text: str) -> list[list[Span]]:
    """Cut a text into lines, and put those without a blank line between them together."""
    groups: list[list[Span]] = []
    group: list[Span] = []
    at = 0
    for line in text.split("\n"):
        words = line.strip()
        if words:
            start = at + (0 if words[0] == line[0] else len(line) - len(line.lstrip()))
            group.append(Span(start, start + len(words)))
        elif group:
            groups.append(group)
            group = []
        at += len(line) + 1
    if group:
        groups.append(group)
    return groups


def _join(text: str, group: Sequence[Span], width: int) -> Iterator[Span]:
    """Put lines that were broken to fit the width together again."""
    start, last = group[0].start, group[0]
    for line in group[1:]:
        if not is_forced(text, last, line, width):
            yield Span(start, last.end)
            start = line.start
        last = line
    yield Span(start, last.end)
