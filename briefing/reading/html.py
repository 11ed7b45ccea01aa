"""Saved web pages: trafilatura finds the article in the page; nothing is fetched."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from urllib.parse import urljoin

import trafilatura
from lxml import etree
from trafilatura.settings import Document as Found

from briefing.reading.article import Article
from briefing.reading.composing import Composer, Run
from briefing.reading.main_text import choose_pieces
from briefing.reading.metadata import parse_url
from briefing.reading.page import Piece, read_page
from briefing.reading.page_metadata import describe_page

_NO_ARTICLE = "No article could be made out on this page, so all of its text is shown."


def read_html(text: str) -> Article:
    """Turn a saved web page into its article."""
    page = read_page(text)
    said = describe_page(page)
    body = _find_body(text)
    pieces: Iterable[Piece] = ()
    faults: tuple[str, ...] = ()
    if body is not None:
        pieces = choose_pieces(page.pieces, _blocks(body), said.titles, said.descriptions)
    if not pieces:
        pieces = [piece for piece in page.pieces if not piece.aside]
        faults = (_NO_ARTICLE,)
    composer = Composer()
    if said.title:
        composer.add("title", [Run(said.title)])
    base = urljoin(said.url or "", page.base or "")
    for piece in pieces:
        runs = [Run(run.words, _address(base, run.url)) for run in piece.runs]
        composer.add(piece.kind, runs, level=piece.level, depth=piece.depth)
    return Article(
        text=composer.text,
        blocks=composer.blocks,
        title=said.title,
        published=said.published,
        publisher=said.publisher,
        url=said.url,
        language=said.language,
        links=composer.links,
        faults=faults,
    )


def _find_body(text: str) -> etree._Element | None:
    found = trafilatura.bare_extraction(text, include_comments=False, with_metadata=False)
    return found.body if isinstance(found, Found) else None


def _blocks(body: etree._Element) -> Iterator[str]:
    """Yield the words of each block of trafilatura's tree."""
    for element in body.iter("p", "head", "item", "quote", "cell", "code"):
        yield " ".join(element.itertext())
        if element.tail:
            yield element.tail


def _address(base: str, url: str | None) -> str | None:
    if url is None or url.startswith("#"):
        return None
    try:
        return parse_url(urljoin(base, url))
    except ValueError:
        return None
