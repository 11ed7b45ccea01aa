"""The brief in Markdown."""

from __future__ import annotations

from briefing.model import Collection


def export_markdown(collection: Collection) -> str:
    """Write the brief of every document."""
    return "".join(f"# {document.path}\n" for document in collection.documents)
