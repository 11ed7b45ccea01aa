"""Quantities."""

from __future__ import annotations

from briefing.model import Document


def mark_quantities(document: Document) -> Document:
    """Add the quantities."""
    return document
