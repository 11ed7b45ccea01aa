"""Ways through documents: back and forward, and g with a letter."""

from itertools import product

import pytest
from opened import MEDIUM, NARROW, reader

from briefing.app.screens.go import GoScreen

WHO = ("The mayor", "A pilot", "Her sister", "The crew")
DOES = ("said that nobody had painted", "may sell", "denied seeing")
WHAT = ("crane", "lamp")


@pytest.fixture
def shelf(tmp_path):
    """Two long documents with sections and a short one."""
    for name in ("a", "b"):
        parts = [f"# Harbour {name}\n\nThe port of Harwick is old.\n"]
        for number in range(1, 7):
            said = (
                f"{who} {does} the {what} of berth {number} in {1900 + number * 10}.\n"
                for who, does, what in product(WHO, DOES, WHAT)
            )
            parts.append(f"## Berth {number}\n\n" + "\n".join(said))
        (tmp_path / f"{name}.md").write_text("\n".join(parts))
    (tmp_path / "c.txt").write_text("The pier of Harwick was opened on Monday, officials said.\n")
    return tmp_path


def here(screen):
    return screen.current, screen.body.offset_in_view


async def test_back_and_forward_follow_sections_and_documents(shelf):
    async with reader(shelf, size=NARROW) as (pilot, screen):
        await pilot.press("n")
        start = here(screen)
        await pilot.press("n")
        first = here(screen)
        await pilot.press("n")
        second = here(screen)
        await pilot.press("right_square_bracket")
        await pilot.pause()
        other = here(screen)
        assert other[0] == 1
        await pilot.press("alt+left")
        await pilot.pause()
        assert here(screen) == second
        await pilot.press("ctrl+o")
        assert here(screen) == first
        await pilot.press("ctrl+o", "ctrl+o")
        assert here(screen) == start
        await pilot.press("alt+right", "alt+right", "alt+right", "alt+right")
        await pilot.pause()
        assert here(screen) == other


async def test_lines_are_no_places_and_a_new_way_cuts_the_old_one(shelf):
    async with reader(shelf, size=NARROW) as (pilot, screen):
        await pilot.press("j", "j", "pagedown")
        await pilot.press("alt+left")
        assert here(screen)[1] > 0
        paged = here(screen)
        await pilot.press("end")
        await pilot.press("alt+left")
        assert here(screen) == paged
        await pilot.press("n", "n", "n")
        jumped = here(screen)
        await pilot.press("alt+right")
        assert here(screen) == jumped


async def test_where_one_was_is_known_in_the_next_run(shelf):
    async with reader(shelf, size=NARROW) as (pilot, screen):
        await pilot.press("g", "l")
        assert [said.message for said in pilot.app._notifications] == ["You were nowhere else."]
        screen.busy = True
        await pilot.press("g", "l")
        (said,) = pilot.app._notifications
        assert said.message == "The documents are still being read."
        await pilot.press("right_square_bracket", "right_square_bracket", "left_square_bracket")
        await pilot.press("n", "n", "n")
        left = here(screen)
        assert left[0] == 1
    async with reader(shelf, size=NARROW) as (pilot, screen):
        assert here(screen)[0] == 0
        await pilot.press("g", "l")
        await pilot.pause()
        assert here(screen) == left
        await pilot.press("g", "l")
        await pilot.pause()
        assert here(screen)[0] == 0


async def found_in_all(pilot):
    await pilot.press("ctrl+f", *"berth 6")
    await pilot.app.workers.wait_for_complete()
    await pilot.press("pagedown", "pagedown", "pagedown", "pagedown", "enter")


async def chosen_in_the_outline(pilot):
    await pilot.press("1", "end", "up", "space")
    await pilot.app.workers.wait_for_complete()
    await pilot.press("down", "down", "enter")


