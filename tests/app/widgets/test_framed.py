"""What a frame says changes with every key; the text inside must not be painted for it."""

import pytest
from textual.app import App
from textual.content import Content
from textual.scroll_view import ScrollView
from textual.strip import Strip

from briefing.app.widgets.framed import Framed


class Pane(ScrollView, Framed):
    DEFAULT_CSS = "Pane { border: round white; height: 10; }"
    drawn = 0

    def render_line(self, y):
        self.drawn += 1
        return Strip.blank(self.size.width)


class PaneApp(App):
    def compose(self):
        yield Pane()


def shown(app):
    return ["".join(s.text for s in strip) for strip in app.screen._compositor.render_strips()]


@pytest.mark.parametrize(
    "words", ["12 %", "[red]no markup[/]", "a foot that is much too long " * 9]
)
async def test_only_the_row_of_the_frame_is_painted(words):
    async with PaneApp().run_test(size=(40, 12)) as pilot:
        pane = pilot.app.query_one(Pane)
        await pilot.pause()
        before = pane.drawn
        pane.say_head(Content("Head"))
        pane.say_foot(Content(words))
        await pilot.pause()
        assert pane.drawn == before
        rows = shown(pilot.app)
        assert "Head" in rows[0]
        assert words[:12] in rows[9]


async def test_everything_is_painted_when_all_has_changed():
    async with PaneApp().run_test(size=(40, 12)) as pilot:
        pane = pilot.app.query_one(Pane)
        await pilot.pause()
        before = pane.drawn
        pane.say_foot(Content("12 %"))
        pane.refresh()
        await pilot.pause()
        assert pane.drawn > before
        pane.say_foot(None)
        await pilot.pause()
        assert "12 %" not in "".join(shown(pilot.app))
