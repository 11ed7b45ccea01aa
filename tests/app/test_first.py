"""The first screen shows the text where the reader will show it, and no key is lost."""

import subprocess
import sys
from asyncio import timeout
from pathlib import Path

import pytest
from msgspec.structs import replace
from opened import MEDIUM, NARROW, WIDE
from textual import events, on
from textual.app import App
from textual.containers import Container
from textual.css.stylesheet import Stylesheet
from textual.geometry import Region

import briefing.app
from briefing.app import BriefingApp
from briefing.app.arriving import TypingAhead
from briefing.app.screens.first import FirstScreen
from briefing.app.screens.reader import ReaderScreen
from briefing.app.state import Kept
from briefing.app.widgets.empty_pane import EmptyPane
from briefing.workers.head_start import HeadStart


class Watched(BriefingApp):
    """Notes what the first screen looked like, and presses keys while it is there."""

    CSS_PATH = Path(briefing.app.__file__).parent / BriefingApp.CSS_PATH

    def __init__(self, *paths, keys=(), **options):
        paths = [str(path) for path in paths]
        head_start = HeadStart("briefing.library.glimpse:glimpse_at", paths)
        head_start.wait(60)  # the screen itself is less patient
        super().__init__(paths, apart=True, head_start=head_start, **options)
        self.pressed = keys
        self.seen = self.border = None

    @on(FirstScreen.Painted)
    def _look(self):
        assert isinstance(self.screen, FirstScreen)
        self.seen = shown(self.screen)
        self.border = self.screen.body.styles.border
        for key in self.pressed:
            self.post_message(events.Key(key, key if len(key) == 1 else None))


def shown(screen):
    body = screen.body
    whole = Region(0, 0, *body.size)
    lines = [strip.text.rstrip() for strip in body.render_lines(whole)]
    frames = {name: screen.query_one(f"#{name}").region for name in ("outline", "text", "facts")}
    entry = screen.top_bar.entry
    return frames, body.border_title, lines, entry and entry.name


async def read_on(app, pilot):
    async with timeout(60):
        while not (isinstance(app.screen, ReaderScreen) and app.screen.document):
            await pilot.pause()
    await pilot.pause()


@pytest.mark.parametrize("size", [NARROW, MEDIUM, WIDE, (30, 8)])
@pytest.mark.parametrize(
    "choices",
    [
        {},
        {"hidden": frozenset({"outline"})},
        {"alone": True},
        {"ruler": True},
        {"widths": {"outline.wide": 24, "facts.wide": 60, "facts.medium": 36}},
    ],
    ids=["usual", "without outline", "alone", "ruler", "other widths"],
)
async def test_the_text_stands_where_the_reader_puts_it(seeds, size, choices):
    app = Watched(seeds / "pact.txt")
    app.memory.choices = replace(app.memory.choices, **choices)
    async with app.run_test(size=size) as pilot:
        await read_on(app, pilot)
        assert app.seen is not None
        frames, title, lines, name = shown(app.screen)
        assert app.seen[0] == frames
        assert str(app.seen[1]) == str(title)
        # The standings of claims come with the facts; they stand in the third cell.
        seen, later = ([line[:2] + line[3:] for line in some] for some in (app.seen[2], lines))
        assert seen == later
        assert app.seen[3] == name == "pact.txt"


@pytest.mark.parametrize("colours", [0, 16, 256])
async def test_the_text_has_its_frame_from_the_beginning(seeds, colours):
    app = Watched(seeds / "pact.txt", colours=colours)
    async with app.run_test(size=WIDE) as pilot:
        await read_on(app, pilot)
        assert app.border == app.screen.body.styles.border


async def test_the_reader_is_styled_with_what_is_there_and_painted_whole(seeds, monkeypatch):
    parsed, styled, painted = [], [], []
    display = BriefingApp._display

    def note(self, screen, renderable):
        if isinstance(screen, ReaderScreen) and renderable is not None:
            painted.append((self._batch_count, screen.body.document, len(screen.query("KeyBar"))))
        display(self, screen, renderable)

    def style(self, nodes, animate=False):
        nodes = list(nodes)
        styled.extend(node for node in nodes if isinstance(node, ReaderScreen))
        update(self, nodes, animate)

    reparse, update = Stylesheet.reparse, Stylesheet.update_nodes
    monkeypatch.setattr(Stylesheet, "update_nodes", style)
    monkeypatch.setattr(Stylesheet, "reparse", lambda self: parsed.append(reparse(self)))
    monkeypatch.setattr(BriefingApp, "_display", note)
    app = Watched(seeds / "pact.txt")
    async with app.run_test(size=WIDE) as pilot:
        before = len(parsed)
        await read_on(app, pilot)
        assert len(parsed) == before
        assert styled == []
        assert painted[0] == (0, app.screen.document, 1)
        assert all(batch == 0 for batch, *_ in painted)
        assert app.screen.has_class("-wide", "-high")
        ground = app.screen.body.styles.background
        app.theme = "paper"
        await pilot.pause()
        assert len(parsed) > before
        assert app.screen.body.styles.background != ground


