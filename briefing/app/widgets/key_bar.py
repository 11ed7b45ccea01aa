"""The foot of the screen: the keys that are useful where the focus is."""

from __future__ import annotations

from collections.abc import Iterator

from textual.content import Content
from textual.screen import Screen
from textual.style import Style
from textual.widgets import Static

from briefing.app.keys import key_for
from briefing.app.keys.catalogue import bindings_of_all
from briefing.app.layout.footing import GAP, FootKey, fit

_PINNED = ("help", "quit")


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
        active = {found.binding.id: found for found in screen.active_bindings.values()}
        # In the order in which they are declared: a key that is another one stays in its place.
        for node in dict.fromkeys(found.node for found in active.values()):
            for declared in bindings_of_all(type(node)):
                found = active.pop(declared.id, None)
                if found is not None and found.binding.show and found.enabled:
                    shown = key_for(self, declared.id or "")
                    words = declared.description
                    yield FootKey(found.binding.key, shown, words, declared.id in _PINNED)


def _draw(key: FootKey) -> Content:
    pressed = Style.from_meta({"@click": f"press({key.key!r})"})
    bold = Content.styled(key.shown, "bold $footer-key-foreground")
    return (bold + Content(f" {key.words}")).stylize(pressed)
