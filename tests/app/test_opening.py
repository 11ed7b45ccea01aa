"""Opening something else while reading, and starting without a path."""

import sys
from asyncio import timeout
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from opened import MEDIUM, WIDE, reader

from briefing.app import BriefingApp, outside
from briefing.app.screens.open import OpenScreen
from briefing.app.screens.reader import ReaderScreen
from briefing.app.screens.start import StartScreen
from briefing.app.state import Memory
from briefing.app.widgets.opening_list import OpeningList
from briefing.errors import OutsideError

FERRY = "The harbour board approved the ferry terminal on Monday, officials said."
STRIKE = "The drivers' union said that the strike may go on until Friday."
NOON = 1_700_000_000.0


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """Two folders with an article each; the working directory is above them."""
    for name, text in (("ferry", FERRY), ("strike", STRIKE)):
        (tmp_path / name).mkdir()
        (tmp_path / name / f"{name}.txt").write_text(text)
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.delenv("EDITOR", raising=False)
    return tmp_path


async def settle(pilot):
    """Let threads tell what they found, and everything be read and painted."""
    async with timeout(60):
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        while getattr(pilot.app.screen, "busy", False):
            await pilot.pause()
    await pilot.pause()


async def type_words(pilot, words):
    keys = {"/": "slash", ".": "full_stop", "~": "tilde", "-": "minus", " ": "space"}
    await pilot.press(*(keys.get(letter, letter) for letter in words))
    await settle(pilot)


@asynccontextmanager
async def start_screen(*recent, size=MEDIUM):
    """The reader as it starts without a path, with what was opened before, oldest first."""
    memory = Memory()
    for at, paths in enumerate(recent):
        memory.remember_paths([str(path) for path in paths], NOON + at, len(paths))
    memory.take_changes().write()
    app = BriefingApp([])
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        yield pilot, app.screen


def words_of(screen):
    rows = screen.query_one(OpeningList)
    return [str(rows.get_option_at_index(at).prompt) for at in range(rows.option_count)]


def said(app):
    return [notification.message for notification in app._notifications]


# Another file or folder


async def test_other_folder_takes_the_place_of_all_that_was_read(folder):
    async with reader(folder / "ferry") as (pilot, screen):
        await pilot.press("o")
        await type_words(pilot, "strike/")
        await pilot.press("enter")
        await settle(pilot)
        now = pilot.app.screen
        assert isinstance(now, ReaderScreen)
        assert now is not screen
        assert [entry.name for entry in now.entries] == ["strike.txt"]
        assert now.document.text.strip() == STRIKE
        assert "ferry" not in pilot.app.export_screenshot()
        assert pilot.app.paths == ["strike"]
        assert screen.loader._telling.stopped.is_set()


async def test_folder_is_listed_while_its_path_is_typed_and_tab_completes(folder):
    (folder / "strike" / "notes.xlsx").write_text("none")
    (folder / "strike" / ".draft.txt").write_text("none")
    (folder / "strike" / "old").mkdir()
    async with reader(folder / "ferry") as (pilot, _):
        await pilot.press("o")
        await type_words(pilot, "st")
        assert words_of(pilot.app.screen)[0].startswith("strike/")
        await pilot.press("tab")
        await settle(pilot)
        assert pilot.app.screen.field.value == "strike/"
        assert [row.split()[0] for row in words_of(pilot.app.screen)] == ["old/", "strike.txt"]
        await type_words(pilot, ".")
        assert [row.split()[0] for row in words_of(pilot.app.screen)] == [".draft.txt"]
        await pilot.press("down", "enter")
        await settle(pilot)
        assert [entry.name for entry in pilot.app.screen.entries] == [".draft.txt"]


async def test_row_is_chosen_without_leaving_the_field(folder):
    async with reader(folder / "ferry") as (pilot, _):
        await pilot.press("o")
        await type_words(pilot, "strike/")
        await pilot.press("down", "up", "tab")
        await settle(pilot)
        assert pilot.app.screen.field.value == "strike/strike.txt"
        await pilot.press("enter")
        await settle(pilot)
        assert [entry.name for entry in pilot.app.screen.entries] == ["strike.txt"]


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("none.txt", "There is no such file or folder."),
        ("/dev/null", "It is a pipe or a device"),
        ("https://wire.example/ferry", "It is an address"),
    ],
)
async def test_what_can_not_be_opened_is_said_and_nothing_is_lost(folder, words, why):
    async with reader(folder / "ferry") as (pilot, screen):
        await pilot.press("o")
        pilot.app.screen.field.value = words
        await settle(pilot)
        await pilot.press("enter")
        await pilot.pause()
        assert why in str(pilot.app.screen.problem.content)
        await pilot.press("escape")
        await pilot.pause()
        assert pilot.app.screen is screen
        assert screen.document.text.strip() == FERRY


