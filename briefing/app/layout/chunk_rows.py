"""The rows of one chunk of a document, for one width."""

from __future__ import annotations

from array import array
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

from msgspec import Struct, field

from briefing.app.layout.folding import Fold, Piece, cut_at_folds
from briefing.app.layout.wrapping import break_lines
from briefing.gate import clean, clean_lines
from briefing.model import Block, Document
from briefing.spans import Span

BLANK = -1
"""In ``ChunkRows.owners``: an empty row."""
FOLD = -2
"""In ``ChunkRows.owners``: ``FOLD - n`` is the line of fold ``n``."""
PREFORMATTED = frozenset({"table", "code"})
"""Kinds of blocks whose lines stay as they are written."""
_INDENT = 2


class Room(Struct, frozen=True):
    """Cells that there are for words, margins not counted."""

    prose: int
    shaped: int
    """For lines of tables and code, which may be wider than is good to read."""


NO_ROOM = Room(0, 0)


def _no_numbers() -> array[int]:
    return array("q")


class Row(NamedTuple):
    """One row: words of a block, the line of a fold, or nothing."""

    start: int
    end: int
    block: int | None
    """Index into the document's blocks; None for an empty row and the line of a fold."""
    fold: int | None
    """Index into the folds, for the line of one."""
    columns: tuple[int, ...] = ()
    """Widths of the columns, for a line of a table that keeps its shape."""

    @property
    def span(self) -> Span:
        """The words; empty where there are none."""
        return Span(self.start, self.end)

    @property
    def is_blank(self) -> bool:
        """Whether nothing stands on it."""
        return self.block is None and self.fold is None


class ChunkRows(Struct):
    """Rows in text order; three arrays, since a long text has hundreds of thousands."""

    starts: array[int] = field(default_factory=_no_numbers)
    ends: array[int] = field(default_factory=_no_numbers)
    """Where the words end, or the space behind them at which the line was cut."""
    owners: array[int] = field(default_factory=_no_numbers)
    """Index of the block, ``BLANK``, or the line of a fold."""
    columns: dict[int, tuple[int, ...]] = field(default_factory=dict)
    """Widths of the columns of tables, by the index of their block; none where they can't fit."""

    def __len__(self) -> int:
        return len(self.starts)

    def row(self, at: int, text: str) -> Row:
        """Give one row; ``text`` is the document's."""
        owner, start, end = self.owners[at], self.starts[at], self.ends[at]
        if owner < 0:
            return Row(start, end, None, FOLD - owner if owner <= FOLD else None)
        if at + 1 < len(self) and self.starts[at + 1] == end and self.owners[at + 1] == owner:
            end -= text[end - 1].isspace()
        return Row(start, end, owner, None, self.columns.get(owner, ()))

    def add(self, starts: Sequence[int], end: int, owner: int) -> None:
        """Add rows of which each ends where the next begins."""
        self.starts.extend(starts)
        self.ends.extend(starts[1:])
        self.ends.append(end)
        self.owners.extend([owner] * len(starts))

    def add_blank(self, at: int, count: int) -> None:
        """Part what follows from what is there."""
        for _ in range(count):
            self.add((at,), at, BLANK)


def indent_of(block: Block) -> int:
    """Cells by which a block stands to the right of a paragraph."""
    match block.kind:
        case "item":
            return _INDENT * (block.depth or 1)
        case "quote":
            return _INDENT
    return 0


def hanging_of(text: str, block: Block, at: int, room: Room) -> int | None:
    """Cells by which a row of code hangs below the line that it goes on; None for a new line."""
    start = text.rfind("\n", block.span.start, at) + 1 or block.span.start
    if start == at:
        return None
    return _indentation(clean(text[start : min(at, start + room.shaped)]), room.shaped)


def lay_out_chunk(
    document: Document,
    blocks: range,
    within: Span,
    room: Room,
    folds: Sequence[Fold],
    opened: Collection[int],
) -> ChunkRows:
    """Lay out some blocks as rows.

    Args:
        document: The blocks' own.
        blocks: Indexes of the blocks.
        within: Of the first block only this is wanted, where it was cut.
        room: For the words.
        folds: All folds of the document.
        opened: Indexes of those that are open.
    """
    rows = ChunkRows()
    before = max(0, blocks.start - 1)
    held = {number: document.blocks[number] for number in range(before, blocks.stop)}
    for piece in cut_at_folds(held, blocks, within, folds):
        block = held[piece.block]
        is_open = piece.fold is None or piece.fold in opened
        begins_fold = piece.fold is not None and piece.span.start == folds[piece.fold].span.start
        if piece.span.start == block.span.start and (is_open or begins_fold):
            rows.add_blank(block.span.start, _blank_rows(held, piece))
        if piece.fold is not None and begins_fold:
            rows.add((piece.span.start,), piece.span.start, FOLD - piece.fold)
            if is_open and not folds[piece.fold].passage:
                rows.add_blank(piece.span.start, 2 if block.kind == "heading" else 1)
        if is_open:
            _add_lines(rows, document.text, piece, block, room)
    return rows


def _blank_rows(blocks: Mapping[int, Block], piece: Piece) -> int:
    """Count the empty rows above a block: two above a heading, none between items of a list."""
    if piece.block == 0:
        return 0
    kind = blocks[piece.block].kind
    if kind == "heading" and piece.fold is None:
        return 2
    return 0 if kind == blocks[piece.block - 1].kind == "item" else 1


def _add_lines(rows: ChunkRows, text: str, piece: Piece, block: Block, room: Room) -> None:
    words = clean_lines(piece.span.of(text))
    start = piece.span.start
    if block.kind not in PREFORMATTED:
        _wrap(rows, words, start, piece.block, room.prose - indent_of(block))
        return
    if piece.span.end < block.span.end:  # what follows begins with a row of its own
        words = words.removesuffix("\n")
    lines = tuple(_lines(words))
    if block.kind == "table":
        from briefing.app.layout.tables import break_cells, fit_columns  # few texts have one

        if piece.block not in rows.columns:
            rows.columns[piece.block] = fit_columns(words, lines, room.shaped)
    columns = rows.columns.get(piece.block, ())
    for line in lines:
        at = start + line.start
        if columns:
            starts = break_cells(text, block.span, line.shift(start), columns)
            rows.add(starts, start + line.end, piece.block)
            continue
        # A line too long for the pane goes on in the next row, as far to the right as it began.
        shown = line.of(words)
        hanging = hanging_of(text, block, at, room) if at == start else None
        indent = _indentation(shown, room.shaped) if hanging is None else 0
        _wrap(rows, shown, at, piece.block, room.shaped - (hanging or 0), indent)


def _wrap(rows: ChunkRows, words: str, start: int, block: int, width: int, indent: int = 0) -> None:
    lines, end = break_lines(words[indent:], width - indent)
    rows.add([start, *(start + indent + at for at in lines[1:])], start + indent + end, block)


def _indentation(line: str, width: int) -> int:
    return min(len(line) - len(line.lstrip(" ")), width // 2)


def _lines(words: str) -> Iterator[Span]:
    start = 0
    while (line_feed := words.find("\n", start)) >= 0:
        yield Span(start, line_feed)
        start = line_feed + 1
    yield Span(start, len(words))
