"""The article's text: drawn line by line on demand, repeats folded, claims marked in the margin."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip

from briefing.app.inks import Inks
from briefing.app.layout.marks import Marks
from briefing.app.layout.overview import find_marked
from briefing.app.layout.rows import BLANK, Rows, lay_out
from briefing.app.layout.searching import Matches
from briefing.app.layout.wrapping import wrap
from briefing.app.widgets.body_rows import MARGIN
from briefing.app.widgets.marked_bar import MarkedBar
from briefing.app.widgets.selectable_rows import SelectableRows
from briefing.gate import clean
from briefing.model import Document, Fact
from briefing.spans import Span

_READABLE = 72
"""Lines longer than this are hard to read; wider panes leave the rest empty."""
_CONTEXT = 2
"""Rows kept in view above what is shown."""


class Body(SelectableRows, can_focus=True, inherit_bindings=False):
    """The text of one document."""

    DEFAULT_CSS = """
    Body {
        overflow-x: hidden;
        overflow-y: scroll;
        scrollbar-size-vertical: 1;
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,k", "scroll_up", "Line up", show=False, id="body.up"),
        Binding("down,j", "scroll_down", "Line down", show=False, id="body.down"),
        Binding("pageup", "page_up", "Page up", show=False, id="body.page-up"),
        Binding("pagedown,space", "page_down", "Page down", show=False, id="body.page-down"),
        Binding("ctrl+u", "half_page(-1)", "Half a page up", show=False, id="body.half-up"),
        Binding("ctrl+d", "half_page(1)", "Half a page down", show=False, id="body.half-down"),
        Binding("home", "scroll_home", "Beginning", show=False, id="body.home"),
        Binding("end", "scroll_end", "End", show=False, id="body.end"),
        Binding("enter", "toggle_fold", "Open", id="body.open", key_display="⏎"),
    ]

    chosen: reactive[Fact | None] = reactive(None)
    matches: reactive[Matches] = reactive(Matches)
    """What a search has found."""
    match: reactive[Span | None] = reactive(None)
    """The match that the reader is at."""
    message: reactive[str] = reactive("")
    """What to say where there is no document."""

    @dataclass
    class Moved(Message):
        """The reader scrolled; the offset is that of the first word in view."""

        offset: int

    @dataclass
    class Pointed(Message):
        """The reader clicked on a word."""

        offset: int
        times: int = 1
        """So often in a row."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 (Textual's name)
        super().__init__(id=id)
        self._width = 0
        self._asked: Span | None = None
        """What to show once there is a size to lay the text out for."""
        self._led = False

    # What is shown

    def watch_document(self, before: Document | None, document: Document | None) -> None:
        """Show another document from its beginning, or the same one with more found in it."""
        self._painter.document = document
        self._painter.marks = Marks.of(document) if document else Marks()
        same = before is not None and document is not None and before.sha256 == document.sha256
        if not same:
            self._opened, self._asked = frozenset(), None
        place = self.offset_in_view if same else 0
        if not same or before is None or before.repeats != (document and document.repeats):
            self._lay_out(place)
        self._repaint()

    def watch_chosen(self, chosen: Fact | None) -> None:
        """Put the tint on other words."""
        self._painter.chosen = chosen
        self._repaint()

    def watch_matches(self, before: Matches, matches: Matches) -> None:
        """Put the tint of a search on other words, and marks beside the scroll bar."""
        self._painter.matches = matches
        self._repaint()
        if len(matches) or len(before):
            self._mark_bar()

    def _mark_bar(self) -> None:
        color = self._painter.inks["match-here"].bgcolor
        bar = self.vertical_scrollbar
        bar.renderer = MarkedBar.made_with(self._find_marked, color)  # type: ignore[misc, assignment]
        bar.refresh()

    def _find_marked(self, cells: int) -> frozenset[int]:
        return find_marked(self._rows, self.matches, cells, self.virtual_size.height)

    def watch_match(self, match: Span | None) -> None:
        """Put the stronger tint on another match."""
        self._painter.match = match
        self._repaint()

    def show(self, span: Span, *, top: bool = False) -> None:
        """Bring words into view; a fold that hides them opens.

        Args:
            span: What to show.
            top: Put it on the first row, as for a section; else scroll only as far as needed.
        """
        if not self._width:
            self._asked = span
            return
        self._open_over(span)
        if not len(self._rows):
            return
        first = self._rows.row_of(span.start)
        last = self._rows.row_of(max(span.start, span.end - 1))
        height = self.scrollable_content_region.height
        at = self.scroll_offset.y
        if top:
            self._lead(first)
        elif first < at + _CONTEXT or last >= at + height - _CONTEXT:
            self._lead(max(0, first - max(_CONTEXT, height // 4)))

    def reveal(self, offset: int) -> None:
        """Scroll as few rows as it takes to see a character, and the rows around it."""
        row = self._rows.row_of(offset)
        height = self.scrollable_content_region.height
        context = min(_CONTEXT, (height - 1) // 2)
        at = self.scroll_offset.y
        if row < at + context:
            self._lead(max(0, row - context))
        elif row >= at + height - context:
            self._lead(row - height + 1 + context)

    @property
    def offset_in_view(self) -> int:
        """Offset of the first word in view."""
        if self._asked is not None:
            return self._asked.start
        row = self.scroll_offset.y
        while row < len(self._rows) and self._rows.blocks[row] == BLANK:
            row += 1
        return self._rows.starts[row] if row < len(self._rows) else 0

    @property
    def span_in_view(self) -> Span:
        """From the first to the last word in view."""
        last = min(self.scroll_offset.y + self.scrollable_content_region.height, len(self._rows))
        end = self._rows.ends[last - 1] if last > 0 else 0
        return Span(self.offset_in_view, end)

    @property
    def progress(self) -> int:
        """How far the last row in view stands, in percent of the text."""
        rows = len(self._rows)
        seen = self.scroll_offset.y + self.scrollable_content_region.height
        return min(100, round(100 * seen / rows)) if rows else 100

    @property
    def folds_closed(self) -> int:
        """How many folds are closed."""
        return len(self._rows.folds) - len(self._opened)

    def toggle_all(self) -> None:
        """Open every fold; close them all when none is closed."""
        everything = frozenset(range(len(self._rows.folds)))
        self._set_opened(frozenset() if self._opened == everything else everything)

    # Keys and mouse

    def action_half_page(self, direction: int) -> None:
        """Scroll by half of what is in view."""
        half = max(1, self.scrollable_content_region.height // 2)
        self.scroll_relative(y=direction * half, animate=False)

    def action_toggle_fold(self) -> None:
        """Open or close the first fold in view."""
        if (fold := self._fold_in_view()) is not None:
            self._set_opened(self._opened ^ {fold})

    def on_click(self, event: events.Click) -> None:
        """Open a fold that is clicked, or tell which word was; a drag ends without a click."""
        if event.chain > 1:
            event.prevent_default()  # it would select the whole text
        at = event.get_content_offset(self)
        row = at.y + self.scroll_offset.y if at is not None else -1
        if at is None or not 0 <= row < len(self._rows) or self.text_selection is not None:
            return
        fold = self._rows.fold(row)
        if fold is not None:
            self._set_opened(self._opened ^ {fold})
        elif self._rows.blocks[row] != BLANK:
            start, end = self._rows.starts[row], self._rows.ends[row]
            offset = start + max(at.x - MARGIN, 0)
            self.post_message(self.Pointed(min(offset, max(start, end - 1)), event.chain))

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Tell where the reader is, unless it was us who scrolled."""
        super().watch_scroll_y(old_value, new_value)
        if round(old_value) != round(new_value):
            led, self._led = self._led, False
            if not led:
                self.post_message(self.Moved(self.offset_in_view))

    def _lead(self, row: int) -> None:
        """Scroll without telling: whoever leads knows where to."""
        target = min(row, self.max_scroll_y)
        self._led = round(target) != round(self.scroll_y)
        self.scroll_to(y=target, animate=False, immediate=True, force=True)
        self._led = False

    # Laying out

    def on_resize(self) -> None:
        """Lay out anew where the width has changed; the place stays."""
        self._fit()

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw rows, laid out for the width that the pane has now.

        The first screen is painted before the widget hears of its size: waiting for that would
        paint everything twice.
        """
        self._fit()
        return super().render_lines(crop)

    def _fit(self) -> None:
        if self.size and self._usable_width() != self._width:
            first, asked, place = not self._width, self._asked, self.offset_in_view
            self._asked = None
            self._lay_out(place)
            if asked is not None:
                self.show(asked, top=True)
            if first:
                self.post_message(self.Moved(self.offset_in_view))

    def notify_style_update(self) -> None:
        """Forget what was drawn in the colours of before."""
        super().notify_style_update()
        self._painter.inks = Inks(self.app.theme_variables)
        self._strips.clear()
        if self._painter.selected is not None:
            self.selection_updated(self.text_selection)
        if len(self.matches):
            self._mark_bar()

    def _usable_width(self) -> int:
        room = self.scrollable_content_region.width - MARGIN - 1
        return max(10, min(room, _READABLE))

    def _lay_out(self, place: int) -> None:
        if not self.size:
            return  # not on the screen yet
        self._width = self._painter.width = self._usable_width()
        document = self.document
        self._rows = lay_out(document, self._width, self._opened) if document else Rows()
        height = self.scrollable_content_region.height
        # So that the last heading, too, can stand on the first row.
        room = max(0, self._last_heading() + height - len(self._rows))
        self.virtual_size = Size(self.scrollable_content_region.width, len(self._rows) + room)
        if len(self._rows):
            self._lead(self._rows.row_of(place) if place else 0)
        self._repaint()

    def _last_heading(self) -> int:
        sections = self.document.sections if self.document else ()
        return self._rows.row_of(sections[-1].span.start) if len(sections) > 1 else 0

    def _set_opened(self, opened: frozenset[int]) -> None:
        place = self.offset_in_view
        self._opened = opened
        self._lay_out(place)
        self.post_message(self.Moved(self.offset_in_view))

    def _open_over(self, span: Span) -> None:
        hiding = {
            number
            for number, fold in enumerate(self._rows.folds)
            if fold.span.start < span.end and span.start < fold.span.end
        }
        if not hiding <= self._opened:
            self._opened |= hiding
            self._lay_out(self.offset_in_view)

    def _fold_in_view(self) -> int | None:
        first = self.scroll_offset.y
        last = min(first + self.scrollable_content_region.height, len(self._rows))
        found = (self._rows.fold(row) for row in range(first, last))
        return next((fold for fold in found if fold is not None), None)

    # Drawing

    def render_line(self, y: int) -> Strip:
        """Draw one row."""
        width = self.size.width
        row = y + self.scroll_offset.y
        strip = self._strips.get(row)
        if strip is None:
            strip = self._strips[row] = self._draw(row).apply_style(self.rich_style)
        return strip.crop_extend(0, width, self.rich_style)

    def _draw(self, row: int) -> Strip:
        if self.document is None:
            return self._draw_message(row)
        if row >= len(self._rows):
            return Strip([])
        drawn = self._rows[row]
        if drawn.fold is None:
            return self._painter.paint(drawn)
        opened = drawn.fold in self._opened
        return self._painter.paint_fold(self._rows.folds[drawn.fold], opened=opened)

    def _draw_message(self, row: int) -> Strip:
        words = clean(self.message)
        lines = list(wrap(words, 0, len(words), self._width))
        return self._painter.paint_message(words[slice(*lines[row])] if row < len(lines) else "")

    def watch_message(self) -> None:
        """Say something else where there is no document."""
        self._repaint()
