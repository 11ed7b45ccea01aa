"""What waits while a screen is on its way: the keys that are meant for it, and its paint."""

from __future__ import annotations

from textual import events
from textual.app import App


class TypingAhead(App[None]):
    """An app that can let keys wait, and then takes them in their order."""

    _typed: list[events.Key] | None = None
    """Keys that wait; None while none has to."""

    def hold_keys(self) -> None:
        """Let every key wait from now on."""
        if self._typed is None:
            self._typed = []

    async def release_keys(self) -> None:
        """Take the keys that wait, and from now on each as it comes."""
        typed, self._typed = self._typed, None
        for key in sorted(typed or (), key=lambda key: key.time):
            await super().on_event(key.copy())

    async def on_event(self, event: events.Event) -> None:
        """Put a key aside while keys have to wait, also one that nobody had a use for."""
        if self._typed is not None and isinstance(event, events.Key):
            self._typed.append(event)
        else:
            await super().on_event(event)


class Turning(App[None]):
    """An app that draws nothing that nobody would see, and styles no screen a second time."""

    _turning = False

    async def turn_to(self, mode: str) -> None:
        """Switch to a mode, and paint its screen as soon as every pane in it is laid out."""
        self._turning = True
        try:
            with self.batch_update():
                await self.switch_mode(mode)
        finally:
            self._turning = False
        self.screen.refresh()

    def refresh_css(self, animate: bool = True) -> None:
        """Style everything anew, but not because a screen is new.

        Textual parses all stylesheets then and styles the screen that is about to go, twice.
        """
        if not self._turning:
            super().refresh_css(animate)

    def delay_update(self, delay: float = 0.05) -> None:
        """Paint nothing for a while; whoever turns to a screen waits as long as that takes."""
        if not self._turning:
            super().delay_update(delay)
