"""Several documents, read together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from briefing.model.document import Document


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """Something that could not be read, or not whole."""

    path: str
    error: str
    """One sentence for the reader: what, and what to do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Syndication:
    """The same report printed more than once."""

    documents: tuple[str, ...]
    """Ids."""
    similarity: float
    """0–1."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Corroboration:
    """Two facts of different documents that bear on each other."""

    facts: tuple[str, str]
    """Ids."""
    relation: Literal["corroborates", "conflicts", "updates"]
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Collection:
    """What a folder, or a list of paths, holds."""

    documents: tuple[Document, ...] = ()
    syndicated: tuple[Syndication, ...] = ()
    corroborations: tuple[Corroboration, ...] = ()
    problems: tuple[Problem, ...] = ()
