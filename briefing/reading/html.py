"""Saved web pages: trafilatura finds the article in the page."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urljoin

import trafilatura
from lxml import etree
from trafilatura.settings import Document as Page

from briefing.reading.article import Article
from briefing.reading.composing import Composer, Run, table_runs
from briefing.reading.metadata import parse_day, parse_language, parse_url, tidy
from briefing.reading.visible import Piece, add_pieces, visible_blocks

_NO_ARTICLE = "No article could be made out on this page; all of its text is shown."


def read_html(text: str) -> Article:
    """Turn a saved web page into its article; nothing is fetched."""
    page = trafilatura.bare_extraction(
        text, include_comments=False, include_links=True, with_metadata=True
    )
    composer = Composer()
    if not isinstance(page, Page) or page.body is None:
        add_pieces(composer, visible_blocks(text))
        faults = (_NO_ARTICLE,) if composer.blocks else ()
        return Article(text=composer.text, blocks=composer.blocks, faults=faults)
    title = tidy(page.title or "") or None
    url = parse_url(page.url or "")
    if title:
        composer.add("title", [Run(title)])
    add_pieces(composer, tuple(_pieces(page.body, url)))
    return Article(
        text=composer.text,
        blocks=composer.blocks,
        title=title,
        published=parse_day(page.date or ""),
        publisher=tidy(page.sitename or "") or None,
        url=url,
        language=parse_language(page.language or ""),
        links=composer.links,
    )


def _pieces(body: etree._Element, base: str | None) -> Iterator[Piece]:
    """Turn trafilatura's tree into blocks."""
    for element in body:
        match element.tag:
            case "head":
                level = int((element.get("rend") or "h2")[1:2] or 2)
                yield Piece("heading", tuple(_runs(element, base)), level=level)
            case "list":
                yield from _items(element, base, 1)
            case "quote":
                yield from _quote(element, base)
            case "table":
                rows = ([_runs(c, base) for c in row.iter("cell")] for row in element.iter("row"))
                yield Piece("table", tuple(table_runs(rows)))
            case "code":
                yield Piece("code", (Run("".join(element.itertext())),))
            case _:
                yield Piece("paragraph", tuple(_runs(element, base)))
        if element.tail and element.tail.strip():
            yield Piece("paragraph", (Run(element.tail),))


def _quote(element: etree._Element, base: str | None) -> Iterator[Piece]:
    if any(child.tag in ("p", "list") for child in element):
        if element.text and element.text.strip():
            yield Piece("quote", (Run(element.text),))
        for piece in _pieces(element, base):
            yield piece._replace(kind="quote", level=None) if piece.kind == "paragraph" else piece
    else:
        yield Piece("quote", tuple(_runs(element, base)))


def _items(element: etree._Element, base: str | None, depth: int) -> Iterator[Piece]:
    for item in element:
        nested = [child for child in item if child.tag == "list"]
        yield Piece("item", tuple(_runs(item, base, skip=("list",))), depth=depth)
        for child in nested:
            yield from _items(child, base, depth + 1)


def _runs(
    element: etree._Element,
    base: str | None,
    url: str | None = None,
    skip: tuple[str, ...] = (),
) -> Iterator[Run]:
    if element.tag == "ref":
        url = parse_url(urljoin(base or "", element.get("target") or ""))
    if element.tag == "lb":
        yield Run("\n")
    if element.text:
        yield Run(element.text.replace("\n", " "), url)
    for child in element:
        if child.tag not in skip:
            yield from _runs(child, base, url)
        if child.tail:
            yield Run(child.tail.replace("\n", " "), url)
