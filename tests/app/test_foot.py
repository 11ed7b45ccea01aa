"""The foot shows what is useful in the pane with the focus, with the keys that hold."""

import pytest
from opened import MEDIUM, NARROW, WIDE, reader

from briefing.app.widgets.key_bar import KeyBar
from briefing.places import config_folder


def foot(screen):
    return str(screen.query_one(KeyBar).render())


@pytest.mark.parametrize("size", [(60, 20), NARROW, MEDIUM, WIDE])
async def test_the_foot_fits_and_always_tells_the_way_out(seeds, size):
    async with reader(seeds / "pact.txt", size=size) as (pilot, screen):
        for keys in ((), ("3",), ("1",), ("2", "slash", *"the")):
            await pilot.press(*keys)
            await pilot.pause()
            shown = foot(screen)
            assert len(shown) <= size[0] - 2
            if "slash" not in keys:
                assert "q Quit" in shown
                assert "? Help" in shown


async def test_each_pane_shows_its_own_keys_first(seeds):
    async with reader(seeds / "pact.txt", size=WIDE) as (pilot, screen):
        await pilot.pause()
        assert "n Section" in foot(screen)
        screen.facts_pane.focus_tab()
        await pilot.pause()
        assert foot(screen).startswith("⏎ Open  s Sort  → Tab  ")
        screen.outline.focus()
        await pilot.pause()
        assert foot(screen).startswith("⏎ Open  ")
        assert "→ Tab" not in foot(screen)
        await pilot.press("slash")
        await pilot.pause()
        assert foot(screen).startswith("⏎ Go  Esc End  alt+c Case  alt+r Regex")


async def test_n_is_the_match_while_a_search_is_on(seeds):
    async with reader(seeds / "pact.txt", size=WIDE) as (pilot, screen):
        await pilot.press("slash", *"the", "enter")
        await pilot.pause()
        assert "n Match" in foot(screen)
        assert "Section" not in foot(screen)


async def test_a_key_that_does_something_else_for_now_is_not_shown(seeds):
    config_folder().mkdir(parents=True)
    (config_folder() / "config.yaml").write_text("keys: {preset: emacs}")
    async with reader(seeds / "pact.txt", size=WIDE) as (pilot, screen):
        assert "ctrl+s Find" in foot(screen)
        await pilot.press("ctrl+s", *"the", "enter")
        await pilot.pause()
        assert "ctrl+s Match" in foot(screen)
        assert "/ Find" in foot(screen)


async def test_a_click_on_a_key_presses_it(seeds):
    async with reader(seeds / "pact.txt", size=WIDE) as (pilot, screen):
        at = foot(screen).index("? Help") + 1
        await pilot.click(KeyBar, offset=(at, 0))
        await pilot.pause()
        assert screen.app.screen is not screen


async def test_other_keys_stand_in_the_foot_and_in_the_frames(seeds):
    config_folder().mkdir(parents=True)
    keys = '{section.next: ctrl+n, facts.sort: W, pane.facts: F3, pane.outline: F2, filter: "%"}'
    text = f"keys: {{bindings: {keys.replace('F3', 'f3').replace('F2', 'f2')}}}"
    (config_folder() / "config.yaml").write_text(text)
    async with reader(seeds / "pact.txt", size=NARROW) as (pilot, screen):
        await screen.app.workers.wait_for_complete()
        await pilot.pause()
        assert screen.app.keys.problems == []
        assert "ctrl+n Section" in foot(screen)
        assert "% Filter" in foot(screen)
        assert "f3 all facts · f2 outline" in str(screen.strip.border_subtitle)
        await pilot.press("f3")
        await pilot.pause()
        assert "by place (W)" in str(screen.facts_pane.border_subtitle)
        await pilot.press("W")
        await pilot.pause()
        assert screen.facts_pane.order == "weight"


async def test_mistakes_of_the_settings_are_told_at_the_start(seeds):
    config_folder().mkdir(parents=True)
    lines = "".join(f'"\\e[2Jx{n}[red]": "n", ' for n in range(9))
    (config_folder() / "config.yaml").write_text(f"keys: {{bindings: {{{lines}}}}}")
    async with reader(seeds / "pact.txt", size=WIDE) as (pilot, screen):
        await screen.app.workers.wait_for_complete()
        await pilot.pause()
        told = [notice.message for notice in screen.app._notifications]
        assert len(told) == 5
        assert "there is no such binding" in told[0]
        assert "[2Jx0[red]" in told[0]
        assert not any("\x1b" in words for words in told)
        assert told[-1] == "And 5 more."


@pytest.mark.parametrize("size", [NARROW, WIDE])
async def test_who_reads_alone_is_told_how_to_see_the_rest_again(seeds, size):
    async with reader(seeds / "pact.txt", size=size) as (pilot, screen):
        assert "Panes" not in foot(screen)
        await pilot.press("z")
        await pilot.pause()
    async with reader(seeds / "pact.txt", size=size) as (pilot, screen):
        assert screen.has_class("-alone")
        assert "z Panes" in foot(screen)
        await pilot.press("z")
        await pilot.pause()
        assert not screen.has_class("-alone")
        assert "Panes" not in foot(screen)
