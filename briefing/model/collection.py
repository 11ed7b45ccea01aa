"""Several documents, read together."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from briefing.model.document import Document


class Problem(Struct, frozen=True, kw_only=True, gc=False):
    """Something that could not be read, or not whole."""

    path: str
    error: str
    """One sentence for the reader: what, and what to do."""


class Syndication(Struct, frozen=True, kw_only=True, gc=False):
    """The same report printed more than once."""

    documents: tuple[str, ...]
    """Ids."""
    similarity: float
    """0–1."""


class Corroboration(Struct, frozen=True, kw_only=True, gc=False):
    """Two facts of different documents that bear on each other."""

    facts: tuple[str, str]
    """Ids."""
    relation: Literal["corroborates", "conflicts", "updates"]
    reason: str


class Collection(Struct, frozen=True, kw_only=True):
    """What a folder, or a list of paths, holds."""

    documents: tuple[Document, ...] = ()
    syndicated: tuple[Syndication, ...] = ()
    corroborations: tuple[Corroboration, ...] = ()
    problems: tuple[Problem, ...] = ()
