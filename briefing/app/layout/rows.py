"""A document as rows of the body: laid out once per width, drawn row by row on demand."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Collection, Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from msgspec import Struct, field

from briefing.app.layout.folding import Fold, Piece, fold_repeats
from briefing.app.layout.wrapping import wrap
from briefing.gate import clean_lines
from briefing.model import Block, Document
from briefing.spans import Span

BLANK = -1
"""In ``Rows.blocks``: an empty row."""
_FOLD = -2
"""In ``Rows.blocks``: ``_FOLD - n`` is the line of fold ``n``."""
PREFORMATTED = frozenset({"table", "code"})
"""Kinds of blocks whose lines stay as they are written."""
_INDENT = 2


class Row(NamedTuple):
    """One row: words of a block, the line of a fold, or nothing."""

    start: int
    end: int
    block: int | None
    """Index into the document's blocks; None for an empty row and the line of a fold."""
    fold: int | None
    """Index into the folds, for the line of one."""

    @property
    def span(self) -> Span:
        """The words; empty where there are none."""
        return Span(self.start, self.end)


class Rows(Struct):
    """Rows in text order; three arrays, since a long text has hundreds of thousands."""

    folds: tuple[Fold, ...] = ()
    starts: array[int] = field(default_factory=lambda: array("l"))
    ends: array[int] = field(default_factory=lambda: array("l"))
    blocks: array[int] = field(default_factory=lambda: array("l"))

    def __len__(self) -> int:
        return len(self.starts)

    def __getitem__(self, row: int) -> Row:
        block = self.blocks[row]
        return Row(self.starts[row], self.ends[row], block if block >= 0 else None, self.fold(row))

    def fold(self, row: int) -> int | None:
        """Tell which fold's line a row is; None for all others."""
        block = self.blocks[row]
        return _FOLD - block if block <= _FOLD else None

    def row_of(self, offset: int) -> int:
        """Find the row that shows a character, or the fold that hides it."""
        row = max(bisect_right(self.starts, offset) - 1, 0)
        while row > 0 and self.blocks[row] == BLANK:
            row -= 1
        return row

    def _add(self, start: int, end: int, block: int) -> None:
        self.starts.append(start)
        self.ends.append(end)
        self.blocks.append(block)

    def _blank(self, at: int, count: int = 1) -> None:
        """Part what follows; never above the first row, never more than asked for."""
        have = 0
        while have < len(self) and self.blocks[-1 - have] == BLANK:
            have += 1
        if len(self) > have:
            for _ in range(count - have):
                self._add(at, at, BLANK)


def indent_of(block: Block) -> int:
    """Cells by which a block stands to the right of a paragraph."""
    match block.kind:
        case "item":
            return _INDENT * (block.depth or 1)
        case "quote":
            return _INDENT
    return 0


def lay_out(document: Document, width: int, opened: Collection[int] = ()) -> Rows:
    """Lay a document out.

    Args:
        document: Its blocks and repeats say what is shown and what is folded.
        width: Cells for the text, margins not counted.
        opened: Indexes of the folds that are open.
    """
    folds, pieces = fold_repeats(document)
    rows = Rows(folds)
    text = clean_lines(document.text)
    blocks = document.blocks
    before: Piece | None = None
    for piece in pieces:
        block = blocks[piece.block]
        starts_fold = piece.fold is not None and (before is None or before.fold != piece.fold)
        continues = before is not None and before.block == piece.block
        if not continues and (piece.fold is None or starts_fold or piece.fold in opened):
            _part(rows, blocks, before, piece)
        if piece.fold is not None:
            if starts_fold:
                span = folds[piece.fold].span
                rows._add(span.start, span.start, _FOLD - piece.fold)
                if piece.fold in opened and not folds[piece.fold].passage:
                    rows._blank(span.start, 2 if block.kind == "heading" else 1)
            if piece.fold not in opened:
                before = piece
                continue
        for start, end in _lines(text, piece, block, width - indent_of(block)):
            rows._add(start, end, piece.block)
        before = piece
    return rows


def _part(rows: Rows, blocks: Sequence[Block], before: Piece | None, piece: Piece) -> None:
    """Leave a row empty between blocks: two above a heading, none between items of a list."""
    block = blocks[piece.block]
    if block.kind == "heading" and piece.fold is None:
        rows._blank(piece.span.start, 2)
    elif before is None or not (block.kind == "item" and blocks[before.block].kind == "item"):
        rows._blank(piece.span.start)


def _lines(text: str, piece: Piece, block: Block, width: int) -> Iterator[tuple[int, int]]:
    """Cut a piece into lines; ``text`` is the whole one, cleaned, line feeds kept."""
    start, end = piece.span
    if block.kind not in PREFORMATTED:
        return wrap(text, start, end, width)
    # Tables and code keep their lines; a line too long for the pane goes on in the next row.
    return chain.from_iterable(wrap(text, a, b, width) for a, b in _split_lines(text, start, end))


def _split_lines(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while (line_feed := text.find("\n", start, end)) >= 0:
        yield start, line_feed
        start = line_feed + 1
    yield start, end