async def test_enter_on_an_empty_field_opens_what_was_opened_before(folder):
    memory = Memory()
    memory.remember_paths([str(folder / "strike")], NOON, 1)
    memory.take_changes().write()
    async with reader(folder / "ferry") as (pilot, _):
        await pilot.press("o", "enter")
        await settle(pilot)
        assert [entry.name for entry in pilot.app.screen.entries] == ["strike.txt"]


async def test_keys_in_one_burst_are_meant_for_the_words_that_were_typed(folder):
    memory = Memory()
    memory.remember_paths([str(folder / "none.txt")], NOON, 1)
    memory.take_changes().write()
    (folder / "strike" / "no").mkdir()
    async with reader(folder / "ferry") as (pilot, _):
        await pilot.press("o", "s", "t", "tab", "s", "t", "r", "tab", "enter")
        await settle(pilot)
        assert [entry.name for entry in pilot.app.screen.entries] == ["strike.txt"]


@pytest.mark.skipif(sys.platform == "win32", reason="no such name can be given there")
async def test_hostile_name_is_shown_safely_and_opened(folder):
    name = "a\x1b]0;x\x07\u202e[bold].txt"
    (folder / "strike" / name).write_text(STRIKE)
    async with reader(folder / "ferry") as (pilot, _):
        await pilot.press("o")
        await type_words(pilot, "strike/a")
        [row] = words_of(pilot.app.screen)
        assert not set("\x1b\x07\u202e") & set(row)
        assert "[bold]" in row
        await pilot.press("tab")
        assert pilot.app.screen.field.value == "strike/a"
        await pilot.press("down", "enter")
        await settle(pilot)
        assert pilot.app.screen.document.text.strip() == STRIKE


# This document in another program


async def open_way(pilot, words):
    await pilot.press("o")
    await settle(pilot)
    rows = pilot.app.screen.query_one(OpeningList)
    [at] = [at for at, row in enumerate(words_of(pilot.app.screen)) if words in row]
    rows.highlighted = at
    await pilot.press("enter")
    await settle(pilot)


async def test_original_is_opened_in_the_browser(folder, monkeypatch):
    opened = []
    monkeypatch.setattr(outside, "browse", lambda _, url: opened.append(url))
    (folder / "ferry" / "ferry.txt.meta.yaml").write_text("url: https://wire.example/ferry\n")
    async with reader(folder / "ferry") as (pilot, _):
        await open_way(pilot, "in the browser")
    assert opened == ["https://wire.example/ferry"]


async def test_file_is_read_again_after_the_editor(folder, monkeypatch):
    def edit(_, path):
        path.write_text(STRIKE)

    monkeypatch.setenv("EDITOR", "ed")
    monkeypatch.setattr(outside, "edit", edit)
    async with reader(folder / "ferry") as (pilot, screen):
        await open_way(pilot, "in the editor")
        async with timeout(60):
            while screen.document.text.strip() != STRIKE or screen.entry.summary is None:
                await pilot.pause()
        assert pilot.app.screen is screen


async def test_editor_that_fails_is_one_sentence(folder, monkeypatch):
    def edit(*_):
        raise OutsideError("ed\x1b ended with status 2.")

    monkeypatch.setenv("VISUAL", "ed")
    monkeypatch.setattr(outside, "edit", edit)
    async with reader(folder / "ferry") as (pilot, _):
        await open_way(pilot, "in the editor")
        assert said(pilot.app) == ["ed� ended with status 2."]


async def test_long_address_gives_way_to_the_words_before_it(folder):
    address = f"https://wire.example/{'ferry-' * 40}"
    (folder / "ferry" / "ferry.txt.meta.yaml").write_text(f"url: {address}\n")
    async with reader(folder / "ferry", size=(80, 24)) as (pilot, _):
        await pilot.press("o")
        await settle(pilot)
        [row] = [row for row in words_of(pilot.app.screen) if "https" in row]
        assert row.startswith("Its original, in the browser  https://wire.example/ferry-")
        assert row.endswith("…")
        assert len(row) == pilot.app.screen.offers.scrollable_content_region.width


