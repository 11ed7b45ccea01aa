"""Put an article together that is all there is in its file, with nothing around it to leave out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from briefing.model import Block
from briefing.reading.article import Article
from briefing.reading.composing import Composer, Run
from briefing.reading.headings import find_headings
from briefing.reading.line_shapes import is_open, is_short
from briefing.reading.metadata import parse_url
from briefing.reading.page import Piece
from briefing.reading.titles import is_title

# "Microsoft Word - minutes final", "minutes_v3.docx"
_FILE = re.compile(r"^Microsoft \w+ - |\.[a-z]\w{1,4}$", re.IGNORECASE)
_AT_THE_TOP = 5
"""Pieces; what is called the title further down is none."""


def compose_whole(pieces: Iterable[Piece], title: str | None) -> Article:
    """Turn pieces into an article.

    Where nothing is marked as a heading, lines that are bold throughout are headings, and
    where none is, those that look like headings in plain text.

    Args:
        pieces: In reading order.
        title: As the file tells it. Where a piece at the top says the same, that is the title;
            otherwise it is put above the text.
    """
    pieces = _titled(list(pieces), title)
    composer = Composer()
    bold = not any(piece.kind == "heading" for piece in pieces)
    for piece in pieces:
        kind, level = piece.kind, piece.level
        if bold and kind == "paragraph" and piece.bold and is_open(piece.words):
            kind, level = "heading", 2
        runs = [Run(run.words, _address(run.url)) for run in piece.runs]
        composer.add(kind, runs, level=level, depth=piece.depth, anchors=piece.anchors)
    text = composer.text
    blocks = _headed(text, composer.blocks)
    return Article(
        text=text,
        blocks=blocks,
        title=next((b.span.of(text) for b in blocks if b.kind == "title"), None),
        links=tuple(link for link in composer.links if not link.url.startswith("#")),
        jumps=composer.jumps,
    )


def is_telling(title: str) -> bool:
    """Tell a title from what programs write in its place: a word, or the name of a file."""
    return " " in title.strip() and not _FILE.search(title)


def _titled(pieces: list[Piece], title: str | None) -> list[Piece]:
    """Make sure that the title stands in the text, once."""
    key = _key(title or "")
    if not key:
        return pieces
    for at, piece in enumerate(pieces[:_AT_THE_TOP]):
        if _key(piece.words) == key:
            pieces[at] = piece._replace(kind="title", level=None, depth=None)
            return pieces
    return [Piece("title", (Run(title or ""),)), *pieces]


def _headed(text: str, blocks: Sequence[Block]) -> tuple[Block, ...]:
    if blocks and is_title(text, blocks):
        blocks = (replace(blocks[0], kind="title"), *blocks[1:])
    if any(block.kind == "heading" for block in blocks):
        return tuple(blocks)
    levels = find_headings(text, blocks)
    return tuple(
        replace(block, kind="heading", level=levels[at], depth=None)
        if at in levels and is_short(block) and block.kind != "title"
        else block
        for at, block in enumerate(blocks)
    )


def _key(words: str) -> str:
    return "".join(filter(str.isalnum, words.casefold()))


def _address(url: str | None) -> str | None:
    """Leave addresses of the web, and those that lead to another part of the text."""
    return url if url is None or url.startswith("#") else parse_url(url)
