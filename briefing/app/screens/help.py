"""Every key and every mark, made from the bindings themselves."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen, Screen
from textual.widgets import Static

from briefing.app.widgets.body import Body
from briefing.app.widgets.fact_list import FactList
from briefing.app.widgets.facts_pane import FactsPane
from briefing.app.widgets.outline import Outline
from briefing.app.widgets.search_bar import SearchBar, SearchField
from briefing.words import STANDINGS

_KEY_COLUMN = 16


class HelpScreen(ModalScreen[None]):
    """Keys by pane, and what the marks mean."""

    DEFAULT_CSS = """
    HelpScreen {
        align: center middle;
        & > VerticalScroll {
            width: 76;
            max-width: 96%;
            height: auto;
            max-height: 92%;
            border: round $accent;
            border-title-color: $accent;
            background: $background;
            padding: 1 2;
        }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,question_mark", "dismiss", "Close", key_display="Esc"),
        Binding("j", "scroll(1)", "Down", show=False),
        Binding("k", "scroll(-1)", "Up", show=False),
    ]

    def __init__(self, reader: Screen[None]) -> None:
        super().__init__()
        self._reader = reader

    def compose(self) -> ComposeResult:
        """Write everything into one page that scrolls."""
        with VerticalScroll() as page:
            page.border_title = Content("Help")
            page.border_subtitle = Content("Esc closes")
            yield Static(Content("\n").join(self._lines()))

    def action_scroll(self, by: int) -> None:
        """Scroll a line."""
        self.query_one(VerticalScroll).scroll_relative(y=by, animate=False)

    def _lines(self) -> Iterator[Content]:
        yield from self._keys("Everywhere", self._reader.BINDINGS)
        yield from self._keys("The palette of all actions", [Binding("ctrl+p", "", "Palette")])
        yield from self._keys("In the body", Body.BINDINGS)
        yield from self._keys("In the facts", [*FactList.BINDINGS, *FactsPane.BINDINGS])
        yield from self._keys("In the outline", Outline.BINDINGS)
        yield from self._keys("In the search", [*SearchField.BINDINGS, *SearchBar.BINDINGS])
        yield _title("In the margin: the claim that begins here …")
        for standing, (glyph, meaning) in STANDINGS.items():
            mark = Content.styled(f"{glyph} {standing}".ljust(_KEY_COLUMN), f"$ink-{standing}")
            yield mark + Content(meaning)
        yield Content("")
        trigger = Content.styled("words like this".ljust(_KEY_COLUMN), "italic $ink-caveat")
        yield trigger + Content("are a reason, in the text itself, to hold a claim less firmly.")

    def _keys(self, title: str, bindings: list[BindingType]) -> Iterator[Content]:
        yield _title(title)
        for binding in bindings:
            if isinstance(binding, Binding):
                keys = " ".join(map(self._key, binding.key.split(",")))
                key = Content.styled(keys.ljust(_KEY_COLUMN), "bold $accent")
                yield key + Content(binding.tooltip or binding.description)
        yield Content("")

    def _key(self, key: str) -> str:
        return self.app.get_key_display(Binding(key, ""))


def _title(words: str) -> Content:
    return Content.styled(words, "bold")
