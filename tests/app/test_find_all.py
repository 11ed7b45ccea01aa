"""Finding words in all documents, by key and by mouse."""

from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from opened import NARROW, WIDE, reader
from small import bare_document

from briefing.app.all_texts import AllTexts
from briefing.app.layout.searching import Query
from briefing.app.screens.find_all import FindAllScreen
from briefing.app.shelf import Entry
from briefing.app.widgets.search_bar import SearchBar
from briefing.model import Headline

PORT = "The port of Harwick was closed on Monday, the mayor said."
BOATS = "# Boats\n\nNine boats may leave the port.\n\nThe ‘Port’ is said to open.\n"


@asynccontextmanager
async def finding(folder, *keys, size=WIDE):
    """The reader, with the screen opened and keys pressed in it."""
    async with reader(folder, size=size) as (pilot, screen):
        await press(pilot, "ctrl+f", *keys)
        assert isinstance(pilot.app.screen, FindAllScreen)
        yield pilot, screen, pilot.app.screen


async def press(pilot, *keys):
    """Press keys and wait for what is found."""
    await pilot.press(*keys)
    while getattr(pilot.app.screen, "_pending", None) is not None:
        await pilot.pause()
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "a.txt").write_text(PORT)
    (tmp_path / "b.md").write_text(BOATS)
    (tmp_path / "port.txt").write_text("Quay.")
    (tmp_path / "void.txt").write_text(" ")
    return tmp_path


def drawn(dialog):
    """The rows in view, as words."""
    rows = dialog.rows
    lines = ["".join(s.text for s in rows.render_line(y)) for y in range(rows.size.height)]
    return [" ".join(line.split()) for line in lines if line.strip()]


def said(dialog):
    return str(dialog.count.render())


async def test_titles_come_first_then_documents_with_the_words_around(folder):
    async with finding(folder, *"port") as (pilot, _, dialog):
        # What can't be read is not looked through.
        assert dialog.box._border_title.plain == "Find in all 3 documents"
        assert said(dialog) == "3 in 2 documents"
        assert drawn(dialog) == [
            "▸ port.txt",
            "▾ a.txt 1",
            "The port of Harwick was closed on Monday, the mayor said.",
            "▾ Boats b.md 2",
            "Boats Nine boats may leave the port. The ‘Port’ is said to open.",
            "Boats Nine boats may leave the port. The ‘Port’ is said to open.",
        ]
        await press(pilot, *" of")
        assert said(dialog) == "1 in 1 document"
        assert len(drawn(dialog)) == 2


async def test_enter_opens_a_match_and_n_goes_on_from_there(folder):
    async with finding(folder, *"port") as (pilot, screen, _):
        await press(pilot, "tab", "tab", "down", "down", "enter")
        await press(pilot)
        assert pilot.app.screen is screen
        assert screen.entry.name == "b.md"
        text = screen.body.document.text
        assert screen.body.match.start == text.index("Port’")
        assert str(screen.query_one(SearchBar).count.render()) == "Esc ends · 2 of 2"
        assert screen.focused is screen.body
        await press(pilot, "n")
        assert screen.body.match.start == text.index("port.")
        await press(pilot, "N")
        assert screen.body.match.start == text.index("Port’")

        # The last words and the place among what was found are still there.
        await press(pilot, "ctrl+f")
        assert pilot.app.screen.field.value == "port"
        assert pilot.app.screen.rows.cursor == 5
        await press(pilot, "shift+tab", "shift+tab", "enter")
        await press(pilot)
        assert screen.entry.name == "a.txt"
        assert screen.body.match.of(screen.body.document.text) == "port"


async def test_a_title_opens_its_document(folder):
    async with finding(folder, *"port") as (pilot, screen, _):
        await press(pilot, "enter")
        await pilot.pause()
        assert screen.entry.name == "port.txt"
        assert screen.search is None


async def test_enter_pressed_before_the_answer_counts(folder):
    async with reader(folder) as (pilot, screen):
        await press(pilot, "ctrl+f", *"b")
        # The last letter and Enter in one burst: what "b" has found is not meant.
        dialog = pilot.app.screen
        dialog.field.value = "Nine boats"
        dialog.wanted = Query(words="Nine boats")
        dialog.action_open()
        assert pilot.app.screen is dialog
        await press(pilot)
        await press(pilot)
        assert screen.entry.name == "b.md"
        assert screen.body.match.of(screen.body.document.text) == "Nine boats"
        await press(pilot, "ctrl+f", *"whale", "enter")
        assert isinstance(pilot.app.screen, FindAllScreen)


async def test_esc_leaves_everything_as_it_was(folder):
    async with reader(folder, size=NARROW) as (pilot, screen):
        await press(pilot, "slash", *"mayor", "enter")
        before = screen.entry, screen.body.match, screen.focused
        await press(pilot, "ctrl+f", *"boats", "down", "escape")
        assert pilot.app.screen is screen
        assert (screen.entry, screen.body.match, screen.focused) == before
        await press(pilot, "ctrl+f")
        assert pilot.app.screen.field.value == "boats"


