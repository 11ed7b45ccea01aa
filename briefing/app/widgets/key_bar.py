"""The foot of the screen: the keys that are useful where the focus is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from textual.content import Content
from textual.screen import Screen
from textual.style import Style
from textual.widgets import Static

from briefing.app.keys import KeyedApp
from briefing.app.keys.catalogue import bindings_of_all
from briefing.app.keys.naming import show_key
from briefing.app.layout.footing import GAP, FootKey, fit

_PINNED = ("alone.end", "help", "quit")


class KeyBar(Static):
    """One line, drawn as a whole: Textual's footer makes a widget of every key, at every focus.

    The keys of the pane with the focus come first, then those of the screen. A click presses one.
    """

    DEFAULT_CSS = """
    KeyBar {
        height: 1;
        padding: 0 1;
        text-wrap: nowrap;
        text-overflow: ellipsis;
        color: $footer-description-foreground;
        background: $footer-background;
        link-style: none;
        link-color: $footer-description-foreground;
        link-background-hover: $primary;
        link-style-hover: none;
    }
    """

    def on_mount(self) -> None:
        """Follow the focus, and what can be done."""
        self.screen.bindings_updated_signal.subscribe(self, self._write)
        self._write(self.screen)

    def on_resize(self) -> None:
        """Show as many keys as there is room for."""
        self._write(self.screen)

    def action_press(self, key: str) -> None:
        """Press a key, as a click on it does."""
        self.app.simulate_key(key)

    def _write(self, screen: Screen[object]) -> None:
        if self.is_attached and screen is self.screen:
            kept = fit(tuple(self._keys(screen)), self.size.width - 2)
            self.update(Content(" " * GAP).join(map(_draw, kept)))

    def _keys(self, screen: Screen[object]) -> Iterator[FootKey]:
        active = screen.active_bindings
        free: dict[str, list[str]] = {}
        for key, found in active.items():
            if found.binding.show and found.enabled:
                free.setdefault(found.binding.id or "", []).append(key)
        # In the order in which they are declared: a key that is another one stays in its place.
        for node in dict.fromkeys(found.node for found in active.values()):
            for declared in bindings_of_all(type(node)):
                keys = free.pop(declared.id or "", [])
                if keys:
                    key = self._first(declared.id or "", keys)
                    pinned = declared.id in _PINNED
                    yield FootKey(key, show_key(key), declared.description, pinned)

    def _first(self, binding_id: str, free: Sequence[str]) -> str:
        """Choose the key that was named first, unless it does something else at the moment."""
        named = self.app.keys.of(binding_id) if isinstance(self.app, KeyedApp) else ()
        return next((key for key in named if key in free), free[0])


def _draw(key: FootKey) -> Content:
    pressed = Style.from_meta({"@click": f"press({key.key!r})"})
    bold = Content.styled(key.shown, "bold $footer-key-foreground")
    return (bold + Content(f" {key.words}")).stylize(pressed)
