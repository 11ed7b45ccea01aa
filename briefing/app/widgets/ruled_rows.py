"""A reading ruler: a quiet band on the row that is read, with a mark at either end.

E-readers and browsers dim what is around the ruler or colour what is under it; editors do the
latter with the line of the cursor. The marks are for terminals without colours.
"""

from __future__ import annotations

from dataclasses import dataclass

from rich.segment import Segment
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip

from briefing.app.widgets.body_rows import MARGIN, SPARE
from briefing.app.widgets.flowing_rows import FlowingRows
from briefing.model import Document
from briefing.spans import Span

_LEFT, _RIGHT = "▸", "◂"


class RuledRows(FlowingRows, inherit_bindings=False):
    """Rows that can have a ruler, which the keys for lines move then."""

    ruler: reactive[bool] = reactive(False)

    @dataclass
    class Ruled(Message):
        """The ruler lies on another row; the offset is that of its first word."""

        offset: int

    _ruled = 0
    """Offset of the first word under the ruler."""

    @property
    def ruled_row(self) -> int:
        """The row under the ruler."""
        return self._rows.row_of(self._ruled)

    def watch_document(self, before: Document | None, document: Document | None) -> None:
        """Begin with the first words of another document."""
        if before is None or document is None or before.sha256 != document.sha256:
            self._ruled = 0
        super().watch_document(before, document)

    def watch_ruler(self, ruler: bool) -> None:
        """Lay the ruler on the first words in view, or take it away."""
        if ruler and not self._in_view(self.ruled_row):
            self._ruled = self.offset_in_view
        self.refresh()

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Leave the ruler where it is on the screen while the text moves under it."""
        line = self.ruled_row - round(old_value) if self.ruler else 0
        super().watch_scroll_y(old_value, new_value)
        if self.ruler and not self._flowing and not self._in_view(self.ruled_row):
            self._rule(min(max(line, 0), self._height - 1) + round(self.scroll_y), 1)

    def show(self, span: Span, *, top: bool = False) -> None:
        """Bring words into view, and the ruler with them."""
        super().show(span, top=top)
        self._ruled = span.start
        if self.ruler:
            self.refresh()

    def action_scroll_up(self) -> None:
        """Go one line up."""
        if self.ruler:
            self._rule(self.ruled_row - 1, -1)
        else:
            super().action_scroll_up()

    def action_scroll_down(self) -> None:
        """Go one line down."""
        if self.ruler:
            self._rule(self.ruled_row + 1, 1)
        else:
            super().action_scroll_down()

    def _rule(self, row: int, by: int) -> None:
        """Lay the ruler on a row of words; from an empty one it goes on in one direction."""
        while 0 <= row < len(self._rows) and self._rows.row_of(self._rows[row].start) != row:
            row += by
        if not 0 <= row < len(self._rows):
            return
        self._ruled = self._rows[row].start
        top = self._top_for(row)
        if top != self.scroll_offset.y:
            self.scroll_to(y=top, animate=False, immediate=True)
        self.refresh()
        self.post_message(self.Ruled(self._ruled))

    def _in_view(self, row: int) -> bool:
        return self.scroll_offset.y <= row < self.scroll_offset.y + self._height

    def draw_ruler(self, strip: Strip) -> Strip:
        """Draw the ruler under a row."""
        pane = self.scrollable_content_region.width
        behind = min(pane, max(MARGIN + self._room.prose + SPARE, strip.cell_length + 1)) - 1
        band = strip.crop_extend(1, max(behind, strip.cell_length), None)
        marks = self._painter.inks["ruler-mark"]
        left, right = Segment(_LEFT, marks), Segment(_RIGHT, marks)
        ends = (right,) if strip.cell_length <= behind else ()  # words are not covered
        return Strip([left, *band.apply_style(self._painter.inks["ruler"]), *ends])
