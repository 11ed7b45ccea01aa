"""Documents and their sections, with the number of facts in each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar, Self

from msgspec.structs import replace
from textual import getters, on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widgets import Input

from briefing.app.layout.outline import SORTS, SectionRow, Sort, arrange, list_sections
from briefing.app.layout.outline_rows import (
    Lines,
    OutlineRows,
    View,
    at_section,
    first_left,
    leave,
    lines_of_entries,
    lines_of_sections,
)
from briefing.app.shelf import Entry
from briefing.app.widgets.framed import Framed
from briefing.app.widgets.line_field import LineField
from briefing.app.widgets.outline_list import OutlineList, Place
from briefing.model import Document

__all__ = ["Outline", "OutlineField", "Place"]

_MANY = 400
"""Sections that are listed in a thread: each of 20,000 takes a moment."""


class OutlineField(LineField):
    """Takes the words that a document or a section must hold to stay in the outline."""

    DEFAULT_CSS = """
    OutlineField {
        dock: bottom;
        padding: 0 1;
        background: $panel;
        background-tint: $background 0%;
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "submit", "Open", id="narrow.open"),
        Binding("up", "row(-1)", "Row up", show=False, id="narrow.up"),
        Binding("down", "row(1)", "Row down", show=False, id="narrow.down"),
        Binding("escape", "widen", "All", tooltip="Show all titles again", id="narrow.end"),
    ]

    @dataclass
    class Stepped(Message):
        """The cursor is to go some rows on."""

        by: int

    @dataclass
    class Ended(Message):
        """All rows are to be shown again."""

    def action_row(self, by: int) -> None:
        """Go some rows up or down while words are typed."""
        self.post_message(self.Stepped(by))

    def action_widen(self) -> None:
        """Show all rows again."""
        self.post_message(self.Ended())


