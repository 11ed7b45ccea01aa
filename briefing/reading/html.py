"""Saved web pages: trafilatura finds the article in the page; nothing is fetched."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from urllib.parse import urldefrag, urljoin

import trafilatura
from trafilatura.settings import Document as Found

from briefing.reading.article import Article
from briefing.reading.composing import Composer, Run
from briefing.reading.main_text import choose_pieces, long_paragraphs
from briefing.reading.metadata import parse_url
from briefing.reading.page import Page, Piece
from briefing.reading.page_metadata import PageFacts, describe_page
from briefing.reading.tags import read_page

_TOO_LARGE = "This page is too large to tell the article from the rest, so all of it is shown."
_NO_ARTICLE = "No article could be made out on this page, so all of its text is shown."


# trafilatura takes 20 seconds for half a million paragraphs; news pages have 3,000 tags at most.
_MAX_TAGS = 50_000
_MAX_TEXT = 1_000_000
"""Visible characters."""


def read_html(text: str) -> Article:
    """Turn a saved web page into its article."""
    page = read_page(text)
    said = describe_page(page)
    pieces, faults = _article(text, page, said)
    composer = Composer()
    if said.title and pieces:
        composer.add("title", [Run(said.title)])
    base = urljoin(said.url or "", page.base or "")
    for piece in pieces:
        runs = [Run(run.words, _address(base, run.url)) for run in piece.runs]
        composer.add(piece.kind, runs, level=piece.level, depth=piece.depth, anchors=piece.anchors)
    return Article(
        text=composer.text,
        blocks=composer.blocks,
        title=said.title,
        published=said.published,
        publisher=said.publisher,
        url=said.url,
        language=said.language,
        links=tuple(link for link in composer.links if not link.url.startswith("#")),
        jumps=composer.jumps,
        faults=faults,
    )


def _article(text: str, page: Page, said: PageFacts) -> tuple[Sequence[Piece], tuple[str, ...]]:
    """Choose the pieces that are the article; a fault says so if none could be told."""
    shown = [piece for piece in page.pieces if not piece.aside] or page.pieces
    if page.tags > _MAX_TAGS or sum(len(piece.words) for piece in page.pieces) > _MAX_TEXT:
        return shown, (_TOO_LARGE,)
    for found in (_find_blocks(text), long_paragraphs(page.pieces)):
        pieces = choose_pieces(page.pieces, found, said.titles, said.descriptions)
        if pieces:
            return pieces, ()
    return shown, (_NO_ARTICLE,)


def _find_blocks(text: str) -> Iterator[str]:
    """Yield the words of each block that trafilatura finds."""
    found = trafilatura.bare_extraction(text, include_comments=False, with_metadata=False)
    if isinstance(found, Found) and found.body is not None:
        for element in found.body.iter("p", "head", "item", "quote", "table", "cell", "code"):
            yield " ".join(element.itertext())
            yield element.tail or ""


def _address(base: str, url: str | None) -> str | None:
    """Make an address whole, but leave only "#name" of one that leads to the same page."""
    if url is None or url.startswith("#"):
        return url
    try:
        whole = urljoin(base, url)
        # A browser that saves a page makes its addresses whole.
        page, name = urldefrag(whole)
        return f"#{name}" if name and page == urldefrag(base).url else parse_url(whole)
    except ValueError:
        return None
