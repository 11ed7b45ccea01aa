"""Choose which facts are shown: standings, caveats, a section, sources."""

from __future__ import annotations

from typing import ClassVar

from textual import getters, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from briefing.app.layout.filtering import Choice, FactFilter, choices, keep
from briefing.model import Document


class ChoiceList(OptionList):
    """Rows to tick; Enter is left to the screen, as it is done then."""

    DEFAULT_CSS = """
    ChoiceList {
        border: none;
        padding: 0;
        background: $background;
        height: auto;
        max-height: 1fr;
        text-wrap: nowrap;
        text-overflow: ellipsis;
        scrollbar-size-vertical: 1;
        &:focus { border: none; background-tint: $background 0%; }
        & > .option-list--option-disabled { color: $foreground; text-style: bold; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "select", "Choose", id="filter.choose"),
        Binding("j", "cursor_down", "Down", show=False, id="filter.down"),
        Binding("k", "cursor_up", "Up", show=False, id="filter.up"),
        Binding("enter", "screen.apply", "Apply", show=False, id="filter.apply"),
    ]


class FilterScreen(ModalScreen[FactFilter]):
    """One list with headings; closing it applies what is ticked."""

    DEFAULT_CSS = """
    FilterScreen {
        align: center middle;
        & > Vertical {
            width: 64;
            max-width: 96%;
            height: auto;
            max-height: 92%;
            border: round $accent;
            border-title-color: $accent;
            background: $background;
            padding: 0 2;
        }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("x", "clear", "Clear all", id="filter.clear"),
        Binding("escape,f", "apply", "Apply", id="filter.close"),
    ]

    box = getters.query_one(Vertical)
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

    def compose(self) -> ComposeResult:
        """Lay out the list; its frame says what the keys do and how many facts are left."""
        with Vertical() as box:
            box.border_title = Content("Filter the facts")
            yield ChoiceList()

    def on_mount(self) -> None:
        """Begin at the first row that can be chosen."""
        self._list()

    def action_clear(self) -> None:
        """Take every tick away."""
        self._chosen = FactFilter()
        self._list()

    def action_apply(self) -> None:
        """Close, and give back what is ticked."""
        self.dismiss(self._chosen)

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
        left = len(keep(self._document, self._chosen))
        facts = "1 fact" if left == 1 else f"{left} facts"
        self.box.border_subtitle = Content(f"{facts} left · space ticks · x clears · ⏎ applies")

    def _row(self, choice: Choice) -> Content:
        tick = "[✓]" if self._chosen.holds(choice.part) else "[ ]"
        return Content(f"{tick}{choice.count:>6}  {choice.words}")
