"""One row of the body as a strip: margin, words in their inks, the line of a fold."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise

from msgspec import Struct, field
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from briefing.app.inks import Inks
from briefing.app.layout.folding import Fold
from briefing.app.layout.hints import place_hints
from briefing.app.layout.linking import link_spans
from briefing.app.layout.marks import Marks
from briefing.app.layout.rows import Row, indent_of
from briefing.app.layout.searching import Matches
from briefing.app.widgets.folded import fold_words
from briefing.gate import clean
from briefing.model import Block, Document, Fact
from briefing.spans import Span

MARGIN = 4
"""Cells before the words: a space, the standing's glyph or rule, two spaces."""
TEXT_LINE = -1
"""The line, to a selection, of every word: the lines of a border are 0 and up."""
_INKS = {"heading": "heading", "title": "heading", "quote": "quote", "code": "code"}
_LINK = Style(underline=True)
_HINT = Style(reverse=True, bold=True)


class RowPainter(Struct):
    """Draws any row of one document; what is set here holds for all rows drawn from then on.

    Words carry their offsets as Textual's selection reads them, ``x`` being the offset into the
    text and ``y`` always the same: to a selection the article is one long line, and so it stays
    where it is when the pane becomes wider or a fold opens.
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
    selected: Span | None = None
    selection: Style = field(default_factory=Style.null)
    """How what is selected looks."""
    caret: Span | None = None
    hints: Mapping[int, str] = field(default_factory=dict)
    """Letters to press, by the offset of the words that they stand over."""

    def paint(self, row: Row) -> Strip:
        """Draw a row of words, or an empty one."""
        document = self.document
        if document is None:
            return Strip([])
        if row.block is None:
            return Strip([_before(row.start)])
        block = document.blocks[row.block]
        indent = Segment(" " * indent_of(block), _offset(row.start))
        return Strip([*self._margin(row.span), indent, *self._words(document, row.span, block)])

    def paint_fold(self, fold: Fold, *, opened: bool) -> Strip:
        """Draw the line that stands for a fold, or above one that is open."""
        if self.document is None:
            return Strip([])
        words = fold_words(self.document, fold, self.width, opened=opened)
        margin = (_before(fold.span.start), Segment(" " * (MARGIN - 1)))
        line = Strip([*margin, Segment(words, self.inks["quiet"])])
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

    def _words(self, document: Document, span: Span, block: Block) -> Iterator[Segment]:
        """Cut a row where its style changes."""
        base = self._base(block.kind, span)
        trigger = self.inks["trigger"]
        matches = self.matches.meeting(span)
        # Two grounds would be hard to tell apart, without colours even impossible.
        claim = self.chosen.claim if self.chosen and self.selected is None else ()
        triggers = self.marks.triggers_in(span)
        links = link_spans(document, span, block)
        text = clean(span.of(document.text))
        hints = place_hints(self.hints, text, span) if self.hints else {}
        picked = [place for place in (self.selected, self.caret) if place is not None]
        edges = {span.start, span.end}
        for a, b in (*claim, *triggers, *matches, *links, *picked, *hints):
            edges.update(at for at in (a, b) if span.start < at < span.end)
        for letters in hints:  # drawn whole, whatever lies below
            edges -= set(range(letters.start + 1, letters.end))
        for a, b in pairwise(sorted(edges)):
            style = base
            if any(s <= a < e for s, e in links):
                style += _LINK
            if any(s <= a < e for s, e in triggers):
                style += trigger
            if any(s <= a < e for s, e in claim):
                style += self.inks["chosen"]
            found = next((match for match in matches if match.start <= a < match.end), None)
            if found is not None:
                style += self.inks["match-here" if found == self.match else "match"]
            if self.selected is not None and self.selected.start <= a < self.selected.end:
                style += self.selection
            if self.caret is not None and self.caret.start <= a < self.caret.end:
                style += Style(reverse=not self.selection.reverse, bold=True)
            words = text[a - span.start : b - span.start]
            if (hint := hints.get(Span(a, b))) is not None:
                words, style = hint, _HINT
            yield Segment(words, style + _offset(a))


def _offset(at: int) -> Style:
    return Style.from_meta({"offset": (at, TEXT_LINE)})


def _before(at: int) -> Segment:
    """Draw a cell that points at the space before a word, so that a drag over it ends there."""
    return Segment(" ", _offset(max(0, at - 2)))
