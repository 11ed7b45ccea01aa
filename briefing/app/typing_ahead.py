"""Keys that are pressed before the reader can take them."""

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
