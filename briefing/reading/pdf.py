"""PDF files: pdfium reads the letters, and their places tell lines, paragraphs and headings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

from briefing.errors import UnreadableError
from briefing.reading.article import Article
from briefing.reading.extra import not_installed
from briefing.reading.metadata import parse_day, tidy
from briefing.reading.whole import compose_whole, is_telling

_NO_TEXT = "It holds pictures of pages, but no text; have their text recognised (OCR) first."


def read_pdf(content: bytes, path: Path) -> Article:
    """Turn a PDF file into an article.

    Raises:
        UnreadableError: It is none, is locked, holds no text, takes more memory or time than any
            article, or pypdfium2 is not installed.
    """
    try:
        from briefing.reading.pdf_pages import read_pages
    except ModuleNotFoundError as error:
        if error.name is None or error.name.partition(".")[0] == "briefing":
            raise
        raise not_installed(path, "PDF files") from error
    from briefing.reading.pdf_paragraphs import make_pieces

    lines, said, faults = read_pages(content, path)
    pieces = make_pieces(lines)
    if not pieces:
        raise UnreadableError(path, _NO_TEXT)
    shown = next((piece.words for piece in pieces if piece.kind == "title"), None)
    title = tidy(said.get("Title", ""))
    article = compose_whole(pieces, shown or (title if is_telling(title) else None))
    return replace(article, made=_day(said), faults=faults)


def _day(said: Mapping[str, str]) -> date | None:
    """Read the day of "D:20241122103000+01'00'"."""
    return parse_day(said.get("CreationDate", "").removeprefix("D:")[:8])
