"""PDF files: pdfium reads the letters, and their places tell lines, paragraphs and headings."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from briefing.errors import UnreadableError
from briefing.reading.article import Article
from briefing.reading.extra import not_installed
from briefing.reading.metadata import parse_day, tidy
from briefing.reading.whole import compose_whole, is_telling

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

    from briefing.reading.pdf_lines import Line

_MAX_PAGES = 2_000
_MAX_LETTERS = 8_000_000
"""A page of a newspaper has 15,000."""
_LOCKED = "It is locked with a password; save a copy without one."
_NO_PDF = "It is no PDF file, whatever it is called, or it is broken."
_NO_TEXT = "It holds pictures of pages, but no text; have their text recognised (OCR) first."
_SOME_PAGES = "Only its first {read:,} of {all:,} pages are read."
_BROKEN_PAGE = "Page {page:,} is broken and left out."
_BROKEN_PAGES = "{count:,} pages are broken and left out."


def read_pdf(content: bytes, path: Path) -> Article:
    """Turn a PDF file into an article.

    Raises:
        UnreadableError: It is none, is locked, holds no text, or pypdfium2 is not installed.
    """
    try:
        from pypdfium2 import PdfDocument, PdfiumError
    except ModuleNotFoundError as error:
        raise not_installed(path, "PDF files") from error
    try:
        file = PdfDocument(content)
    except PdfiumError as error:
        # pdfium's own reason may be that of the file before.
        reason = _LOCKED if b"/Encrypt" in content else _NO_PDF
        raise UnreadableError(path, reason) from error
    try:
        lines, faults = _read_pages(file)
        said = file.get_metadata_dict()
    finally:
        file.close()
    if not lines:
        raise UnreadableError(path, _NO_TEXT)
    return _article(lines, said, faults)


def _read_pages(file: PdfDocument) -> tuple[list[Line], tuple[str, ...]]:
    """Read as many pages as an article may have, and what can be read of them."""
    from pypdfium2 import PdfiumError

    from briefing.reading.pdf_lines import read_lines

    pages = len(file)
    lines: list[Line] = []
    broken: list[int] = []
    letters = number = 0
    while number < min(pages, _MAX_PAGES) and letters < _MAX_LETTERS:
        try:
            page = read_lines(file, number)
        except PdfiumError:
            broken.append(number + 1)
        else:
            lines += page
            letters += sum(len(line.words) for line in page)
        number += 1
    faults = []
    if number < pages:
        faults.append(_SOME_PAGES.format(read=number, all=pages))
    if len(broken) == 1:
        faults.append(_BROKEN_PAGE.format(page=broken[0]))
    elif broken:
        faults.append(_BROKEN_PAGES.format(count=len(broken)))
    return lines, tuple(faults)


def _article(lines: list[Line], said: dict[str, str], faults: tuple[str, ...]) -> Article:
    from briefing.reading.pdf_paragraphs import make_pieces

    pieces = make_pieces(lines)
    shown = next((piece.words for piece in pieces if piece.kind == "title"), None)
    title = tidy(said.get("Title", ""))
    article = compose_whole(pieces, shown or (title if is_telling(title) else None))
    return replace(article, made=_day(said), faults=faults)


def _day(said: dict[str, str]) -> date | None:
    """Read the day of "D:20241122103000+01'00'"."""
    return parse_day(said.get("CreationDate", "").removeprefix("D:")[:8])
