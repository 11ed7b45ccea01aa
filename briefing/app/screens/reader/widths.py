"""How wide the panes are."""

from __future__ import annotations

from typing import ClassVar

from msgspec.structs import replace
from textual import events
from textual.binding import Binding, BindingType

from briefing.app.layout.widths import USUAL, Breakpoint, Side, fitting, moved, slot
from briefing.app.screens.reader.base import ReaderBase


class Widths(ReaderBase):
    """Moves the border between the body and the pane that has the focus, or that of the facts."""

    KEYS: ClassVar[list[BindingType]] = [
        Binding("less_than_sign", "border(-1)", "Border to the left", show=False, id="border.left"),
        Binding(
            "greater_than_sign", "border(1)", "Border to the right", show=False, id="border.right"
        ),
    ]

    def on_mount(self) -> None:
        """Take the widths of the last time."""
        self._fit_panes(self.app.size.width)

    def on_resize(self, event: events.Resize) -> None:
        """Leave the body enough, and take the widths for another layout where it changes."""
        self._fit_panes(event.size.width)

    def action_border(self, direction: int) -> None:
        """Move a border to the left (-1) or to the right (1)."""
        side: Side = "outline" if self.outline.has_focus_within else "facts"
        kept = self.memory.choices.widths
        columns = self.size.width
        beside = self._stands_beside("facts" if side == "outline" else "outline")
        widths = moved(side, _breakpoint(columns), kept, columns, direction, beside=beside)
        self.memory.choose(replace(self.memory.choices, widths=widths))
        self._fit_panes(columns)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A border that nobody sees can't be moved."""
        if action == "border":
            return self.outline.has_focus_within or self.facts_pane.display
        return super().check_action(action, parameters)

    def _fit_panes(self, columns: int) -> None:
        layout, kept = _breakpoint(columns), self.memory.choices.widths
        sides: tuple[Side, Side] = ("outline", "facts")
        for side, other in (sides, sides[::-1]):
            pane = self.outline if side == "outline" else self.facts_pane
            beside = self._stands_beside(other)
            width = fitting(side, layout, kept, columns, beside=beside)
            # The stylesheet says what is usual; what it says is left to it.
            if width != USUAL[slot(side, layout)]:
                pane.styles.width = width
            elif pane.styles.inline.has_rule("width"):
                pane.styles.clear_rule("width")

    def _stands_beside(self, side: Side) -> bool:
        layout = _breakpoint(self.size.width or self.app.size.width)
        shown = not self.has_class(f"-no-{side}", "-alone")
        return shown and slot(side, layout) == f"{side}.{layout}"


def _breakpoint(columns: int) -> Breakpoint:
    names = (
        name for least, name in reversed(ReaderBase.HORIZONTAL_BREAKPOINTS) if columns >= least
    )
    match next(names, "-narrow"):
        case "-wide":
            return "wide"
        case "-medium":
            return "medium"
        case _:
            return "narrow"
