"""The pane at the right: facts, sources and open questions as tabs of one frame."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Literal, TypeAlias

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widgets import Static

from briefing.app.keys import key_for
from briefing.app.layout.deck import Deck
from briefing.app.layout.filtering import FactFilter, arrange, describe, keep
from briefing.app.layout.order import Order
from briefing.app.widgets.everything import Everything
from briefing.app.widgets.fact_list import FactList
from briefing.app.widgets.framed import Framed
from briefing.app.widgets.window_list import WindowList
from briefing.model import Document
from briefing.spans import Span

if TYPE_CHECKING:  # the first screen does not wait for what stands behind a tab
    from briefing.app.widgets.place_list import PlaceList

Tab: TypeAlias = Literal["facts", "sources", "questions"]
TABS: dict[Tab, str] = {"facts": "Facts", "sources": "Sources", "questions": "Open questions"}


class FactsPane(Vertical, Framed):
    """Shows one tab; the lists behind the others are made when somebody first turns to them."""

    DEFAULT_CSS = """
    FactsPane #filtered { height: auto; padding: 0 1; color: $ink-quiet; display: none; }
    FactsPane #filtered.-some { display: block; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("s", "sort", "Sort", tooltip="Sort by place or by weight", id="facts.sort"),
        Binding("right", "turn(1)", "Tab", tooltip="Next tab", id="tabs.next"),
        Binding("left", "turn(-1)", "Previous tab", show=False, id="tabs.previous"),
    ]

    document: reactive[Document | None] = reactive(None, repaint=False)
    tab: reactive[Tab] = reactive("facts", repaint=False)
    filter: reactive[FactFilter] = reactive(FactFilter(), repaint=False)
    order: reactive[Order] = reactive("place", repaint=False)

    @dataclass
    class Rearranged(Message):
        """The cards stand in another order."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 (Textual's name)
        super().__init__(id=id)
        self._facts = FactList()
        self._places: dict[Tab, PlaceList] = {}

    def compose(self) -> ComposeResult:
        """Everything that holds for the whole document stays above whichever tab is shown."""
        yield Everything()
        yield Static(id="filtered")
        yield self._facts

    def watch_document(self, document: Document | None) -> None:
        """Show another document, or the same one with more found in it."""
        self.query_one(Everything).document = document
        self._deal()
        self._fill()

    def watch_filter(self) -> None:
        """Keep other facts."""
        self._deal()

    def watch_order(self) -> None:
        """Sort the cards anew."""
        self._deal()

    def watch_tab(self) -> None:
        """Show another tab, and give it the focus if the pane has it."""
        focused = self.has_focus_within
        shown = self.rows
        for widget in (self._facts, *self._places.values()):
            widget.display = widget is shown
        self._fill()
        self._say_filter()
        self.border_title = Content("  ").join(map(self._title, TABS))
        if focused:
            shown.focus()

    def action_turn(self, by: int) -> None:
        """Turn to the next or previous tab."""
        tabs = list(TABS)
        self.tab = tabs[(tabs.index(self.tab) + by) % len(tabs)]

    def action_show(self, tab: Tab) -> None:
        """Turn to a tab, as a click on its title does."""
        self.tab = tab
        self.focus_tab()

    def action_sort(self) -> None:
        """Sort by weight, or by place again."""
        self.order = "weight" if self.order == "place" else "place"
        self.post_message(self.Rearranged())

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only cards are sorted."""
        return action != "sort" or self.tab == "facts"

    @property
    def rows(self) -> WindowList:
        """What the tab that is shown lists."""
        return self._list_of(self.tab)

    def focus_tab(self) -> None:
        """Give the focus to the tab that is shown."""
        self.rows.focus()

    def follow(self, view: Span) -> None:
        """Go with the body, of which a part is in view; cards are chosen by whoever leads."""
        places = self._places.get(self.tab)
        if places is not None:
            places.follow(view)

    def _deal(self) -> None:
        """Give the list the facts that stay, in their order."""
        document = self.document
        rows = arrange(document, keep(document, self.filter), self.order) if document else None
        self._facts.deck = Deck(document, rows)
        self._say_filter()

    def _say_filter(self) -> None:
        line = self.query_one("#filtered", Static)
        words, document = "", self.document
        if document and self.tab == "facts" and (self.filter or self.filter.gone):
            key = key_for(self, "filter")
            words = describe(document, self.filter, len(self._facts.facts), key)
        line.update(Content(words))
        line.set_class(bool(words), "-some")

    def _fill(self) -> None:
        """Lists cost a little to make, so they are made when somebody looks, and kept then."""
        for tab, places in self._places.items():
            looked_at = tab == self.tab or places.document is self.document
            places.document = self.document if looked_at else None

    def _list_of(self, tab: Tab) -> WindowList:
        if tab == "facts":
            return self._facts
        if tab not in self._places:
            self._places[tab] = _make_list(tab)
            self.mount(self._places[tab])
        return self._places[tab]

    def _title(self, tab: Tab) -> Content:
        style = "bold" if tab == self.tab else "$ink-quiet not bold"
        return Content.from_markup(f"[@click=show('{tab}')][{style}]{TABS[tab]}[/][/]")


def _make_list(tab: Tab) -> PlaceList:
    if tab == "sources":
        from briefing.app.widgets.source_list import SourceList

        return SourceList()
    from briefing.app.widgets.question_list import QuestionList

    return QuestionList()
