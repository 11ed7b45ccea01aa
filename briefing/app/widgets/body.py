"""The article's text: drawn line by line on demand, repeats folded, claims marked in the margin."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip

from briefing.app.keys import key_for
from briefing.app.layout.marks import Marks
from briefing.app.layout.searching import Matches
from briefing.app.layout.wrapping import wrap
from briefing.app.widgets.body_rows import EARLIER, MARGIN, offset_of_cell
from briefing.app.widgets.on_paper import OnPaper
from briefing.app.widgets.ruled_rows import RuledRows
from briefing.gate import clean
from briefing.model import Document, Fact
from briefing.spans import Span

_NO_REPEAT = "No repeat is in view."


class Body(RuledRows, OnPaper, can_focus=True, inherit_bindings=False):
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
        Binding("enter", "toggle_fold", "Open", id="body.open"),
    ]

    chosen: reactive[Fact | None] = reactive(None, repaint=False)
    matches: reactive[Matches] = reactive(Matches)
    """What a search has found."""
    match: reactive[Span | None] = reactive(None, repaint=False)
    """The match that the reader is at."""
    message: reactive[str] = reactive("")
    """What to say where there is no document."""

    @dataclass
    class Pointed(Message):
        """The reader clicked on a word."""

        offset: int
        times: int = 1
        """So often in a row."""
        beside: bool = False
        """In the margin before the row of the word, or behind its end."""

    @dataclass
    class TurnedBack(Message):
        """The reader wants to see the words that a sentence says again."""

        span: Span

    # What is shown

    def watch_document(self, before: Document | None, document: Document | None) -> None:
        """Show another document from its beginning, or the same one with more found in it."""
        self._painter.document = document
        self._painter.marks = Marks.of(document) if document else Marks()
        super().watch_document(before, document)
        self._repaint()

    def watch_chosen(self, before: Fact | None, chosen: Fact | None) -> None:
        """Put the tint on other words."""
        self._painter.chosen = chosen
        self._repaint_words(*(before.claim if before else ()), *(chosen.claim if chosen else ()))

    def watch_matches(self, before: Matches, matches: Matches) -> None:
        """Put the tint of a search on other words, and marks beside the scroll bar."""
        self._painter.matches = matches
        self._repaint()
        if len(matches) or len(before):
            self._mark_bar()

    def _mark_bar(self) -> None:
        from briefing.app.widgets.marked_bar import MarkedBar  # only a search has marks

        color = self.inks["match-here"].bgcolor
        bar = self.vertical_scrollbar
        bar.renderer = MarkedBar.made_with(self._find_marked, color)  # type: ignore[misc, assignment]
        bar.refresh()

    def _find_marked(self, cells: int) -> Mapping[int, int]:
        from briefing.app.layout.overview import find_marked

        return find_marked(self._rows, self.matches, cells, self.virtual_size.height)

    def watch_match(self, before: Span | None, match: Span | None) -> None:
        """Put the stronger tint on another match."""
        self._painter.match = match
        self._repaint_words(before, match)

    # Keys and mouse

    def action_half_page(self, direction: int) -> None:
        """Scroll by half of what is in view."""
        half = max(1, self.scrollable_content_region.height // 2)
        self.scroll_relative(y=direction * half, animate=False)

    def action_toggle_fold(self) -> None:
        """Open or close the first fold in view, or the one next to the ruler."""
        folds = self.folds_in_view()
        near = self.ruled_row if self.ruler else self.scroll_offset.y
        if folds:
            self._toggle(frozenset({folds[min(folds, key=lambda row: abs(row - near))]}))
        elif self.document is not None:
            self.notify(_NO_REPEAT, markup=False)

    def on_click(self, event: events.Click) -> None:
        """Open a fold that is clicked, or tell which sign or word was; a drag is no click."""
        if event.chain > 1:
            event.prevent_default()  # it would select the whole text
        at = event.get_content_offset(self)
        row = at.y + self.scroll_offset.y if at is not None else -1
        if at is None or not 0 <= row < len(self._rows) or self.text_selection is not None:
            return
        clicked = self._rows[row]
        earlier = event.style.meta.get(EARLIER)
        if earlier is not None:
            self.post_message(self.TurnedBack(Span(*earlier)))
        elif clicked.fold is not None:
            self._toggle(frozenset({clicked.fold}))
        elif clicked.block is not None:
            last = clicked.end - 1
            drawn = self._draw(row)
            offset = max(clicked.start, min(offset_of_cell(drawn, at.x, default=last), last))
            beside = not MARGIN <= at.x < drawn.cell_length
            self.post_message(self.Pointed(offset, event.chain, beside))

    def notify_style_update(self) -> None:
        """Forget what was drawn in the colours of before."""
        super().notify_style_update()
        self._painter.inks = self.inks
        self._painter.fold_key = key_for(self, "body.open")
        self._strips.clear()
        if self._painter.selected is not None:
            self.selection_updated(self.text_selection)
        if len(self.matches):
            self._mark_bar()

    # Drawing

    def render_line(self, y: int) -> Strip:
        """Draw one row."""
        row = y + self.scroll_offset.y
        if self.ruler and self.document is not None and row == self.ruled_row:
            return self._filled(self.draw_ruler(self._draw(row)))
        strip = self._strips.get(row)
        if strip is None:
            strip = self._strips[row] = self._filled(self._draw(row))
        return strip

    def _filled(self, strip: Strip) -> Strip:
        """Put a row on the ground of the pane, from edge to edge."""
        return strip.apply_style(self.paper).crop_extend(0, self.size.width, self.paper)

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
        lines = list(wrap(words, 0, len(words), self._room.prose))
        return self._painter.paint_message(words[slice(*lines[row])] if row < len(lines) else "")

    def watch_message(self) -> None:
        """Say something else where there is no document."""
        self._repaint()
