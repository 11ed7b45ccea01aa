"""A web page as pieces of visible text, and what it says of itself; frozen types."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from briefing.model import BlockKind
from briefing.reading.composing import Run


class Holder:
    """An element that holds paragraphs; compared by identity, as two may look the same."""

    __slots__ = ("names", "outer")

    def __init__(self, names: str = "", outer: Holder | None = None) -> None:
        self.names = names
        """Its classes and its id, as words."""
        self.outer = outer


NOWHERE = Holder()


class Piece(NamedTuple):
    """A block before it has its place in a text."""

    kind: BlockKind
    runs: tuple[Run, ...]
    level: int | None = None
    depth: int | None = None
    bold: bool = False
    """All of it is set in bold."""
    aside: bool = False
    """It stands in navigation, a form or a footer."""
    holder: Holder = NOWHERE
    """The element that holds it, its own paragraph apart."""
    names: str = ""
    """Classes and id, as words, of its own paragraph."""
    anchors: tuple[str, ...] = ()
    """Names by which links on the page lead to it."""

    @property
    def words(self) -> str:
        """The text alone."""
        return "".join(run.words for run in self.runs)


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """Everything that is taken from a page."""

    pieces: tuple[Piece, ...]
    tags: int
    """How many elements it has."""
    title: str
    """Of the window; empty if there is none."""
    metas: Mapping[str, str]
    """Name, property or itemprop, in lower case → the first content."""
    times: tuple[str, ...]
    """Of the tags that mark a time, as machines are to read them."""
    data: tuple[str, ...]
    """JSON-LD, not yet parsed."""
    canonical: str | None
    language: str | None
    base: str | None
