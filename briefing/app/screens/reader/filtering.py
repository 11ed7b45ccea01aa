"""Choosing which facts are shown."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType

from briefing.app.layout.filtering import FactFilter
from briefing.app.screens.reader.base import ReaderBase


class Filtering(ReaderBase):
    """Asks for a filter and gives it to the facts' pane."""

    KEYS: ClassVar[list[BindingType]] = [
        Binding("f", "filter", "Filter", tooltip="Filter the facts", id="filter"),
    ]

    def action_filter(self) -> None:
        """Ask which facts are shown."""
        document = self.document
        if document is None or not document.facts:
            waiting = self.fact_list.waiting or "There are no facts to filter."
            self.notify(waiting, severity="warning", markup=False)
            return
        from briefing.app.screens.filter import FilterScreen  # brings a list

        self.app.push_screen(FilterScreen(document, self.fact_filter, self.section), self._keep)

    def _keep(self, chosen: FactFilter | None) -> None:
        """Show only the facts that a filter leaves; None leaves everything as it is."""
        if chosen is not None and self.entries:
            self.fact_filter = self.facts_pane.filter = chosen
            self.say_why_no_facts()
            self.choose_again()
