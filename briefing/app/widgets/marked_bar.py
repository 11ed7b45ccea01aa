"""A scroll bar that shows where in the text the matches of a search are."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from rich.color import Color
from rich.console import Console, ConsoleOptions, RenderResult
from rich.segment import Segment, Segments
from rich.style import Style
from textual.scrollbar import ScrollBarRender

_MARK = "━"
_PRESSED, _GRAB = "@mouse.down", "grab"
"""What Textual's own bar does on its handle."""


class MarkedBar(ScrollBarRender):
    """Drawn as ever, then a mark is set on some cells; a click on one goes to its match.

    On the handle, which is dragged, a mark stands for what is in view already.
    """

    def __init__(
        self, *, find: Callable[[int], Mapping[int, int]], color: Color | None, **given: Any
    ) -> None:
        super().__init__(**given)
        self._find = find
        self._color = color

    @classmethod
    def made_with(
        cls, find: Callable[[int], Mapping[int, int]], color: Color | None
    ) -> partial[MarkedBar]:
        """Make what a scroll bar takes as its renderer.

        Args:
            find: Takes the number of cells and gives those that are marked, each with the number of
                its first match.
            color: What the marks are drawn in.
        """
        return partial(cls, find=find, color=color)

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        for bar in super().__rich_console__(console, options):
            if not isinstance(bar, Segments):
                yield bar
                continue
            cells = list(bar.segments)
            for cell, match in self._find(len(cells)).items():
                cells[cell] = self._mark(cells[cell], match)
            yield Segments(cells, new_lines=bar.new_lines)

    def _mark(self, cell: Segment, match: int) -> Segment:
        style = cell.style or Style.null()
        ground = style.color if style.reverse else style.bgcolor
        does = style.meta
        if does.get(_PRESSED) != _GRAB:
            does = {_PRESSED: ("screen.show_match", (match,))}
        return Segment(_MARK, Style(color=self._color, bgcolor=ground, meta=does))
