"""The rows of the outline: documents, and sections below them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, NamedTuple

from rich.segment import Segment
from rich.style import Style
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip

from briefing.app.layout.outline_rows import Row, View
from briefing.app.layout.outline_words import row_words
from briefing.app.widgets.row_list import RowList

_SIGN = 2
"""Cells of the sign before a document, which folds it when it is clicked."""
_BOLD = Style(bold=True)


class Place(NamedTuple):
    """Where a row of the outline leads."""

    entry: int
    section: int | None = None
    """None for the document itself."""


class OutlineList(RowList, inherit_bindings=False):
    """Draws a view of the outline, and says what the reader wants of it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,k", "step(-1)", "Row up", show=False, id="outline.up"),
        Binding("down,j", "step(1)", "Row down", show=False, id="outline.down"),
        Binding("pageup", "leaf(-1)", "Page up", show=False, id="outline.page-up"),
        Binding("pagedown", "leaf(1)", "Page down", show=False, id="outline.page-down"),
        Binding("home", "first", "First", show=False, id="outline.home"),
        Binding("end", "last", "Last", show=False, id="outline.end"),
        Binding("enter", "open", "Open", id="outline.open"),
        Binding("space", "fold", "Fold", tooltip="Fold or unfold", id="outline.fold"),
    ]

    view: reactive[View] = reactive(View(), repaint=False)

    @dataclass
    class Opened(Message):
        """The reader wants to go there."""

        place: Place

    @dataclass
    class Folded(Message):
        """The reader wants to see the sections of a document, or no longer."""

        entry: int

    @property
    def count(self) -> int:
        """How many rows there are."""
        return len(self.view.rows)

    @property
    def row(self) -> Row | None:
        """What is under the cursor."""
        return self.view.rows[self.cursor] if self.count else None

    @property
    def place(self) -> Place | None:
        """Where it leads; what was said before leads to where it was said first."""
        row = self.row
        if row is None:
            return None
        if row.at is None:
            return Place(row.entry)
        held = self.view.sections[row.entry][row.at]
        return Place(row.entry, held.origin if held.run else held.section)

    def watch_view(self, before: View, view: View) -> None:
        """Show other rows, or the same ones anew; the cursor stays with what it was on."""
        if before.rows is view.rows:
            self.refresh()
            return
        held = before.rows[self.cursor] if self.cursor < len(before.rows) else None
        row = view.rows.row_of(held) if held is not None else None
        self.recount()
        self.cursor = self.validate_cursor(self.cursor if row is None else row)
        self.bring(self.cursor)

    def show_figures(self, entries: frozenset[int]) -> None:
        """Draw anew if any of some entries is in view."""
        top = self.scroll_offset.y
        last = min(top + self.size.height, self.count)
        if any(self.view.rows[row].entry in entries for row in range(top, last)):
            self.refresh()

    def action_open(self) -> None:
        """Go where the row leads."""
        if self.place is not None:
            self.post_message(self.Opened(self.place))

    def action_fold(self) -> None:
        """Fold or unfold the document that the row belongs to."""
        if self.row is not None:
            self.post_message(self.Folded(self.row.entry))

    def click(self, row: int, x: int) -> None:
        """Go where the row leads; the sign before a document folds it."""
        if x < _SIGN and self.view.rows[row].at is None:
            self.action_fold()
        else:
            self.action_open()

    def draw(self, row: int, style: Style, width: int, *, under: bool) -> Strip:
        """Draw a document or a section."""
        return Strip(
            Segment(words, style + self._ink(ink, plain=under))
            for words, ink in row_words(self.view, self.view.rows[row], width - 1)
        )

    def _ink(self, name: str, *, plain: bool) -> Style:
        if name == "current":
            return _BOLD
        if not name or plain:
            return Style.null()
        return self.inks["heading" if name == "unread" else name]
