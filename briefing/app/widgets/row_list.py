"""A list of thousands of rows, one of them under the cursor, drawn on demand."""

from __future__ import annotations

from abc import abstractmethod
from typing import ClassVar

from rich.style import Style
from textual import events
from textual.binding import BindingType
from textual.geometry import Size
from textual.reactive import reactive
from textual.strip import Strip

from briefing.app.widgets.on_paper import OnPaper
from briefing.app.widgets.steady_bar import SteadyScroll


class RowList(SteadyScroll, OnPaper, can_focus=True, inherit_bindings=False):
    """Rows of one line each; what they are, a subclass says."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {"rows--cursor"}
    DEFAULT_CSS = """
    RowList {
        height: 1fr;
        background: $background;
        overflow-x: hidden;
        overflow-y: auto;
        scrollbar-size-vertical: 1;
        & > .rows--cursor {
            background: $block-cursor-blurred-background;
            color: $block-cursor-blurred-foreground;
            text-style: $block-cursor-blurred-text-style;
        }
        &:focus > .rows--cursor {
            background: $block-cursor-background;
            color: $block-cursor-foreground;
            text-style: $block-cursor-text-style;
        }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = []

    cursor: reactive[int] = reactive(0, repaint=False)
    """The row that keys act on."""

    # What a subclass says

    @property
    @abstractmethod
    def count(self) -> int:
        """How many rows there are."""

    @abstractmethod
    def draw(self, row: int, style: Style, width: int, *, under: bool) -> Strip:
        """Draw a row.

        Args:
            row: Its number.
            style: Of the ground.
            width: Cells that the row may fill.
            under: Whether the cursor is on it: grey can't be read there.
        """

    def draw_empty(self, y: int, width: int) -> Strip:
        """Draw a line below the last row."""
        return Strip.blank(width, self.paper)

    def action_open(self) -> None:
        """Go where the row under the cursor leads."""

    def click(self, row: int, x: int) -> None:
        """Hear that a row was clicked, after the cursor has gone there."""
        self.action_open()

    # The cursor

    def validate_cursor(self, cursor: int) -> int:
        """Keep the cursor on a row."""
        return max(0, min(cursor, self.count - 1))

    def watch_cursor(self, before: int, cursor: int) -> None:
        """Move it, and bring it into view."""
        self.refresh_line(before)
        self.refresh_line(cursor)
        self.bring(cursor)

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
        self.cursor = self.count - 1

    def on_click(self, event: events.Click) -> None:
        """Put the cursor on the row that is clicked."""
        at = event.get_content_offset(self)
        row = at.y + self.scroll_offset.y if at is not None else -1
        if at is not None and 0 <= row < self.count:
            self.cursor = row
            self.click(row, at.x)

    def bring(self, row: int) -> None:
        """Scroll only as far as needed to see a row."""
        height = self.scrollable_content_region.height
        y = max(min(self.scroll_offset.y, row), row + 1 - height)
        if height and y != self.scroll_offset.y:
            self.scroll_to(y=y, animate=False, immediate=True, force=True)

    # Drawing

    def recount(self) -> None:
        """Take another number of rows, and draw all that are in view."""
        self.virtual_size = Size(self.scrollable_content_region.width, self.count)
        self.refresh()

    def on_resize(self) -> None:
        """Rows are as wide as the pane."""
        self.recount()
        self.bring(self.cursor)

    def render_line(self, y: int) -> Strip:
        """Draw what is in view."""
        width = self.scrollable_content_region.width
        row = y + self.scroll_offset.y
        if row >= self.count:
            return self.draw_empty(row, width)
        under = row == self.cursor
        style = self.get_component_rich_style("rows--cursor") if under else self.paper
        strip = self.draw(row, style, width, under=under)
        return strip.crop_extend(0, width, style)
