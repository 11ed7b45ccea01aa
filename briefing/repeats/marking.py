"""Everything that a document says twice, in text order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from msgspec.structs import replace

from briefing.model import Block, Document, Repeat
from briefing.repeats.originals import Pair, settle
from briefing.repeats.passages import Passage, PassageFinder
from briefing.repeats.runs import Run, Twin, find_runs, trim_headings
from briefing.spans import Span


def mark_repeats(document: Document) -> Document:
    """Add the repeats: they point at the original, and nothing is removed.

    The first of two is the original, but for a quotation pulled out of a later paragraph.
    A passage right before or behind a run of whole blocks, there as here, belongs to it.
    """
    blocks = document.blocks
    runs = find_runs(document.text, blocks)
    whole = {twin.block for run in runs for twin in run}
    passages = [*_find_passages(document, whole), *_find_edges(document, runs, whole)]
    begun = whole | {p.block for p in passages if p.span.start == blocks[p.block].span.start}
    trimmed = [trim_headings(run, blocks, begun) for run in runs]
    pairs = chain(_whole_blocks(trimmed, blocks), _parts(passages, trimmed))
    return replace(document, repeats=tuple(_number(settle(document.text, pairs))))


def _find_passages(document: Document, whole: set[int]) -> Iterator[Passage]:
    finder = PassageFinder(document.text, document.sentences)
    for number, block in enumerate(document.blocks):
        if number not in whole and block.kind not in ("heading", "title", "table"):
            yield from finder.find(number, block.span)


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
                yield Passage(block, span, other, part, lifted=False)


def _whole_blocks(runs: Iterable[Run], blocks: Sequence[Block]) -> Iterator[Pair]:
    for number, run in enumerate(runs):
        for block, of in run:
            yield Pair(blocks[block].span, blocks[of].span, "exact", number)


def _parts(passages: Iterable[Passage], runs: list[Run]) -> Iterator[Pair]:
    before = {run[0]: number for number, run in enumerate(runs) if run}
    behind = {run[-1]: number for number, run in enumerate(runs) if run}
    for alone, (block, span, other, of, _) in enumerate(passages, start=len(runs)):
        run = before.get(Twin(block + 1, other + 1), behind.get(Twin(block - 1, other - 1), alone))
        yield Pair(span, of, "part", run)


def _number(pairs: Iterable[Pair]) -> Iterator[Repeat]:
    """Number the runs from 1, in text order."""
    numbers: dict[int, int] = {}
    for span, of, kind, run in pairs:
        number = numbers.setdefault(run, len(numbers) + 1)
        yield Repeat(span=span, of=of, kind=kind, run=number)
