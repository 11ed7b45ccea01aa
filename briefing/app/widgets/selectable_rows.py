"""Rows of a text whose words can be selected, and have a caret or letters on them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from rich.color import ColorType
from rich.style import Style
from textual.cache import LRUCache
from textual.reactive import reactive
from textual.strip import Strip

from briefing.app.layout.rows import Rows
from briefing.app.widgets.body_rows import TEXT_LINE, RowPainter
from briefing.app.widgets.framed import Framed
from briefing.app.widgets.steady_bar import SteadyScroll
from briefing.model import Document
from briefing.spans import Span, merge_spans

if TYPE_CHECKING:  # selecting is for later than the first screen
    from textual.selection import Selection

    from briefing.app.layout.caret import Ground


class SelectableRows(SteadyScroll, Framed, inherit_bindings=False):
    """What is drawn of a text and what of it is selected; which rows there are, the body says."""

    ALLOW_SELECT = True

    document: reactive[Document | None] = reactive(None, layout=False, repaint=False)
    caret: reactive[Span | None] = reactive(None, repaint=False)
    """The character that a selection by key is at."""
    hints: reactive[Mapping[int, str]] = reactive({})
    """Letters to press, by the offset of the words that they stand over."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 (Textual's name)
        super().__init__(id=id)
        self._painter = RowPainter()
        self._rows = Rows()
        self._opened: frozenset[int] = frozenset()
        """Numbers of the folds that are open."""
        self._folded: tuple[Rows, frozenset[int], tuple[Span, ...]] | None = None
        self._strips: LRUCache[int, Strip] = LRUCache(512)

    @property
    def ground(self) -> Ground | None:
        """What a caret moves on; None where there is no document."""
        from briefing.app.layout.caret import Ground  # not needed for the first screen

        if self.document is None:
            return None
        return Ground(self.document, self._rows, self._hidden())

    def span_of(self, selection: Selection) -> Span:
        """Translate a selection of Textual's, whose ends may lie on the border."""
        length = len(self.document.text) if self.document else 0
        start, end = (
            None if place is None else place.x if place.y == TEXT_LINE else self._start_of(place.y)
            for place in selection
        )
        first, last = sorted((0 if start is None else start, length if end is None else end))
        return Span(max(first, 0), min(last, length))

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """Give the words that are selected, and what parts them from those of other widgets."""
        from briefing.app.layout.selection import selected_words

        if (ground := self.ground) is None:
            return None
        return selected_words(ground.document, self.span_of(selection), ground.hidden), "\n"

    def selection_updated(self, selection: Selection | None) -> None:
        """Put the selection's tint on other words."""
        ground = self.screen.get_component_rich_style("screen--selection").bgcolor
        # Words keep their inks. On one of a terminal's own colours nobody knows if they can be
        # read, so there they are turned over.
        own = ground is not None and ground.type is ColorType.TRUECOLOR
        self._painter.selection = Style(bgcolor=ground) if own else Style(reverse=True)
        before, now = self._painter.selected, None if selection is None else self.span_of(selection)
        self._painter.selected = now
        if before is None or now is None:
            self._repaint()  # the chosen claim comes and goes, too
        else:
            ends = zip(before, now, strict=True)
            self._repaint_words(*(Span(min(pair), max(pair)) for pair in ends))

    def watch_caret(self, before: Span | None, caret: Span | None) -> None:
        """Draw the caret over another character."""
        self._painter.caret = caret
        self._repaint_words(before, caret)

    def watch_hints(self, hints: Mapping[int, str]) -> None:
        """Draw other letters over the links."""
        self._painter.hints = hints
        self._repaint()

    def _hidden(self) -> tuple[Span, ...]:
        """Give what closed folds hide; a long text has thousands, and every key asks."""
        known = self._folded
        if known is None or known[0] is not self._rows or known[1] is not self._opened:
            folds = enumerate(self._rows.folds)
            closed = (fold.span for number, fold in folds if number not in self._opened)
            self._folded = known = (self._rows, self._opened, merge_spans(closed))
        return known[2]

    def _start_of(self, line: int) -> int:
        """Give the first character of a line of the screen."""
        row = min(line + self.scroll_offset.y, len(self._rows) - 1)
        return self._rows[row].start if row >= 0 else 0

    def _repaint(self) -> None:
        self._strips.clear()
        self.refresh()

    def _repaint_words(self, *words: Span | None) -> None:
        """Draw only the rows anew that show some words: all of them take long for a key."""
        changed = [span for span in words if span is not None]
        top = self.scroll_offset.y
        in_view = range(top, top + self.scrollable_content_region.height)
        for row in {*self._strips.keys(), *in_view}:
            shown = self._rows[row].span if changed and row < len(self._rows) else Span(0, 0)
            if any(map(shown.meets, changed)):
                self._strips.discard(row)
                self.refresh_line(row)
