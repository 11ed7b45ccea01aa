"""The hint of the first start."""

from __future__ import annotations

from msgspec.structs import replace
from textual import events, on

from briefing.app.screens.reader.base import ReaderBase
from briefing.app.widgets.hint import Hint


class Hinting(ReaderBase):
    """Shows the hint once, and remembers that it was seen."""

    def on_mount(self) -> None:
        """Say the most useful keys to whoever has never been here."""
        if not self.memory.choices.hinted:
            self.call_after_refresh(self.mount, Hint())

    def on_key(self, event: events.Key) -> None:
        """Count the keys that are pressed under the hint."""
        for hint in self.query(Hint):
            active = self.active_bindings.get(event.key)
            hint.heed({active.binding.id or ""} if active is not None else set())

    @on(Hint.Heeded)
    async def _forget(self) -> None:
        self.memory.choose(replace(self.memory.choices, hinted=True))
        await self.query(Hint).remove()
