"""A block as attribution rules see it: tokens, and which of them are quoted."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from briefing.facts.attributions.quotations import Quotation, find_quotations
from briefing.facts.attributions.tokens import Tokens, tokenise
from briefing.model import Block
from briefing.spans import Span


class Passage(NamedTuple):
    """One block, cut into tokens."""

    text: str
    """The document's."""
    span: Span
    tokens: Tokens
    quotations: tuple[Quotation, ...]
    quoted: list[int]
    """For every token the quotation that it stands in, marks included, or -1."""
    sentences: tuple[tuple[int, int], ...]
    """Half-open runs of tokens, for the fresh sentences only."""


def read_passage(text: str, block: Block, sentences: Sequence[Span]) -> Passage:
    """Cut a block for the rules; ``sentences`` are its fresh ones."""
    tokens = tokenise(text, block.span)
    quotations = find_quotations(text, block.span)
    quoted = [-1] * len(tokens.starts)
    for index, quotation in enumerate(quotations):
        first = bisect_left(tokens.starts, quotation.start)
        last = bisect_left(tokens.starts, quotation.end)
        quoted[first:last] = [index] * (last - first)
    return Passage(text, block.span, tokens, quotations, quoted, tuple(_runs(tokens, sentences)))


def _runs(tokens: Tokens, sentences: Sequence[Span]) -> Iterator[tuple[int, int]]:
    for start, end in sentences:
        run = bisect_left(tokens.starts, start), bisect_left(tokens.starts, end)
        if run[0] < run[1]:
            yield run
