"""One row of the body as a strip: margin, words in their inks, the line of a fold."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain, pairwise

from msgspec import Struct, field
from rich.cells import cell_len, split_graphemes
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from briefing.app.inks import Inks
from briefing.app.layout.chunk_rows import (
    NO_ROOM,
    PREFORMATTED,
    Room,
    Row,
    hanging_of,
    indent_of,
)
from briefing.app.layout.folding import Fold, changes_in
from briefing.app.layout.linking import link_spans
from briefing.app.layout.marks import Marks
from briefing.app.layout.searching import Matches
from briefing.app.layout.wrapping import is_narrow
from briefing.gate import clean
from briefing.model import Block, Document, Fact
from briefing.spans import Span

MARGIN = 4
"""Cells before the words: a space, the standing's glyph or rule, two spaces."""
SPARE = 1
"""Cells behind the longest row, where a sign of ours has room."""
TEXT_LINE = -1
"""The line, to a selection, of every word: the lines of a border are 0 and up."""
EARLIER = "earlier"
"""What a sign knows: where the words of its sentence were said first."""
_INKS = {"heading": "heading", "title": "heading", "quote": "quote", "code": "code"}
_BETWEEN_CELLS = " │ "
_GOES_ON = "↪"
"""Stands in the margin where a line of code or of a table goes on."""
_RESTATED = "↺"
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
    room: Room = NO_ROOM
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
    folds: Sequence[Fold] = ()
    """Those of the document."""
    fold_key: str = ""
    """What is pressed to close a fold."""

    def paint(self, row: Row) -> Strip:
        """Draw a row of words, or an empty one."""
        document = self.document
        if document is None:
            return Strip([])
        if row.block is None:
            return Strip([_before(row.start)])
        block = document.blocks[row.block]
        indent = indent_of(block)
        hanging = None
        if block.kind in PREFORMATTED and not row.columns:
            hanging = hanging_of(document.text, block, row.start, self.room)
        words = self._cells if row.columns else self._sentences
        return Strip(
            [
                *self._margin(row.span, goes_on=hanging is not None),
                *[Segment(" ", _offset(row.start))] * (indent + (hanging or 0)),
                *words(document, row, block),
            ]
        )

    def paint_fold(self, fold: Fold, *, opened: bool) -> Strip:
        """Draw the line that stands for a fold, or above one that is open."""
        from briefing.app.widgets.folded import fold_words  # few texts begin with a fold

        if self.document is None:
            return Strip([])
        words = fold_words(self.document, fold, self.room.prose, opened=opened, key=self.fold_key)
        margin = (_before(fold.span.start), Segment(" " * (MARGIN - 1)))
        return Strip([*margin, Segment(words, self.inks["quiet"])]).crop(
            0, MARGIN + self.room.prose
        )

    def paint_message(self, words: str) -> Strip:
        """Draw a line of ours."""
        return Strip([Segment(" " * MARGIN), Segment(words, self.inks["quiet"])])

    def _base(self, kind: str, span: Span) -> Style:
        name = "quiet" if self.marks.is_repeat(span) else _INKS.get(kind)
        return Style.null() if name is None else self.inks[name]

    def _margin(self, span: Span, *, goes_on: bool) -> Iterator[Segment]:
        """Draw the cells before the words; whoever points at them points at the first word."""
        offset = _offset(span.start)
        mark = self.marks.margin(span)
        yield Segment(" ", offset)
        if mark is None:
            yield Segment(" ", offset)
        else:
            yield Segment(mark.glyph, self.inks[mark.standing] + offset)
        yield Segment(_GOES_ON, self.inks["quiet"] + offset) if goes_on else Segment(" ", offset)
        yield Segment(" ", offset)

    def _cells(self, document: Document, row: Row, block: Block) -> Iterator[Segment]:
        """Draw a row of a table, its cells below those of the row above."""
        from briefing.app.layout.tables import cells_of_row  # few texts have a table

        parting, end = "", row.start
        cells = cells_of_row(document.text, block.span, row.span, len(row.columns))
        for cell, width in zip(cells, row.columns, strict=False):
            yield from (Segment(sign, self.inks["quiet"] + _offset(end)) for sign in parting)
            words = list(self._words(document, cell, block))
            yield from words
            room = width - sum(segment.cell_length for segment in words)
            parting, end = " " * room + _BETWEEN_CELLS, cell.end

    def _sentences(self, document: Document, row: Row, block: Block) -> Iterator[Segment]:
        """Draw words, and a sign behind each sentence that says an earlier one again."""
        if not document.restatements:
            yield from self._words(document, row.span, block)
            return
        from briefing.app.layout.restating import restated_in  # few texts restate

        text = clean(row.span.of(document.text))
        snap = _snapping(text, row.start)
        room = self.room.prose - indent_of(block) + SPARE - cell_len(text)
        at = row.start
        for found in restated_in(document.restatements, row.span):
            end = snap((found.span.end - 1, found.span.end)).end
            yield from self._words(document, Span(at, end), block)
            at = end
            sign = f" {_RESTATED}" if end == row.end and room > 1 else _RESTATED
            if room >= len(sign):
                room -= len(sign)
                leads = Style.from_meta({EARLIER: tuple(found.of)})
                yield Segment(sign, self.inks["quiet"] + _offset(end - 1) + leads)
        yield from self._words(document, Span(at, row.end), block)

    def _words(self, document: Document, span: Span, block: Block) -> Iterator[Segment]:
        """Cut words where their style changes."""
        text = clean(span.of(document.text))
        base = self._base(block.kind, span)
        # Two grounds would be hard to tell apart, without colours even impossible.
        claim = self.chosen.claim if self.chosen and self.selected is None else ()
        matches = self.matches.meeting(span)
        styles: list[tuple[Iterable[tuple[int, int]], Style]] = [
            (link_spans(document, span, block), _LINK),
            (changes_in(self.folds, span), self.inks["changed"]),
            (self.marks.triggers_in(span), self.inks["trigger"]),
            (claim, self.inks["chosen"]),
            ((match for match in matches if match != self.match), self.inks["match"]),
            ((match for match in matches if match == self.match), self.inks["match-here"]),
            ((self.selected,) if self.selected is not None else (), self.selection),
            ((self.caret,) if self.caret is not None else (), self._caret_style),
        ]
        snap = Span._make if is_narrow(text) else _snapping(text, span.start)
        spans = [(snap(place), style) for many, style in styles for place in many]
        hints = self._hints_over(text, span) if self.hints else {}
        for a, b in pairwise(_edges(span, [place for place, _ in spans], hints)):
            hint = hints.get(Span(a, b))
            if hint is not None:
                yield Segment(hint, _HINT + _offset(a))
                continue
            over = (style for place, style in spans if place.start <= a < place.end)
            style = Style.combine([base, *over, _offset(a)])
            yield Segment(text[a - span.start : b - span.start], style)

    def _hints_over(self, text: str, span: Span) -> Mapping[Span, str]:
        from briefing.app.layout.hints import place_hints  # the first screen has no letters

        return place_hints(self.hints, text, span)

    @property
    def _caret_style(self) -> Style:
        return Style(reverse=not self.selection.reverse, bold=True)


