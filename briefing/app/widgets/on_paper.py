"""A widget that draws its lines itself."""

from __future__ import annotations

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip
from textual.widget import Widget

from briefing.app.inks import Inks


class OnPaper(Widget):
    """Has the inks of the theme, and the ground of its pane; to be named after the base."""

    inks = Inks({})
    _paper: Style | None = None

    @property
    def paper(self) -> Style:
        """What lines are drawn on.

        Textual goes through all panes around this one to find it, which takes longer than a line.
        """
        if self._paper is None:
            self._paper = self.rich_style
        return self._paper

    def notify_style_update(self) -> None:
        """Draw in the new colours."""
        super().notify_style_update()
        self.inks = Inks(self.app.theme_variables)
        self._paper = None
        self.refresh()

    def say(self, words: str, y: int, width: int) -> Strip:
        """Draw one line of what is said where there is nothing to show."""
        from briefing.app.layout.cards import Inked, flow  # not needed for the first screen

        lines = list(flow([Inked(words, "quiet")], width))
        line = lines[y] if y < len(lines) else ()
        pieces = [Segment(" "), *(Segment(piece, self.inks[ink]) for piece, ink in line)]
        return Strip(pieces).apply_style(self.paper)
