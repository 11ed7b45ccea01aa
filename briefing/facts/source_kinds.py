"""What kind of source words name."""

from __future__ import annotations

from briefing.model import Document, SourceKind
from briefing.spans import Span


def kind_of(document: Document, source: tuple[Span, ...]) -> SourceKind:
    """Tell whether a source is named."""
    if not source:
        return "none"
    return "named"
