"""Choose which facts are shown: standings, caveats, a section, sources, words."""

from __future__ import annotations

from typing import ClassVar

from msgspec.structs import replace
from textual import getters, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.timer import Timer
from textual.widgets import Input, Label, OptionList
from textual.widgets.option_list import Option

from briefing.app.keys import say_keys
from briefing.app.layout.filtering import Choice, FactFilter, choices, keep
from briefing.app.screens.dialog import Dialog
from briefing.app.widgets.line_field import LineField
from briefing.app.widgets.plain_options import PlainOptions
from briefing.model import Document

_LONGEST = 200
"""Characters of the words."""
_SOON = 0.1
"""Seconds after which it is counted what typing leaves: a long text takes a moment."""
_KEYS = {
    "filter.words": "words",
    "filter.choose": "ticks",
    "filter.clear": "clears",
    "filter.apply": "applies",
}


class WordsField(LineField):
    """Takes words that a fact must hold."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "screen.apply", "Apply", show=False, id="filter.words-apply"),
        Binding("escape,down", "screen.rows", "To the rows", show=False, id="filter.rows"),
    ]


class ChoiceList(PlainOptions):
    """Rows to tick; Enter is left to the screen, as it is done then."""

    DEFAULT_CSS = """
    ChoiceList > .option-list--option-disabled { text-style: bold; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "select", "Choose", id="filter.choose"),
        Binding("down,j", "cursor_down", "Down", show=False, id="filter.down"),
        Binding("up,k", "cursor_up", "Up", show=False, id="filter.up"),
        Binding("pagedown", "page_down", "Page down", show=False, id="filter.page-down"),
        Binding("pageup", "page_up", "Page up", show=False, id="filter.page-up"),
        Binding("home", "first", "First", show=False, id="filter.home"),
        Binding("end", "last", "Last", show=False, id="filter.end"),
        Binding("enter", "screen.apply", "Apply", show=False, id="filter.apply"),
    ]


class FilterScreen(Dialog[FactFilter], inherit_bindings=False):
    """A field and a list with headings; closing it applies what is typed and ticked."""

    DEFAULT_CSS = """
    FilterScreen {
        & > Vertical { width: 64; max-height: 92%; padding: 0 2; border-subtitle-color: $accent; }
        Horizontal { height: 1; margin-bottom: 1; }
        Label { width: 8; text-style: bold; }
        WordsField { width: 1fr; background: $panel; background-tint: $background 0%; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("slash", "words", "Words", id="filter.words"),
        Binding("x", "clear", "Clear all", id="filter.clear"),
        Binding("escape,f", "apply", "Apply", id="filter.close"),
    ]

    box = getters.query_one(Vertical)
    field = getters.query_one(WordsField)
    rows = getters.query_one(ChoiceList)

    def __init__(self, document: Document, chosen: FactFilter, here: int) -> None:
        """Prepare the choices.

        Args:
            document: Whose facts are filtered.
            chosen: What is filtered so far.
            here: Index of the section that the reader is in.
        """
        super().__init__()
        self._document = document
        self._chosen = chosen
        self._here = here
        self._choices: dict[str, Choice] = {}
        self._counting: Timer | None = None

    def compose(self) -> ComposeResult:
        """Lay out field and list; the frame says what the keys do and how many facts are left."""
        with Vertical() as box:
            box.border_title = Content("Filter the facts")
            with Horizontal():
                yield Label("Words")
                yield WordsField(self._chosen.words, max_length=_LONGEST)
            yield ChoiceList()

    def on_mount(self) -> None:
        """Begin at the first row that can be chosen."""
        self._list()
        self.rows.focus()

    def action_words(self) -> None:
        """Type words that a fact must hold."""
        self.field.focus()

    def action_rows(self) -> None:
        """Go on with the rows; what is typed stays."""
        self.rows.focus()

    def action_clear(self) -> None:
        """Take every tick and all words away."""
        self._chosen = FactFilter()
        self.field.value = ""
        self._list()

    def action_apply(self) -> None:
        """Close, and give back what is typed and ticked."""
        self.dismiss(self._chosen)

    @on(Input.Changed)
    def _type(self, event: Input.Changed) -> None:
        event.stop()
        words = event.value if event.value.strip() else ""
        if words != self._chosen.words:
            self._chosen = replace(self._chosen, words=words)
            if self._counting is None:
                self._counting = self.set_timer(_SOON, self._say_left)

    @on(OptionList.OptionSelected)
    def _toggle(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        if event.option_id is not None:
            part = self._choices[event.option_id].part
            self._chosen = self._chosen.toggle(part)
            self._list(part)

    def _list(self, at: FactFilter | None = None) -> None:
        """Write all rows anew: one tick may take another away, or change every count.

        Args:
            at: The part whose row is highlighted; None highlights the first.
        """
        options: list[Option] = []
        self._choices = {}
        heading, highlighted = "", 1
        for choice in choices(self._document, self._chosen, self._here):
            if choice.heading != heading:
                heading = choice.heading
                options.append(Option(Content(heading), disabled=True))
            if choice.part == at:
                highlighted = len(options)
            key = f"choice-{len(options)}"
            self._choices[key] = choice
            options.append(Option(self._row(choice), id=key))
        self.rows.set_options(options)
        self.rows.highlighted = highlighted
        self._say_left()

    def _say_left(self) -> None:
        self._counting = None
        left = len(keep(self._document, self._chosen))
        self.box.border_subtitle = Content(f"{left:,} left · {say_keys(self, _KEYS)}")

    def _row(self, choice: Choice) -> Content:
        tick = "[✓]" if self._chosen.holds(choice.part) else "[ ]"
        return Content(f"{tick}{choice.count:>6}  {choice.words}")
