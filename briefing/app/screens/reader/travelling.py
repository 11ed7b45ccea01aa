"""Back and forward through the places that the reader jumped from."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType

from briefing.app.layout.history import History, Spot, is_far
from briefing.app.loading import Loader
from briefing.app.screens.reader.remembering import Remembering


class Travelling(Remembering):
    """Takes every step that leads farther than a screen for a jump, whoever made it."""

    KEYS: ClassVar[list[BindingType]] = [
        Binding(
            "alt+left,ctrl+o",
            "travel(-1)",
            "Back",
            show=False,
            tooltip="Back to where you were",
            id="travel.back",
        ),
        Binding(
            "alt+right",
            "travel(1)",
            "Forward",
            show=False,
            tooltip="Forward again",
            id="travel.forward",
        ),
    ]

    def __init__(self, loader: Loader) -> None:
        super().__init__(loader)
        self._history = History()
        self._spot: Spot | None = None

    def locate(self, offset: int) -> None:
        """Notice a jump once it is done."""
        super().locate(offset)
        if self.document is None or self.returning:
            return
        spot, before = Spot(self.current, self.body.offset_in_view), self._spot
        self._spot = spot
        view = self.body.span_in_view
        if before is not None and is_far(before, spot, view.end - view.start):
            self._history.leave(before)

    def action_travel(self, direction: int) -> None:
        """Go back (-1) or forward (1)."""
        if self._spot is None:
            return
        step = self._history.back if direction < 0 else self._history.forward
        spot = step(self._spot)
        if spot is not None:
            self._spot = spot
            self.open_at(spot.entry, spot.offset)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Go only where there is a place to go to."""
        if action == "travel":
            return bool(self._history.behind if parameters == (-1,) else self._history.ahead)
        return super().check_action(action, parameters)
