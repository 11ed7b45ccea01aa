"""The rows of the outline, drawn on demand: a folder has thousands of documents."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, NamedTuple

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from briefing.app.inks import Inks
from briefing.app.layout.outline_rows import Row, View
from briefing.app.layout.outline_words import row_words

_SIGN = 2
"""Cells of the sign before a document, which folds it when it is clicked."""


class Place(NamedTuple):
    """Where a row of the outline leads."""

    entry: int
    section: int | None = None
    """None for the document itself."""


class OutlineList(ScrollView, can_focus=True):
    """Documents and sections, one row of them under the cursor."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {"outline--cursor"}
    DEFAULT_CSS = """
    OutlineList {
        height: 1fr;
        background: $background;
        overflow-x: hidden;
        overflow-y: auto;
        scrollbar-size-vertical: 1;
        & > .outline--cursor {
            background: $block-cursor-blurred-background;
            color: $block-cursor-blurred-foreground;
            text-style: $block-cursor-blurred-text-style;
        }
        &:focus > .outline--cursor {
            background: $block-cursor-background;
            color: $block-cursor-foreground;
            text-style: $block-cursor-text-style;
        }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,k", "step(-1)", "Row up", show=False, id="outline.up"),
        Binding("down,j", "step(1)", "Row down", show=False, id="outline.down"),
        Binding("pageup", "leaf(-1)", "Page up", show=False, id="outline.page-up"),
        Binding("pagedown", "leaf(1)", "Page down", show=False, id="outline.page-down"),
        Binding("home", "first", "First", show=False, id="outline.home"),
        Binding("end", "last", "Last", show=False, id="outline.end"),
        Binding("enter", "open", "Open", id="outline.open", key_display="⏎"),
        Binding("space", "fold", "Fold", tooltip="Fold or unfold", id="outline.fold"),
    ]

    view: reactive[View] = reactive(View(), repaint=False)
    cursor: reactive[int] = reactive(0, repaint=False)
    """The row that keys act on."""

    @dataclass
    class Opened(Message):
        """The reader wants to go there."""

        place: Place

    @dataclass
    class Folded(Message):
        """The reader wants to see the sections of a document, or no longer."""

        entry: int

    def __init__(self) -> None:
        super().__init__()
        self._inks = Inks({})
        self._ground: Style | None = None

    @property
    def row(self) -> Row | None:
        """What is under the cursor."""
        return self.view.rows[self.cursor] if len(self.view.rows) else None

    def watch_view(self, before: View, view: View) -> None:
        """Show other rows, or the same ones anew; the cursor stays with what it was on."""
        if before.rows is not view.rows:
            held = before.rows[self.cursor] if self.cursor < len(before.rows) else None
            row = view.rows.row_of(held) if held is not None else None
            self.virtual_size = Size(self.scrollable_content_region.width, len(view.rows))
            self.cursor = self.validate_cursor(self.cursor if row is None else row)
            self._bring(self.cursor)
        self.refresh()

    def validate_cursor(self, cursor: int) -> int:
        """Keep the cursor on a row."""
        return max(0, min(cursor, len(self.view.rows) - 1))

    def watch_cursor(self, before: int, cursor: int) -> None:
        """Move it, and bring it into view."""
        self.refresh_line(before)
        self.refresh_line(cursor)
        self._bring(cursor)

    def show_figures(self, entries: frozenset[int]) -> None:
        """Draw anew if any of some entries is in view."""
        top = self.scroll_offset.y
        rows = self.view.rows
        last = min(top + self.size.height, len(rows))
        if any(rows[row].entry in entries for row in range(top, last)):
            self.refresh()

    def action_step(self, by: int) -> None:
        """Go some rows up or down."""
        self.cursor += by

    def action_leaf(self, direction: int) -> None:
        """Go up or down as many rows as the pane shows."""
        self.cursor += direction * max(1, self.scrollable_content_region.height - 1)

    def action_first(self) -> None:
        """Go to the first row."""
        self.cursor = 0

    def action_last(self) -> None:
        """Go to the last row."""
        self.cursor = len(self.view.rows) - 1

    def action_open(self) -> None:
        """Go where the row leads; what was said before leads to where it was said first."""
        row = self.row
        if row is None:
            return
        section = None
        if row.at is not None:
            held = self.view.sections[row.entry][row.at]
            section = held.origin if held.run else held.section
        self.post_message(self.Opened(Place(row.entry, section)))

    def action_fold(self) -> None:
        """Fold or unfold the document that the row belongs to."""
        if self.row is not None:
            self.post_message(self.Folded(self.row.entry))

    def on_click(self, event: events.Click) -> None:
        """Go where the row leads that is clicked; the sign before a document folds it."""
        at = event.get_content_offset(self)
        row = at.y + self.scroll_offset.y if at is not None else -1
        if at is not None and 0 <= row < len(self.view.rows):
            self.cursor = row
            on_sign = at.x < _SIGN and self.view.rows[row].at is None
            self.action_fold() if on_sign else self.action_open()

    def on_resize(self) -> None:
        """Rows are as wide as the pane."""
        self.virtual_size = Size(self.scrollable_content_region.width, len(self.view.rows))
        self._bring(self.cursor)

    def notify_style_update(self) -> None:
        """Draw in the new colours."""
        super().notify_style_update()
        self._inks = Inks(self.app.theme_variables)
        self._ground = None
        self.refresh()

    def _bring(self, row: int) -> None:
        """Scroll only as far as needed to see a row."""
        height = self.scrollable_content_region.height
        y = max(min(self.scroll_offset.y, row), row + 1 - height)
        if height and y != self.scroll_offset.y:
            self.scroll_to(y=y, animate=False, immediate=True, force=True)

    def render_line(self, y: int) -> Strip:
        """Draw one row."""
        width = self.scrollable_content_region.width
        number = y + self.scroll_offset.y
        if self._ground is None:
            self._ground = self.rich_style  # takes longer than the row
        style = self._ground
        if number >= len(self.view.rows):
            return Strip.blank(self.size.width, style)
        under = number == self.cursor
        if under:
            style = self.get_component_rich_style("outline--cursor")
        pieces = [
            # On the cursor's ground grey can't be read, so all take the row's own ink there.
            Segment(words, style + self._ink(ink, plain=under))
            for words, ink in row_words(self.view, self.view.rows[number], width - 1)
        ]
        return Strip(pieces).crop_extend(0, width, style)

    def _ink(self, name: str, *, plain: bool) -> Style:
        if name == "current":
            return Style(bold=True)
        if not name or plain:
            return Style.null()
        return self._inks["heading" if name == "unread" else name]
