"""An app whose keys come from a file, and whoever shows a key asks it."""

from __future__ import annotations

from typing import ClassVar

from textual.app import App
from textual.binding import Binding, BindingType
from textual.dom import DOMNode

from briefing.app.keys.config import load_config
from briefing.app.keys.current import Keys
from briefing.app.keys.naming import show_key
from briefing.gate import clean

_MOST = 4
"""Problems that are shown at once; the rest are counted."""


class KeyedApp(App[None], inherit_bindings=False):
    """Takes the keys from config.yaml before anything can be pressed."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "ctrl+p",
            "command_palette",
            "Palette",
            tooltip="All actions by name",
            show=False,
            priority=True,
            id="palette",
        ),
        Binding("ctrl+q", "quit", "Quit at once", show=False, priority=True, id="quit.now"),
        Binding("ctrl+c", "help_quit", "Say how to quit", show=False, id="quit.help"),
    ]

    def __init__(self) -> None:
        super().__init__()
        self.keys = Keys(load_config())
        if keymap := self.keys.keymap():
            self.set_keymap(keymap)

    def on_ready(self) -> None:
        """Say what is wrong with the file, once there is something to read."""
        problems = self.keys.problems
        for words in problems[:_MOST]:
            self.notify(
                clean(words), title="Settings", severity="warning", markup=False, timeout=12
            )
        more = len(problems) - _MOST
        if more > 0:
            said = f"config.yaml: {more} more mistakes."
            self.notify(said, title="Settings", severity="warning", markup=False, timeout=12)

    def get_key_display(self, binding: Binding) -> str:
        """Write a key as everywhere else on the screen."""
        return show_key(binding.key)


def key_for(node: DOMNode, binding_id: str) -> str:
    """Give the first key of an action, as people write it, for a hint on the screen."""
    app = node.app
    return (app.keys if isinstance(app, KeyedApp) else Keys()).shown(binding_id)
