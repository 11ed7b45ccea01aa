"""Documents and their sections, with the number of facts in each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar

from msgspec.structs import replace
from textual import on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.reactive import reactive

from briefing.app.layout.outline import SORTS, Sort, arrange
from briefing.app.layout.outline_rows import (
    Lines,
    OutlineRows,
    View,
    at_section,
    first_left,
    leave,
    lines_of_entries,
)
from briefing.app.shelf import Entry
from briefing.app.widgets.narrowed_outline import NarrowedOutline
from briefing.app.widgets.outline_list import OutlineList, Place
from briefing.model import Document

__all__ = ["Outline", "Place"]


class Outline(NarrowedOutline):
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

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 (Textual's name)
        super().__init__(id=id)
        self._order: Sequence[int] = ()
        self._names: Lines | None = None

    # What the screen tells

    def list_entries(self, entries: Sequence[Entry]) -> None:
        """Show other files, as soon as they are known."""
        self._names = None
        self._begin(entries)
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

    def _arrange(self) -> None:
        self._order = arrange(self._entries, self.sort)
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
