"""The facts of the document as cards, drawn line by line on demand."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.segment import Segment
from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from briefing.app.inks import Inks
from briefing.app.layout.cards import Inked, Line, card, flow
from briefing.app.layout.deck import Deck
from briefing.app.widgets.card_strip import card_strip
from briefing.model import Fact

_WINDOW = 80
"""Cards laid out on either side of the chosen one: a long article has tens of thousands."""
_EDGE = 20
"""Cards left in the window when it is laid out anew."""


class FactList(ScrollView, can_focus=True):
    """Cards, one of them chosen and open."""

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    FactList {
        overflow-x: hidden;
        overflow-y: auto;
        scrollbar-size-vertical: 1;
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,k", "step(-1)", "Card up", show=False, id="facts.up"),
        Binding("down,j", "step(1)", "Card down", show=False, id="facts.down"),
        Binding("pageup", "leaf(-1)", "Page up", show=False, id="facts.page-up"),
        Binding("pagedown", "leaf(1)", "Page down", show=False, id="facts.page-down"),
        Binding("home", "first", "First", show=False, id="facts.home"),
        Binding("end", "last", "Last", show=False, id="facts.end"),
        Binding("enter,space", "toggle_card", "Open", id="facts.open", key_display="⏎"),
    ]

    deck: reactive[Deck] = reactive(Deck, repaint=False)
    chosen: reactive[int | None] = reactive(None, repaint=False)
    """Index into ``facts``."""
    waiting: reactive[str] = reactive("")
    """What to say where there is no card."""

    @dataclass
    class Chosen(Message):
        """The reader went to another card."""

        fact: Fact

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 (Textual's name)
        super().__init__(id=id)
        self._inks = Inks({})
        self._first = 0
        self._tops: list[int] = []
        self._lines: list[tuple[int, Line | None]] = []
        self._shut = False
        self._width = 0

    @property
    def facts(self) -> Sequence[Fact]:
        """The facts that have a card, in the order of the cards."""
        return self.deck

    def watch_deck(self) -> None:
        """Show other facts, or the same ones in another order."""
        self.set_reactive(FactList.chosen, None)
        self._lay_out(0)
        self.scroll_to(y=0, animate=False, immediate=True)

    def watch_chosen(self, chosen: int | None) -> None:
        """Open another card and bring it into view."""
        self._shut = False
        self._lay_out(self._first_of_window(chosen or 0))
        if chosen is not None:
            self._bring(chosen)

    def choose(self, fact: Fact) -> None:
        """Choose a card without telling anybody; a fact without one is passed over."""
        position = self.deck.position_of(fact)
        if position is not None:
            self.chosen = position

    def step(self, by: int) -> None:
        """Go some cards on, as far as there are any, and tell."""
        if not self.facts:
            return
        start = self.chosen if self.chosen is not None else (-1 if by > 0 else len(self.facts))
        self._go(start + by)

    def action_step(self, by: int) -> None:
        """Go one card up or down."""
        self.step(by)

    def action_leaf(self, direction: int) -> None:
        """Go as many cards up or down as the pane shows."""
        if self.chosen is None:
            self.step(direction)
            return
        top = self._tops[self.chosen - self._first] if self._tops else 0
        row = top + direction * self.scrollable_content_region.height
        to = self._card_at(row)
        self._go(to if to != self.chosen else self.chosen + direction)

    def action_first(self) -> None:
        """Go to the first card."""
        self._go(0)

    def action_last(self) -> None:
        """Go to the last card."""
        self._go(len(self.facts) - 1)

    def action_toggle_card(self) -> None:
        """Close the chosen card, or open it again."""
        if self.chosen is None:
            self.step(1)
            return
        self._shut = not self._shut
        self._lay_out(self._first)
        self._bring(self.chosen)

    def on_click(self, event: events.Click) -> None:
        """Choose the card that is clicked."""
        at = event.get_content_offset(self)
        row = at.y + self.scroll_offset.y if at is not None else -1
        if 0 <= row < len(self._lines):
            self._go(self._lines[row][0])

    def on_resize(self) -> None:
        """Lay the cards out anew where the width has changed."""
        if self._usable_width() != self._width:
            self._lay_out(self._first)
            if self.chosen is not None:
                self._bring(self.chosen)

    def notify_style_update(self) -> None:
        """Draw in the new colours."""
        super().notify_style_update()
        self._inks = Inks(self.app.theme_variables)
        self.refresh()

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Move the window on when the wheel comes to its edge."""
        super().watch_scroll_y(old_value, new_value)
        if round(old_value) == round(new_value) or not self._tops:
            return
        last = self._first + len(self._tops)
        at = self._card_at(round(new_value))
        if (at < self._first + 5 and self._first) or (at > last - _EDGE and last < len(self.facts)):
            within = round(new_value) - self._tops[at - self._first]
            self._lay_out(max(0, at - _WINDOW))
            self.scroll_to(y=self._tops[at - self._first] + within, animate=False, immediate=True)

    def _go(self, number: int) -> None:
        if not self.facts:
            return
        number = max(0, min(number, len(self.facts) - 1))
        self.chosen = number
        self.post_message(self.Chosen(self.facts[number]))

    def _card_at(self, row: int) -> int:
        return self._first + max(0, bisect_right(self._tops, row) - 1)

    def _first_of_window(self, chosen: int) -> int:
        """Keep the window while the chosen card stands well inside it."""
        last = self._first + len(self._tops)
        if self._first <= max(0, chosen - _EDGE) and min(chosen + _EDGE, len(self.facts)) <= last:
            return self._first
        return max(0, chosen - _WINDOW)

    def _usable_width(self) -> int:
        return max(10, self.scrollable_content_region.width - 3)

    def _lay_out(self, first: int) -> None:
        self._first, self._width = first, self._usable_width()
        self._tops, self._lines = [], []
        document = self.deck.document
        if document is not None:
            for number in range(first, min(first + 2 * _WINDOW, len(self.facts))):
                opened = number == self.chosen and not self._shut
                self._tops.append(len(self._lines))
                lines = card(document, self.facts[number], self._width, opened=opened)
                self._lines += [(number, line) for line in lines]
                self._lines.append((number, None))
        self.virtual_size = Size(self.scrollable_content_region.width, len(self._lines))
        self.refresh()

    def _bring(self, number: int) -> None:
        """Scroll only as far as needed to see the whole card, its top first."""
        at = number - self._first
        if not 0 <= at < len(self._tops):
            return
        top = self._tops[at]
        end = self._tops[at + 1] if at + 1 < len(self._tops) else len(self._lines)
        height = self.scrollable_content_region.height
        y = self.scroll_offset.y
        if end - 1 > y + height:
            y = end - 1 - height
        if top < y:
            y = top
        if y != self.scroll_offset.y:
            self.scroll_to(y=y, animate=False, immediate=True, force=True)

    def render_line(self, y: int) -> Strip:
        """Draw one line of a card."""
        width = self.size.width
        row = y + self.scroll_offset.y
        if row >= len(self._lines):
            return self._say(y).crop_extend(0, width, self.rich_style)
        number, line = self._lines[row]
        fact = self.facts[number]
        chosen = number == self.chosen
        strip = card_strip(fact, line, self._inks, self.rich_style, width - 1, chosen=chosen)
        return strip.crop_extend(0, width, self.rich_style)

    def _say(self, y: int) -> Strip:
        """Draw one line of what is said where there is no card."""
        said = [] if self.facts else list(flow([Inked(self.waiting, "quiet")], self._width))
        words = said[y] if y < len(said) else ()
        pieces = [Segment(" "), *(Segment(piece, self._inks[ink]) for piece, ink in words)]
        return Strip(pieces).apply_style(self.rich_style)
