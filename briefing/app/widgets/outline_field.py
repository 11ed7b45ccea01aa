"""The field below the outline: words that a title must hold."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.message import Message

from briefing.app.widgets.line_field import LineField


class OutlineField(LineField):
    """Takes the words that a document or a section must hold to stay in the outline."""

    DEFAULT_CSS = """
    OutlineField {
        dock: bottom;
        padding: 0 1;
        background: $panel;
        background-tint: $background 0%;
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "submit", "Open", id="narrow.open"),
        Binding("up", "row(-1)", "Row up", show=False, id="narrow.up"),
        Binding("down", "row(1)", "Row down", show=False, id="narrow.down"),
        Binding("escape", "widen", "All", tooltip="Show all titles again", id="narrow.end"),
    ]

    @dataclass
    class Stepped(Message):
        """The cursor is to go some rows on."""

        by: int

    @dataclass
    class Ended(Message):
        """All rows are to be shown again."""

    def action_row(self, by: int) -> None:
        """Go some rows up or down while words are typed."""
        self.post_message(self.Stepped(by))

    def action_widen(self) -> None:
        """Show all rows again."""
        self.post_message(self.Ended())
