"""Choosing which facts are shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from msgspec.structs import replace
from textual.binding import Binding, BindingType

from briefing.app.layout.filtering import FactFilter
from briefing.app.screens.reader.base import ReaderBase
from briefing.app.widgets.facts_pane import FactsPane
from briefing.model import Document

if TYPE_CHECKING:  # few filters ask for places, and few readers for sources
    from briefing.app.layout.named_places import NamedPlaces
    from briefing.app.widgets.source_list import SourceList


class Filtering(ReaderBase):
    """Asks for a filter and gives it to the facts' pane."""

    KEYS: ClassVar[list[BindingType]] = [
        Binding("f", "filter", "Filter", tooltip="Filter the facts", id="filter"),
        Binding("x", "unfilter", "All facts", tooltip="Filter no more", id="filter.none"),
    ]

    _places: NamedPlaces | None = None
    """The places that the filter asks for, by their names in the text that had them last."""

    def open_entry(self, number: int) -> None:
        """Turn to another document, which has other places."""
        self._places = None
        super().open_entry(number)

    def show_current(self) -> None:
        """Ask for the same places of a text that was written anew."""
        places, document = self._places, self.document
        if places is not None and document is not None and places.sha256 != document.sha256:
            self._find_places(places, document)
        super().show_current()

    def _find_places(self, places: NamedPlaces, document: Document) -> None:
        chosen = self.fact_filter.without_places()
        # Until then nobody knows which sources there are, and there are no facts to keep.
        if self.entry is not None and self.entry.summary is not None:
            chosen = places.find_in(document, chosen)
            # What is gone is asked for again if it comes back.
            self._places = replace(places, sha256=document.sha256)
        self.fact_filter = chosen
        # The cards are dealt together with the document.
        self.facts_pane.set_reactive(FactsPane.filter, chosen)

    def action_filter(self) -> None:
        """Ask which facts are shown."""
        document = self.document
        if document is None or not document.facts:
            waiting = self.fact_list.waiting or "There are no facts to filter."
            self.notify(waiting, severity="warning", markup=False)
            return
        from briefing.app.screens.filter import FilterScreen  # brings a list

        self.app.push_screen(FilterScreen(document, self.fact_filter, self.section), self._keep)

    def action_unfilter(self) -> None:
        """Show every fact again."""
        self._keep(FactFilter())

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Take away only a filter that there is."""
        if action == "unfilter":
            return bool(self.fact_filter)
        return super().check_action(action, parameters)

    def on_source_list_asked(self, event: SourceList.Asked) -> None:
        """Show what one source claims; everything again where that is shown already."""
        only: frozenset[int | None] = frozenset({event.source})
        sources = frozenset[int | None]() if self.fact_filter.sources == only else only
        self._keep(replace(self.fact_filter, sources=sources))
        self.facts_pane.focus_tab()

    def _keep(self, chosen: FactFilter | None) -> None:
        """Show only the facts that a filter leaves; None leaves everything as it is."""
        if chosen is not None and self.document is not None:
            chosen = replace(chosen, gone=())
            if chosen != self.fact_filter:  # whoever filters wants to see what is left
                self.facts_pane.tab = "facts"
            self._places = self._name_places(self.document, chosen)
            self.fact_filter = self.facts_pane.filter = chosen
            self.say_why_no_facts()
            self.choose_again()
            self.refresh_bindings()

    @staticmethod
    def _name_places(document: Document, chosen: FactFilter) -> NamedPlaces | None:
        if chosen == chosen.without_places():
            return None
        from briefing.app.layout.named_places import NamedPlaces

        return NamedPlaces.of(document, chosen)
