"""Sections and sources of a filter by their names: their numbers are those of one text only."""

from __future__ import annotations

from typing import TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from briefing.app.layout.filtering import FactFilter, source_name
from briefing.app.layout.sections import title_of
from briefing.model import Document

_Path: TypeAlias = tuple[str, ...]


class NamedPlaces(Struct, frozen=True, kw_only=True):
    """The section and the sources that a filter asks for, as another text may have them."""

    sha256: str
    """Of the text that the numbers in the filter belong to."""
    section: _Path = ()
    """Titles from its own up to the outermost; empty where no section is asked for."""
    nth: int = 0
    """Which of those with these titles."""
    sources: tuple[str, ...] = ()

    @classmethod
    def of(cls, document: Document, chosen: FactFilter) -> NamedPlaces:
        """Name what a filter asks for in a document."""
        sources = tuple(sorted(source_name(document, row) for row in chosen.sources))
        section = chosen.section
        if section is None or section >= len(document.sections):
            return cls(sha256=document.sha256, sources=sources)
        path = _path(document, section)
        nth = _sections_at(document, path).index(section)
        return cls(sha256=document.sha256, section=path, nth=nth, sources=sources)

    def find_in(self, document: Document, chosen: FactFilter) -> FactFilter:
        """Let a filter ask for the same places of another document, as far as they are there.

        Args:
            document: Analysed, so that its sources are known.
            chosen: Its other parts stay; ``gone`` says what it can't ask for any more.
        """
        found = _sections_at(document, self.section) if self.section else []
        section = found[min(self.nth, len(found) - 1)] if found else None
        rows: dict[str, list[int | None]] = {}
        for row in (None, *range(len(document.sources))):
            rows.setdefault(source_name(document, row), []).append(row)
        gone = [f"“{self.section[0]}”"] if self.section and not found else []
        gone += [name for name in self.sources if name not in rows]
        sources = frozenset(row for name in self.sources for row in rows.get(name, ()))
        return replace(chosen, section=section, sources=sources, gone=tuple(gone))


def _sections_at(document: Document, path: _Path) -> list[int]:
    """Give the sections that have these titles above one another."""
    sections = range(len(document.sections))
    return [n for n in sections if title_of(document, n) == path[0] and _path(document, n) == path]


def _path(document: Document, section: int | None) -> _Path:
    path = []
    while section is not None:
        path.append(title_of(document, section))
        section = document.sections[section].parent
    return tuple(path)
