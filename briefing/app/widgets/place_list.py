"""A list whose rows lead to places in the text, without a frame of its own."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip

from briefing.app.layout.cards import Inked, Line
from briefing.app.widgets.card_strip import BAR, bar_strip
from briefing.app.widgets.window_list import WindowList
from briefing.model import Document
from briefing.spans import Span


class PlaceList(WindowList):
    """A tab of the facts pane; what its rows are, a subclass says."""

    EMPTY: ClassVar[str] = ""
    """What to say where there is no row."""
    DEFAULT_CSS = "PlaceList { height: 1fr; }"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,k", "step(-1)", "Row up", show=False, id="places.up"),
        Binding("down,j", "step(1)", "Row down", show=False, id="places.down"),
        Binding("pageup", "leaf(-1)", "Page up", show=False, id="places.page-up"),
        Binding("pagedown", "leaf(1)", "Page down", show=False, id="places.page-down"),
        Binding("home", "first", "First", show=False, id="places.home"),
        Binding("end", "last", "Last", show=False, id="places.end"),
        Binding("enter,space", "open", "Go there", id="places.open"),
    ]

    document: reactive[Document | None] = reactive(None, repaint=False)

    @dataclass
    class Chosen(Message):
        """The reader wants to see the words that a row stands for."""

        span: Span
        entered: bool
        """Whether the reader wants to go on from there; else only looks on from the list."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 (Textual's name)
        super().__init__(id=id)
        self._numbers: Sequence[int] = ()

    @abstractmethod
    def numbers(self, document: Document) -> Sequence[int]:
        """List what has a row, as numbers that ``row`` understands."""

    @abstractmethod
    def row(self, document: Document, number: int, width: int) -> Iterator[Line]:
        """Write one row."""

    @abstractmethod
    def words(self, document: Document, number: int) -> Span:
        """Give the words that a row leads to."""

    def watch_document(self, document: Document | None) -> None:
        """List what another document holds."""
        self._numbers = self.numbers(document) if document is not None else ()
        self.waiting = self.EMPTY if document is not None else ""
        self.deal()
        self.chosen = 0 if self.count else None

    @property
    def count(self) -> int:
        """How many rows there are."""
        return len(self._numbers)

    def lines_of(self, number: int, width: int) -> Iterator[Line | None]:
        """Lay a row out, and a gap below it."""
        if self.document is not None:
            yield from self.row(self.document, self._numbers[number], width)
            yield None

    def draw(self, number: int, line: Line | None, width: int) -> Strip:
        """Draw one line of a row."""
        chosen = number == self.chosen
        bar = Inked(BAR if chosen else " ", "source")
        return bar_strip(bar, line, self.inks, self.paper, width, chosen=chosen)

    def went(self, number: int) -> None:
        """Show the words that the row leads to."""
        self._lead(number, entered=False)

    def follow(self, view: Span) -> None:
        """Go with the body, of which a part is in view, where rows stand in the order of its text.

        Others stay where they are.
        """

    def action_open(self) -> None:
        """Go to the words that the row leads to."""
        if self.chosen is not None:
            self._lead(self.chosen, entered=True)

    def _lead(self, number: int, *, entered: bool) -> None:
        if self.document is not None:
            span = self.words(self.document, self._numbers[number])
            self.post_message(self.Chosen(span, entered))