def offset_of_cell(strip: Strip, cell: int, *, default: int) -> int:
    """Give the offset of what is drawn in a cell of a row; ``default`` behind the last one.

    Textual tells the same, but counts the cells of a family of four one by one.
    """
    for segment in strip:
        for start, _, cells in split_graphemes(segment.text)[0]:
            if cell < cells and segment.style is not None:
                offset: int = segment.style.meta["offset"][0]
                return offset + start
            cell -= cells
    return default


def _edges(span: Span, places: Iterable[Span], hints: Mapping[Span, str]) -> list[int]:
    """Give the offsets at which the style of some words may change, and their ends."""
    edges = {at for at in chain(*places, *hints) if span.start < at < span.end}
    for letters in hints:  # drawn whole, whatever lies below
        edges -= set(range(letters.start + 1, letters.end))
    return sorted({span.start, *edges, span.end}) if span.start < span.end else []


def _snapping(text: str, start: int) -> Callable[[Iterable[int]], Span]:
    """Widen spans of a text: a letter and its accent have one style, as has a family of four.

    Args:
        text: Part of a document's.
        start: Offset of the part.
    """
    bounds = [start + grapheme[0] for grapheme in split_graphemes(text)[0]]
    bounds.append(start + len(text))

    def snap(place: Iterable[int]) -> Span:
        first, last = place
        if last <= start or first >= bounds[-1]:
            return Span(first, last)
        before = bisect_right(bounds, max(first, start)) - 1
        return Span(bounds[before], bounds[min(bisect_left(bounds, last), len(bounds) - 1)])

    return snap


def _offset(at: int) -> Style:
    return Style.from_meta({"offset": (at, TEXT_LINE)})


def _before(at: int) -> Segment:
    """Draw a cell that points at the space before a word, so that a drag over it ends there."""
    return Segment(" ", _offset(max(0, at - 2)))
