"""What is known of a document without it: enough to list, sort and count thousands."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from briefing.model.document import Document


class Headline(NamedTuple):
    """What a document says of itself, once it is read."""

    title: str | None
    published: date | None
    publisher: str | None
    sha256: str = ""
    """Of its bytes."""


class Summary(NamedTuple):
    """Figures about an analysed document that take too long to count on every key."""

    words: int
    twice: int
    """Words that stand in repeats."""
    everything: int
    """Caveats that hold for the whole document."""
    facts: int = 0
    """Facts that are shown without being asked for."""


def headline_of(document: Document) -> Headline:
    """Take out of a document what lists show of it."""
    return Headline(document.title, document.published, document.publisher, document.sha256)


def summarise(document: Document) -> Summary:
    """Count once, where the screen does not wait for it."""
    twice = sum(len(span.of(document.text).split()) for span in document.repeated)
    wide = sum(caveat.scope == "document" for caveat in document.caveats)
    shown = sum(fact.shown for fact in document.facts)
    return Summary(len(document.text.split()), twice, wide, shown)
