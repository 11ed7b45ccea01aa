"""The one fact in view, below the body, where there is no room for the list."""

from __future__ import annotations

from rich.segment import Segment
from textual.reactive import reactive
from textual.strip import Strip

from briefing.app.inks import Inks
from briefing.app.layout.cards import low_card
from briefing.app.widgets.card_strip import card_strip
from briefing.app.widgets.framed import Framed
from briefing.model import Document, Fact


class FactStrip(Framed):
    """One card, closed."""

    ALLOW_SELECT = False
    DEFAULT_CSS = "FactStrip { height: 8; }"

    document: reactive[Document | None] = reactive(None)
    fact: reactive[Fact | None] = reactive(None)
    waiting: reactive[str] = reactive("")
    """What to say where there is no fact."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id, classes=classes)
        self._inks = Inks({})

    def notify_style_update(self) -> None:
        """Draw in the new colours."""
        super().notify_style_update()
        self._inks = Inks(self.app.theme_variables)

    def render_line(self, y: int) -> Strip:
        """Draw one line of the card."""
        width = self.size.width
        if self.document is None or self.fact is None:
            return self._say(self.waiting if y == 0 else "", width)
        lines = low_card(self.document, self.fact, max(10, width - 2), self.size.height)
        line = lines[y] if y < len(lines) else None
        strip = card_strip(self.fact, line, self._inks, self.rich_style, width, chosen=False)
        return strip.crop_extend(0, width, self.rich_style)

    def _say(self, words: str, width: int) -> Strip:
        strip = Strip([Segment(" " + words, self._inks["quiet"])]).apply_style(self.rich_style)
        return strip.crop_extend(0, width, self.rich_style)
