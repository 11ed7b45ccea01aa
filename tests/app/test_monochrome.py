"""Without colours everything can still be told apart, and with sixteen they are the terminal's."""

from contextlib import asynccontextmanager

import pytest
from hypothesis import given
from hypothesis import strategies as st
from opened import WIDE
from rich.color import Color
from rich.segment import Segment
from rich.style import Style
from textual.color import Color as TextualColor

from briefing.app import BriefingApp
from briefing.app.monochrome import WithoutColours
from briefing.cli.colours import MANY, NONE, SIXTEEN, count_colours

SHAPES = ("bold", "italic", "underline", "reverse")


@pytest.mark.parametrize(
    ("environment", "colours"),
    [
        ({"TERM": "xterm-256color"}, MANY),
        ({"TERM": "xterm-kitty"}, MANY),
        ({"TERM": "xterm", "COLORTERM": "truecolor"}, MANY),
        ({"TERM": "xterm", "COLORTERM": " 24bit "}, MANY),
        ({"TERM": "xterm", "COLORTERM": "yes"}, SIXTEEN),
        ({"TERM": "of-a-kind-nobody-knows"}, SIXTEEN),
        ({"TERM": "linux"}, SIXTEEN),
        ({"TERM": "dumb"}, NONE),
        ({"TERM": "vt100"}, NONE),
        ({}, NONE),
        ({"TERM": "xterm-256color", "NO_COLOR": "1"}, NONE),
        ({"TERM": "xterm-256color", "NO_COLOR": "0"}, NONE),
        # The convention: only when it is not empty.
        ({"TERM": "xterm-256color", "NO_COLOR": ""}, MANY),
        ({"TERM": "dumb", "TEXTUAL_COLOR_SYSTEM": "truecolor"}, MANY),
        ({"TERM": "linux", "TEXTUAL_COLOR_SYSTEM": "auto"}, SIXTEEN),
    ],
)
def test_colours_are_counted_by_what_the_terminal_says(environment, colours, monkeypatch):
    # curses reads one terminal's description in a process, and keeps to it.
    known = {"linux": 8, "xterm": 8, "dumb": -1, "vt100": -1}
    asked = []

    def setupterm(terminal, _):
        asked.append(terminal)
        if terminal not in known:
            raise curses.error

    curses = pytest.importorskip("curses")
    monkeypatch.setattr("curses.setupterm", setupterm)
    monkeypatch.setattr("curses.tigetnum", lambda _: known[asked[-1]])
    assert count_colours(environment) == colours


@asynccontextmanager
async def opened(path, colours, *, theme=None):
    app = BriefingApp([str(path)], colours=colours)
    async with app.run_test(size=WIDE) as pilot:
        while app.screen.busy:
            await pilot.pause()
        if theme is not None:
            app.theme = theme
        await pilot.pause()
        yield pilot, app


def drawn(app):
    """All that the screen shows, as pieces with a style each."""
    strips = app.screen._compositor.render_strips(app.size)
    return [segment for strip in strips for segment in strip]


def shape(style):
    return {name for name in SHAPES if getattr(style, name)}


def shapes_of(app, words, *, region):
    """Every way in which the words are drawn in a part of the screen."""
    strips = app.screen._compositor.render_strips(app.size)[region.y : region.bottom]
    inside = (segment for strip in strips for segment in strip.crop(region.x, region.right))
    return [shape(segment.style) for segment in inside if words in segment.text]


async def test_no_colour_is_sent_where_there_is_none(seeds):
    async with opened(seeds / "budget.txt", 0) as (pilot, app):
        for key in ("J", "f", "escape", "question_mark", "escape", "e"):
            await pilot.press(key)
            await pilot.pause()
            colours = [c for s in drawn(app) if s.style for c in (s.style.color, s.style.bgcolor)]
            assert all(color is None or color.is_default for color in colours), key


async def test_what_is_chosen_found_and_at_hand_can_be_told_apart_without_colours(seeds):
    async with opened(seeds / "budget.txt", 0) as (pilot, app):
        await pilot.press("J", "slash", *"city", "enter")
        await pilot.pause()
        body = app.screen.body.region
        found = {frozenset(shape) for shape in shapes_of(app, "city", region=body)}
        assert {"underline", "reverse"} in found
        assert {"underline", "reverse", "bold"} in found
        assert {"bold", "reverse"} in shapes_of(app, "council of Clairval", region=body)
        assert shapes_of(app, "The trouble dates back", region=body) == [set()]
        assert {"italic"} in shapes_of(app, "has not published", region=body)


async def test_the_pane_with_the_focus_has_a_heavy_frame_without_colours(seeds):
    async with opened(seeds / "budget.txt", 0) as (pilot, app):
        assert app.screen.body.styles.border_top[0] == "heavy"
        await pilot.press("tab")
        await pilot.pause()
        assert app.screen.body.styles.border_top[0] == "round"
        assert app.screen.facts_pane.styles.border_top[0] == "heavy"


async def test_the_row_with_the_cursor_is_turned_over_without_colours(seeds):
    async with opened(seeds / "budget.txt", 0) as (pilot, app):
        outline = app.screen.outline.region
        assert {"reverse"} in shapes_of(app, "Before the first", region=outline)
        await pilot.press("f")
        await pilot.pause()
        rows = app.screen.rows
        turned = [
            shape for shape in shapes_of(app, "[ ]", region=rows.region) if "reverse" in shape
        ]
        assert len(turned) == 1


async def test_the_key_for_themes_says_why_there_are_none(seeds):
    async with opened(seeds / "budget.txt", 0) as (pilot, app):
        before = app.screen
        await pilot.press("t")
        await pilot.pause()
        assert app.screen is before
        assert any("NO_COLOR" in notice.message for notice in app._notifications)


@pytest.mark.parametrize(("colours", "theme"), [(0, "terminal"), (16, "terminal"), (256, "night")])
async def test_few_colours_are_the_terminal_s_own(seeds, colours, theme):
    async with opened(seeds / "budget.txt", colours) as (_, app):
        assert app.theme == theme


@pytest.mark.parametrize("theme", ["terminal", "ansi-dark", "ansi-light"])
async def test_no_ground_of_ours_lies_below_the_terminal_s_own_letters(seeds, theme):
    async with opened(seeds / "budget.txt", 16, theme=theme) as (pilot, app):
        await pilot.press("J")
        await pilot.pause()
        for text, style, _ in drawn(app):
            if text.strip() and style and (style.color is None or style.color.is_default):
                assert style.bgcolor is None or style.bgcolor.is_default or style.reverse, text


colours = (
    st.none() | st.builds(Color.from_rgb, *[st.integers(0, 255)] * 3) | st.just(Color.default())
)
styles = st.builds(
    Style, color=colours, bgcolor=colours, bold=st.booleans(), underline=st.booleans()
)


@given(st.lists(st.tuples(st.text(min_size=1), st.none() | styles)))
def test_words_stay_and_grounds_are_turned_over(pieces):
    segments = [Segment(text, style) for text, style in pieces]
    told = WithoutColours().apply(segments, TextualColor(0, 0, 0))
    assert [segment.text for segment in told] == [text for text, _ in pieces]
    for (_, before), (_, after, _) in zip(pieces, told, strict=True):
        if before is None:
            assert after is None
            continue
        assert after.color.is_default
        assert after.bgcolor.is_default
        ground = before.bgcolor is not None and not before.bgcolor.is_default
        assert bool(after.reverse) == ground
        assert (after.bold, after.underline) == (before.bold, before.underline)
