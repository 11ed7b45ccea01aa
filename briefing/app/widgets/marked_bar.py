"""A scroll bar that shows where in the text the matches of a search are."""

from __future__ import annotations

from collections.abc import Callable, Collection
from functools import partial
from typing import Any

from rich.color import Color
from rich.console import Console, ConsoleOptions, RenderResult
from rich.segment import Segment, Segments
from rich.style import Style
from textual.scrollbar import ScrollBarRender

_MARK = "━"


class MarkedBar(ScrollBarRender):
    """Drawn as ever, then a mark is set on some cells; they can be clicked as before."""

    def __init__(
        self, *, find: Callable[[int], Collection[int]], color: Color | None, **given: Any
    ) -> None:
        super().__init__(**given)
        self._find = find
        self._color = color

    @classmethod
    def made_with(
        cls, find: Callable[[int], Collection[int]], color: Color | None
    ) -> partial[MarkedBar]:
        """Make what a scroll bar takes as its renderer.

        Args:
            find: Takes the number of cells and gives those that are marked.
            color: What the marks are drawn in.
        """
        return partial(cls, find=find, color=color)

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        for bar in super().__rich_console__(console, options):
            if not isinstance(bar, Segments):
                yield bar
                continue
            cells = list(bar.segments)
            for cell in self._find(len(cells)):
                cells[cell] = self._mark(cells[cell])
            yield Segments(cells, new_lines=bar.new_lines)

    def _mark(self, cell: Segment) -> Segment:
        style = cell.style or Style.null()
        ground = style.color if style.reverse else style.bgcolor
        return Segment(_MARK, Style(color=self._color, bgcolor=ground, meta=style.meta))
