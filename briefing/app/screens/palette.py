"""Every action by name, made from the bindings themselves."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import ClassVar, NamedTuple

from textual.actions import parse
from textual.binding import Binding, BindingType
from textual.command import CommandPalette, DiscoveryHit, Hit, Hits, Provider
from textual.content import Content
from textual.dom import DOMNode
from textual.types import IgnoreReturnCallbackType
from textual.widget import Widget

from briefing.app.app import BriefingApp
from briefing.app.keys import keys_for
from briefing.app.keys.catalogue import PANES, bindings_of_all
from briefing.app.keys.naming import show_keys
from briefing.gate import clean

_OPENS = "palette"
"""The binding that opens the palette, which is open already."""
_LEAVES = "quit"
"""How the names of bindings begin that end the reader."""


class Palette(CommandPalette, inherit_bindings=False):
    """Textual's palette, with keys that can be others."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "command_list('cursor_up')", "Row up", show=False, id="palette.up"),
        Binding("down", "cursor_down", "Row down", show=False, id="palette.down"),
        Binding("pageup", "command_list('page_up')", "Page up", show=False, id="palette.page-up"),
        Binding(
            "pagedown", "command_list('page_down')", "Page down", show=False, id="palette.page-down"
        ),
        Binding("ctrl+home", "command_list('first')", "First", show=False, id="palette.home"),
        Binding("ctrl+end", "command_list('last')", "Last", show=False, id="palette.end"),
        Binding("escape", "escape", "Close", show=False, id="palette.close"),
    ]


class Action(NamedTuple):
    """Something that can be done now."""

    words: str
    keys: str
    where: str
    """Which pane it belongs to; empty for the screen."""
    command: IgnoreReturnCallbackType


class ActionProvider(Provider):
    """Offers the actions of the screen, of the pane with the focus, and of all other panes."""

    async def discover(self) -> Hits:
        """Offer everything, the screen's own actions first."""
        for action in self._actions():
            yield DiscoveryHit(
                self._row(Content(action.words), action),
                action.command,
                text=action.words,
                help=action.where or None,
            )

    async def search(self, query: str) -> Hits:
        """Offer what the words fit, themes as well."""
        matcher = self.matcher(query)
        for action in (*self._actions(), *self._themes()):
            if (score := matcher.match(action.words)) > 0:
                row = self._row(matcher.highlight(action.words), action)
                yield Hit(score, row, action.command, text=action.words, help=action.where or None)

    def _row(self, words: Content, action: Action) -> Content:
        return words + Content.styled(f"   {action.keys}", "$text-accent") if action.keys else words

    def _actions(self) -> Iterator[Action]:
        """Give every action once. To leave comes last: Enter on the first row must end nothing."""
        found = list(self._found())
        yield from (action for leaves, action in found if not leaves)
        yield Action("Save a picture of the screen", "", "", self.app.action_screenshot)
        yield from (action for leaves, action in found if leaves)

    def _found(self) -> Iterator[tuple[bool, Action]]:
        app, told = self.app, {_OPENS}
        for node, where in self._nodes():
            for binding in bindings_of_all(type(node)):
                name = binding.id or binding.action
                if name in told or not _possible(node, binding.action):
                    continue
                told.add(name)
                keys = show_keys(keys_for(node, name))
                words = binding.tooltip or binding.description
                run = partial(app.run_action, binding.action, node)
                yield name.startswith(_LEAVES), Action(words, keys, where, run)

    def _change_theme(self, name: str) -> None:
        self.app.theme = name
        if isinstance(self.app, BriefingApp):
            self.app.keep_theme(name)

    def _themes(self) -> Iterator[Action]:
        if self.app.no_color:
            return
        for name in sorted(self.app.available_themes):
            yield Action(f"Theme: {clean(name)}", "", "", partial(self._change_theme, name))

    def _nodes(self) -> Iterator[tuple[DOMNode, str]]:
        """Give whoever has actions, and the pane that they stand under."""
        yield self.screen, ""
        yield self.app, ""
        titles = {name.partition(":")[2]: pane.title for pane in PANES for name in pane.classes}
        focused = self.focused
        chain = list(focused.ancestors) if focused is not None else []
        widgets = [focused, *chain] if focused is not None else []
        for widget in (*widgets, *self.screen.query(Widget)):
            if isinstance(widget, Widget) and widget is not self.screen:
                title = titles.get(_named(widget, titles), "")
                if title and widget.is_attached and _is_shown(widget):
                    yield widget, title


def _named(widget: Widget, titles: dict[str, str]) -> str:
    """Name the class of ours that a widget's keys come from."""
    names = (cls.__name__ for cls in type(widget).__mro__)
    return next((name for name in names if name in titles), "")


def _is_shown(widget: Widget) -> bool:
    return all(node.display for node in widget.ancestors_with_self)


def _possible(node: DOMNode, action: str) -> bool:
    """Ask whoever would do it."""
    destination, name, parameters = parse(action)
    match destination:
        case "app":
            node = node.app
        case "screen":
            node = node.screen
    return bool(node.check_action(name, parameters))
