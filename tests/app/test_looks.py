"""How the screen looks, at three sizes, in two themes, in every state that a reader meets.

After a deliberate change: pytest tests/app/test_looks.py --snapshot-update, and look at the
pictures before they are committed.
"""

from asyncio import timeout
from collections.abc import Mapping
from itertools import count
from pathlib import Path
from threading import Event
from typing import Literal, NamedTuple

import pytest
from opened import MEDIUM, NARROW, WIDE

from briefing.app import BriefingApp
from briefing.app.loading import working
from briefing.app.widgets.outline import Outline
from briefing.errors import LostWorkerError
from briefing.library.study import glance_at
from briefing.places import state_folder

SIZES = {"80x24": NARROW, "100x30": MEDIUM, "160x48": WIDE}
AHEAD = 4
"""Texts that are read before the reading stands still."""

ARTICLE = """\
# Harwick closes its old quay

The old quay of Harwick was closed on Monday after a crane fell, the mayor said. Nobody was hurt,
according to the port authority, which has not said who inspected the crane.

## What the crew saw

Two dockers allege that a cable had been torn for weeks. “We told them in March,” said Ilse Brandt,
who has worked there for about 20 years. The port authority denied it.

## What comes next

If the inquiry finds a fault, the quay may stay shut until June, the mayor believes. More than 300
ships a year would have to call elsewhere. The owner of the crane declined to comment.
"""
PLAIN = """\
The night ferry to Storholm will sail an hour later from May, the operator said on Tuesday.

People complained that the last train arrives too late, according to the council of Storholm.

The operator may add a second ship if the ministry agrees. The ministry did not respond.
"""
WIDE_CHARACTERS = """\
# 港の首相 resigns

The 首相 of the island resigned on Monday, 読売新聞 said. Cafe\u0301 owners 👍🏽 may reopen in
about 30 days, according to 田中一郎, who speaks for 港湾労働者組合連合会全国本部東京事務局.

## 한국어로 된 제목

Ministers 👩‍👩‍👧 deny that they were asked, officials in 서울특별시 🇰🇷 say.
"""
TOO_LONG = f"""\
# {"What the harbour master of the old port of Harwick told the inquiry " * 3}

The port was closed on Monday, the mayor said.

## {"Hafenbehördenverwaltungsgebäude" * 6}

It rained, said {"Maximiliane " * 20}Brandt, see https://harwick.example/{"quay/" * 40}.
"""
LONG_NAME = "a-very-long-name-" * 6
FOLDER = {f"quay {n:02}.md": ARTICLE.replace("March", f"{n + 1} March") for n in range(12)}


def seeded(*names):
    """Give articles that ship with the program, by their names."""
    seeds = Path(__file__).parents[2] / "seeds"
    return {name: (seeds / name).read_text(encoding="utf-8") for name in names}


class State(NamedTuple):
    """What is read, and how one comes to see it."""

    files: Mapping[str, str] = {"harwick.md": ARTICLE}
    keys: tuple[str, ...] = ()
    drawer: Literal["", "outline", "facts"] = ""
    """Opened where there is no room for it beside the body."""
    work: Literal["done", "held at a text", "held at the facts", "lost"] = "done"
    progress: str = ""
    """What the outline says while the work is held."""
    hinted: bool = True
    """Whether the reader has been here before."""


STATES = {
    "an-article-with-a-fact-chosen": State(seeded("pact.txt", "ferry.md", "strike.html"), ("J",)),
    "a-folder-being-read": State(
        FOLDER, drawer="outline", work="held at a text", progress="5 of 12 loaded"
    ),
    "a-document-being-analysed": State(work="held at the facts", progress="0 of 1 analysed"),
    "facts-that-nobody-could-look-for": State(work="lost", drawer="facts"),
    "no-facts": State({"ports.md": "# Ports\n\nHarwick\n\n## Ferries\n\nStorholm\n"}),
    "no-headings": State({"ferry.txt": PLAIN}),
    "a-language-that-is-not-read": State(seeded("hafen.de.txt")),
    "a-file-that-cannot-be-read": State({"empty.txt": "  \n", "ferry.txt": PLAIN}),
    "problems-in-a-folder": State(
        {"ferry.txt": PLAIN, "a.txt": "", "b.html": "<p>"}, drawer="outline"
    ),
    "a-filter-that-leaves-nothing": State(keys=("f", "slash", *"reef", "enter")),
    "a-search-without-a-match": State(keys=("slash", *"reef", "enter")),
    "names-far-too-long": State({f"{LONG_NAME}.md": TOO_LONG}, ("J", "J")),
    "names-far-too-long-in-a-drawer": State(
        {f"{LONG_NAME}{name}.md": TOO_LONG + name for name in "abc"}, drawer="outline"
    ),
    "wide-characters": State({"港湾労働者組合.md": WIDE_CHARACTERS}, ("J",)),
    "a-first-start": State(hinted=False),
}


