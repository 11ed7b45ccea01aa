"""Dates."""

from __future__ import annotations

from briefing.model import Document


def mark_dates(document: Document) -> Document:
    """Add the dates."""
    return document
