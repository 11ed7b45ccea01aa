"""Where the panes of the reader stand; what is in them, whoever shows them knows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, cast, get_args

from textual import events
from textual.app import ComposeResult
from textual.containers import Container, Horizontal, Vertical
from textual.screen import Screen
from textual.widget import Widget

from briefing.app.layout.widths import USUAL, Breakpoint, Side, fitting, slot
from briefing.app.state import Hideable, Memory
from briefing.app.widgets.top_bar import TopBar

if TYPE_CHECKING:  # it imports the screens
    from briefing.app.app import BriefingApp

_TOLD = 2
"""Times that a screen which has just been made is told that it is the one on show."""


class Frame(Screen[None], inherit_bindings=False):
    """Outline, body and facts beside each other, as wide as they were left.

    The stylesheet says which give way on a narrow terminal.
    """

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-medium"), (140, "-wide")]
    VERTICAL_BREAKPOINTS = [(0, "-low"), (18, "-high")]

    def __init__(self) -> None:
        # Known from the start: what depends on it would be styled and laid out a second time.
        columns, lines = self.app.size
        wide, high = self.HORIZONTAL_BREAKPOINTS, self.VERTICAL_BREAKPOINTS
        super().__init__(classes=f"{_name_at(columns, wide)} {_name_at(lines, high)}")

    def panes(self) -> tuple[Widget, Widget, Widget, Widget]:
        """Make the outline, the body, the facts, and the strip that stands for them."""
        raise NotImplementedError

    def compose(self) -> ComposeResult:
        """Lay out the panes."""
        outline, body, facts, strip = panes = self.panes()
        for pane, name in zip(panes, ("outline", "body", "facts", "strip"), strict=True):
            pane.id = name
            pane.add_class("pane")
        yield TopBar()
        with Horizontal(id="panes"):
            yield outline
            with Vertical(id="text"):
                yield body
            yield facts
        yield strip
        yield Container(id="foot")

    def on_mount(self) -> None:
        """Show the panes that were shown last, and take their widths."""
        choices = self.memory.choices
        self.set_class(choices.alone, "-alone")
        for pane in get_args(Hideable):
            self.set_class(pane in choices.hidden, f"-no-{pane}")
        self.fit_panes(self.app.size.width)

    def on_resize(self, event: events.Resize) -> None:
        """Leave the body enough, and take the widths for another layout where it changes."""
        self.fit_panes(event.size.width)

    def on_screen_resume(self, event: events.ScreenResume) -> None:
        """Leave the styles of a new screen as they are: each pane got its own a moment ago."""
        if self.stack_updates < _TOLD:
            event.refresh_styles = False

    @property
    def memory(self) -> Memory:
        """What is kept between runs."""
        return cast("BriefingApp", self.app).memory

    def fit_panes(self, columns: int) -> None:
        """Give the panes beside the body the width that they have in a terminal."""
        layout, kept = self.breakpoint_at(columns), self.memory.choices.widths
        sides: tuple[Side, Side] = ("outline", "facts")
        for side, other in (sides, sides[::-1]):
            pane = self.query_one(f"#{side}")
            beside = self.stands_beside(other)
            width = fitting(side, layout, kept, columns, beside=beside)
            # The stylesheet says what is usual; what it says is left to it.
            if width != USUAL[slot(side, layout)]:
                pane.styles.width = width
            elif pane.styles.inline.has_rule("width"):
                pane.styles.clear_rule("width")

    def stands_beside(self, side: Side) -> bool:
        """Tell whether a pane stands beside the body; else it is hidden, or a drawer."""
        layout = self.breakpoint_at(self.size.width or self.app.size.width)
        shown = not (self.has_class(f"-no-{side}") or self.has_class("-alone"))
        return shown and slot(side, layout) == f"{side}.{layout}"

    def breakpoint_at(self, columns: int) -> Breakpoint:
        """Tell how the panes are laid out in a terminal."""
        match _name_at(columns, self.HORIZONTAL_BREAKPOINTS):
            case "-wide":
                return "wide"
            case "-medium":
                return "medium"
            case _:
                return "narrow"

    def _compositor_refresh(self) -> None:
        # Textual draws within a batch, too, and throws it away.
        if not self.app._batch_count:
            super()._compositor_refresh()


def _name_at(cells: int, breakpoints: Sequence[tuple[int, str]]) -> str:
    """Give the name of the largest breakpoint that a terminal reaches."""
    return next(name for least, name in reversed(breakpoints) if cells >= least)
