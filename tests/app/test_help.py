"""The help shows every key that holds now, and finds words."""

import pytest
from opened import NARROW, reader
from textual.widgets import Static

from briefing.app.screens.help import HelpField, HelpPage, HelpScreen
from briefing.places import config_folder


def shown(app):
    left, right = (str(app.screen.query_one(side, Static).render()) for side in ("#left", "#right"))
    return f"{left}\n{right}"


async def test_help_names_every_key(seeds):
    async with reader(seeds / "pact.txt") as (pilot, screen):
        await pilot.press("question_mark")
        assert isinstance(screen.app.screen, HelpScreen)
        words = shown(screen.app)
        for described in (
            "Next section",
            "Previous fact",
            "Export the brief",
            "Themes",
            "alleged",
            "not verified",
            "What the preset emacs changes",
            "config.yaml",
        ):
            assert described in words
        await pilot.press("escape")
        assert screen.app.screen is screen


async def test_help_says_which_keys_hold(seeds):
    config_folder().mkdir(parents=True)
    text = 'keys: {preset: vi, bindings: {section.next: "ctrl+n"}}'
    (config_folder() / "config.yaml").write_text(text)
    async with reader(seeds / "pact.txt") as (pilot, screen):
        await pilot.press("question_mark")
        lines = shown(screen.app).splitlines()
        assert next(line for line in lines if "section.next" in line).startswith("ctrl+n  ")
        assert next(line for line in lines if "body.end" in line).startswith("G End ")
        assert "keys: vi" in str(screen.app.screen.box.border_title)


async def test_words_are_found_in_the_help(seeds):
    async with reader(seeds / "pact.txt", size=NARROW) as (pilot, screen):
        await pilot.press("question_mark", "slash", *"tHeme")
        assert screen.app.screen.focused is screen.app.screen.query_one(HelpField)
        words = shown(screen.app)
        assert "Themes" in words
        assert "Next section" not in words
        await pilot.press("enter")
        assert isinstance(screen.app.screen.focused, HelpPage)
        await pilot.press("slash", *"zzz")
        assert "Nothing in the help" in shown(screen.app)
        await pilot.press("escape")
        assert "Next section" in shown(screen.app)
        await pilot.press("escape")
        assert screen.app.screen is screen


@pytest.mark.parametrize(
    ("keys", "moves"),
    [
        (("j",), 1),
        (("down",), 1),
        (("down", "j", "k"), 1),
        (("j", "up"), 0),
        (("end", "home"), 0),
        (("pagedown", "pageup"), 0),
    ],
)
async def test_help_scrolls(seeds, keys, moves):
    async with reader(seeds / "pact.txt", size=NARROW) as (pilot, screen):
        await pilot.press("question_mark", *keys)
        await pilot.pause()
        assert screen.app.screen.page.scroll_y == moves


async def test_help_scrolls_by_the_page_and_to_the_end(seeds):
    async with reader(seeds / "pact.txt", size=NARROW) as (pilot, screen):
        await pilot.press("question_mark", "space")
        page = screen.app.screen.page
        assert page.scroll_y > 5
        await pilot.press("end")
        assert page.scroll_y == page.max_scroll_y > 20


@pytest.mark.parametrize("key", ["q", "question_mark", "escape"])
async def test_help_closes(seeds, key):
    async with reader(seeds / "pact.txt") as (pilot, screen):
        await pilot.press("question_mark", key)
        assert screen.app.screen is screen


async def test_tab_goes_between_page_and_words(seeds):
    async with reader(seeds / "pact.txt") as (pilot, screen):
        await pilot.press("question_mark", "slash", "tab")
        assert isinstance(screen.app.screen.focused, HelpPage)
