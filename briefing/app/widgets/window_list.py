"""A list whose entries take several lines each: only those near the chosen one are laid out."""

from __future__ import annotations

from abc import abstractmethod
from bisect import bisect_right
from collections.abc import Iterable
from typing import ClassVar

from textual import events
from textual.binding import BindingType
from textual.geometry import Size
from textual.reactive import reactive
from textual.strip import Strip

from briefing.app.layout.cards import Line
from briefing.app.widgets.on_paper import OnPaper
from briefing.app.widgets.steady_bar import SteadyScroll

_WINDOW = 30
"""Entries laid out on either side of the one in view: a long article has tens of thousands."""
_EDGE = 12
"""Entries left in the window when it is laid out anew."""
_TYPICAL = 6
"""Rows that an entry outside the window is taken to fill, for the scroll bar alone."""


class WindowList(SteadyScroll, OnPaper, can_focus=True, inherit_bindings=False):
    """Entries of which one is chosen; what they are, a subclass says."""

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    WindowList {
        overflow-x: hidden;
        overflow-y: scroll;
        scrollbar-size-vertical: 1;
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = []

    chosen: reactive[int | None] = reactive(None, repaint=False)
    """Number of an entry."""
    waiting: reactive[str] = reactive("")
    """What to say where there is no entry."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 (Textual's name)
        super().__init__(id=id)
        self._first = 0
        """Number of the first entry in the window."""
        self._tops: list[int] = []
        """Row of each of the window's entries, counted from the window's first row."""
        self._lines: list[tuple[int, Line | None]] = []
        self._laid: dict[int, tuple[Line | None, ...]] = {}
        """Lines of entries for the width that the list has now."""
        self._width = 0

    # What a subclass says

    @property
    @abstractmethod
    def count(self) -> int:
        """How many entries there are."""

    @abstractmethod
    def lines_of(self, number: int, width: int) -> Iterable[Line | None]:
        """Lay an entry out in lines of at most ``width`` cells; None is a gap."""

    @abstractmethod
    def draw(self, number: int, line: Line | None, width: int) -> Strip:
        """Draw one line of an entry."""

    def went(self, number: int) -> None:
        """Hear that the reader went to an entry."""

    # Choosing

    @property
    def where(self) -> str:
        """The how-manieth of how many is chosen; nothing where there is none."""
        return f"{(self.chosen or 0) + 1} of {self.count}" if self.count else ""

    def watch_chosen(self, before: int | None, chosen: int | None) -> None:
        """Bring another entry into view; what is chosen may look otherwise than the others."""
        for number in (before, chosen):
            self._laid.pop(number, None)  # type: ignore[arg-type]
        self._lay_out(self._first_of_window(chosen or 0))
        if chosen is not None:
            self._bring(chosen)

    def deal(self) -> None:
        """Lay out other entries, from the first one on."""
        self.set_reactive(WindowList.chosen, None)
        self._laid.clear()
        self._lay_out(0)
        self.scroll_to(y=0, animate=False, immediate=True)

    def lay_out_again(self) -> None:
        """Lay out the same entries, which have become higher or lower."""
        self._laid.clear()
        self._lay_out(self._first)
        if self.chosen is not None:
            self._bring(self.chosen)

    def step(self, by: int) -> None:
        """Go some entries on, as far as there are any, and tell."""
        if not self.count:
            return
        start = self.chosen if self.chosen is not None else (-1 if by > 0 else self.count)
        self.go(start + by)

    def go(self, number: int) -> None:
        """Go to an entry, or to the nearest that there is, and tell."""
        if not self.count:
            return
        number = max(0, min(number, self.count - 1))
        self.chosen = number
        self.went(number)

    def action_step(self, by: int) -> None:
        """Go one entry up or down."""
        self.step(by)

    def action_leaf(self, direction: int) -> None:
        """Go as many entries up or down as the pane shows."""
        if self.chosen is None:
            self.step(direction)
            return
        at = self.chosen - self._first
        top = self._tops[at] if 0 <= at < len(self._tops) else 0
        row = top + direction * self.scrollable_content_region.height
        to = self._entry_at(row)
        self.go(to if to != self.chosen else self.chosen + direction)

    def action_first(self) -> None:
        """Go to the first entry."""
        self.go(0)

    def action_last(self) -> None:
        """Go to the last entry."""
        self.go(self.count - 1)

    def on_click(self, event: events.Click) -> None:
        """Choose the entry that is clicked."""
        at = event.get_content_offset(self)
        row = at.y + self.scroll_offset.y - self._base if at is not None else -1
        if 0 <= row < len(self._lines):
            self.go(self._lines[row][0])

    # Laying out

    def on_resize(self) -> None:
        """Lay the entries out anew where the width has changed."""
        if self._usable_width() != self._width:
            self.lay_out_again()

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Move the window on when the wheel comes to its edge, or the scroll bar leaves it."""
        super().watch_scroll_y(old_value, new_value)
        if round(old_value) == round(new_value) or not self._tops:
            return
        row = round(new_value) - self._base
        at = self._entry_at(row)
        if 0 <= row < len(self._lines):
            last = self._first + len(self._tops)
            first_is_near = self._first > 0 and at < self._first + _EDGE
            if not first_is_near and (last == self.count or at <= last - _EDGE):
                return
            within = row - self._tops[at - self._first]
        else:
            at, within = min(round(new_value) // _TYPICAL, self.count - 1), 0
        self._lay_out(max(0, at - _WINDOW))
        self._move_to(self._tops[at - self._first] + within)

    @property
    def _base(self) -> int:
        """Row of the list at which the window begins."""
        return self._first * _TYPICAL

    def _entry_at(self, row: int) -> int:
        return self._first + max(0, bisect_right(self._tops, row) - 1)

    def _first_of_window(self, chosen: int) -> int:
        """Keep the window while the chosen entry stands well inside it."""
        last = self._first + len(self._tops)
        if self._first <= max(0, chosen - _EDGE) and min(chosen + _EDGE, self.count) <= last:
            return self._first
        return max(0, chosen - _WINDOW)

    def _usable_width(self) -> int:
        return max(10, self.scrollable_content_region.width - 3)

    def _lay_out(self, first: int) -> None:
        width = self._usable_width()
        if width != self._width:
            self._laid.clear()
        last = min(first + 2 * _WINDOW, self.count)
        self._first, self._width = first, width
        self._laid = {n: lines for n, lines in self._laid.items() if first <= n < last}
        self._tops, self._lines = [], []
        for number in range(first, last):
            if number not in self._laid:
                self._laid[number] = tuple(self.lines_of(number, width))
            self._tops.append(len(self._lines))
            self._lines += [(number, line) for line in self._laid[number]]
        rows = self._base + len(self._lines) + (self.count - last) * _TYPICAL
        # Without a layout of the whole screen: that the scroll bar is there does not depend on it.
        size = Size(self.scrollable_content_region.width, rows)
        self.set_reactive(WindowList.virtual_size, size)
        self.vertical_scrollbar.window_virtual_size = rows
        self.refresh()

    def _bring(self, number: int) -> None:
        """Scroll only as far as needed to see the whole entry, its top first."""
        at = number - self._first
        if not 0 <= at < len(self._tops):
            return
        top = self._tops[at]
        end = self._tops[at + 1] if at + 1 < len(self._tops) else len(self._lines)
        height = self.scrollable_content_region.height
        y = self.scroll_offset.y - self._base
        if end - 1 > y + height:
            y = end - 1 - height
        if top < y:
            y = top
        self._move_to(y)

    def _move_to(self, row: int) -> None:
        """Put a row of the window on the first row of the pane."""
        y = self._base + row
        if y != self.scroll_offset.y:
            self.scroll_to(y=y, animate=False, immediate=True, force=True)

    # Drawing

    def render_line(self, y: int) -> Strip:
        """Draw one line of an entry."""
        width = self.size.width
        row = y + self.scroll_offset.y - self._base
        if not 0 <= row < len(self._lines):
            strip = self.say("" if self.count else self.waiting, y, self._width)
        else:
            number, line = self._lines[row]
            strip = self.draw(number, line, width - 1)
        return strip.crop_extend(0, width, self.paper)