async def test_the_place_of_the_last_time_is_gone_to(seeds, tmp_path):
    first = Watched(seeds / "pact.txt")
    async with first.run_test(size=WIDE) as pilot:
        await read_on(first, pilot)
        document = first.screen.document
    offset = document.sections[-1].span.start
    again = Watched(seeds / "pact.txt")
    again.memory.keep_place(document.sha256, Kept(offset))
    again.memory.choices = replace(again.memory.choices, ruler=True)
    async with again.run_test(size=WIDE) as pilot:
        await read_on(again, pilot)
        assert again.screen.body.offset_in_view == offset
        title = document.sections[-1].title.of(document.text)
        assert str(again.seen[1]) == str(again.screen.body.border_title) == title
        for lines in (again.seen[2], shown(again.screen)[2]):
            assert "▸" in lines[1]  # below the border


async def test_keys_pressed_before_the_reader_is_there_are_taken_in_their_order(seeds):
    app = Watched(seeds / "pact.txt", keys=["down", "down", "up", "z"])
    async with app.run_test(size=WIDE) as pilot:
        await read_on(app, pilot)
        assert app.screen.body.scroll_offset.y == 1
        assert app.screen.has_class("-alone")


@pytest.mark.parametrize("size", [(12, 6), (12, 2), (12, 1), (1, 4)])
async def test_an_empty_pane_looks_like_any_frame(size):
    class Frames(App):
        CSS = "Screen { layout: horizontal; } Container { border: round red; }"

        def compose(self):
            for pane in (Container(), EmptyPane()):
                pane.border_title, pane.border_subtitle = "Title", "3 of 4"
                pane.styles.width, pane.styles.height = size
                yield pane

    async with Frames().run_test() as pilot:
        usual, empty = pilot.app.query(Container)
        for crop in (Region(0, 0, *size), Region(0, 1, size[0], size[1] - 1)):
            assert empty.render_lines(crop) == usual.render_lines(crop)


async def test_nothing_stays_of_the_first_screen(seeds):
    app = Watched(seeds / "pact.txt")
    async with app.run_test(size=WIDE) as pilot:
        await read_on(app, pilot)
        assert len(app.screen_stack) == 1
        assert app.screen.focused is app.screen.body


async def test_what_cannot_be_read_at_once_is_waited_for(tmp_path):
    app = Watched(tmp_path / "none.txt")
    async with app.run_test(size=WIDE) as pilot:
        async with timeout(60):
            while not isinstance(app.screen, ReaderScreen):
                await pilot.pause()
        assert any("Reading …" in line for line in app.seen[2])
        await pilot.pause()
        assert "no such file" in app.screen.body.message


async def test_keys_wait_as_long_as_they_are_held():
    class Counting(TypingAhead):
        taken = ""

        def compose(self):
            yield Container()

        def on_key(self, event):
            self.taken += event.key

    app = Counting()
    async with app.run_test() as pilot:
        app.hold_keys()
        await pilot.press("a", "b")
        assert app.taken == ""
        app.call_later(app.release_keys)
        await pilot.press("c")
        await pilot.pause()
        assert app.taken == "abc"


LATER = [
    "argparse",
    "briefing.app.loading",
    "briefing.app.screens.reader",
    "briefing.app.widgets.fact_list",
    "briefing.app.widgets.facts_pane",
    "briefing.app.widgets.outline",
    "briefing.app.widgets.search_bar",
    "briefing.exports",
    "briefing.facts",
    "briefing.library",
    "briefing.lexicons.patterns",
    "briefing.pipeline",
    "briefing.reading",
    "briefing.repeats",
    "lxml",
    "markdown_it",
    "sqlite3",
    "trafilatura",
    "watchfiles",
    "yaml",
]
"""What the first text does not need, and what it would wait for."""
MOST = 85
"""Modules of ours; each takes a third of a millisecond, whatever is in it."""
FIRST_TEXT = """
import sys
from briefing.cli import main, read
from textual import on
from briefing.workers.head_start import HeadStart
head_start = HeadStart("briefing.library.glimpse:glimpse_at", sys.argv[1:])
import briefing.app
from briefing.app.screens.first import FirstScreen
from pathlib import Path
class Told(briefing.app.BriefingApp):
    CSS_PATH = Path(briefing.app.__file__).parent / briefing.app.BriefingApp.CSS_PATH
    @on(FirstScreen.Painted)
    def tell(self, event):
        event.prevent_default()
        self.exit(sorted(sys.modules))
head_start.wait(60)
app = Told(sys.argv[1:], apart=True, head_start=head_start)
print(*app.run(headless=True, size=(160, 48)), sep="\\n")
"""


def test_the_first_text_waits_for_nothing_that_it_does_not_need(seeds):
    run = [sys.executable, "-c", FIRST_TEXT, str(seeds / "pact.txt")]
    subprocess.run(run, check=True, capture_output=True)  # themes are kept from now on
    done = subprocess.run(run, check=True, capture_output=True, text=True)
    loaded = done.stdout.split()
    assert "briefing.app.widgets.body" in loaded
    needless = [name for name in loaded for later in LATER if f"{name}.".startswith(f"{later}.")]
    assert needless == []
    assert sum(name.startswith("briefing") for name in loaded) <= MOST
