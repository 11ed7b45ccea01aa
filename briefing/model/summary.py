"""Figures about a document that take too long to count on every key."""

from __future__ import annotations

from typing import NamedTuple

from briefing.model.document import Document


class Summary(NamedTuple):
    """What the top line shows of an analysed document."""

    words: int
    twice: int
    """Words that stand in repeats."""
    everything: int
    """Caveats that hold for the whole document."""


def summarise(document: Document) -> Summary:
    """Count once, where the screen does not wait for it."""
    twice = sum(len(span.of(document.text).split()) for span in document.repeated)
    wide = sum(caveat.scope == "document" for caveat in document.caveats)
    return Summary(len(document.text.split()), twice, wide)
