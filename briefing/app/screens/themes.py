"""Choose a theme: the list stands at the side, and the text behind it shows each at once."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import ClassVar

from textual import getters, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.theme import BUILTIN_THEMES, Theme
from textual.widgets import Input, OptionList
from textual.widgets.option_list import Option

from briefing.app.keys import key_for
from briefing.app.screens.dialog import Dialog
from briefing.app.widgets.line_field import LineField
from briefing.gate import clean

_OURS, _TEXTUAL = "briefing and your own", "Textual"
_LONGEST = 60
"""Characters that are looked for."""


class ThemeField(LineField):
    """Takes a part of a name."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "screen.move('cursor_down')", "Next", show=False, id="theme.next"),
        Binding("up", "screen.move('cursor_up')", "Previous", show=False, id="theme.previous"),
        Binding("pagedown", "screen.move('page_down')", "Page down", show=False, id="theme.down"),
        Binding("pageup", "screen.move('page_up')", "Page up", show=False, id="theme.up"),
        Binding("enter", "submit", "Keep", id="theme.keep"),
    ]


class ThemesScreen(Dialog[str], inherit_bindings=False):
    """A field that filters, and the names; its value is the theme that is kept."""

    # The text behind stays as it is, so that one sees what one chooses.
    DEFAULT_CSS = """
    ThemesScreen {
        align: right middle;
        background: transparent;
        & > Vertical { width: 40; max-width: 60%; height: 90%; padding: 0 1; }
        ThemeField { background: $background; background-tint: $background 0%; margin-bottom: 1; }
        OptionList {
            border: none;
            padding: 0;
            background: $background;
            height: 1fr;
            text-wrap: nowrap;
            text-overflow: ellipsis;
            scrollbar-size-vertical: 1;
            & > .option-list--option-disabled { color: $foreground; text-style: bold; }
            & > .option-list--option-highlighted {
                color: $block-cursor-foreground;
                background: $block-cursor-background;
                text-style: $block-cursor-text-style;
            }
        }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "Back to the one before", id="theme.leave"),
    ]

    field = getters.query_one(ThemeField)
    rows = getters.query_one(OptionList)

    def __init__(self, ours: Collection[str], themes: Mapping[str, Theme]) -> None:
        """Prepare the list.

        Args:
            ours: Names that stand first: those that ship, and the reader's own.
            themes: All that there are, by name.
        """
        super().__init__()
        self._groups = {
            _OURS: list(ours),
            _TEXTUAL: sorted(themes.keys() & BUILTIN_THEMES.keys()),
        }
        self._themes = themes
        self._before = ""

    def compose(self) -> ComposeResult:
        """Lay out the field and the list; the frame says what the keys do."""
        with Vertical() as box:
            box.border_title = Content("Themes")
            keep, leave = key_for(self, "theme.keep"), key_for(self, "theme.leave")
            box.border_subtitle = Content(f"↑ ↓ shows · {keep} keeps · {leave} back")
            yield ThemeField(placeholder="type to filter", max_length=_LONGEST)
            rows = OptionList()
            rows.can_focus = False
            yield rows

    def on_mount(self) -> None:
        """Begin at the theme that is on."""
        self._before = self.app.theme
        self._list()

    def action_move(self, by: str) -> None:
        """Go through the list without leaving the field.

        Args:
            by: An action of the list: ``cursor_down``.
        """
        getattr(self.rows, f"action_{by}")()

    def action_leave(self) -> None:
        """Go back to the theme that was on before."""
        self.app.theme = self._before
        self.dismiss(None)

    @on(Input.Changed)
    def _list(self) -> None:
        """List the names that hold what is typed."""
        options = list(self._options(self.field.value.casefold().split()))
        self.rows.set_options(options)
        names = [option.id for option in options]
        here = self.app.theme
        first = next((at for at, name in enumerate(names) if name is not None), None)
        self.rows.highlighted = names.index(here) if here in names else first

    def _options(self, words: Collection[str]) -> Iterator[Option]:
        for title, names in self._groups.items():
            found = [name for name in names if all(word in name.casefold() for word in words)]
            if found:
                yield Option(Content(title), disabled=True)
            for name in found:
                yield Option(self._row(name), id=name)

    def _row(self, name: str) -> Content:
        theme = self._themes[name]
        ground = "terminal" if theme.ansi else "dark" if theme.dark else "light"
        return Content(f"  {clean(name)}  ") + Content.styled(ground, "italic")

    @on(OptionList.OptionHighlighted)
    def _show(self, event: OptionList.OptionHighlighted) -> None:
        event.stop()
        if event.option_id is not None and event.option_id == self._name_here():
            self.app.theme = event.option_id

    @on(OptionList.OptionSelected)
    @on(Input.Submitted)
    def _keep(self) -> None:
        """Keep what is shown; where no name is left, go on asking."""
        if (name := self._name_here()) is not None:
            self.app.theme = name
            self.dismiss(name)

    def _name_here(self) -> str | None:
        """The name that the cursor is on now: messages of earlier lists may still come."""
        option = self.rows.highlighted_option
        return option.id if option is not None else None
