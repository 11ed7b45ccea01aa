"""``g`` and a letter: places that one wants to be at without looking for them."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType

from briefing.app.screens.reader.panes import Panes
from briefing.app.screens.reader.travelling import Travelling
from briefing.spans import Span

_NEAR = 5_000
"""Characters in which a headline stands, if the text has it."""
_NOWHERE = -1


class Going(Travelling, Panes):
    """Asks for a letter, and goes there."""

    KEYS: ClassVar[list[BindingType]] = [
        Binding("g", "ask_where", "Go to", show=False, tooltip="Go to a place: g, then …", id="go"),
    ]

    def action_ask_where(self) -> None:
        """Ask for a letter."""
        from briefing.app.screens.go import GoScreen  # not needed for the first screen

        self.app.push_screen(GoScreen(), self._go_where)

    def _go_where(self, place: str | None) -> None:
        match place:
            case "beginning":
                self._go_to(0)
            case "end" if self.document is not None:
                self._go_to(len(self.document.text) - 1)
            case "headline":
                self._go_to(self._headline())
            case "body":
                self.action_pane("body")
            case "outline":
                self.open_pane("outline")
            case "facts" | "sources" | "questions":
                self.facts_pane.tab = place
                self.open_pane("facts")
            case "unread":
                self._open_unread()
            case "last":
                self._go_where_one_was()
            case str():
                self._enter(int(place))

    def _go_to(self, offset: int) -> None:
        if self.document is not None and offset >= 0:
            self.body.show(Span(offset, offset + 1), top=True)
            self.follow(self.body.offset_in_view)

    def _headline(self) -> int:
        """Find the headline; where the text does not have it, the text is all there is of it."""
        document = self.document
        if document is None or document.title is None:
            return 0
        return max(0, document.text.find(document.title, 0, _NEAR))

    def _enter(self, number: int) -> None:
        """Enter a section; what stands before the first heading is not one of them."""
        document = self.document
        if document is not None:
            sections = document.sections
            at = number if sections and sections[0].title is None else number - 1
            if at < len(sections):
                self.enter_section(at)

    def _go_where_one_was(self) -> None:
        """Go back; where nothing was left in this run, to what was read last in the one before."""
        if self.check_action("travel", (-1,)):
            self.action_travel(-1)
            return
        headlines = ((number, entry.headline) for number, entry in enumerate(self.entries))
        left = (n for n, known in headlines if known and known.sha256 == self.memory.left)
        number = next(left, self.current)
        if number != self.current:
            self.open_entry(number)
        else:
            # Until then nobody knows which documents these are.
            words = "The documents are still being read." if self.busy else "You were nowhere else."
            self.notify(words, markup=False)

    def _open_unread(self) -> None:
        """Open the next document that nobody has opened, in the order of the outline."""
        number = self.current
        for _ in self.entries:
            beside = self.outline.beside(number, 1)
            # Behind the last one comes the first, which is what nowhere has beside it.
            number = beside if beside is not None else self.outline.beside(_NOWHERE, 1) or 0
            if number not in self.outline.read and self.entries[number].problem is None:
                self.open_entry(number)
                return
        self.notify("Every document has been opened.", markup=False)
