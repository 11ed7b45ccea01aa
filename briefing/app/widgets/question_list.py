"""What nobody has confirmed: the questions that a reporter would ask next."""

from __future__ import annotations

from collections.abc import Iterator

from textual.content import Content

from briefing.app.widgets.place_list import PlaceList
from briefing.gate import clean
from briefing.model import Caveat, CaveatKind, Document
from briefing.spans import Span
from briefing.words import CAVEATS

OPEN_KINDS: tuple[CaveatKind, ...] = ("undisclosed", "unverified", "no_comment", "conditional")
_CONTEXT = 60
"""Characters around a trigger that are shown."""


class QuestionList(PlaceList):
    """One row a question, in the order of the text; dates that can't be resolved at the end."""

    EMPTY = "Nothing is said to be open."

    def rows(self, document: Document) -> Iterator[tuple[Span, Content]]:
        """Give every open question with the words that leave it open."""
        for caveat in document.caveats:
            if caveat.kind in OPEN_KINDS:
                yield caveat.span, _row(document, caveat)
        for date in document.dates:
            if not date.resolved:
                words = Content.styled(clean(date.span.of(document.text)), "italic $ink-caveat")
                why = Content.styled(CAVEATS["relative_date"], "$ink-quiet")
                yield date.span, Content("\n").join([words, why, Content("")])


def _row(document: Document, caveat: Caveat) -> Content:
    """Show the trigger among the words around it."""
    text, span = document.text, caveat.span
    block = next(block.span for block in document.blocks if block.span.covers(span))
    start, end = max(block.start, span.start - _CONTEXT), min(block.end, span.end + _CONTEXT)
    before, after = clean(text[start : span.start]), clean(text[span.end : end])
    if start > block.start:
        before = "…" + before.partition(" ")[2]
    if end < block.end:
        after = after.rpartition(" ")[0] + "…"
    words = Content.styled(before, "$ink-quiet")
    words += Content.styled(clean(span.of(text)), "italic $ink-caveat")
    words += Content.styled(after, "$ink-quiet")
    return Content("\n").join([words, Content.styled(CAVEATS[caveat.kind], "bold"), Content("")])