async def test_case_and_expressions_by_key(folder):
    async with finding(folder, *"Port", "alt+c") as (pilot, _, dialog):
        assert said(dialog) == "case · 1 in 1 document"
        await press(pilot, "alt+c", "alt+r", "ctrl+u", *r"\w+ry|^quay")
        assert said(dialog) == "regex · 1 in 1 document"
        assert drawn(dialog) == ["▾ port.txt 1", "Quay."]
        await press(pilot, "(")
        assert said(dialog) == "regex · broken"
        assert drawn(dialog) == ["This is no regular expression."]
        await press(pilot, "alt+r", "ctrl+u", "'")
        assert said(dialog) == "2 in 1 document"


async def test_what_is_not_there_gets_one_sentence(folder):
    async with finding(folder, *"whale", size=NARROW) as (pilot, _, dialog):
        assert drawn(dialog) == ["No document holds these words."]
        await press(pilot, "enter", "down", "tab")
        assert pilot.app.screen is dialog
        await press(pilot, "ctrl+u")
        assert drawn(dialog) == ["Type the words to look for."]
        assert said(dialog) == ""


async def test_pages_and_clicks(tmp_path):
    (tmp_path / "a.txt").write_text("\n\n".join(f"Ferry {number} is late." for number in range(99)))
    async with finding(tmp_path, *"ferry", size=NARROW) as (pilot, screen, dialog):
        await press(pilot, "pagedown", "pagedown")
        page = dialog.rows.cursor
        assert page > 20
        assert dialog.rows.scroll_offset.y > 0
        await press(pilot, "pageup", "up")
        assert dialog.rows.cursor == page // 2 - 1
        await press(pilot, "pageup", "pageup", "pageup")
        await pilot.click(dialog.rows, offset=(8, 3))
        await press(pilot)
        assert pilot.app.screen is screen
        text = screen.body.document.text
        assert text[screen.body.match.start :].startswith("Ferry 2 ")


async def test_nothing_of_a_text_can_steer_the_terminal(tmp_path):
    (tmp_path / "\x1b]0;owned\x07[red].txt").write_text("The port \x1b[2J\u202e[bold]was closed.")
    async with finding(tmp_path, *"port") as (_, _, dialog):
        assert drawn(dialog)[1] == "The port \ufffd[2J\ufffd[bold]was closed."
        assert "[red].txt" in drawn(dialog)[0]
        assert not set("\x1b\x07\u202e") & set("".join(drawn(dialog)))
        for y in range(dialog.rows.size.height):
            assert dialog.rows.render_line(y).cell_length == dialog.rows.size.width


def document(text):
    return bare_document(text)


def entry(name, *, read=True):
    headline = Headline(None, None, None) if read else None
    return Entry(Path(name), name, headline=headline)


@pytest.mark.parametrize("expression", [False, True])
def test_texts_are_fetched_once_and_those_not_read_are_waited_for(expression):
    texts = {0: "A port.", 1: "Boats.", 2: "Ports, and a port."}
    entries = [entry("a"), entry("b"), entry("c", read=False), entry("d", read=False)]
    asked = []

    def fetch(numbers):
        for number in numbers:
            asked.append(number)
            if number == 1:  # something is read while others are looked through
                entries[2].headline = Headline(None, None, None)
                entries[3].problem = "It is gone."
            yield number, document(texts[number])

    all_texts = AllTexts(entries, fetch)
    query = Query(words="port", expression=expression)
    for _ in range(2):
        looked = list(all_texts.look_through([2, 1, 0, 3], query, lambda: False))
        counts = {each.entry: len(each.matches) for each in looked}
        assert counts == {1: 0, 0: 1, 2: 2}
    assert sorted(asked) == [0, 1, 2]


def test_what_is_read_between_two_questions_is_looked_through():
    class Late:
        problem = None
        asked = 0

        @property
        def headline(self):
            self.asked += 1
            return Headline(None, None, None) if self.asked > 1 else None

    texts = AllTexts([Late()], lambda numbers: ((n, document("port")) for n in numbers))
    [looked] = texts.look_through([0], Query(words="port"), lambda: False)
    assert len(looked.matches) == 1


def test_titles_that_nobody_waits_for_are_left():
    texts = AllTexts([entry("a" * 5000)], lambda numbers: iter(()))
    asked = []
    query = Query(words="(a+)+b", expression=True)
    assert texts.find_titles([0], query, lambda: not asked.append(1)) == ()
    assert asked


def test_nobody_waits_for_what_is_no_longer_wanted():
    entries = [entry("a"), entry("b", read=False)]
    asked = []
    texts = AllTexts(entries, lambda numbers: ((n, document("port")) for n in numbers))
    stopped = lambda: bool(asked.append(1)) or len(asked) > 4  # noqa: E731
    assert len(list(texts.look_through([0, 1], Query(words="port"), stopped))) <= 1
