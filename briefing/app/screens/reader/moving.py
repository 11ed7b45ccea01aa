"""Moving through sections, documents and facts; every pane goes with the others."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType

from briefing.app.screens.reader.base import ReaderBase
from briefing.app.widgets.body import Body
from briefing.app.widgets.fact_list import FactList
from briefing.app.widgets.facts_pane import FactsPane

if TYPE_CHECKING:  # not needed for the first screen
    from briefing.app.widgets.place_list import PlaceList


class Moving(ReaderBase):
    """Keys that go on and back, and panes that say where the reader went."""

    KEYS: ClassVar[list[BindingType]] = [
        Binding("n", "section(1)", "Section", tooltip="Next section", id="section.next"),
        Binding("p", "section(-1)", "Previous section", show=False, id="section.previous"),
        Binding(
            "right_square_bracket",
            "turn(1)",
            "File",
            tooltip="Next document",
            id="document.next",
        ),
        Binding(
            "left_square_bracket",
            "turn(-1)",
            "Previous document",
            show=False,
            id="document.previous",
        ),
        Binding("J", "fact(1)", "Fact", tooltip="Next fact", id="fact.next"),
        Binding("K", "fact(-1)", "Previous fact", show=False, id="fact.previous"),
        Binding("u", "unfold", "Unfold all repeats", show=False, id="unfold"),
    ]

    def action_section(self, by: int) -> None:
        """Go to the next or previous section; from the middle of one, back to its heading."""
        document = self.document
        if document is None:
            return
        to = self.section + by
        start = document.sections[self.section].span.start if document.sections else 0
        if by < 0 and self.body.offset_in_view > start:
            to = self.section
        if 0 <= to < len(document.sections):
            self.enter_section(to)
        else:
            self._say_end("section", by, alone=len(document.sections) < 2)

    def action_turn(self, by: int) -> None:
        """Go to the next or previous document, as the outline lists them."""
        to = self.outline.beside(self.current, by)
        if to is not None:
            self.open_entry(to)
        elif self.entries:
            self._say_end("document", by, alone=len(self.entries) < 2)

    def action_fact(self, by: int) -> None:
        """Go to the next or previous fact, wherever the focus is."""
        self.fact_list.step(by)
        if not self.fact_list.facts and self.strip.waiting:
            self.notify(self.strip.waiting, markup=False)

    def _say_end(self, what: str, by: int, *, alone: bool) -> None:
        """Say why a key leads nowhere: a dead one looks like a slow one."""
        which = "only" if alone else "last" if by > 0 else "first"
        self.notify(f"This is the {which} {what}.", markup=False)

    def action_unfold(self) -> None:
        """Open all repeats, or fold them again; say so where one sees nothing of it."""
        self.body.toggle_all()
        if self.document is not None and not self.body.folds_in_view():
            self.notify(self._say_folds(), markup=False)

    def _say_folds(self) -> str:
        closed, total = self.body.folds_closed, self.body.folds_count
        if not total:
            return "No repeat is folded in this text."
        repeats = "1 repeat is" if total == 1 else f"{total:,} repeats are"
        return f"{repeats} {'folded' if closed else 'open'}, elsewhere in the text."

    @on(Body.Moved)
    def _follow(self, event: Body.Moved) -> None:
        self.follow(event.offset)

    @on(Body.Fitted)
    def _keep_in_view(self, event: Body.Fitted) -> None:
        """Keep in view what one reads, and say anew how far one sees."""
        chosen = self.body.chosen
        if chosen is not None and chosen.claim[0].start in range(*event.lost):
            self.body.show(chosen.claim[0])
        self.say_where()

    @on(Body.Pointed)
    def _point(self, event: Body.Pointed) -> None:
        fact = self.fact_list.deck.at(event.offset)
        if fact is not None:
            self.choose(fact)

    @on(Body.TurnedBack)
    def _turn_back(self, event: Body.TurnedBack) -> None:
        self.show_words(event.span)

    @on(FactList.Chosen)
    def _show(self, event: FactList.Chosen) -> None:
        self.choose(event.fact)
        self.body.show(event.fact.claim[0])
        self.locate(event.fact.claim[0].start)

    def on_place_list_chosen(self, event: PlaceList.Chosen) -> None:
        """Show the words that a row of sources or open questions leads to."""
        self.show_words(event.span)
        if event.entered:
            self.close_drawers()
            self.body.focus()

    @on(FactsPane.Rearranged)
    def _choose_again(self) -> None:
        self.choose_again()
