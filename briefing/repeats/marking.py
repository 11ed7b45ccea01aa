"""Everything that a document says twice, in text order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from msgspec.structs import replace

from briefing.model import Block, Document, Repeat, RepeatKind
from briefing.repeats.originals import Pair, settle
from briefing.repeats.passages import Passage, find_passages
from briefing.repeats.runs import Run, Twin, find_runs, lead_in, trim_headings
from briefing.spans import Span

_NEVER_PARTED = ("heading", "title", "table")
"""Kinds of blocks that are only compared whole."""
_LONGEST = 400_000
"""Characters. A longer block is no prose; it is only compared whole."""
_LEAST = 15
"""Characters that eight words have at least."""


def mark_repeats(document: Document) -> Document:
    """Add the repeats: they point at the original, and nothing is removed.

    The first of two is the original, but for a quotation pulled out of a later paragraph.
    A passage right before or behind a run of whole blocks, there as here, belongs to it.
    """
    text, blocks = document.text, document.blocks
    runs = find_runs(text, blocks)
    whole = {twin.block for run in runs for twin in run}
    edges = list(_find_edges(document, runs, whole))
    known = whole | {edge.block for edge in edges}
    among = [
        number
        for number, block in enumerate(blocks)
        if number not in known
        and block.kind not in _NEVER_PARTED
        and _LEAST <= block.span.end - block.span.start <= _LONGEST
    ]
    originals = {twin.of for run in runs for twin in run}
    passages = [
        passage
        for passage in find_passages(text, blocks, document.sentences, among)
        # What others repeat word for word is folded as a whole or not at all: they must find it.
        if not passage.edited
        or passage.block not in originals
        or passage.span == blocks[passage.block].span
    ]
    runs += _lead_ins(document, passages, whole)
    whole.update(twin.block for run in runs for twin in run)
    passages += edges
    begun = whole | {p.block for p in passages if p.span.start == blocks[p.block].span.start}
    trimmed = [trim_headings(run, blocks, begun) for run in runs]
    pairs = chain(_whole_blocks(trimmed, blocks), _parts(passages))
    return replace(document, repeats=tuple(_number(settle(text, pairs))))


def _find_edges(document: Document, runs: list[Run], whole: set[int]) -> Iterator[Passage]:
    """Find where a run began or ended in the middle of a block, be it only by a word."""
    blocks, text = document.blocks, document.text
    originals = {twin.block: twin.of for run in runs for twin in run}
    for run in runs:
        for step, twin in ((-1, run[0]), (1, run[-1])):
            block = twin.block + step
            other = originals.get(twin.of + step, twin.of + step)
            if block in whole or not (0 <= other < block < len(blocks)):
                continue
            span, of = blocks[block].span, blocks[other].span
            size = span.end - span.start
            part = Span(of.end - size, of.end) if step < 0 else Span(of.start, of.start + size)
            if of.covers(part) and span.of(text) == part.of(text):
                yield Passage(block, span, other, part)


def _lead_ins(document: Document, passages: Iterable[Passage], whole: set[int]) -> Iterator[Run]:
    for passage in passages:
        twin = Twin(passage.block, passage.other)
        if run := lead_in(document.text, document.blocks, twin, whole):
            yield run


def _whole_blocks(runs: Iterable[Run], blocks: Sequence[Block]) -> Iterator[Pair]:
    for number, run in enumerate(runs):
        for block, of in run:
            yield Pair(blocks[block].span, blocks[of].span, block, of, "exact", number)


def _parts(passages: Iterable[Passage]) -> Iterator[Pair]:
    for block, span, other, of, similarity, edited, changes in passages:
        kind: RepeatKind = "near" if edited else "part"
        yield Pair(span, of, block, other, kind, None, similarity, changes)


def _number(pairs: Iterable[Pair]) -> Iterator[Repeat]:
    """Number the runs from 1: blocks that follow each other here as they do there."""
    number = 0
    last: Pair | None = None
    for pair in pairs:
        if last is None or not _follows(last, pair):
            number += 1
        last = pair
        yield Repeat(
            span=pair.span,
            of=pair.of,
            kind=pair.kind,
            similarity=round(pair.similarity, 3),
            changes=pair.changes,
            run=number,
        )


def _follows(last: Pair, pair: Pair) -> bool:
    if pair.run is not None and pair.run == last.run:
        return True
    return (pair.block, pair.other) == (last.block + 1, last.other + 1)
