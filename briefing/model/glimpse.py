"""What can be shown of a file before anything else is known."""

from __future__ import annotations

from typing import NamedTuple

from briefing.model.summary import Summary


class Glimpse(NamedTuple):
    """The first file, as far as it is there at once."""

    path: str
    shown: str
    """As given on the command line, joined with the path inside a folder."""
    packed: bytes
    """Its document, see ``packed.pack``."""
    summary: Summary | None = None
    """None where the document is not analysed."""
    beginning: bool = False
    """The document is only the beginning of a long text."""
