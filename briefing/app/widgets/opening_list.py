"""What can be opened, under headings; what can't says why."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, Literal, NamedTuple, TypeAlias

from rich.cells import cell_len, set_cell_size
from textual import on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from briefing.app.layout.recent import shorten_path
from briefing.app.widgets.plain_options import PlainOptions
from briefing.gate import clean

Way = Literal["browser", "editor", "viewer"]
"""Another program that shows the document that is read."""
Target: TypeAlias = Way | tuple[str, ...]
"""A way, or paths to read."""

_GAP = 2


class Row(NamedTuple):
    """A line of the list."""

    words: str
    beside: str = ""
    """Quiet words at the right."""
    opens: Target | None = None
    """None: the cursor passes it by."""
    heading: bool = False


class OpeningList(PlainOptions):
    """A list in which the row under the cursor is what Enter chooses."""

    DEFAULT_CSS = """
    OpeningList {
        & > .option-list--option-highlighted, &:focus > .option-list--option-highlighted {
            background: $block-cursor-blurred-background;
            color: $foreground;
            text-style: bold;
        }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,j", "cursor_down", "Down", show=False, id="openings.down"),
        Binding("up,k", "cursor_up", "Up", show=False, id="openings.up"),
        Binding("pagedown", "page_down", "A page down", show=False, id="openings.page-down"),
        Binding("pageup", "page_up", "A page up", show=False, id="openings.page-up"),
        Binding("home", "first", "First", show=False, id="openings.first"),
        Binding("end", "last", "Last", show=False, id="openings.last"),
        Binding("enter", "select", "Open", id="openings.open"),
    ]

    rows: reactive[Sequence[Row]] = reactive((), layout=False, repaint=False)

    @dataclass
    class Chosen(Message):
        """The reader wants this one."""

        opens: Target

    @property
    def row(self) -> Row | None:
        """What the cursor is on."""
        return self.rows[self.highlighted] if self.highlighted is not None else None

    def action_page_down(self) -> None:
        """Go a page down; where nothing there can be chosen, to the last that can."""
        super().action_page_down()  # type: ignore[no-untyped-call]
        if self.highlighted is None:
            self.action_last()

    def action_page_up(self) -> None:
        """Go a page up; where nothing there can be chosen, to the first that can."""
        super().action_page_up()  # type: ignore[no-untyped-call]
        if self.highlighted is None:
            self.action_first()

    def watch_rows(self) -> None:
        """Write other rows."""
        self._write()

    def on_resize(self) -> None:
        """Give names the room that there is."""
        self._write()

    def _write(self) -> None:
        highlighted, width = self.highlighted, self.scrollable_content_region.width
        self.set_options(
            Option(_content(row, width), disabled=row.opens is None) for row in self.rows
        )
        if highlighted is not None:
            from_there = (*range(highlighted, len(self.rows)), *range(highlighted))
            kept = (at for at in from_there if at < len(self.rows) and self.rows[at].opens)
            self.highlighted = next(kept, None)

    @on(OptionList.OptionSelected)
    def _choose(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        opens = self.rows[event.option_index].opens
        if opens is not None:
            self.post_message(self.Chosen(opens))


def _content(row: Row, width: int) -> Content:
    if row.heading:
        return Content.styled(row.words, "bold $accent")
    words, beside = clean(row.words), clean(row.beside)
    if isinstance(row.opens, str):  # words of ours, beside an address of any length
        beside = _cut(beside, width - cell_len(words) - _GAP)
    else:
        words = shorten_path(words, max(width - cell_len(beside) - _GAP, width // 3))
    gap = " " * max(_GAP, width - cell_len(words) - cell_len(beside))
    style = "" if row.opens is not None else "$ink-quiet"
    return Content.styled(words, style) + Content.styled(f"{gap}{beside}", "$ink-quiet")


def _cut(words: str, cells: int) -> str:
    if cell_len(words) <= cells:
        return words
    return f"{set_cell_size(words, max(cells - 1, 0)).rstrip()}…"
