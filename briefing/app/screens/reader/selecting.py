"""Selecting words of the text, by mouse or by key."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, ClassVar

from textual import events, on
from textual.binding import Binding, BindingType
from textual.geometry import Offset
from textual.selection import Selection

from briefing.app.screens.reader.base import ReaderBase
from briefing.app.widgets.body import Body
from briefing.app.widgets.body_rows import TEXT_LINE
from briefing.model import Fact
from briefing.spans import Span

if TYPE_CHECKING:  # selecting is for later than the first screen
    from briefing.app.layout.caret import Ground, Unit
    from briefing.app.layout.selection import TextSelection
    from briefing.app.widgets.select_bar import SelectBar

_WHOLE: Mapping[int, Unit] = MappingProxyType({2: "word", 3: "paragraph"})
"""What so many clicks in a row select."""


class Selecting(ReaderBase):
    """A caret in the body, and what lies between it and where it began."""

    # While something is selected, Esc ends that before anything else.
    KEYS: ClassVar[list[BindingType]] = [
        Binding("escape", "end_selection", "Select nothing", show=False, id="select.end"),
        Binding(
            "v",
            "select",
            "Select words",
            tooltip="Select the fact’s sentence; again: anew from the caret",
            show=False,
            id="select",
        ),
    ]

    _key_selection: TextSelection | None = None
    """What is selected by key."""
    _select_bar: SelectBar | None = None

    @property
    def selected(self) -> Span | None:
        """What of the text is selected, by mouse or by key."""
        selection = self.selections.get(self.body)
        return None if selection is None else self.body.span_of(selection)

    @property
    def chosen_fact(self) -> Fact | None:
        """The fact that was gone to last: keys in one burst are faster than what tells the body."""
        number = self.fact_list.chosen
        return self.body.chosen if number is None else self.fact_list.facts[number]

    def show_current(self) -> None:
        """Select nothing of a text that is not there any more."""
        before = self.body.document
        super().show_current()
        after = self.body.document
        if (before and before.sha256) != (after and after.sha256):
            self.end_selection()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Let some keys act only while something is selected."""
        if action == "end_selection":
            return bool(self.selections) or self._key_selection is not None
        if action in {"extend", "extend_lines", "extend_pages", "swap_ends"}:
            return self._key_selection is not None
        return super().check_action(action, parameters)

    async def action_select(self) -> None:
        """Begin to select by key; while one selects, begin anew where the caret is."""
        if self._key_selection is not None:
            self._go_on_selecting(self._key_selection.anew())
            return
        ground = self.body.ground
        begun = None if ground is None else self._begin_selecting(ground)
        if begun is None:
            self.notify("There is no text to select.", severity="warning", markup=False)
            return
        if self._select_bar is None:
            from briefing.app.widgets.select_bar import SelectBar

            self._select_bar = SelectBar()
            await self.query_one("#text").mount(self._select_bar)
        self._select_bar.display = True
        self.set_focus(self._select_bar)
        self._go_on_selecting(begun)

    def action_extend(self, unit: Unit, by: int) -> None:
        """Move the caret by a unit of the text."""
        if self._key_selection is not None and (ground := self.body.ground) is not None:
            self._go_on_selecting(self._key_selection.moved(ground, unit, by))

    def action_extend_lines(self, by: int) -> None:
        """Move the caret some lines down, or up."""
        if self._key_selection is not None and (ground := self.body.ground) is not None:
            self._go_on_selecting(self._key_selection.moved_lines(ground, by))

    def action_extend_pages(self, by: int) -> None:
        """Move the caret a page down, or up."""
        self.action_extend_lines(by * max(1, self.body.scrollable_content_region.height - 1))

    def action_swap_ends(self) -> None:
        """Move the other end from now on."""
        if self._key_selection is not None:
            self._go_on_selecting(self._key_selection.swapped())

    def action_end_selection(self) -> None:
        """Select nothing."""
        self.end_selection()

    def end_selection(self) -> None:
        """Select nothing, neither by key nor by mouse; the body has the keys again."""
        had_keys = self._select_bar is not None and self._select_bar.has_focus
        self._leave_caret()
        self.clear_selection()
        if had_keys:
            self.body.focus()

    @on(events.DescendantFocus)
    def _leave_select_bar(self) -> None:
        """Let the keys go to what was clicked, or turned to."""
        if self._key_selection is not None and self.focused is not self._select_bar:
            self._leave_caret()
            self.selections = {}

    @on(Body.Pointed)
    def _select_whole(self, event: Body.Pointed) -> None:
        ground = self.body.ground
        if ground is not None and (unit := _WHOLE.get(event.times)) is not None:
            from briefing.app.layout.selection import TextSelection

            whole = TextSelection.around(ground, event.offset, unit)
            self._mark_selected(whole.span(ground.document.text))

    def _begin_selecting(self, ground: Ground) -> TextSelection | None:
        """Begin with what the mouse has selected, the chosen fact's sentence, or the first word."""
        from briefing.app.layout.selection import TextSelection

        text = ground.document.text
        if (selected := self.selected) is not None and selected.start < selected.end:
            return TextSelection.over(text, selected)
        fact = self.chosen_fact
        if fact is not None and fact != self.body.chosen:
            self.choose(fact)
            self.body.show(fact.claim[0])
        view = self.body.span_in_view
        shown = fact is not None and ground.settle(fact.span.start, 1) == fact.span.start
        if fact is not None and shown and view.meets(fact.span):
            return TextSelection.over(text, fact.span)
        first = ground.settle(view.start, 1)
        return None if first is None else TextSelection(first, first)

    def _go_on_selecting(self, selection: TextSelection) -> None:
        """Show what is selected now, and its caret."""
        from briefing.app.layout.graphemes import grapheme_end

        document = self.document
        if document is None or self._select_bar is None:
            return
        self._key_selection = selection
        caret = selection.caret
        self.body.caret = Span(caret, grapheme_end(document.text, caret))
        span = selection.span(document.text)
        self._mark_selected(span)
        self._select_bar.characters = span.end - span.start
        self.body.reveal(caret)
        self.locate(self.body.offset_in_view)

    def _mark_selected(self, span: Span) -> None:
        ends = (Offset(span.start, TEXT_LINE), Offset(span.end, TEXT_LINE))
        self.selections = {self.body: Selection(*ends)}

    def _leave_caret(self) -> None:
        self._key_selection = self.body.caret = None
        if self._select_bar is not None:
            self._select_bar.display = False