@pytest.mark.parametrize("jump", [found_in_all, chosen_in_the_outline])
async def test_one_step_leads_back_from_words_in_another_document_that_was_read(shelf, jump):
    async with reader(shelf, size=NARROW) as (pilot, screen):
        (other,) = (number for number, entry in enumerate(screen.entries) if entry.name == "b.md")
        await pilot.press("right_square_bracket")
        assert screen.current == other
        await pilot.press("n", "n", "n", "left_square_bracket", "n")
        start = here(screen)
        await jump(pilot)
        await pilot.pause()
        there = here(screen)
        assert there[0] == other
        await pilot.press("ctrl+o")
        await pilot.pause()
        assert here(screen) == start
        await pilot.press("alt+right")
        await pilot.pause()
        assert here(screen) == there


async def test_a_match_and_a_fact_far_away_are_places(shelf):
    async with reader(shelf, size=MEDIUM) as (pilot, screen):
        start = here(screen)
        await pilot.press("slash", *"berth 6", "enter")
        await pilot.pause()
        assert here(screen) != start
        await pilot.press("alt+left")
        assert here(screen) == start
        await pilot.press("escape", "3", "3", "end")
        await pilot.pause()
        assert here(screen) != start
        await pilot.press("alt+left")
        assert here(screen) == start


@pytest.mark.parametrize(
    ("letter", "words"),
    [
        ("g", "Harbour a"),
        ("h", "Harbour a"),
        ("1", "Berth 1"),
        ("3", "Berth 3"),
        ("6", "Berth 6"),
        ("9", "Berth 2"),
    ],
)
async def test_g_goes_to_places_of_the_text(shelf, letter, words):
    async with reader(shelf, size=NARROW) as (pilot, screen):
        await pilot.press("n", "n", "g")
        assert isinstance(screen.app.screen, GoScreen)
        await pilot.press(letter)
        await pilot.pause()
        assert screen.app.screen is screen
        assert screen.document.text[screen.body.offset_in_view :].startswith(words)


async def test_g_e_goes_to_the_end(shelf):
    async with reader(shelf, size=NARROW) as (pilot, screen):
        await pilot.press("g", "e")
        await pilot.pause()
        assert screen.body.span_in_view.end == len(screen.document.text)


@pytest.mark.parametrize("size", [NARROW, MEDIUM, (160, 48)])
@pytest.mark.parametrize(("letter", "tab"), [("f", "facts"), ("s", "sources"), ("q", "questions")])
async def test_g_goes_to_the_tabs_of_the_facts(seeds, size, letter, tab):
    async with reader(seeds / "pact.txt", size=size) as (pilot, screen):
        await pilot.press("z", "g", letter)
        await pilot.pause()
        assert screen.facts_pane.tab == tab
        assert screen.facts_pane.has_focus_within
        assert screen.facts_pane.display


@pytest.mark.parametrize("size", [NARROW, MEDIUM, (160, 48)])
async def test_g_goes_to_the_outline_and_back_to_the_body(seeds, size):
    async with reader(seeds / "pact.txt", size=size) as (pilot, screen):
        await pilot.press("g", "o")
        await pilot.pause()
        assert screen.outline.has_focus_within
        assert screen.outline.display
        await pilot.press("g", "b")
        await pilot.pause()
        assert screen.body.has_focus


async def test_g_n_goes_to_what_nobody_has_opened(shelf):
    async with reader(shelf) as (pilot, screen):
        await pilot.press("right_square_bracket", "right_square_bracket", "g", "n")
        await pilot.pause()
        assert screen.current == 2
        screen.outline.read -= {0}
        await pilot.press("g", "n")
        await pilot.pause()
        assert screen.current == 0
        await pilot.press("g", "n")
        await pilot.pause()
        assert screen.current == 0
        assert "Every document" in next(iter(screen.app._notifications)).message


async def test_g_l_goes_to_where_the_reader_was(shelf):
    async with reader(shelf, size=NARROW) as (pilot, screen):
        await pilot.press("n", "n")
        before = here(screen)
        await pilot.press("n", "n", "g", "l", "g", "l")
        await pilot.pause()
        assert here(screen) == before


@pytest.mark.parametrize("key", ["escape", "x", "7", "question_mark"])
async def test_any_other_key_after_g_stays_and_does_nothing(shelf, key):
    async with reader(shelf, size=NARROW) as (pilot, screen):
        await pilot.press("n")
        before = here(screen)
        await pilot.press("g", key)
        await pilot.pause()
        assert screen.app.screen is screen
        assert here(screen) == before
