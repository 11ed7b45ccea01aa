"""From a file to a document: choose the reader by suffix, add what the side file says."""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import date
from hashlib import sha256
from pathlib import Path

from briefing.errors import UnreadableError
from briefing.model import Document, PublishedFrom
from briefing.reading.article import Article
from briefing.reading.decoding import binary_reason, declared_encoding, decode
from briefing.reading.formats import MARKDOWN, PLAIN, READERS, Format, format_of
from briefing.reading.guessing import is_markdown
from briefing.reading.metadata import Metadata, read_side
from briefing.reading.opening import (
    LONG_LINE,
    MANY_TAGS,
    MAX_TAGS,
    has_long_line,
    has_long_passage,
    read_bytes,
)
from briefing.reading.sections import nest_sections

BINARY = "binary"
"""The encoding of a file that has no text of its own, as MIME calls it."""


def read_document(path: Path, shown: str | None = None, *, most: int | None = None) -> Document:
    """Read one file, and its side file if there is one.

    Args:
        path: Where it lies. A suffix that is not in ``READERS`` is read as what it begins like:
            a web page, a mail, a PDF or DOCX file, or else plain text; one without a suffix may
            be Markdown.
        shown: How the path is written in exports and on screen; ``path`` itself if None.
        most: Take no more than about as many characters of a plain text or of Markdown: what
            stands before the next blank line. It is decoded, named and hashed as a whole.

    Raises:
        UnreadableError: It can't be opened, holds no text, or is no text at all.
    """
    form = READERS.get(path.suffix.lower())
    content = read_bytes(path, lines=form is None or not form.markup)
    if not content.strip():
        raise UnreadableError(path, "It is empty." if not content else "It holds only white space.")
    form = format_of(path, content)
    if form.packed:
        article = form.unpack(content, path)
    else:
        form, article = _read_text(path, form, content, most)
    if article.published is None and form is not PLAIN:
        article = _with_dateline(article)
    if not any(char.isprintable() and not char.isspace() for char in article.text):
        raise UnreadableError(path, "It holds no words to read.")
    digest = sha256(content).hexdigest()
    name = shown if shown is not None else os.fsencode(path).decode("utf-8", "replace")
    return _document(article, read_side(path), form, digest, name)


def _read_text(
    path: Path, form: Format, content: bytes, most: int | None
) -> tuple[Format, Article]:
    """Decode a file and take it apart; one without a suffix may turn out to be Markdown."""
    if reason := binary_reason(content):
        raise UnreadableError(path, reason)
    decoded = decode(content, declared_encoding(content) if form.markup else None)
    if not path.suffix and not form.markup and is_markdown(decoded.text):
        form = MARKDOWN
    if form.markup and decoded.text.count("<") > MAX_TAGS:
        raise UnreadableError(path, MANY_TAGS)
    if (has_long_passage if form.markup else has_long_line)(decoded.text):
        raise UnreadableError(path, LONG_LINE)
    text = decoded.text if most is None or form.markup else cut_beginning(decoded.text, most)
    article = form.read(text)
    faults = (decoded.fault, *article.faults) if decoded.fault else article.faults
    return form, replace(article, encoding=decoded.encoding, faults=faults)


def cut_beginning(text: str, most: int) -> str:
    """Cut a text at the first blank line, or else the first line, that ends behind ``most``."""
    for end in ("\n\n", "\n"):
        at = text.find(end, most, 2 * most)
        if at >= 0:
            return text[: at + len(end)]
    return text


def _with_dateline(article: Article) -> Article:
    """Take the day from the top of the text where the file does not tell it otherwise."""
    from briefing.reading.dateline import find_dateline  # brings word lists

    dateline = find_dateline(article.text, article.blocks)
    return replace(
        article,
        published=dateline.published or article.made,
        published_from_text=dateline.published is not None,
        publisher=article.publisher or dateline.publisher,
    )


def _document(article: Article, side: Metadata, form: Format, digest: str, shown: str) -> Document:
    blocks, sections = nest_sections(article.text, article.blocks)
    published, published_from = _day(article, side)
    return Document(
        id=digest[:16],
        path=shown,
        sha256=digest,
        media_type=form.media_type,
        encoding=article.encoding or BINARY,
        text=article.text,
        title=side.title or article.title,
        published=published,
        published_from=published_from,
        publisher=side.publisher or article.publisher,
        url=side.url or article.url,
        language=side.language or article.language or "en",
        notices=article.notices,
        faults=(*article.faults, *side.faults),
        links=article.links,
        jumps=article.jumps,
        blocks=blocks,
        sections=sections,
    )


def _day(article: Article, side: Metadata) -> tuple[date | None, PublishedFrom | None]:
    if side.published is not None:
        return side.published, "side"
    if article.published is not None:
        return article.published, "dateline" if article.published_from_text else "file"
    return None, None
