"""The sections below the documents of the outline: listed once somebody wants to see them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from textual import on, work
from textual.containers import Vertical
from textual.message import Message

from briefing.app.layout.outline import SectionRow, list_sections
from briefing.app.layout.outline_rows import Lines, lines_of_sections
from briefing.app.shelf import Entry
from briefing.app.widgets.framed import Framed
from briefing.model import Document

_MANY = 400
"""Sections that are listed in a thread: each of 20,000 takes a moment."""


class OutlineSections(Vertical, Framed):
    """Which sections documents have, and below which they are shown; how, a subclass says."""

    @dataclass
    class Wanted(Message):
        """The sections of a document are to be shown; ``fill`` shows them."""

        entry: int

    @dataclass
    class SectionsListed(Message):
        """The sections of a long document are known; for this outline alone."""

        entry: int
        document: Document
        rows: tuple[SectionRow, ...]
        titles: Lines

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 (Textual's name)
        super().__init__(id=id)
        self._begin(())

    def _begin(self, entries: Sequence[Entry]) -> None:
        """Know nothing yet of some documents."""
        self._entries = entries
        self._sections: dict[int, tuple[SectionRow, ...]] = {}
        self._titles: dict[int, Lines] = {}
        self._listing: dict[int, Document] = {}
        self._unfolded: frozenset[int] = frozenset()

    def _show(self) -> None:
        """Lay the rows out anew."""
        raise NotImplementedError

    @property
    def known(self) -> frozenset[int]:
        """Entries whose sections are known."""
        return frozenset(self._sections)

    def forget(self, numbers: Iterable[int]) -> None:
        """Look for the sections of some entries anew, when they are wanted: they may differ."""
        for number in numbers:
            self._listing.pop(number, None)
            if number not in self._unfolded:
                self._sections.pop(number, None)
                self._titles.pop(number, None)

    def learn_sections(self, sections: Mapping[int, tuple[SectionRow, ...]]) -> None:
        """Take the sections of documents that are not at hand, to look through their titles."""
        for number, rows in sections.items():
            if number not in self._sections:
                self._sections[number] = rows
                self._titles[number] = lines_of_sections(rows)
        self._show()

    def unfold_only(self, number: int) -> None:
        """Show the sections of one document alone."""
        self._unfold(frozenset((number,)))

    def _unfold(self, unfolded: frozenset[int]) -> None:
        new = unfolded - self._unfolded
        self._unfolded = unfolded
        for number in new:
            if number not in self._sections and number < len(self._entries):
                document = self._entries[number].document
                if document is not None:
                    self._list_sections(number, document)
                else:
                    self.post_message(self.Wanted(number))
        self._show()

    def _list_sections(self, number: int, document: Document) -> None:
        if len(document.sections) > _MANY:
            self._listing[number] = document
            self._list_in_thread(number, document)
            return
        self._sections[number] = rows = list_sections(document)
        self._titles[number] = lines_of_sections(rows)
        self._show()

    # Without a description, Textual writes the whole document into one.
    @work(thread=True, description="list sections")
    def _list_in_thread(self, number: int, document: Document) -> None:
        rows = list_sections(document)
        self.post_message(self.SectionsListed(number, document, rows, lines_of_sections(rows)))

    @on(SectionsListed)
    def _take_sections(self, event: SectionsListed) -> None:
        event.stop()
        if self._listing.get(event.entry) is event.document:
            del self._listing[event.entry]
            self._sections[event.entry] = event.rows
            self._titles[event.entry] = event.titles
            self._show()
