"""How wide the panes are."""

from __future__ import annotations

from typing import ClassVar

from msgspec.structs import replace
from textual.binding import Binding, BindingType

from briefing.app.layout.widths import Side, moved
from briefing.app.screens.reader.base import ReaderBase


class Widths(ReaderBase):
    """Moves the border between the body and the pane that has the focus, or that of the facts."""

    KEYS: ClassVar[list[BindingType]] = [
        Binding("less_than_sign", "border(-1)", "Border to the left", show=False, id="border.left"),
        Binding(
            "greater_than_sign", "border(1)", "Border to the right", show=False, id="border.right"
        ),
    ]

    def action_border(self, direction: int) -> None:
        """Move a border to the left (-1) or to the right (1)."""
        side: Side = "outline" if self.outline.has_focus_within else "facts"
        kept = self.memory.choices.widths
        columns = self.size.width
        beside = self.stands_beside("facts" if side == "outline" else "outline")
        widths = moved(side, self.breakpoint_at(columns), kept, columns, direction, beside=beside)
        self.memory.choose(replace(self.memory.choices, widths=widths))
        self.fit_panes(columns)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A border that nobody sees can't be moved."""
        if action == "border":
            return self.outline.has_focus_within or self.facts_pane.display
        return super().check_action(action, parameters)
