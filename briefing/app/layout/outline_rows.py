"""Which row of the outline is which: documents, and below some of them their sections."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate
from typing import NamedTuple

from msgspec import Struct, field

from briefing.app.layout.outline import SectionRow, Sort
from briefing.app.layout.searching import fold
from briefing.app.shelf import Entry
from briefing.gate import clean


class Row(NamedTuple):
    """A row of the outline."""

    entry: int
    at: int | None = None
    """Index into the entry's section rows; None for the document itself."""


class OutlineRows:
    """Documents in an order, some with sections below them; costs nothing per section."""

    def __init__(
        self, order: Sequence[int] = (), below: Mapping[int, Sequence[int]] | None = None
    ) -> None:
        """Lay out rows.

        Args:
            order: Numbers of the entries that are listed.
            below: Ascending indexes of the section rows that are shown below an entry.
        """
        self.order = order
        self._below = below or {}
        self._places = {entry: place for place, entry in enumerate(order)}
        heights = [1] * len(order)
        for entry, rows in self._below.items():
            if entry in self._places:
                heights[self._places[entry]] += len(rows)
        self._tops = list(accumulate(heights, initial=0))

    def __len__(self) -> int:
        return self._tops[-1]

    def __getitem__(self, row: int) -> Row:
        if not 0 <= row < len(self):
            raise IndexError(row)
        place = bisect_right(self._tops, row) - 1
        entry, within = self.order[place], row - self._tops[place]
        return Row(entry, self._below[entry][within - 1] if within else None)

    def place_of(self, entry: int) -> int | None:
        """Tell the how-manieth of the documents an entry is, from 0; None if it is not listed."""
        return self._places.get(entry)

    def row_of(self, wanted: Row) -> int | None:
        """Find a row, or the one above it that is shown; None if the document is not listed."""
        place = self._places.get(wanted.entry)
        if place is None:
            return None
        below = self._below.get(wanted.entry, ())
        within = 0 if wanted.at is None else bisect_right(below, wanted.at)
        return self._tops[place] + within


class View(Struct, frozen=True, kw_only=True, eq=False):
    """What the outline shows, whatever of it is in view."""

    rows: OutlineRows = field(default_factory=OutlineRows)
    entries: Sequence[Entry] = ()
    sections: Mapping[int, Sequence[SectionRow]] = field(default_factory=dict)
    """Below entries that are unfolded, or have been."""
    unfolded: frozenset[int] = frozenset()
    read: frozenset[int] = frozenset()
    """Entries that the reader has opened."""
    current: int | None = None
    """The entry that is read now."""
    sort: Sort = "given"


class Lines:
    """Short lines that are searched all at once while somebody types."""

    def __init__(self, lines: Sequence[str]) -> None:
        """``lines`` hold no line feed."""
        # Folded in one go: 20,000 headings take a twentieth of the time.
        self._lines = fold("\n".join(lines)).split("\n") if lines else []

    def having(self, words: str) -> list[int]:
        """Give the lines that hold every one of some words, or parts of words."""
        found: Iterable[int] = range(len(self._lines))
        for word in fold(words).split():
            found = [number for number in found if word in self._lines[number]]
        return list(found)


def at_section(entry: int, section: int | None, rows: Sequence[SectionRow]) -> Row:
    """Find the row that stands for a section; a run stands for all of its own."""
    if section is None or not rows:
        return Row(entry)
    at = bisect_right(rows, section, key=lambda row: row.section) - 1
    return Row(entry, at) if at >= 0 else Row(entry)


def lines_of_entries(entries: Sequence[Entry]) -> Lines:
    """Prepare what documents are called to be searched: file, title and publisher."""
    lines = []
    for entry in entries:
        headline = entry.headline
        known = (headline.title, headline.publisher) if headline is not None else ()
        lines.append(" ".join((entry.name, *(clean(words) for words in known if words))))
    return Lines(lines)


def lines_of_sections(rows: Sequence[SectionRow]) -> Lines:
    """Prepare titles to be searched; what was said before is found where it was said first."""
    return Lines(["" if row.run else row.title for row in rows])


def leave(
    order: Sequence[int], names: Lines, titles: Mapping[int, Lines], words: str
) -> OutlineRows:
    """Leave the rows that hold the words, and the documents of such sections.

    Args:
        order: Numbers of all entries, as they are listed.
        names: Of all entries, by number.
        titles: Of the sections of an entry, as far as they are known.
        words: What is looked for.
    """
    named = set(names.having(words))
    below = {entry: found for entry, lines in titles.items() if (found := lines.having(words))}
    return OutlineRows([entry for entry in order if entry in named or entry in below], below)


def first_left(rows: OutlineRows, names: Lines, words: str) -> int:
    """Find the first row that holds the words itself: a document may stand for its sections."""
    return 0 if not rows.order or rows.order[0] in names.having(words) else 1
