"""What nobody has confirmed: the questions that a reporter would ask next."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from briefing.app.layout.cards import Inked, Line, flow
from briefing.app.widgets.place_list import PlaceList
from briefing.gate import clean
from briefing.model import Document
from briefing.model.columns import columns_of
from briefing.spans import Span
from briefing.words import CAVEATS

_CONTEXT = 60
"""Characters around a trigger that are shown."""


class QuestionList(PlaceList):
    """One row a question, in the order of the text; dates that can't be resolved at the end."""

    EMPTY = "Nothing is said to be open."

    def numbers(self, document: Document) -> Sequence[int]:
        """List the caveats that leave something open, then dates as ``-1 - number``."""
        columns = columns_of(document)
        return (*columns.questions, *(-1 - number for number in columns.undated))

    def words(self, document: Document, number: int) -> Span:
        """Give the words that leave it open."""
        if number < 0:
            return document.dates[-1 - number].span
        return document.caveats[number].span

    def follow(self, view: Span) -> None:
        """Choose the first question in view or behind it; one that is in view already stays."""
        document = self.document
        if document is None or self.chosen is None:
            return
        if self.words(document, self._numbers[self.chosen]).start in range(*view):
            return
        caveats, questions = document.caveats, columns_of(document).questions
        at = bisect_left(questions, view.start, key=lambda number: caveats[number].span.start)
        if questions:
            self.chosen = min(at, len(questions) - 1)

    def row(self, document: Document, number: int, width: int) -> Iterator[Line]:
        """Write the words that leave it open, and in which way."""
        if number < 0:
            words = clean(document.dates[-1 - number].span.of(document.text))
            yield from flow([Inked(words, "caveat")], width)
            yield from flow([Inked(CAVEATS["relative_date"], "quiet")], width)
            return
        caveat = document.caveats[number]
        yield from flow(_in_context(document, caveat.span), width)
        yield from flow([Inked(CAVEATS[caveat.kind], "chosen-claim")], width)


def _in_context(document: Document, span: Span) -> tuple[Inked, ...]:
    """Show a trigger among the words of its block around it."""
    text = document.text
    at = bisect_right(document.blocks, span.start, key=lambda block: block.span.start) - 1
    block = document.blocks[at].span
    start, end = max(block.start, span.start - _CONTEXT), min(block.end, span.end + _CONTEXT)
    before, after = clean(text[start : span.start]), clean(text[span.end : end])
    if start > block.start:
        before = "…" + before.partition(" ")[2]
    if end < block.end:
        after = after.rpartition(" ")[0] + "…"
    return (
        Inked(before, "quiet"),
        Inked(clean(span.of(text)), "caveat"),
        Inked(after, "quiet"),
    )
