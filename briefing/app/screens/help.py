"""Every key and every mark, made from the bindings themselves."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import ClassVar, get_args

from textual import getters, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Input, Static

from briefing.app.keys import KeyedApp, keys_for, say_keys
from briefing.app.keys.catalogue import PANES, Pane, declared
from briefing.app.keys.config import PRESETS, config_file
from briefing.app.keys.current import load_preset
from briefing.app.keys.naming import show_keys
from briefing.app.layout.helping import HelpRow, HelpSection, columns, narrow
from briefing.app.layout.wrapping import wrap
from briefing.app.screens.dialog import Dialog
from briefing.app.theming import own_themes_folder
from briefing.app.widgets.line_field import LineField
from briefing.gate import clean
from briefing.lexicons.loader import load_lexicon
from briefing.model import CaveatKind
from briefing.places import cache_folder, state_folder
from briefing.words import CAVEATS, STANDINGS

_MARK = 16
"""Cells of the column of keys and marks."""
_WORDS = 31
"""Cells of the words, where a name stands behind them."""
_WIDE = 140
"""Columns of a terminal that has room for two columns of help."""

_KEYS = {"help.find": "finds", "help.close": "closes"}
_EXAMPLE = 'keys: {preset: vi, bindings: {section.next: "n, ctrl+n"}}'


class HelpPage(VerticalScroll, inherit_bindings=False):
    """Scrolls by the keys of the body."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,k", "scroll_up", "Line up", show=False, id="help.up"),
        Binding("down,j", "scroll_down", "Line down", show=False, id="help.down"),
        Binding("pageup", "page_up", "Page up", show=False, id="help.page-up"),
        Binding("pagedown,space", "page_down", "Page down", show=False, id="help.page-down"),
        Binding("home", "scroll_home", "Beginning", show=False, id="help.home"),
        Binding("end", "scroll_end", "End", show=False, id="help.end"),
    ]