@pytest.fixture
def work(monkeypatch):
    """Let the work go on up to a point, and stand still there until the test is over."""
    over = Event()
    begun = count()

    def hold(*_):
        over.wait()
        raise LostWorkerError

    def lose(*_):
        raise LostWorkerError

    def glance_at_some(files):
        return glance_at(files[:1]) if next(begun) < AHEAD else hold()

    def let(point):
        match point:
            case "held at a text":
                monkeypatch.setattr(working, "glance_at", glance_at_some)
            case "held at the facts":
                monkeypatch.setattr(working, "study", hold)
            case "lost":
                monkeypatch.setattr(working, "study", lose)

    yield let
    over.set()


def is_settled(screen, progress):
    """Tell whether nothing on the screen will change by itself."""
    if screen._progress_timer is not None:  # how far the reading is stands there a moment later
        return False
    if not progress:
        return not screen.busy
    return any(outline.progress == progress for outline in screen.query(Outline))


@pytest.fixture
def looks(snap_compare):
    """Compare the screen with its picture, once everything is read or the work is held."""

    def compare(*paths, size, keys=(), theme="night", drawer="", progress=""):
        app = BriefingApp([str(path) for path in paths])
        app.theme = theme

        async def ready(pilot):
            screen = app.screen
            async with timeout(60):
                while not is_settled(screen, progress):
                    await pilot.pause()
            for key in keys:
                await pilot.press(key)
                await app.workers.wait_for_complete()
            if drawer and not screen.stands_beside(drawer):
                screen.open_pane(drawer)
            await pilot.pause()

        return snap_compare(app, terminal_size=size, run_before=ready)

    return compare


@pytest.fixture
def written(tmp_path, monkeypatch):
    """Write one article and name it without the folder, which differs from run to run."""
    monkeypatch.chdir(tmp_path)

    def write(text, name="article.txt"):
        (tmp_path / name).write_text(text, encoding="utf-8")
        return name

    return write


@pytest.mark.parametrize("theme", ["night", "paper"])
@pytest.mark.parametrize("size", SIZES.values(), ids=SIZES)
@pytest.mark.parametrize("state", STATES.values(), ids=STATES)
def test_every_state(looks, written, work, state, size, theme):
    if not state.hinted:
        (state_folder() / "state.json").unlink()
    work(state.work)
    paths = [written(text, name) for name, text in state.files.items()]
    assert looks(
        *paths,
        size=size,
        keys=state.keys,
        theme=theme,
        drawer=state.drawer,
        progress=state.progress,
    )


def test_what_holds_for_everything_stays_on_top(looks, written):
    article = (
        "The port of Harwick paid a consultant 40,000 pounds, two former officials allege.\n\n"
        "If these allegations prove true, the board would have to resign.\n\n"
        "This story has not been independently verified.\n"
    )
    assert looks(written(article), size=WIDE)


def test_a_repeat_is_one_grey_line(looks, seeds):
    assert looks(seeds / "pact.txt", size=MEDIUM, keys=["end"])


def test_a_repeat_opened_in_place(looks, seeds):
    assert looks(seeds / "pact.txt", size=MEDIUM, keys=["end", "enter", "j", "j"])


def test_a_table_and_a_quotation_keep_their_shape(looks, seeds):
    assert looks(seeds / "ferry.md", size=WIDE, keys=["n", "n"])


def test_a_drawer_lies_over_the_body(looks, seeds):
    assert looks(seeds / "pact.txt", seeds / "ferry.md", size=MEDIUM, keys=["1"])


def test_reading_alone(looks, seeds):
    assert looks(seeds / "pact.txt", size=MEDIUM, keys=["z"])


def test_help(looks, seeds):
    assert looks(seeds / "pact.txt", size=MEDIUM, keys=["question_mark"])


def test_the_question_where_the_brief_goes(looks, written):
    name = written("The port was closed on Monday, the mayor said.")
    assert looks(name, size=NARROW, keys=["e"])


def test_the_choice_of_what_is_filtered(looks, seeds):
    assert looks(seeds / "pact.txt", size=MEDIUM, keys=["f", "j", "space", "j"])


def test_what_a_filter_leaves_by_weight(looks, seeds):
    keys = ["f", "j", "space", "j", "space", "enter", "tab", "s"]
    assert looks(seeds / "pact.txt", size=MEDIUM, keys=keys)


@pytest.mark.parametrize("theme", ["night", "paper"])
def test_a_search_at_its_second_match(looks, seeds, theme):
    keys = ["slash", *"hafen", "enter", "n"]
    assert looks(seeds / "hafen.de.txt", size=MEDIUM, keys=keys, theme=theme)


def test_an_expression_that_is_broken(looks, seeds):
    keys = ["slash", "alt+r", "left_parenthesis"]
    assert looks(seeds / "hafen.de.txt", size=NARROW, keys=keys)


def test_a_text_in_another_language(looks, seeds):
    assert looks(seeds / "hafen.de.txt", size=WIDE)
