"""Looking for words in the document that is read."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, cast

from textual import on
from textual.binding import Binding, BindingType

from briefing.app.layout.searching import Query
from briefing.app.loading import Loader
from briefing.app.screens.reader.base import ReaderBase
from briefing.app.widgets.search_bar import SearchBar
from briefing.spans import Span

if TYPE_CHECKING:  # it imports the screen
    from briefing.app.app import BriefingApp


class Searching(ReaderBase):
    """The search bar below the body, and its matches in the text."""

    # While a search is on, these go before the next section and the closing of drawers.
    KEYS: ClassVar[list[BindingType]] = [
        Binding("n", "match(1)", "Match", tooltip="Next match of the search", id="match.next"),
        Binding("N", "match(-1)", "Previous match", show=False, id="match.previous"),
        Binding("escape", "end_search", "End the search", show=False, id="search.end"),
        Binding("slash", "find", "Find", tooltip="Find words", id="find"),
    ]

    def __init__(self, loader: Loader) -> None:
        super().__init__(loader)
        self._search_bar = SearchBar()

    @property
    def search(self) -> SearchBar | None:
        """The search that is on."""
        bar = self._search_bar
        return bar if bar.is_attached and bar.display else None

    def show_current(self) -> None:
        """Look in the document that is shown."""
        super().show_current()
        if self.search is not None:
            self.search.document = self.document

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Let some keys act only while a search is on."""
        if action in {"match", "show_match", "end_search"}:
            return self.search is not None
        if action == "find":
            return not self._search_bar.has_focus_within
        return super().check_action(action, parameters)

    async def action_find(self) -> None:
        """Ask what to look for in this text."""
        app, focused = cast("BriefingApp", self.app), self.focused or self
        # Words that are pasted with "/" are on their way to who has had the focus. They are
        # taken again once all of them have come back.
        app.hold_keys()
        await self._mount_bar()
        self._search_bar.open(self.body.span_in_view.start)
        self.refresh_bindings()
        focused.call_later(self.call_later, app.call_later, app.release_keys)

    async def search_for(self, query: Query, match: Span) -> None:
        """Begin a search at a match in this text that has been found already."""
        await self._mount_bar()
        self._search_bar.look_for(query, match.start)
        self.body.focus()
        self.refresh_bindings()

    async def _mount_bar(self) -> None:
        if not self._search_bar.is_attached:
            await self.query_one("#text").mount(self._search_bar)
        self._search_bar.document = self.document

    def action_match(self, by: int) -> None:
        """Go to the next or previous match."""
        if self.search is not None:
            self.search.step(by, self.body.span_in_view)

    def action_show_match(self, number: int) -> None:
        """Go to a match whose mark beside the text was clicked."""
        if self.search is not None:
            self.search.go_to(number)

    def action_end_search(self) -> None:
        """Look for nothing any more."""
        if self.search is not None:
            self.search.end()

    @on(SearchBar.Found)
    def _tint(self, event: SearchBar.Found) -> None:
        self.body.matches, self.body.match = event.matches, event.here

    @on(SearchBar.Gone)
    def _show_match(self, event: SearchBar.Gone) -> None:
        self.show_words(event.span)
        if self.search is not None and self.search.has_focus_within:
            self.body.focus()

    @on(SearchBar.Ended)
    def _leave_search(self) -> None:
        self.refresh_bindings()
        self.body.focus()
