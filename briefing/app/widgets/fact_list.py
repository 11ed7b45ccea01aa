"""The facts of the document as cards, drawn line by line on demand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip

from briefing.app.layout.cards import Line, card
from briefing.app.layout.deck import Deck
from briefing.app.widgets.card_strip import card_strip
from briefing.app.widgets.window_list import WindowList
from briefing.model import Fact


class FactList(WindowList):
    """Cards, one of them chosen and open."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,k", "step(-1)", "Card up", show=False, id="facts.up"),
        Binding("down,j", "step(1)", "Card down", show=False, id="facts.down"),
        Binding("pageup", "leaf(-1)", "Page up", show=False, id="facts.page-up"),
        Binding("pagedown", "leaf(1)", "Page down", show=False, id="facts.page-down"),
        Binding("home", "first", "First", show=False, id="facts.home"),
        Binding("end", "last", "Last", show=False, id="facts.end"),
        Binding("enter,space", "toggle_card", "Open", id="facts.open"),
    ]

    deck: reactive[Deck] = reactive(Deck, repaint=False)

    @dataclass
    class Chosen(Message):
        """The reader went to another card."""

        fact: Fact

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 (Textual's name)
        super().__init__(id=id)
        self._shut = False

    @property
    def facts(self) -> Sequence[Fact]:
        """The facts that have a card, in the order of the cards."""
        return self.deck

    def watch_deck(self) -> None:
        """Show other facts, or the same ones in another order."""
        self.deal()

    def watch_chosen(self, before: int | None, chosen: int | None) -> None:
        """Open another card and bring it into view."""
        self._shut = False
        super().watch_chosen(before, chosen)

    def choose(self, fact: Fact) -> None:
        """Choose a card without telling anybody; a fact without one is passed over."""
        position = self.deck.position_of(fact)
        if position is not None:
            self.chosen = position

    def action_toggle_card(self) -> None:
        """Close the chosen card, or open it again."""
        if self.chosen is None:
            self.step(1)
            return
        self._shut = not self._shut
        self.lay_out_again()

    @property
    def count(self) -> int:
        """How many cards there are."""
        return len(self.deck)

    def lines_of(self, number: int, width: int) -> Iterator[Line | None]:
        """Lay a card out, and a gap below it."""
        if self.deck.document is not None:
            opened = number == self.chosen and not self._shut
            yield from card(self.deck.document, self.facts[number], width, opened=opened)
            yield None

    def draw(self, number: int, line: Line | None, width: int) -> Strip:
        """Draw one line of a card."""
        chosen = number == self.chosen
        fact = self.facts[number]
        return card_strip(fact, line, self.inks, self.paper, width, chosen=chosen)

    def went(self, number: int) -> None:
        """Tell which card the reader went to."""
        self.post_message(self.Chosen(self.facts[number]))
