"""From a file to a document: choose the reader by suffix, add what the side file says."""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from briefing.errors import UnreadableError
from briefing.model import Document
from briefing.reading.article import Reader
from briefing.reading.decoding import decode
from briefing.reading.plain import read_plain
from briefing.reading.sections import nest_sections


class Format(NamedTuple):
    """A kind of file and how to read it."""

    media_type: str
    read: Reader


_PLAIN = Format("text/plain", read_plain)
READERS: Mapping[str, Format] = MappingProxyType({".txt": _PLAIN, ".text": _PLAIN})


def read_document(path: Path, shown: str | None = None) -> Document:
    """Read one file.

    Args:
        path: Where it lies.
        shown: How the path is written in exports and on screen; ``path`` itself if None.

    Raises:
        UnreadableError: It can't be opened, holds no text, or is no text at all.
    """
    try:
        content = path.read_bytes()
    except OSError as error:
        raise UnreadableError(path, str(error)) from error
    decoded = decode(content)
    kind = READERS.get(path.suffix.lower(), _PLAIN)
    article = kind.read(decoded.text)
    blocks, sections = nest_sections(article.text, article.blocks)
    digest = sha256(content).hexdigest()
    return Document(
        id=digest[:16],
        path=shown if shown is not None else str(path),
        sha256=digest,
        media_type=kind.media_type,
        encoding=decoded.encoding,
        text=article.text,
        blocks=blocks,
        sections=sections,
    )
