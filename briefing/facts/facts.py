"""Facts."""

from __future__ import annotations

from briefing.model import Document


def mark_facts(document: Document) -> Document:
    """Add the facts."""
    return document
