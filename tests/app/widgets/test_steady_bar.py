"""A scroll bar that paints little looks like one that paints everything."""

import pytest
from textual.app import App
from textual.containers import Horizontal
from textual.geometry import Region, Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

from briefing.app.widgets.steady_bar import SteadyScroll


class Plain(ScrollView):
    """Textual's own bar."""

    def render_line(self, y):
        """Draw nothing."""
        return Strip.blank(self.size.width)


class Steady(SteadyScroll):
    """Ours."""

    render_line = Plain.render_line


class Beside(App):
    """Both of them, of the same size."""

    CSS = "Plain, Steady { width: 1fr; overflow-y: scroll; scrollbar-size-vertical: 1; }"

    def __init__(self, rows):
        super().__init__()
        self.rows = rows
        self.animation_level = "none"

    def compose(self):
        with Horizontal():
            yield Plain()
            yield Steady()

    def on_mount(self):
        for scroll in self.query(ScrollView):
            scroll.virtual_size = Size(10, self.rows)

    async def scroll(self, pilot, y):
        for scroll in self.query(ScrollView):
            scroll.scroll_to(y=y, animate=False, immediate=True)
        await pilot.pause()

    def bars(self):
        """What is painted of each."""
        return [
            [list(strip) for strip in bar.render_lines(Region(0, 0, *bar.size))]
            for bar in (scroll.vertical_scrollbar for scroll in self.query(ScrollView))
        ]


@pytest.mark.parametrize("rows", [10, 25, 200, 100_000])
async def test_the_bar_looks_as_ever_wherever_it_stands(rows):
    app = Beside(rows)
    async with app.run_test(size=(40, 20)) as pilot:
        for y in (0, 1, 3, rows // 3, rows - 21, rows, rows // 2, 0):
            await app.scroll(pilot, y)
            plain, steady = app.bars()
            assert steady == plain
        await pilot.resize_terminal(40, 12)
        await pilot.hover(app.query_one(Steady).vertical_scrollbar)
        app.theme = "textual-light"
        await pilot.pause()
        await pilot.hover(app.query_one(Plain).vertical_scrollbar)
        await app.scroll(pilot, rows // 2)
        await pilot.hover(None, offset=(0, 0))
        plain, steady = app.bars()
        assert len(steady) == 12
        assert steady == plain


@pytest.mark.parametrize(("by", "cells"), [(20, 0), (10_000, 4)])
async def test_only_cells_that_change_are_painted(by, cells):
    app = Beside(100_000)
    async with app.run_test(size=(40, 20)) as pilot:
        await pilot.pause()
        bar = app.query_one(Steady).vertical_scrollbar
        painted = []
        paint = bar.render_line
        bar.render_line = lambda y: painted.append(y) or paint(y)
        await app.scroll(pilot, by)
        assert len(set(painted)) <= cells
        assert bool(painted) is bool(cells)
