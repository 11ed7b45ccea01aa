"""Which files can be read, and by which reader: a table, keyed by suffix."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from pkgutil import resolve_name
from types import MappingProxyType
from typing import NamedTuple

from briefing.reading.article import Article, Reader, Unpacker
from briefing.reading.guessing import is_docx, is_mail, is_page, is_pdf


class Format(NamedTuple):
    """A kind of file and how to read it."""

    media_type: str
    reader: str
    """Module and function, imported on use: plain text needs none of what a web page needs."""
    markup: bool = False
    """Its lines are no lines of the article, and it may declare its encoding."""
    packed: bool = False
    """Its text lies somewhere inside, so its reader takes the bytes."""

    def read(self, text: str) -> Article:
        """Take a decoded file apart."""
        reader: Reader = resolve_name(self.reader)
        return reader(text)

    def unpack(self, content: bytes, path: Path) -> Article:
        """Take a packed file apart.

        Raises:
            UnreadableError: It is broken, locked or too large, or what reads it is not installed.
        """
        unpacker: Unpacker = resolve_name(self.reader)
        return unpacker(content, path)


PLAIN = Format("text/plain", "briefing.reading.plain:read_plain")
MARKDOWN = Format("text/markdown", "briefing.reading.markdown:read_markdown")
HTML = Format("text/html", "briefing.reading.html:read_html", markup=True)
_XHTML = Format("application/xhtml+xml", "briefing.reading.html:read_html", markup=True)
_MAIL = Format("message/rfc822", "briefing.reading.mail:read_mail", markup=True, packed=True)
_DOCX = Format(
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "briefing.reading.docx:read_docx",
    markup=True,
    packed=True,
)
_PDF = Format("application/pdf", "briefing.reading.pdf:read_pdf", markup=True, packed=True)

READERS: Mapping[str, Format] = MappingProxyType(
    {
        ".txt": PLAIN,
        ".text": PLAIN,
        ".md": MARKDOWN,
        ".markdown": MARKDOWN,
        ".html": HTML,
        ".htm": HTML,
        ".xhtml": _XHTML,
        ".eml": _MAIL,
        ".docx": _DOCX,
        ".pdf": _PDF,
    }
)
"""Suffix, in lower case → format."""


def format_of(path: Path, content: bytes) -> Format:
    """Choose the format of a file: by its suffix, or else by how it begins.

    A PDF or DOCX file that is called a text is one still: nobody could read it as text.
    """
    known = READERS.get(path.suffix.lower())
    if known is not None and known.markup:
        return known
    if is_pdf(content):
        return _PDF
    if is_docx(content):
        return _DOCX
    if known is not None:
        return known
    if is_page(content):
        return HTML
    return _MAIL if is_mail(content) else PLAIN
