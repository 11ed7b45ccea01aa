"""What the reader has before it: every file, as far as it has been read."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct

from briefing.gate import clean
from briefing.model import Document, Headline, Summary


class Entry(Struct):
    """One file, or a path that leads nowhere."""

    path: Path
    shown: str
    """As given on the command line, joined with the path inside a folder."""
    document: Document | None = None
    """Only while it is the one that is read; None for all others."""
    headline: Headline | None = None
    """None until the file is read."""
    summary: Summary | None = None
    """None until the document is analysed."""
    problem: str | None = None
    """Why there is no document."""
    beginning: bool = False
    """The document is only the beginning of a long file, the rest of which is being read."""

    @property
    def name(self) -> str:
        """The file's name, safe to show."""
        return clean(self.path.name or self.shown)
