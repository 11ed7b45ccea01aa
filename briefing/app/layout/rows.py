"""A document as rows of the body: exact where it is looked at, estimated until the rest is done."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Callable
from itertools import accumulate, chain
from time import perf_counter
from typing import NamedTuple

from briefing.app.layout.chunk_rows import (
    BLANK,
    FOLD,
    NO_ROOM,
    ChunkRows,
    Room,
    Row,
    lay_out_chunk,
)
from briefing.app.layout.chunks import Chunks, cut_into_chunks
from briefing.app.layout.folding import Fold, Hidden
from briefing.model import Document

_RAGGED = 3
"""Cells that a line leaves empty, on average."""
_BETWEEN = 1.5
"""Rows that a block takes beyond its full ones: half of its last, and the empty one above."""


class Place(NamedTuple):
    """A row that stays the same when those above it become more or fewer."""

    chunk: int
    row: int
    """Counted from the first of the chunk."""


class Rows:
    """Rows in text order.

    A long text has hundreds of thousands. Its chunks are laid out one by one as they are
    needed; how many rows the others take is estimated until ``settle`` has come to them. What
    that changes above the row that is held moves its number, and ``moved`` is called.
    """

    def __init__(
        self,
        document: Document | None = None,
        room: Room = NO_ROOM,
        folds: tuple[Fold, ...] = (),
        opened: frozenset[int] = frozenset(),
        *,
        chunks: Chunks | None = None,
        moved: Callable[[], None] = lambda: None,
    ) -> None:
        """Lay nothing out yet.

        Args:
            document: Its blocks are shown.
            room: For the words of a row.
            folds: What the document says twice.
            opened: Indexes of the folds that are open.
            chunks: Those of the document, if they are known.
            moved: Hears that rows have other numbers now.
        """
        self.document = document
        self.folds = folds
        self.opened = opened
        self.chunks = chunks or _cut(document)
        self._room = room
        self._moved = moved
        self._laid: list[ChunkRows | None] = [None] * len(self.chunks)
        self._hidden = self._hide()
        self._heights = array("q", map(self._estimate, range(len(self.chunks))))
        self._tops = list(accumulate(self._heights, initial=0))
        self._counted = True
        """Whether the tops go with the heights."""
        self._held = Place(0, 0)
        self._next = 0
        """The first chunk that may not be laid out yet."""

    def __len__(self) -> int:
        return self._tops[-1]

    def __getitem__(self, row: int) -> Row:
        chunk, at = self.place(row)
        rows = self._lay(chunk)
        text = self.document.text if self.document is not None else ""
        return rows.row(max(0, min(at, len(rows) - 1)), text)

    def row_of(self, offset: int) -> int:
        """Find the row that shows a character, or the fold that hides it."""
        if not len(self.chunks):
            return 0
        chunk = self.chunks.at(offset)
        at = bisect_right(self._reach(chunk).starts, offset) - 1
        while at < 0 and chunk > 0:  # hidden by a fold that begins further up
            chunk -= 1
            at = len(self._reach(chunk)) - 1
        starts = self._reach(chunk)
        while at > 0 and starts.owners[at] == BLANK:
            at -= 1
        return self._tops[chunk] + max(at, 0)

    def row_of_fold(self, fold: int) -> int:
        """Find the line of a fold."""
        chunk = self.chunks.at(self.folds[fold].span.start)
        return self._tops[chunk] + self._reach(chunk).owners.index(FOLD - fold)

    def place(self, row: int) -> Place:
        """Say where a row is in terms that stay."""
        row = max(0, min(row, len(self) - 1))
        chunk = max(0, bisect_right(self._tops, row, hi=len(self.chunks)) - 1)
        return Place(chunk, row - self._tops[chunk])

    def offset_at(self, row: int) -> int:
        """Give where a row begins; only about where, if it has not been laid out yet."""
        if row >= len(self):
            return self.chunks.end
        chunk, at = self.place(row)
        rows = self._laid[chunk]
        if rows is not None:
            return rows.starts[min(at, len(rows) - 1)]
        span = self.chunks.span(chunk)
        return span.start + (span.end - span.start) * at // max(self._heights[chunk], 1)

    # What is exact

    @property
    def held(self) -> int:
        """The number that the held row has now."""
        chunk, row = self._held
        if chunk >= len(self.chunks):
            return 0
        return self._tops[chunk] + max(0, min(row, self._heights[chunk] - 1))

    def hold(self, row: int) -> None:
        """Hold a row, as the first one in view, while others are laid out."""
        self._held = self.place(row)

    def reach(self, offset: int, around: int) -> int:
        """Lay out what shows a character and so many rows around it; give its row."""
        if len(self.chunks):
            self._reach_around(self.chunks.at(offset), around)
        return self.row_of(offset)

    def reach_row(self, row: int, around: int) -> None:
        """Lay out so many rows around a row."""
        if len(self.chunks):
            self._reach_around(self.place(row).chunk, around)

    @property
    def settled(self) -> bool:
        """Whether every row is exact."""
        return self._next == len(self.chunks) and self._counted

    def settle(self, seconds: float = float("inf")) -> bool:
        """Lay out more of what is estimated; tells whether everything is exact now.

        Rows keep their numbers until everything is.
        """
        until = perf_counter() + seconds
        while self._next < len(self.chunks):
            self._lay(self._next)
            self._next += 1
            if perf_counter() > until:
                break
        if self._next < len(self.chunks):
            return False
        self._count()
        return True

    def open(self, opened: frozenset[int]) -> None:
        """Open and close folds; only the chunks that they meet are laid out anew."""
        changed = self.opened ^ opened
        self.opened = opened
        self._hidden = self._hide()
        spans = (self.folds[fold].span for fold in changed)
        for chunk in set(chain.from_iterable(map(self.chunks.meeting, spans))):
            self._laid[chunk] = None
            self._heights[chunk] = self._estimate(chunk)
            self._counted = False
            self._next = min(self._next, chunk)
        self._count()

    def _reach_around(self, chunk: int, around: int) -> None:
        self._lay(chunk)
        for step in (-1, 1):
            rows, beside = 0, chunk + step
            while rows < around and 0 <= beside < len(self.chunks):
                rows += len(self._lay(beside))
                beside += step
        self._count()

    def _reach(self, chunk: int) -> ChunkRows:
        rows = self._lay(chunk)
        self._count()
        return rows

    def _lay(self, chunk: int) -> ChunkRows:
        rows = self._laid[chunk]
        if rows is None and self.document is not None:
            chunks = self.chunks
            blocks = range(chunks.firsts[chunk], chunks.lasts[chunk])
            rows = self._laid[chunk] = lay_out_chunk(
                self.document, blocks, chunks.span(chunk), self._room, self.folds, self.opened
            )
            if self._heights[chunk] != len(rows):
                self._heights[chunk] = len(rows)
                self._counted = False
        return rows or ChunkRows()

    def _count(self) -> None:
        """Number the rows anew, if there are more or fewer of them."""
        if self._counted:
            return
        before = self.held, len(self)
        self._tops = list(accumulate(self._heights, initial=0))
        self._counted = True
        if (self.held, len(self)) != before:
            self._moved()

    def _hide(self) -> Hidden:
        folds = enumerate(self.folds)
        return Hidden(fold for number, fold in folds if number not in self.opened)

    def _estimate(self, chunk: int) -> int:
        if not self._room.prose:
            return 0
        chunks = self.chunks
        span = chunks.span(chunk)
        blocks = chunks.lasts[chunk] - chunks.firsts[chunk]
        shown = span.end - span.start - self._hidden.count(span)
        rows = shown / max(self._room.prose - _RAGGED, 1)
        return round(rows + _BETWEEN * blocks * shown / max(span.end - span.start, 1))


def _cut(document: Document | None) -> Chunks:
    return cut_into_chunks(document.text, document.blocks) if document is not None else Chunks()
