"""Each key of the presets does what the help says it does."""

import pytest
from opened import NARROW, WIDE, reader, until

from briefing.app.screens.palette import Palette
from briefing.places import config_folder


@pytest.fixture
def prefer():
    def write(preset):
        config_folder().mkdir(parents=True)
        (config_folder() / "config.yaml").write_text(f"keys: {{preset: {preset}}}")

    return write


@pytest.fixture
def article(tmp_path):
    lines = (f"The pilot said that buoy {n} of the {n + 3} was lit.\n\n" for n in range(200))
    path = tmp_path / "a.md"
    path.write_text("# Harbour\n\n## One\n\n" + "".join(lines) + "## Two\n\nIt may close.\n")
    return path


def row(screen):
    return round(screen.body.scroll_y)


VI = [
    (("j",), 1),
    (("ctrl+e", "ctrl+e"), 2),
    (("j", "down", "k"), 1),
    (("j", "ctrl+y"), 0),
    (("j", "up"), 0),
    (("ctrl+d",), 6),
    (("ctrl+d", "ctrl+u"), 0),
    (("ctrl+f",), 12),
    (("space", "ctrl+b"), 0),
    (("pagedown", "pageup"), 0),
    (("G", "g", "g"), 0),
]
EMACS = [
    (("ctrl+n",), 1),
    (("down", "j", "ctrl+p"), 1),
    (("j", "up"), 0),
    (("j", "k"), 0),
    (("ctrl+v",), 12),
    (("ctrl+v", "alt+v"), 0),
    (("pagedown", "pageup"), 0),
    (("space", "pageup"), 0),
    (("alt+greater_than_sign", "alt+less_than_sign"), 0),
    (("greater_than_sign", "less_than_sign"), 0),
    (("end", "home"), 0),
]


@pytest.mark.parametrize(
    ("preset", "keys", "at"),
    [("vi", *case) for case in VI] + [("emacs", *case) for case in EMACS],
)
async def test_keys_of_the_body(prefer, article, preset, keys, at):
    prefer(preset)
    async with reader(article, size=NARROW) as (pilot, screen):
        await pilot.press(*keys)
        await pilot.pause()
        assert row(screen) == at


@pytest.mark.parametrize(
    ("preset", "key"),
    [
        ("vi", "G"),
        ("vi", "end"),
        ("emacs", "greater_than_sign"),
        ("emacs", "alt+greater_than_sign"),
        ("emacs", "end"),
    ],
)
async def test_to_the_end(prefer, article, preset, key):
    prefer(preset)
    async with reader(article, size=NARROW) as (pilot, screen):
        await pilot.press(key)
        await pilot.pause()
        assert row(screen) == screen.body.max_scroll_y > 100


@pytest.mark.parametrize(
    ("preset", "tab", "first", "on", "back", "last"),
    [
        ("vi", "facts", "home", ("j", "ctrl+f", "pagedown"), ("k", "ctrl+b", "pageup"), "G"),
        ("vi", "sources", "home", ("j",), ("k",), "G"),
        (
            "emacs",
            "facts",
            "alt+less_than_sign",
            ("ctrl+n", "j", "down", "ctrl+v", "pagedown"),
            ("ctrl+p", "k", "up", "alt+v", "pageup"),
            "greater_than_sign",
        ),
        ("emacs", "sources", "less_than_sign", ("ctrl+n",), ("ctrl+p",), "alt+greater_than_sign"),
    ],
)
async def test_keys_of_the_tabs(prefer, seeds, preset, tab, first, on, back, last):
    prefer(preset)
    async with reader(seeds / "pact.txt", size=WIDE) as (pilot, screen):
        await pilot.press("g", tab[0])
        await pilot.pause()
        rows = screen.focused
        for step, other in zip(on, back, strict=True):
            await pilot.press(first)
            assert rows.chosen == 0
            await pilot.press(step)
            assert rows.chosen > 0
            await pilot.press(other)
            assert rows.chosen == 0
        await pilot.press(last)
        assert rows.chosen == rows.virtual_count - 1 if hasattr(rows, "virtual_count") else True
        assert rows.chosen > 0


@pytest.mark.parametrize(("preset", "key"), [("vi", "colon"), ("vi", "ctrl+p"), ("emacs", "alt+x")])
async def test_the_palette_opens(prefer, article, preset, key):
    prefer(preset)
    async with reader(article) as (pilot, screen):
        await pilot.press(key)
        assert isinstance(screen.app.screen, Palette)
        await pilot.press("escape")


async def test_in_emacs_the_palette_leaves_its_key_to_the_line_before(prefer, article):
    prefer("emacs")
    async with reader(article) as (pilot, screen):
        await pilot.press("ctrl+p")
        assert screen.app.screen is screen


@pytest.mark.parametrize(
    ("on", "back"), [("n", "p"), ("right_curly_bracket", "left_curly_bracket")]
)
async def test_vi_goes_through_sections(prefer, article, on, back):
    prefer("vi")
    async with reader(article, size=NARROW) as (pilot, screen):
        await pilot.press(on, on)
        two = screen.section
        assert two > 0
        await pilot.press(back)
        assert screen.section == two - 1


@pytest.mark.parametrize("key", ["tab", "ctrl+w"])
async def test_vi_goes_through_panes(prefer, seeds, key):
    prefer("vi")
    async with reader(seeds / "pact.txt") as (pilot, screen):
        await pilot.press(key)
        assert not screen.body.has_focus


@pytest.mark.parametrize("find", ["ctrl+s", "slash"])
async def test_emacs_searches(prefer, article, find):
    prefer("emacs")
    async with reader(article, size=NARROW) as (pilot, screen):
        await pilot.press(find, *"buoy 1", "enter")
        await pilot.pause()
        first = screen.body.match
        await pilot.press("ctrl+s")
        await pilot.pause()
        second = screen.body.match
        assert second.start > first.start
        await pilot.press("n", "ctrl+r", "N")
        await pilot.pause()
        assert screen.body.match == first
        await pilot.press("ctrl+g")
        await pilot.pause()
        assert screen.search is None
        await pilot.press(find, "ctrl+g")
        await pilot.pause()
        assert screen.search is None


async def test_emacs_goes_from_match_to_match_with_the_key_that_searches(prefer, article):
    prefer("emacs")
    async with reader(article, size=NARROW) as (pilot, screen):
        await pilot.press("ctrl+s", *"buoy 1")
        await until(pilot, lambda: len(screen.body.matches))
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert screen.body.has_focus
        first = screen.body.match
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert screen.body.match.start > first.start


async def test_emacs_moves_borders_with_braces(prefer, seeds):
    prefer("emacs")
    async with reader(seeds / "pact.txt") as (pilot, screen):
        usual = screen.query_one("#facts").size.width
        await pilot.press("left_curly_bracket", "left_curly_bracket", "right_curly_bracket")
        await pilot.pause()
        assert screen.query_one("#facts").size.width == usual + 2


async def test_emacs_closes_drawers(prefer, seeds):
    prefer("emacs")
    async with reader(seeds / "pact.txt", size=NARROW) as (pilot, screen):
        await pilot.press("3")
        assert screen.facts_pane.display
        await pilot.press("ctrl+g")
        assert not screen.facts_pane.display
