"""What was found in all documents, as rows: titles first, then each document with its matches."""

from __future__ import annotations

from bisect import bisect_right
from typing import NamedTuple

from briefing.app.layout.searching import Matches
from briefing.spans import Span


class Found(NamedTuple):
    """A document in which something was found."""

    entry: int
    text: str
    matches: Matches


class Title(NamedTuple):
    """What a document is called, with what was found in that."""

    entry: int
    words: str
    """Safe to show."""
    matches: Matches


class Hit(NamedTuple):
    """Where a row leads."""

    entry: int
    match: Span | None = None
    """In the document's text; None for its beginning."""


class HitRow(NamedTuple):
    """A row: a title, a document, or a match in the document above it."""

    title: int | None = None
    """Index of a title."""
    found: int | None = None
    """Index of a document with matches."""
    match: int | None = None
    """Number of its match; None for the document itself."""


class Hits:
    """Grows while documents are looked through; a row keeps its number."""

    def __init__(self, titles: tuple[Title, ...] = ()) -> None:
        self.titles = titles
        self.found: list[Found] = []
        self.matches = 0
        """How many there are in all texts."""
        self._tops: list[int] = []
        self._rows = len(titles)

    def add(self, found: Found) -> None:
        """Take another document, which has a match."""
        self._tops.append(self._rows)
        self.found.append(found)
        self.matches += len(found.matches)
        self._rows += 1 + len(found.matches)

    def __len__(self) -> int:
        return self._rows

    def __getitem__(self, row: int) -> HitRow:
        if not 0 <= row < len(self):
            raise IndexError(row)
        if row < len(self.titles):
            return HitRow(title=row)
        at = bisect_right(self._tops, row) - 1
        within = row - self._tops[at]
        return HitRow(found=at, match=within - 1 if within else None)

    def leads_to(self, row: int) -> Hit:
        """Tell where a row leads; a document's own leads to its first match."""
        title, at, match = self[row]
        if title is not None:
            return Hit(self.titles[title].entry)
        found = self.found[at or 0]
        return Hit(found.entry, found.matches[match or 0])

    def row_of(self, hit: Hit) -> int | None:
        """Find the row that leads to a place; None where it was not found."""
        if hit.match is None:
            titled = (n for n, title in enumerate(self.titles) if title.entry == hit.entry)
            return next(titled, None)
        for top, found in zip(self._tops, self.found, strict=True):
            if found.entry == hit.entry:
                at = found.matches.first_from(hit.match.start)
                return top + 1 + (at or 0)
        return None

    def next_document(self, row: int, by: int) -> int | None:
        """Find the row of the next document with matches, or of the one before."""
        at = bisect_right(self._tops, row) - 1
        if by < 0 and at >= 0 and self._tops[at] < row:
            return self._tops[at]
        return self._tops[at + by] if 0 <= at + by < len(self._tops) else None


def find_titles(titles: list[tuple[int, str]], lines: Matches) -> tuple[Title, ...]:
    """Give the titles that hold a match.

    Args:
        titles: Numbers of entries, and what they are called.
        lines: What was found in these, joined by line feeds; a match that goes beyond its line
            is none.
    """
    found: dict[int, Matches] = {}
    starts, at = [], 0
    for _, words in titles:
        starts.append(at)
        at += len(words) + 1
    for start, end in zip(lines.starts, lines.ends, strict=True):
        line = bisect_right(starts, start) - 1
        if end <= starts[line] + len(titles[line][1]):
            matches = found.setdefault(line, Matches())
            matches.starts.append(start - starts[line])
            matches.ends.append(end - starts[line])
    return tuple(Title(*titles[line], matches) for line, matches in found.items())
