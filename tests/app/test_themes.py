"""Choosing a theme, and what is said of one with a mistake."""

import pytest
from opened import MEDIUM, reader
from textual.theme import BUILTIN_THEMES
from textual.widgets import OptionList

from briefing.app.screens.themes import ThemesScreen
from briefing.app.theme_files import INKS
from briefing.app.theming import load_themes, own_themes_folder

INKED = "\n".join(f'  {ink}: "#123456"' for ink in INKS)
MINE = f'colors:\n  primary: "#6cb6ff"\ninks:\n{INKED}\n'
HOSTILE = "\x1b[2Jwiped\x9b\u202e[bold][@click=app.quit]x.yaml"


def own(name, text):
    folder = own_themes_folder()
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(text)


def names(app):
    rows = app.screen.query_one(OptionList)
    return [option.id for option in rows.options if option.id is not None]


def ground(screen):
    return screen.body.styles.background


async def press(pilot, *keys):
    for key in keys:
        await pilot.press(key)
        await pilot.pause()


async def test_ours_come_first_and_the_cursor_is_on_the_one_that_is_on(seeds):
    own("mine.yaml", MINE)
    async with reader(seeds / "budget.txt") as (pilot, screen):
        await press(pilot, "t")
        ours = [theme.name for theme in load_themes().themes]
        assert ours[-1] == "mine"
        assert names(screen.app) == [*ours, *sorted(BUILTIN_THEMES)]
        assert screen.app.screen.rows.highlighted_option.id == "night"


async def test_each_is_shown_at_once_and_the_text_stays_in_view(seeds):
    async with reader(seeds / "budget.txt", size=MEDIUM) as (pilot, screen):
        night = ground(screen)
        await press(pilot, "t", "down")
        assert screen.app.theme == "paper"
        assert ground(screen) != night
        assert ground(screen).hex.lower() == "#fcfcfa"
        assert screen.app.screen.styles.background.a == 0
        assert screen.app.screen.query_one("Vertical").region.x > MEDIUM[0] / 2
        await press(pilot, "up", "up")
        assert screen.app.theme == "newsprint"
        await press(pilot, "pagedown")
        assert screen.app.theme in BUILTIN_THEMES
        await press(pilot, "pageup")
        assert screen.app.theme in {theme.name for theme in load_themes().themes}


async def test_enter_keeps_it_and_esc_goes_back_to_the_one_before(seeds):
    async with reader(seeds / "budget.txt") as (pilot, screen):
        night = ground(screen)
        await press(pilot, "t", "down", "escape")
        assert screen.app.theme == "night"
        assert ground(screen) == night
        assert screen.app.memory.choices.theme is None
        await press(pilot, "t", "down", "enter")
        assert screen.app.screen is screen
        assert screen.app.theme == "paper"
        assert screen.app.memory.choices.theme == "paper"


async def test_what_is_typed_filters_and_enter_without_a_name_left_goes_on_asking(seeds):
    async with reader(seeds / "budget.txt") as (pilot, screen):
        await press(pilot, "t", *"Mocha")
        assert names(screen.app) == ["catppuccin-mocha"]
        assert screen.app.theme == "catppuccin-mocha"
        await press(pilot, "x", "enter")
        assert names(screen.app) == []
        assert isinstance(screen.app.screen, ThemesScreen)
        await press(pilot, "escape")
        assert screen.app.theme == "night"


async def test_a_click_keeps_what_it_is_on(seeds):
    async with reader(seeds / "budget.txt") as (pilot, screen):
        await press(pilot, "t")
        await pilot.click(OptionList, offset=(4, 2))
        await pilot.pause()
        assert screen.app.screen is screen
        assert screen.app.theme == "dusk"


async def test_a_theme_that_is_there_no_more_gives_way_to_ours(seeds):
    own("mine.yaml", MINE)
    async with reader(seeds / "budget.txt") as (pilot, screen):
        await press(pilot, "t", *"mine", "enter")
        assert screen.app.theme == "mine"
    (own_themes_folder() / "mine.yaml").unlink()
    async with reader(seeds / "budget.txt") as (_, screen):
        assert screen.app.theme == "night"


def told(app):
    return [notice for notice in app._notifications if notice.title == "Themes"]


async def test_a_mistake_is_said_once_with_file_and_key(seeds):
    own("mine.yaml", MINE.replace("#6cb6ff", "#gggggg"))
    async with reader(seeds / "budget.txt") as (_, screen):
        [notice] = told(screen.app)
        assert notice.message == "mine.yaml: colors.primary: “#gggggg” is no colour."
        assert not notice.markup


async def test_of_many_mistakes_the_first_few_are_said(seeds):
    for number in range(9):
        own(f"{number}.yaml", "{")
    async with reader(seeds / "budget.txt") as (_, screen):
        *first, last = (notice.message for notice in told(screen.app))
        assert [words[:6] for words in first] == ["0.yaml", "1.yaml", "2.yaml", "3.yaml"]
        assert last == "And 5 more."


@pytest.mark.parametrize(
    "text",
    ["{", MINE + '"\\e[2Jwiped[bold]\\u202E": 1\n', MINE.replace("#6cb6ff", "[/]\\e[2Jwiped")],
    ids=["no YAML", "a key", "a colour"],
)
async def test_nothing_in_a_file_or_its_name_can_steer_the_terminal(seeds, text):
    own(HOSTILE, text)
    async with reader(seeds / "budget.txt") as (_, screen):
        [notice] = told(screen.app)
        assert not {"\x1b", "\x9b", "\u202e", "\n"} & set(notice.message)
        assert "[bold][@click=app.quit]x.yaml" in notice.message
