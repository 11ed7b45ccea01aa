"""Finding words in all documents that are listed."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType

from briefing.app.loading import Loader
from briefing.app.screens.reader.outlining import Outlining
from briefing.app.screens.reader.searching import Searching

if TYPE_CHECKING:  # brings a list
    from briefing.app.screens.find_all import Left


class FindingAll(Outlining, Searching):
    """Asks what to look for, and goes to what was found with the search on."""

    KEYS: ClassVar[list[BindingType]] = [
        Binding(
            "ctrl+f",
            "find_all",
            "Find in all",
            tooltip="Find words in all documents",
            show=False,
            id="find.all",
        ),
    ]

    def __init__(self, loader: Loader) -> None:
        super().__init__(loader)
        self._left: Left | None = None

    def action_find_all(self) -> None:
        """Ask what to look for in all documents."""
        if not self.entries:
            self.notify("There is no document yet.", severity="warning", markup=False)
            return
        from briefing.app.all_texts import AllTexts
        from briefing.app.screens.find_all import FindAllScreen

        texts = AllTexts(self.entries, self.loader.documents)
        screen = FindAllScreen(texts, self.outline.order, self._left)
        self.app.push_screen(screen, self._go_to_found)

    def _go_to_found(self, left: Left | None) -> None:
        """Turn to what was found; Esc has changed nothing."""
        self._left = left or self._left
        if left is None or not left.opened or left.hit is None:
            return
        number, match = left.hit
        self.close_drawers()
        if match is None:
            self.open_then(number, self.body.focus)
        else:
            search = partial(self.call_later, self.search_for, left.query, match)
            self.open_then(number, search, aim=lambda _: match.start)