async def test_ways_that_are_closed_say_why_and_the_cursor_passes_them_by(folder):
    async with reader(folder / "ferry") as (pilot, _):
        await pilot.press("o")
        await settle(pilot)
        screen = pilot.app.screen
        assert isinstance(screen, OpenScreen)
        rows = words_of(screen)
        assert any("no address is known" in row for row in rows)
        assert any("Neither $VISUAL nor $EDITOR" in row for row in rows)
        assert screen.offers.row.opens == "viewer"


@pytest.mark.parametrize("name", ["none.txt", f"{'n' * 300}.txt"])
async def test_what_is_not_there_can_be_shown_nowhere(folder, name):
    async with reader(folder / name) as (pilot, _):
        await pilot.press("o")
        await settle(pilot)
        assert sum("it is no file" in row for row in words_of(pilot.app.screen)) == 2


# Starting without a path


async def test_start_lists_what_was_opened_and_enter_goes_on(folder):
    async with start_screen([folder / "strike"], [folder / "ferry"]) as (pilot, screen):
        assert isinstance(screen, StartScreen)
        rows = words_of(screen)
        assert [Path(row.split()[0]).name for row in rows] == ["ferry", "strike"]
        assert all("1 document" in row for row in rows)
        await pilot.press("enter")
        await settle(pilot)
        assert [entry.name for entry in pilot.app.screen.entries] == ["ferry.txt"]


async def test_start_moves_by_the_keys_of_lists(folder):
    async with start_screen(*([folder / "ferry" / str(at)] for at in range(3))) as (_, screen):
        assert screen.recents.row is None
        assert all("no longer there" in row for row in words_of(screen))
    many = [[folder / "ferry"], [folder / "strike"], [folder]]
    async with start_screen(*many) as (pilot, screen):
        for key, name in (("j", "strike"), ("k", None), ("down", "strike"), ("up", None)):
            await pilot.press(key)
            assert Path(screen.recents.row.opens[0]).name == (name or folder.name)
        await pilot.press("end")
        assert Path(screen.recents.row.opens[0]).name == "ferry"
        await pilot.press("home")
        assert Path(screen.recents.row.opens[0]).name == folder.name
        await pilot.press("pagedown")
        assert Path(screen.recents.row.opens[0]).name == "ferry"
        await pilot.press("pageup")
        assert Path(screen.recents.row.opens[0]).name == folder.name


async def test_what_is_gone_says_so_and_the_next_is_offered(folder):
    async with start_screen([folder / "strike"], [folder / "none"]) as (pilot, screen):
        gone, there = words_of(screen)
        assert "no longer there" in gone
        assert "no longer there" not in there
        await pilot.press("enter")
        await settle(pilot)
        assert [entry.name for entry in pilot.app.screen.entries] == ["strike.txt"]


@pytest.mark.parametrize("size", [(80, 24), WIDE])
async def test_first_start_says_what_to_do(folder, size):
    async with start_screen(size=size) as (pilot, _):
        shown = pilot.app.export_screenshot().replace("&#160;", " ")
        assert "Nothing has been opened yet." in shown
        assert "briefing seeds/" in shown
        assert "press o and" in shown
        await pilot.press("o")
        await type_words(pilot, "ferry/")
        await pilot.press("enter")
        await settle(pilot)
        assert [entry.name for entry in pilot.app.screen.entries] == ["ferry.txt"]


async def test_start_has_help_and_can_be_left(folder):
    async with start_screen() as (pilot, screen):
        await pilot.press("question_mark")
        assert pilot.app.screen is not screen
        await pilot.press("escape")
        assert pilot.app.screen is screen
        await pilot.press("t")
        assert pilot.app.screen is not screen
        await pilot.press("escape")
        await pilot.press("q")
    assert pilot.app.return_code == 0


async def test_what_the_state_holds_is_shown_safely(folder):
    async with start_screen([folder / "a\x1b]0;x\x07\u202e[bold]"]) as (_, screen):
        [row] = words_of(screen)
        assert not set("\x1b\x07\u202e") & set(row)
        assert "[bold]" in row


async def test_browser_reaches_nothing_but_what_was_named_at_the_start(folder, monkeypatch):
    async with reader(folder / "ferry") as (pilot, screen):
        monkeypatch.setattr(BriefingApp, "is_web", True)
        await pilot.press("o")
        await pilot.pause()
        assert pilot.app.screen is screen
        assert said(pilot.app) == ["In a browser only what was named at the start can be read."]
