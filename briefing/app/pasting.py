"""What reaches the fields: pasted words that have passed the gate, and no letter of a shortcut."""

from __future__ import annotations

from textual import events
from textual.app import App

from briefing.gate import clean_lines


class CleanPasting(App[None]):
    """An app whose every field, Textual's own among them, is given words and nothing else."""

    @property
    def clipboard(self) -> str:
        """What was copied in the app itself, as from an article."""
        return clean_lines(super().clipboard)

    async def on_event(self, event: events.Event) -> None:
        """Clean what the terminal pastes, before any field hears of it."""
        if isinstance(event, events.Paste):
            event.text = clean_lines(event.text)
        elif isinstance(event, events.Key) and event.key.startswith("alt+"):
            # Most terminals send Esc and the letter. Textual tells of both, and a field would
            # write the letter, whatever the key is bound to.
            event.character = None
        await super().on_event(event)
