"""A scroll bar of which only the cells are painted that have come to look otherwise."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Self, cast

from rich.segment import Segment, Segments
from textual.geometry import Region
from textual.scroll_view import ScrollView
from textual.scrollbar import ScrollBar, ScrollBarRender
from textual.strip import Strip


class SteadyBar(ScrollBar):
    """Looks what it would be drawn like before it is painted.

    Textual paints a bar anew for each row that is scrolled, and lays all of it out for that. A page
    of a long text moves the handle by nothing, and yet the bars were half of what a key had drawn.
    """

    _cells: Sequence[Segment] = ()
    """From the top, as they were painted last."""

    def refresh(
        self,
        *regions: Region,
        repaint: bool = True,
        layout: bool = False,
        recompose: bool = False,
    ) -> Self:
        """Paint the cells anew that have changed; all of them, unless it is known which."""
        before = self._cells
        if regions or layout or recompose or not repaint or len(before) != self.size.height:
            return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)
        self._cells = self._draw_cells()
        pairs = enumerate(zip(before, self._cells, strict=True))
        changed = [Region(0, y, self.size.width, 1) for y, (old, new) in pairs if old != new]
        return super().refresh(*changed) if changed else self

    def notify_style_update(self) -> None:
        """Paint all of it in the new colours."""
        self._cells = ()
        super().notify_style_update()

    def render_line(self, y: int) -> Strip:
        """Draw one cell, as wide as the bar."""
        if len(self._cells) != self.size.height:
            self._cells = self._draw_cells()
        return Strip([self._cells[y]]).apply_style(self.visual_style.rich_style)

    def _draw_cells(self) -> Sequence[Segment]:
        console = self.app.console
        options = console.options.update_dimensions(*self.size)
        # Not by way of the console, which looks at each cell anew.
        bar = cast("ScrollBarRender", self.render())
        drawn = cast("Iterable[Segments]", bar.__rich_console__(console, options))
        cells = [cell for segments in drawn for cell in segments.segments]
        return cells[: self.size.height]  # the handle may hang over for the length of a scroll


class SteadyScroll(ScrollView, inherit_bindings=False):
    """Draws its lines itself beside such a bar; it has no other one."""

    @property
    def vertical_scrollbar(self) -> ScrollBar:
        """The bar, which is made when it is first asked for."""
        if self._vertical_scrollbar is None:
            self._vertical_scrollbar = SteadyBar(thickness=self.scrollbar_size_vertical)
            self._vertical_scrollbar.display = False
            self.app._start_widget(self, self._vertical_scrollbar)
        return self._vertical_scrollbar
