"""The one fact in view, below the body, where there is no room for the list."""

from __future__ import annotations

from rich.segment import Segment
from textual.geometry import Region
from textual.reactive import reactive
from textual.strip import Strip

from briefing.app.layout.cards import Inked, Line, flow, low_card
from briefing.app.widgets.card_strip import card_strip
from briefing.app.widgets.framed import Framed
from briefing.app.widgets.on_paper import OnPaper
from briefing.model import Document, Fact


class FactStrip(Framed, OnPaper):
    """One card, closed."""

    ALLOW_SELECT = False
    DEFAULT_CSS = "FactStrip { height: 8; }"

    document: reactive[Document | None] = reactive(None)
    fact: reactive[Fact | None] = reactive(None)
    waiting: reactive[str] = reactive("")
    """What to say where there is no fact."""

    _lines: tuple[Line, ...] = ()

    def render_lines(self, crop: Region) -> list[Strip]:
        """Lay the card out once for all of its lines."""
        height, room = self.size.height, max(10, self.size.width - 3)
        if self.document is not None and self.fact is not None:
            self._lines = low_card(self.document, self.fact, room, height)
        else:
            self._lines = tuple(flow([Inked(self.waiting, "quiet")], room))
        return super().render_lines(crop)

    def render_line(self, y: int) -> Strip:
        """Draw one line of the card."""
        width = self.size.width
        line = self._lines[y] if y < len(self._lines) else None
        if self.document is None or self.fact is None:
            pieces = [Segment(words, self.inks[ink]) for words, ink in line or ()]
            strip = Strip([Segment(" "), *pieces]).apply_style(self.paper)
        else:
            strip = card_strip(self.fact, line, self.inks, self.paper, width, chosen=False)
        return strip.crop_extend(0, width, self.paper)
