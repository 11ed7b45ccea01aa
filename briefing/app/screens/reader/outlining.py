"""What the outline needs to know: which documents were read, and the titles in all of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from time import monotonic

from textual import on, work
from textual.message import Message
from textual.worker import Worker, get_current_worker

from briefing.app.layout.outline import SectionRow, list_sections
from briefing.app.loading import Loader
from briefing.app.screens.reader.base import Aim, ReaderBase
from briefing.app.widgets.outline import Outline
from briefing.app.widgets.outline_list import OutlineList
from briefing.model import Document

_PAUSE = 0.1
"""Seconds between two tellings of titles that were found."""


class Outlining(ReaderBase):
    """A document counts as read once it was opened; the outline lets it count as unread again."""

    @dataclass
    class TitlesFound(Message):
        """The sections of documents that are not at hand."""

        sections: Mapping[int, tuple[SectionRow, ...]]

    def __init__(self, loader: Loader) -> None:
        super().__init__(loader)
        self._new_here = False
        self._then: Callable[[], object] | None = None
        self._titles: Worker[None] | None = None

    def open_entry(self, number: int) -> None:
        """Turn to another document, which is read from now on."""
        self._new_here = True
        self._then = None
        super().open_entry(number)

    def show_current(self) -> None:
        """Show the document that is read; what can't be read stays unread."""
        super().show_current()
        if self._new_here and self.document is not None:
            self._new_here = False
            self.outline.read |= {self.current}
        self._do_then()

    def open_then(self, number: int, then: Callable[[], object], *, aim: Aim | None = None) -> None:
        """Turn to a document, unless it is read already, and go on as soon as all of it is there.

        Args:
            number: Of its entry.
            then: Called at once or later; never, if the reader turns to another one before.
            aim: Where it leads, so that nobody is taken to the place of the last time before.
        """
        if number != self.current:
            self.next_aim = aim
            self.open_entry(number)
        self._then = then
        self._do_then()

    def _do_then(self) -> None:
        entry = self.entry
        whole = entry is not None and entry.document is not None and not entry.beginning
        if self._then is not None and whole:
            then, self._then = self._then, None
            then()

    @on(OutlineList.Opened)
    def _go(self, event: OutlineList.Opened) -> None:
        number, section = event.place
        if section is None:
            self.open_then(number, lambda: None)
        else:
            aim = partial(_start_of, section)
            self.open_then(number, partial(self.enter_section, section), aim=aim)
        self.close_drawers()
        self.body.focus()

    @on(Outline.Wanted)
    def _want_sections(self, event: Outline.Wanted) -> None:
        self._find_titles(frozenset((event.entry,)))

    @on(Outline.Narrowing)
    def _look_through_titles(self, event: Outline.Narrowing) -> None:
        if self._titles is not None:
            self._titles.cancel()
            self._titles = None
        if event.begun:
            self._titles = self._find_titles(None)

    @work(thread=True, description="find titles")
    def _find_titles(self, wanted: frozenset[int] | None) -> None:
        """List the sections of some documents, or of all that the outline does not know."""
        worker = get_current_worker()
        if wanted is None:
            wanted = frozenset(range(len(self.entries))) - self.outline.known
        found: dict[int, tuple[SectionRow, ...]] = {}
        said = monotonic()
        for number, document in self.loader.documents(sorted(wanted)):
            if worker.is_cancelled:
                return
            found[number] = list_sections(document)
            if monotonic() - said > _PAUSE:
                self.post_message(self.TitlesFound(found))
                found, said = {}, monotonic()
        self.post_message(self.TitlesFound(found))

    @on(TitlesFound)
    def _tell_titles(self, event: TitlesFound) -> None:
        self.outline.learn_sections(event.sections)


def _start_of(section: int, document: Document) -> int:
    return document.sections[section].span.start
