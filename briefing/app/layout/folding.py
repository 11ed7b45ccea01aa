"""What of a document is folded: each repeat becomes one line that says what it stands for."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate, pairwise

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
    """A stretch of one block, all of it folded or none."""

    span: Span
    block: int
    """Index into the document's blocks."""
    fold: int | None = None
    """Index into the folds, for what is folded."""


def fold_repeats(document: Document) -> tuple[Fold, ...]:
    """Join the repeats of a document to folds, in text order, none overlapping.

    The time it takes grows with the repeats: blocks that are said once are not looked at.
    """
    folds: list[Fold] = []
    waiting: list[tuple[int, Block, Repeat]] = []

    def close() -> None:
        if waiting:
            folds.append(_join(waiting))
            waiting.clear()

    for number, block, repeats in _meeting(document.blocks, document.repeats):
        whole = next((repeat for repeat in repeats if repeat.span.covers(block.span)), None)
        if whole is not None:
            if waiting and (waiting[-1][0] + 1 != number or waiting[-1][2].run != whole.run):
                close()
            waiting.append((number, block, whole))
            continue
        close()
        at = block.span.start
        for repeat in repeats:
            start, end = max(at, repeat.span.start), min(repeat.span.end, block.span.end)
            if start < end:
                folds.append(_passage(repeat, Span(start, end)))
                at = end
    close()
    return tuple(folds)


def cut_at_folds(
    blocks: Mapping[int, Block], numbers: range, within: Span, folds: Sequence[Fold]
) -> Iterator[Piece]:
    """Cut some blocks into what is read and what is folded, in text order.

    Args:
        blocks: Those of the document, by index.
        numbers: Indexes of the ones to cut.
        within: What lies outside is left out.
        folds: Those of the document.

    Yields:
        Pieces that together cover every word once.
    """
    if not numbers:
        return
    next_fold = _first_behind(folds, within.start)
    for number in numbers:
        block = blocks[number].span
        at, end = max(block.start, within.start), min(block.end, within.end)
        while next_fold < len(folds) and folds[next_fold].span.start < end:
            fold = folds[next_fold].span
            if fold.end > at:
                start = max(at, fold.start)
                if at < start:
                    yield Piece(Span(at, start), number)
                at = min(end, fold.end)
                yield Piece(Span(start, at), number, next_fold)
            if fold.end > end:
                break
            next_fold += 1
        if at < end:
            yield Piece(Span(at, end), number)


def folds_meeting(folds: Sequence[Fold], span: Span) -> range:
    """Give the indexes of the folds that share a character with a span."""
    first = _first_behind(folds, span.start)
    last = first
    while last < len(folds) and folds[last].span.start < span.end:
        last += 1
    return range(first, last)


class Hidden:
    """How much of a text some folds hide, asked for thousands of stretches."""

    def __init__(self, folds: Iterable[Fold]) -> None:
        """``folds`` are those that are closed, in text order."""
        spans = [fold.span for fold in folds]
        self._starts = array("q", (span.start for span in spans))
        self._ends = array("q", (span.end for span in spans))
        self._before = array("q", accumulate((span.end - span.start for span in spans), initial=0))

    def count(self, span: Span) -> int:
        """Count the characters of a stretch that are hidden."""
        return self._up_to(span.end) - self._up_to(span.start)

    def _up_to(self, offset: int) -> int:
        at = bisect_right(self._starts, offset) - 1
        if at < 0:
            return 0
        return self._before[at] + min(offset, self._ends[at]) - self._starts[at]


def changes_in(folds: Sequence[Fold], span: Span) -> Iterator[Span]:
    """Give the words of repeats that differ from what they repeat, as far as they are in a span.

    Where words were left out, it is the space between those that stayed.
    """
    for number in folds_meeting(folds, span):
        repeats = folds[number].repeats
        first = bisect_right(repeats, span.start, key=lambda repeat: repeat.span.end)
        for at in range(first, len(repeats)):
            if repeats[at].span.start >= span.end:
                break
            for change in repeats[at].changes:
                start, end = change.span
                if span.meets((start - (start == end), end)):
                    yield Span(start - (start == end), end)


def _first_behind(folds: Sequence[Fold], offset: int) -> int:
    return bisect_right(folds, offset, key=lambda fold: fold.span.end)


def _meeting(
    blocks: Sequence[Block], repeats: Sequence[Repeat]
) -> Iterator[tuple[int, Block, list[Repeat]]]:
    """Give every block that shares a character with repeats, and these."""
    repeats = tuple(repeats)  # unpacked once
    number = first = 0
    while first < len(repeats):
        number = bisect_right(
            blocks, repeats[first].span.start, lo=number, key=lambda block: block.span.end
        )
        if number == len(blocks):
            return
        block = blocks[number]
        while first < len(repeats) and repeats[first].span.end <= block.span.start:
            first += 1
        meeting = []
        at = first
        while at < len(repeats) and repeats[at].span.start < block.span.end:
            meeting.append(repeats[at])
            at += 1
        if meeting:
            yield number, block, meeting
            number += 1
        while first < at and repeats[first].span.end <= block.span.end:
            first += 1


def _join(waiting: Sequence[tuple[int, Block, Repeat]]) -> Fold:
    repeats = [repeat for _, _, repeat in waiting]
    # One repeat may cover several blocks.
    repeats[1:] = [repeat for before, repeat in pairwise(repeats) if repeat is not before]
    headings = sum(block.kind == "heading" for _, block, _ in waiting)
    return Fold(
        span=Span(waiting[0][1].span.start, waiting[-1][1].span.end),
        of=Span(repeats[0].of.start, repeats[-1].of.end),
        repeats=tuple(repeats),
        paragraphs=len(waiting) - headings,
        headings=headings,
    )


def _passage(repeat: Repeat, span: Span) -> Fold:
    return Fold(span=span, of=repeat.of, repeats=(repeat,), paragraphs=0, headings=0, passage=True)
