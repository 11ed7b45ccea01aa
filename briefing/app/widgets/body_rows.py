"""One row of the body as a strip: margin, words in their inks, the line of a fold."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from briefing.app.inks import Inks
from briefing.app.layout.folding import Fold
from briefing.app.layout.marks import Marks
from briefing.app.layout.rows import Row, indent_of
from briefing.app.layout.searching import Matches
from briefing.app.widgets.folded import fold_words
from briefing.gate import clean
from briefing.model import Document, Fact
from briefing.spans import Span

MARGIN = 4
"""Cells before the words: a space, the standing's glyph or rule, two spaces."""
_INKS = {"heading": "heading", "title": "heading", "quote": "quote", "code": "code"}


@dataclass(slots=True)
class RowPainter:
    """Draws any row of one document; what is set here holds for all rows drawn from then on.

    Words carry their offsets as Textual's selection reads them, ``x`` being the offset into the
    text and ``y`` always 0: to a selection the article is one long line, and so it stays where
    it is when the pane becomes wider or a fold opens.
    """

    inks: Inks = field(default_factory=lambda: Inks({}))
    document: Document | None = None
    marks: Marks = field(default_factory=Marks)
    width: int = 0
    """Cells for the words."""
    chosen: Fact | None = None
    matches: Matches = field(default_factory=Matches)
    match: Span | None = None
    """The match that the reader is at."""

    def paint(self, row: Row) -> Strip:
        """Draw a row of words, or an empty one."""
        document = self.document
        if document is None or row.block is None:
            return Strip([])
        block = document.blocks[row.block]
        base = self._base(block.kind, row.span)
        indent = Segment(" " * indent_of(block), _offset(row.start))
        return Strip([*self._margin(row.span), indent, *self._words(document, row.span, base)])

    def paint_fold(self, fold: Fold, *, opened: bool) -> Strip:
        """Draw the line that stands for a fold, or above one that is open."""
        if self.document is None:
            return Strip([])
        words = fold_words(self.document, fold, self.width, opened=opened)
        line = Strip([Segment(" " * MARGIN), Segment(words, self.inks["quiet"])])
        return line.crop(0, MARGIN + self.width)

    def paint_message(self, words: str) -> Strip:
        """Draw a line of ours."""
        return Strip([Segment(" " * MARGIN), Segment(words, self.inks["quiet"])])

    def _base(self, kind: str, span: Span) -> Style:
        name = "quiet" if self.marks.is_repeat(span) else _INKS.get(kind)
        return Style.null() if name is None else self.inks[name]

    def _margin(self, span: Span) -> Iterator[Segment]:
        """Draw the cells before the words; whoever points at them points at the first word."""
        offset = _offset(span.start)
        mark = self.marks.margin(span)
        yield Segment(" ", offset)
        if mark is None:
            yield Segment(" ", offset)
        else:
            yield Segment(mark.glyph, self.inks[mark.standing] + offset)
        yield from [Segment(" ", offset)] * (MARGIN - 2)

    def _words(self, document: Document, span: Span, base: Style) -> Iterator[Segment]:
        """Cut a row where its style changes."""
        trigger = self.inks["trigger"]
        matches = self.matches.meeting(span)
        claim = self.chosen.claim if self.chosen else ()
        triggers = self.marks.triggers_in(span)
        edges = {span.start, span.end}
        for a, b in (*claim, *triggers, *matches):
            edges.update(at for at in (a, b) if span.start < at < span.end)
        text = clean(span.of(document.text))
        for a, b in pairwise(sorted(edges)):
            style = base
            if any(s <= a < e for s, e in triggers):
                style += trigger
            if any(s <= a < e for s, e in claim):
                style += self.inks["chosen"]
            found = next((match for match in matches if match.start <= a < match.end), None)
            if found is not None:
                style += self.inks["match-here" if found == self.match else "match"]
            yield Segment(text[a - span.start : b - span.start], style + _offset(a))


def _offset(at: int) -> Style:
    return Style.from_meta({"offset": (at, 0)})
