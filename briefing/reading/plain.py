"""Plain text: one paragraph a line, or blank lines between paragraphs."""

from __future__ import annotations

import re

from briefing.model import Block
from briefing.reading.article import Article
from briefing.spans import Span

_LINE = re.compile(r"[^\n]+")


def read_plain(text: str) -> Article:
    """Turn plain text into blocks. The text stays as it is."""
    spans = (Span(*match.span()).strip(text) for match in _LINE.finditer(text))
    blocks = tuple(Block(kind="paragraph", span=span) for span in spans if span.start < span.end)
    return Article(text=text, blocks=blocks)
