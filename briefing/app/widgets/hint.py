"""What somebody must know at the very first start."""

from __future__ import annotations

from collections.abc import Iterator

from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from briefing.app.keys import key_for

_NAMED = (
    ("section.next", "next section"),
    ("fact.next", "next fact"),
    ("help", "all keys"),
)
_MOST = 3
"""Keys after which somebody who needed no hint has shown it."""


class Hint(Static):
    """One line above the foot. Any key that it names takes it away, or the third of any others."""

    DEFAULT_CSS = """
    Hint {
        dock: bottom;
        height: 1;
        margin-bottom: 1;
        padding: 0 1;
        background: $panel;
        text-wrap: nowrap;
        text-overflow: ellipsis;
    }
    """

    class Heeded(Message):
        """It has been seen, and is not needed any more."""

    def __init__(self) -> None:
        super().__init__()
        self._pressed = 0

    def on_mount(self) -> None:
        """Name the keys that hold now."""
        self.update(Content.styled("New here?  ", "bold") + Content("  ·  ").join(self._words()))

    def heed(self, binding_ids: set[str]) -> None:
        """Hear that a key was pressed, and of which bindings it is."""
        self._pressed += 1
        if self._pressed >= _MOST or binding_ids & {name for name, _ in _NAMED}:
            self.post_message(self.Heeded())

    def _words(self) -> Iterator[Content]:
        for name, words in _NAMED:
            yield Content.styled(key_for(self, name), "bold $accent") + Content(f" {words}")