class HelpField(LineField):
    """Takes the words that are looked for in the help."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "submit", "Back to the page", show=False, id="help.find.go"),
    ]


class HelpScreen(Dialog[None], inherit_bindings=False):
    """Keys by pane, presets, marks, caveats, and where files lie."""

    DEFAULT_CSS = """
    HelpScreen {
        & > Vertical { width: 84; max-height: 92%; padding: 1 1 0 2; }
        HelpPage { height: auto; max-height: 1fr; scrollbar-size-vertical: 1; }
        HelpPage Horizontal { height: auto; }
        HelpPage Static { width: 1fr; height: auto; padding-right: 2; }
        HelpField { height: 1; background: $background; display: none; }
        &.-finding HelpField { display: block; }
        &.-wide > Vertical { width: 160; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,question_mark", "close", "Close", id="help.close"),
        Binding("slash", "find", "Find in the help", id="help.find"),
        Binding("tab", "app.focus_next", "Page or words", show=False, id="help.next"),
    ]
    HORIZONTAL_BREAKPOINTS = [(0, "-small"), (_WIDE, "-wide")]

    box = getters.query_one(Vertical)
    page = getters.query_one(HelpPage)
    field = getters.query_one(HelpField)

    def compose(self) -> ComposeResult:
        """Lay out a page that scrolls, and below it the words that are looked for."""
        with Vertical():
            with HelpPage(), Horizontal():
                yield Static(id="left")
                yield Static(id="right")
            yield HelpField(placeholder="Words to look for")

    def on_mount(self) -> None:
        """Write everything there is."""
        self.box.border_title = Content(f"Help · keys: {self._preset()}")
        self.box.border_subtitle = Content(say_keys(self, _KEYS))
        self._sections = tuple(_sections(self))
        self._write()
        self.page.focus()

    def on_resize(self) -> None:
        """Two columns where there is room for them."""
        self._write()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """While words are typed, each letter is one."""
        return action != "find" or not self.field.has_focus

    def action_find(self) -> None:
        """Ask what to look for."""
        self.add_class("-finding")
        self.field.focus()

    def action_close(self) -> None:
        """End the looking for words; where there is none, close."""
        if self.has_class("-finding"):
            self.remove_class("-finding")
            self.field.value = ""
            self.page.focus()
        else:
            self.dismiss()

    @on(Input.Changed)
    def _narrow(self, event: Input.Changed) -> None:
        event.stop()
        self._write()

    @on(Input.Submitted)
    def _leave_field(self, event: Input.Submitted) -> None:
        event.stop()
        self.page.focus()

    def _preset(self) -> str:
        app = self.app
        return app.keys.preset if isinstance(app, KeyedApp) else PRESETS[0]

    def _write(self) -> None:
        kept = narrow(self._sections, self.field.value)
        two = self.app.size.width >= _WIDE
        shared = columns(kept, 2 if two else 1) if kept else ()
        for column, name in zip((*shared, (), ())[:2], ("#left", "#right"), strict=True):
            static = self.query_one(name, Static)
            static.update(_page(column))
            static.display = bool(column)
        if not kept:
            left = self.query_one("#left", Static)
            left.update(Content.styled("Nothing in the help has these words.", "$ink-quiet"))
            left.display = True


def _sections(screen: HelpScreen) -> Iterator[HelpSection]:
    for pane in PANES:
        if rows := tuple(_key_rows(screen, pane)):
            yield HelpSection(pane.title, rows)
    yield HelpSection("In the margin: the claim that begins here …", tuple(_standing_rows()))
    yield HelpSection(
        "A reason, in the text itself, to hold a claim less firmly", tuple(_caveats())
    )
    yield HelpSection("Where things lie", tuple(_files()))
    words = {b.id: b.tooltip or b.description for pane in PANES for b in declared(pane)}
    for preset in PRESETS[1:]:
        rows = tuple(
            HelpRow(show_keys(keys), words.get(name, ""), name=name)
            for name, keys in load_preset(preset).items()
        )
        yield HelpSection(f"What the preset {preset} changes", rows)


def _key_rows(screen: HelpScreen, pane: Pane) -> Iterator[HelpRow]:
    for binding in declared(pane):
        if binding.id is not None:
            keys = show_keys(keys_for(screen, binding.id))
            yield HelpRow(keys, binding.tooltip or binding.description, name=binding.id)


def _standing_rows() -> Iterator[HelpRow]:
    for standing, (glyph, meaning) in STANDINGS.items():
        yield HelpRow(f"{glyph} {standing}", meaning, f"$ink-{standing}")


def _caveats() -> Iterator[HelpRow]:
    yield HelpRow(
        "words like this", "are such a reason; the card says which.", "italic $ink-caveat"
    )
    for kind in get_args(CaveatKind):
        meaning = str(load_lexicon(f"caveats/{kind}")["explanation"])
        yield HelpRow(CAVEATS[kind], meaning, "$ink-caveat")


def _files() -> Iterator[HelpRow]:
    yield HelpRow("other keys", clean(str(config_file())), "$ink-quiet")
    yield HelpRow("… as in", _EXAMPLE, "$ink-quiet")
    for words, path in (
        ("your own themes", own_themes_folder()),
        ("remembered", state_folder()),
        ("found again", cache_folder()),
    ):
        yield HelpRow(words, clean(str(path)), "$ink-quiet")


def _page(sections: Sequence[HelpSection]) -> Content:
    return Content("\n").join(line for section in sections for line in _lines(section))


def _lines(section: HelpSection) -> Iterator[Content]:
    yield Content.styled(section.title, "bold")
    for row in section.rows:
        mark = Content.styled(row.mark.ljust(_MARK) + " " * (len(row.mark) >= _MARK), row.ink)
        if not row.name:
            yield mark + Content(row.words)
            continue
        first, *more = (row.words[a:b] for a, b in wrap(row.words, 0, len(row.words), _WORDS - 1))
        yield mark + Content(first.ljust(_WORDS)) + Content.styled(row.name, "$ink-quiet")
        yield from (Content(" " * _MARK + words) for words in more)
    yield Content("")
