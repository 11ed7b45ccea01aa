"""An app whose keys come from a file, and whoever shows a key asks it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import App
from textual.binding import Binding, BindingType
from textual.dom import DOMNode
from textual.message import Message

from briefing.app.keys.config import load_config
from briefing.app.keys.current import Keys
from briefing.app.keys.naming import show_key
from briefing.gate import clean

_MOST = 4
"""Problems that are shown at once; the rest are counted."""

_PALETTE = "--command-palette"
"""The name by which Textual knows that the palette is open."""


class KeyedApp(App[None], inherit_bindings=False):
    """Takes the keys from config.yaml before anything can be pressed."""

    COMMANDS = set()
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
        # Before all others, as Textual asks the app no more where a dialog is open.
        Binding(
            "ctrl+z",
            "suspend_process",
            "Back to the shell",
            show=False,
            priority=True,
            id="suspend",
        ),
        Binding("ctrl+c", "help_quit", "Say how to quit", show=False, id="quit.help"),
    ]

    @dataclass
    class Checked(Message):
        """It is known what is wrong with the settings, and which keys are left of them."""

        keys: Keys

    def __init__(self) -> None:
        super().__init__()
        self._settings = load_config()
        self.keys = Keys(self._settings)
        self.learn_keys()

    def learn_keys(self) -> None:
        """Let the keys hold in what has been imported by now."""
        if keymap := self.keys.keymap():
            self.set_keymap(keymap)

    def on_ready(self) -> None:
        """Look for mistakes in the file, once there is something to read."""
        if self._settings.bindings:
            self.run_worker(self._check_keys, name="settings", thread=True)
        else:
            self._tell_mistakes()

    def _check_keys(self) -> None:
        """Check beside the keys that are pressed: every screen is imported for it."""
        keys = Keys(self._settings)
        keys.check()
        self.post_message(self.Checked(keys))

    @on(Checked)
    def _take_keys(self, event: Checked) -> None:
        self.keys = event.keys
        self.learn_keys()
        self._tell_mistakes()

    def _tell_mistakes(self) -> None:
        self.warn(self.keys.problems, title="Settings")

    def warn(self, problems: Sequence[str], *, title: str) -> None:
        """Say what is wrong with files of the reader's own; only the first few, if many."""
        more = len(problems) - _MOST
        said = [*problems[:_MOST], *([f"And {more} more."] if more > 0 else [])]
        for words in said:
            self.notify(clean(words), title=title, severity="warning", markup=False, timeout=12)

    def action_command_palette(self) -> None:
        """Offer every action by name."""
        from briefing.app.screens.palette import ActionProvider, Palette  # rarely asked for

        if self.screen.id != _PALETTE:
            self.push_screen(Palette([ActionProvider], placeholder="What to do …", id=_PALETTE))

    def get_key_display(self, binding: Binding) -> str:
        """Write a key as everywhere else on the screen."""
        return show_key(binding.key)


def key_for(node: DOMNode, binding_id: str) -> str:
    """Give the first key of an action, as people write it, for a hint on the screen."""
    return next(map(show_key, keys_for(node, binding_id)), "")


def keys_for(node: DOMNode, binding_id: str) -> tuple[str, ...]:
    """Give all keys of an action, as Textual names them."""
    app = node.app
    return (app.keys if isinstance(app, KeyedApp) else Keys()).of(binding_id)


def say_keys(node: DOMNode, does: Mapping[str, str]) -> str:
    """Say in a line what some keys do: "Esc closes", by the ids of their bindings."""
    return " · ".join(f"{key_for(node, name)} {words}" for name, words in does.items())