class Outline(Vertical, Framed):
    """Lists documents in an order of choice; only what is unfolded has its sections below it."""

    DEFAULT_CSS = "Outline { background: $background; }"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("s", "sort", "Sort", tooltip="By name, date or publisher", id="outline.sort"),
        Binding("U", "toggle_read", "Read", tooltip="Read or unread", id="outline.read"),
        Binding(
            "backslash",
            "narrow",
            "Narrow",
            tooltip="Show the titles that hold some words",
            id="outline.narrow",
        ),
    ]

    here: reactive[Place | None] = reactive(None, layout=False, repaint=False)
    """Where the reader is; the cursor follows without taking the focus."""
    read: reactive[frozenset[int]] = reactive(frozenset(), layout=False, repaint=False)
    """The entries that the reader has opened."""
    sort: reactive[Sort] = reactive("given", layout=False, repaint=False)
    progress: reactive[str] = reactive("", layout=False, repaint=False)
    """What the foot says while files are being read."""

    rows = getters.query_one(OutlineList)

    @dataclass
    class Wanted(Message):
        """The sections of a document are to be shown; ``fill`` shows them."""

        entry: int

    @dataclass
    class Narrowing(Message):
        """The titles of all sections are looked through from now on, or no longer."""

        begun: bool

    @dataclass
    class SectionsListed(Message):
        """The sections of a long document are known; for this outline alone."""

        entry: int
        document: Document
        rows: tuple[SectionRow, ...]
        titles: Lines

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 (Textual's name)
        super().__init__(id=id)
        self._entries: Sequence[Entry] = ()
        self._order: Sequence[int] = ()
        self._sections: dict[int, tuple[SectionRow, ...]] = {}
        self._titles: dict[int, Lines] = {}
        self._listing: dict[int, Document] = {}
        self._unfolded: frozenset[int] = frozenset()
        self._names: Lines | None = None
        self._words: str | None = None
        self._stepped = False
        """Whether the reader has moved the cursor among what typing has left."""

    def compose(self) -> ComposeResult:
        """Lay out the rows; the field comes below them when it is asked for."""
        yield OutlineList()

    def focus(self, scroll_visible: bool = True) -> Self:
        """Give the keys to the rows."""
        self.rows.focus(scroll_visible)
        return self

    # What the screen tells

    def list_entries(self, entries: Sequence[Entry]) -> None:
        """Show other files, as soon as they are known."""
        self._entries, self._names = entries, None
        self._sections, self._titles, self._listing = {}, {}, {}
        self._unfolded = frozenset()
        self.set_reactive(Outline.read, frozenset())
        self._arrange()

    def add_entries(self, entries: Sequence[Entry]) -> None:
        """Show files that have appeared; the list of all has them at its end already."""
        self._names = None
        self._arrange()

    def refresh_entries(self, numbers: Iterable[int]) -> None:
        """Show what is known of some entries now."""
        self._names = None
        if self._words is None:
            self.forget(numbers)  # a file may have been written anew
        if self.sort in ("date", "publisher"):
            self._arrange()
        else:
            self.rows.show_figures(frozenset(numbers))
        self._say_title()

    def fill(self, number: int, document: Document) -> None:
        """Show what is counted in a document; its sections are listed once it is unfolded."""
        self.refresh_entries([number])
        self.forget([number])
        if number in self._unfolded:
            self._list_sections(number, document)

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

    def beside(self, number: int, by: int) -> int | None:
        """Give the entry that is listed so many documents behind another; None if there is none."""
        rows = self.rows.view.rows
        place = rows.place_of(number)
        if place is None:
            return rows.order[0] if rows.order else None
        return rows.order[place + by] if 0 <= place + by < len(rows.order) else None

    # What is shown

    @property
    def order(self) -> Sequence[int]:
        """Numbers of all entries, as they are listed."""
        return self._order

    @property
    def known(self) -> frozenset[int]:
        """Entries whose sections are known."""
        return frozenset(self._sections)

    def _arrange(self) -> None:
        self._order = arrange(self._entries, self.sort)
        self._show()

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

    def _show(self) -> None:
        """Lay the rows out anew."""
        if self._words:
            self._names = self._names or lines_of_entries(self._entries)
            rows = leave(self._order, self._names, self._titles, self._words)
        else:
            below = {n: range(len(self._sections[n])) for n in self._unfolded & self.known}
            rows = OutlineRows(self._order, below)
        self.rows.view = View(
            rows=rows,
            entries=self._entries,
            sections=self._sections,
            unfolded=self._unfolded,
            read=self.read,
            current=self.here.entry if self.here is not None else None,
            sort=self.sort,
        )
        # Who looks through the rows is not taken away from the one that was reached.
        if not self.rows.has_focus:
            self.watch_here(self.here, self.here)
        if self._words and self._names is not None and not self._stepped:
            self.rows.cursor = first_left(rows, self._names, self._words)
        self._say_title()
        self.say_where()

    def watch_here(self, before: Place | None, here: Place | None) -> None:
        """Move the cursor to where the reader is."""
        if here is None or self._words:
            return
        if before is None or before.entry != here.entry:
            self._show_state()
            self.say_where()
        sections = self._sections.get(here.entry, ())
        row = self.rows.view.rows.row_of(at_section(here.entry, here.section, sections))
        if row is not None:
            self.rows.cursor = row

    def watch_read(self) -> None:
        """Show what has been read."""
        self._show_state()
        self._say_title()

    def _show_state(self) -> None:
        """Draw the same rows anew."""
        current = self.here.entry if self.here is not None else None
        self.rows.view = replace(self.rows.view, read=self.read, current=current)

    # What the frame says

    def watch_progress(self) -> None:
        """Say how far the reading is."""
        self.say_where()

    def say_where(self) -> None:
        """Write into the foot which document is read, and in which order they stand."""
        view = self.rows.view
        place = view.rows.place_of(view.current) if view.current is not None else None
        shown, total = len(view.rows.order), len(self._entries)
        order = f" · by {self.sort}" if self.sort != "given" else ""
        where = f"{place + 1} of {shown}" if place is not None else f"{shown} of {total}"
        self.say_foot(Content(self.progress or where + order if total else ""))

    def _say_title(self) -> None:
        sound = {number for number, held in enumerate(self._entries) if held.problem is None}
        left = len(sound - self.read)
        self.say_head(Content(f"Outline · {left:,} unread" if left > 0 else "Outline"))

    # What the reader does

    def action_sort(self) -> None:
        """Put the documents into the next order."""
        self.sort = SORTS[(SORTS.index(self.sort) + 1) % len(SORTS)]

    def watch_sort(self) -> None:
        """Put the documents into another order."""
        self._arrange()

    def action_toggle_read(self) -> None:
        """Let the document under the cursor count as read, or as unread."""
        if self.rows.row is not None:
            self.read ^= {self.rows.row.entry}

    @on(OutlineList.Folded)
    def _fold(self, event: OutlineList.Folded) -> None:
        event.stop()
        self._unfold(self._unfolded ^ {event.entry})

    # Narrowing

    @property
    def field(self) -> OutlineField | None:
        """The field below the rows, while there is one."""
        return next(iter(self.query(OutlineField)), None)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Let words be typed where words are typed."""
        if action == "narrow":
            return self.field is None or not self.field.has_focus
        return super().check_action(action, parameters)

    async def action_narrow(self) -> None:
        """Ask for words that a title must hold."""
        field = self.field
        if field is None:
            field = OutlineField(placeholder="words of a title")
            await self.mount(field)
            self.post_message(self.Narrowing(True))
        # At once and not with the next message: the words may follow in one burst.
        self.screen.set_focus(field)

    @on(OutlineField.Ended)
    async def _widen(self) -> None:
        """Show all rows again."""
        if self.field is not None:
            self.focus()
            await self.field.remove()
            self._words = None
            self.post_message(self.Narrowing(False))
            self._show()

    @on(OutlineField.Stepped)
    def _step(self, event: OutlineField.Stepped) -> None:
        event.stop()
        self._stepped = True
        self.rows.action_step(event.by)

    @on(Input.Changed)
    def _narrow(self, event: Input.Changed) -> None:
        event.stop()
        self._words, self._stepped = event.value.strip() or None, False
        self._show()

    @on(Input.Submitted)
    async def _go(self, event: Input.Submitted) -> None:
        event.stop()
        place = self.rows.place
        if place is not None:
            await self._widen()
            # Said here, not by the rows: what one has others say does not rise above oneself.
            self.post_message(OutlineList.Opened(place))
