"""The ledger."""

from __future__ import annotations

from briefing.model import Document


def mark_sources(document: Document) -> Document:
    """Add the ledger."""
    return document
