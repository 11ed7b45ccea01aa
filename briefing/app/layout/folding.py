"""What of a document is folded: each repeat becomes one line that says what it stands for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from briefing.model import Block, Document, Repeat
from briefing.spans import Span


class Fold(Struct, frozen=True, kw_only=True):
    """A run of repeats that stands as one line until it is opened."""

    span: Span
    of: Span
    """Where it stood first."""
    repeats: tuple[Repeat, ...]
    paragraphs: int
    headings: int
    passage: bool = False
    """Part of a block, not whole ones."""

    @property
    def changes(self) -> int:
        """How many places differ from the original."""
        return sum(len(repeat.changes) for repeat in self.repeats)


class Piece(Struct, frozen=True):
    """A stretch of one block, or a whole fold."""

    span: Span
    block: int
    """Index into the document's blocks; the first one for a fold."""
    fold: int | None = None
    """Index into the folds, for what is folded."""


def fold_repeats(document: Document) -> tuple[tuple[Fold, ...], tuple[Piece, ...]]:
    """Cut a document into what is read and what is folded, in text order.

    Returns:
        The folds, and pieces that together cover every word of every block exactly once;
        pieces of a fold follow one another.
    """
    folds: list[Fold] = []
    pieces: list[Piece] = []
    waiting: list[tuple[int, Block, Repeat]] = []

    def close() -> None:
        if waiting:
            pieces.extend(Piece(block.span, number, len(folds)) for number, block, _ in waiting)
            folds.append(_join(waiting))
            waiting.clear()

    for number, block, repeats in _meeting(document.blocks, document.repeats):
        whole = next((repeat for repeat in repeats if repeat.span.covers(block.span)), None)
        if whole is not None:
            if waiting and waiting[-1][2].run != whole.run:
                close()
            waiting.append((number, block, whole))
            continue
        close()
        at = block.span.start
        for repeat in repeats:
            start, end = max(at, repeat.span.start), min(repeat.span.end, block.span.end)
            if start >= end:
                continue
            if at < start:
                pieces.append(Piece(Span(at, start), number))
            pieces.append(Piece(Span(start, end), number, len(folds)))
            folds.append(_passage(repeat, Span(start, end)))
            at = end
        if at < block.span.end:
            pieces.append(Piece(Span(at, block.span.end), number))
    close()
    return tuple(folds), tuple(pieces)


def _meeting(
    blocks: Sequence[Block], repeats: Sequence[Repeat]
) -> Iterator[tuple[int, Block, list[Repeat]]]:
    """Give every block the repeats that share a character with it."""
    first = 0
    for number, block in enumerate(blocks):
        while first < len(repeats) and repeats[first].span.end <= block.span.start:
            first += 1
        meeting = []
        at = first
        while at < len(repeats) and repeats[at].span.start < block.span.end:
            meeting.append(repeats[at])
            at += 1
        yield number, block, meeting


def _join(waiting: Sequence[tuple[int, Block, Repeat]]) -> Fold:
    repeats = tuple(dict.fromkeys(repeat for _, _, repeat in waiting))
    headings = sum(block.kind == "heading" for _, block, _ in waiting)
    return Fold(
        span=Span(waiting[0][1].span.start, waiting[-1][1].span.end),
        of=Span(repeats[0].of.start, repeats[-1].of.end),
        repeats=repeats,
        paragraphs=len(waiting) - headings,
        headings=headings,
    )


def _passage(repeat: Repeat, span: Span) -> Fold:
    return Fold(span=span, of=repeat.of, repeats=(repeat,), paragraphs=0, headings=0, passage=True)
