"""Attributions."""

from __future__ import annotations

from briefing.model import Document


def mark_attributions(document: Document) -> Document:
    """Add the attributions."""
    return document
