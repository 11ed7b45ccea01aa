"""The outline by itself: what it shows when files come late or can't be read."""

from contextlib import asynccontextmanager
from pathlib import Path

from textual.app import App

from briefing.app.shelf import Entry
from briefing.app.theming import default_inks
from briefing.app.widgets.outline import Outline


class Alone(App):
    """Nothing but an outline."""

    def get_theme_variable_defaults(self):
        return default_inks(self.current_theme)

    def compose(self):
        yield Outline()


def entries(*names, **more):
    return [Entry(path=Path(name), shown=name, **more) for name in names]


@asynccontextmanager
async def outline_of(*given):
    async with Alone().run_test(size=(40, 20)) as pilot:
        outline = pilot.app.query_one(Outline)
        outline.list_entries(given)
        outline.focus()
        await pilot.pause()
        yield pilot, outline


async def test_what_is_typed_before_the_files_are_known_leaves_those_that_hold_it():
    async with outline_of() as (pilot, outline):
        await pilot.press("backslash", *"quay")
        outline.list_entries(entries("crane.txt", "quay.txt"))
        assert [*outline.rows.view.rows.order] == [1]


async def test_a_file_that_is_none_counts_neither_as_read_nor_as_unread():
    broken = entries("broken.txt", problem="It can't be read.")
    async with outline_of(*entries("quay.txt"), *broken) as (pilot, outline):
        assert outline._border_title.plain == "Outline · 1 unread"
        await pilot.press("down", "U")
        assert outline._border_title.plain == "Outline · 1 unread"
        await pilot.press("up", "U")
        assert outline._border_title.plain == "Outline"
