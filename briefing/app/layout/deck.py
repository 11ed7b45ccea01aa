"""The facts that have a card, in the order of the cards."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import TypeGuard, overload

from briefing.model import Document, Fact
from briefing.model.columns import columns_of

_NEAR = 20
"""Facts on either side of a word that it may belong to."""


class Deck(Sequence[Fact]):
    """Facts of a document by their rows in its columns; each is made when it is asked for."""

    def __init__(self, document: Document | None = None, rows: array[int] | None = None) -> None:
        """``rows`` are rows of the document's columns in the order of the cards."""
        self.document = document
        columns = columns_of(document) if document is not None else None
        self._columns = columns
        self._starts = columns.starts if columns is not None else array("l")
        self._rows = rows if columns is not None and rows is not None else array("l")
        self._by_place = self._rows
        self._positions: dict[int, int] | None = None
        if any(map(int.__gt__, self._rows, self._rows[1:])):
            self._by_place = array("l", sorted(self._rows))
            self._positions = {row: position for position, row in enumerate(self._rows)}

    def __len__(self) -> int:
        return len(self._rows)

    @overload
    def __getitem__(self, at: int) -> Fact: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[Fact, ...]: ...
    def __getitem__(self, at: int | slice) -> Fact | tuple[Fact, ...]:
        if isinstance(at, slice):
            return tuple(self._fact(row) for row in self._rows[at])
        return self._fact(self._rows[at])

    def __iter__(self) -> Iterator[Fact]:
        return map(self._fact, self._rows)

    def position_of(self, fact: Fact | None) -> int | None:
        """Tell which card a fact has; None where it has none."""
        if fact is None or self.document is None or self._columns is None:
            return None
        row = self._columns.row_of(self.document, fact)
        if row is None:
            return None
        if self._positions is not None:
            return self._positions.get(row)
        at = bisect_left(self._rows, row)
        return at if at < len(self) and self._rows[at] == row else None

    def holds(self, fact: Fact | None) -> TypeGuard[Fact]:
        """Tell whether there is a card for a fact."""
        return self.position_of(fact) is not None

    def first_from(self, offset: int) -> Fact | None:
        """Give the first fact whose claim begins at an offset or behind it, else the last one."""
        if not len(self):
            return None
        at = bisect_left(self._by_place, offset, key=self._starts.__getitem__)
        return self._fact(self._by_place[min(at, len(self) - 1)])

    def at(self, offset: int) -> Fact | None:
        """Give the fact that a word belongs to: by its claim, else by its sentence."""
        if not len(self):
            return None
        near = bisect_right(self._by_place, offset, key=self._starts.__getitem__)
        around = [self._fact(row) for row in self._by_place[max(0, near - _NEAR) : near + _NEAR]]
        for fact in reversed(around):
            if any(start <= offset < end for start, end in fact.claim):
                return fact
        return next((f for f in around if f.span.start <= offset < f.span.end), None)

    def _fact(self, row: int) -> Fact:
        if self.document is None or self._columns is None:
            raise IndexError(row)
        return self.document.facts[self._columns.numbers[row]]
