"""Caveats."""

from __future__ import annotations

from briefing.model import Document


def mark_caveats(document: Document) -> Document:
    """Add the caveats."""
    return document
