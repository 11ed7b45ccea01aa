"""What is kept between runs: where the reader was in each document, what was read and opened."""

from __future__ import annotations

from collections.abc import Mapping
from time import time
from typing import TYPE_CHECKING, cast

from msgspec.structs import replace

from briefing.app.layout.order import Order, Sort
from briefing.app.screens.reader.base import Aim, ReaderBase
from briefing.app.state import Kept
from briefing.app.widgets.facts_pane import FactsPane
from briefing.app.widgets.outline import Outline
from briefing.model import Headline
from briefing.spans import Span

if TYPE_CHECKING:  # it imports the screen
    from briefing.app.app import BriefingApp


class Remembering(ReaderBase):
    """Goes back to where the reader was, and writes down where that is now."""

    returning = False
    """A document was opened, and its place has not been looked up yet."""
    _aim: Aim | None = None
    """Where to go in the document that is opened; None is where the reader left it."""
    _told = False
    """The paths have been written down."""

    def on_mount(self) -> None:
        """Sort facts and documents as they were sorted last."""
        self.facts_pane.order = self.memory.choices.order
        self.outline.sort = self.memory.choices.sort
        self.watch(self.facts_pane, FactsPane.order.name, self._keep_order, init=False)
        self.watch(self.outline, Outline.sort.name, self._keep_sort, init=False)
        self.watch(self.outline, Outline.read.name, self._keep_read, init=False)

    def open_entry(self, number: int) -> None:
        """Turn to another document, at the place where the reader left it."""
        self.returning = True
        self._aim, self.next_aim = self.next_aim, None
        if not self._told:
            self._told = True
            paths = cast("BriefingApp", self.app).paths
            self.memory.remember_paths(paths, time(), len(self.entries))
        super().open_entry(number)

    def show_current(self) -> None:
        """Show the document, and go to its place once all of it is there."""
        super().show_current()
        entry = self.entry
        if self.returning and entry is not None and entry.document and not entry.beginning:
            self._go_back()

    def locate(self, offset: int) -> None:
        """Write down where the reader is in the document."""
        super().locate(offset)
        document = self.document
        if document is not None and not self.returning:
            known = self.memory.places.get(document.sha256)
            read = known is None or known.read
            self.memory.keep_place(document.sha256, Kept(self.body.offset_in_view, read))

    def learn_headlines(self, headlines: Mapping[int, Headline]) -> None:
        """Mark those documents as read that were read in another run."""
        super().learn_headlines(headlines)
        places = self.memory.places
        self.outline.read |= {
            number
            for number, headline in headlines.items()
            if headline.sha256 in places and places[headline.sha256].read
        }

    def open_at(self, number: int, offset: int) -> None:
        """Go to a place, in another document or in this one."""
        if number != self.current:
            self.next_aim = lambda _: offset
            self.open_entry(number)
        else:
            self.returning, self._aim = True, lambda _: offset
            self._go_back()

    def _go_back(self) -> None:
        document = self.document
        if document is None:
            return
        kept, here = self.memory.places.get(document.sha256), self.body.offset_in_view
        if self._aim is not None:
            offset = self._aim(document)
        else:
            # Whoever has begun to read while the rest of the text came is not taken elsewhere.
            offset = here or (kept.offset if kept is not None else 0)
        self.returning, self._aim = False, None
        if document.text and offset != here:
            offset = min(offset, len(document.text) - 1)
            self.body.show(Span(offset, offset + 1), top=True)
        self.follow(self.body.offset_in_view)

    def _keep_order(self, order: Order) -> None:
        self.memory.choose(replace(self.memory.choices, order=order))

    def _keep_sort(self, sort: Sort) -> None:
        self.memory.choose(replace(self.memory.choices, sort=sort))

    def _keep_read(self, before: frozenset[int], read: frozenset[int]) -> None:
        for number in before ^ read:
            headline = self.entries[number].headline
            if headline is not None and headline.sha256:
                known = self.memory.places.get(headline.sha256)
                offset = known.offset if known is not None else 0
                self.memory.keep_place(headline.sha256, Kept(offset, number in read))
