"""Repeats."""

from __future__ import annotations

from briefing.model import Document


def mark_repeats(document: Document) -> Document:
    """Add the repeats."""
    return document
