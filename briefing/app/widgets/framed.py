"""A pane whose frame says where the reader is: it changes with every key."""

from __future__ import annotations

from typing import Self

from textual.content import Content
from textual.geometry import Region
from textual.widget import Widget


class Framed(Widget):
    """Paints only the row of the frame whose words have changed; to be named after the base.

    Textual takes default styles from the first base alone.

    Textual paints a whole widget anew for each title, and with it all that it holds: that took
    twice as long as the page that was turned.
    """

    _head: Content | None = None
    _foot: Content | None = None
    _framing: int | None = None
    """Row of the frame that is being written."""

    def say_head(self, words: Content | None) -> None:
        """Write into the upper row of the frame."""
        if words != self._head:
            self._head = words
            self._framing = 0
            self.border_title = words
            self._framing = None

    def say_foot(self, words: Content | None) -> None:
        """Write into the lower row of the frame."""
        if words != self._foot:
            self._foot = words
            self._framing = self.outer_size.height - 1
            self.border_subtitle = words
            self._framing = None

    def refresh(
        self,
        *regions: Region,
        repaint: bool = True,
        layout: bool = False,
        recompose: bool = False,
    ) -> Self:
        """Paint what has changed anew; all of it, unless it is known what."""
        if not regions and self._framing is not None:
            left, top = self.content_offset
            regions = (Region(-left, self._framing - top, self.outer_size.width, 1),)
        return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)
