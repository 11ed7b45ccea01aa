"""The body by itself: long texts, folds, the ruler and the mouse."""

from contextlib import asynccontextmanager
from itertools import pairwise

import pytest
from msgspec.structs import replace
from rich.cells import cell_len
from small import bare_document
from textual import events
from textual.app import App
from textual.geometry import Offset
from textual.selection import Selection

from briefing.app.layout.searching import Query, find_words
from briefing.app.theming import default_inks, load_themes
from briefing.app.widgets.body import Body
from briefing.app.widgets.body_rows import MARGIN, TEXT_LINE, RowPainter
from briefing.app.widgets.flowing_rows import FlowingRows
from briefing.model import Block, Fact, Repeat, Section
from briefing.spans import Span

THEMES = load_themes().themes


class Alone(App):
    """Nothing but a body."""

    def __init__(self, theme="night"):
        super().__init__()
        self.animation_level = "none"
        self.heard = []
        for ours in THEMES:
            self.register_theme(ours)
        self.theme = theme

    def get_theme_variable_defaults(self):
        return default_inks(self.current_theme)

    def compose(self):
        yield Body()

    def on_body_moved(self, event):
        self.heard.append(event)

    on_flowing_rows_moved = on_ruled_rows_ruled = on_body_pointed = on_body_moved


@asynccontextmanager
async def body_of(document, size=(60, 20), **app):
    alone = Alone(**app)
    async with alone.run_test(size=size) as pilot:
        body = alone.query_one(Body)
        body.document = document
        body.focus()
        await pilot.pause()
        yield pilot, body


def document(*paragraphs, sha="0" * 64, **more):
    text, blocks = "", []
    for words in paragraphs:
        text += "\n\n" * bool(text)
        kind = "heading" if words.startswith("Part") else "paragraph"
        blocks.append(Block(kind=kind, span=Span(len(text), len(text) + len(words))))
        text += words
    starts = [block.span for block in blocks if block.kind == "heading"]
    ends = [*(span.start for span in starts[1:]), len(text)][: len(starts)]
    sections = tuple(
        Section(title=title, level=2, span=Span(title.start, end))
        for title, end in zip(starts, ends, strict=True)
    )
    return bare_document(
        text,
        sha256=sha,
        blocks=tuple(blocks),
        sections=sections,
        **more,
    )


def lines(body):
    height = body.scrollable_content_region.height
    return [body.render_line(y).text.rstrip() for y in range(height)]


def as_anew(body):
    """Tell whether what is kept of rows is what would be drawn now."""
    kept = {row: body._strips[row] for row in {*body._strips.keys()}}
    assert len(kept) > 10
    return all(body._filled(body._draw(row)) == strip for row, strip in kept.items())


SHORT = document(*[f"Clerk {number} counted the ferries." for number in range(30)])
# Longer than what is laid out whole at once.
LONG = document(
    *[
        f"Part {at}" if at % 10 == 0 else f"Clerk {at} " + "counted the ferries twice. " * (at % 30)
        for at in range(1_000)
    ]
)


SETTLE = FlowingRows._settle


async def settled(pilot):
    SETTLE(pilot.app.query_one(Body))
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


@pytest.fixture(autouse=True)
def slow(monkeypatch):
    """Let what is estimated stay so until the test waits for it."""
    monkeypatch.setattr(FlowingRows, "_settle", lambda self: None)


async def test_a_long_text_comes_to_rest_as_if_it_was_laid_out_at_once(monkeypatch):
    async with body_of(LONG) as (pilot, body):
        assert not body._rows.settled
        await pilot.press("end", "pageup")
        at_once = lines(body)
        await settled(pilot)
        assert body._rows.settled
        assert lines(body) == at_once
        height, words = body.virtual_size.height, body.span_in_view
    monkeypatch.setattr("briefing.app.widgets.flowing_rows._SHORT", 10**9)
    async with body_of(LONG) as (pilot, body):
        assert body._rows.settled
        await pilot.press("end", "pageup")
        assert (height, words) == (body.virtual_size.height, body.span_in_view)


async def test_the_end_is_the_end_before_the_middle_is_laid_out():
    async with body_of(LONG) as (pilot, body):
        await pilot.press("end")
        assert body.progress == 100
        assert body.span_in_view.end == len(LONG.text)
        await pilot.press("home")
        assert lines(body)[0].strip() == "Part 0"
        for number in (700, 20, 990):
            start = LONG.text.index(f"Part {number}")
            body.show(Span(start, start + 8), top=True)
            assert lines(body)[0].strip() == f"Part {number}"


async def test_no_line_is_left_out_or_shown_twice_on_the_way_up():
    async with body_of(LONG, size=(40, 12)) as (pilot, body):
        start = LONG.text.index("Clerk 555")
        body.show(Span(start, start + 5), top=True)
        seen = [body.span_in_view]
        for _ in range(60):
            await pilot.press("pageup")
            seen.append(body.span_in_view)
        for below, above in pairwise(seen):
            assert above.start < below.start
            assert LONG.text[above.end : below.start].strip() == ""


async def test_what_is_laid_out_above_does_not_move_what_is_read():
    async with body_of(LONG) as (pilot, body):
        start = LONG.text.index("Clerk 777")
        body.show(Span(start, start + 5), top=True)
        row, before = body.scroll_offset.y, lines(body)
        pilot.app.heard.clear()
        await settled(pilot)
        assert body.scroll_offset.y != row
        assert lines(body) == before
        assert not pilot.app.heard


async def test_there_and_back_again_is_where_one_was():
    async with body_of(LONG) as (pilot, body):
        start = LONG.text.index("twice", LONG.text.index("Clerk 629"))
        body.show(Span(start, start + 5), top=True)
        await settled(pilot)
        place = body.offset_in_view
        for size in ((33, 12), (70, 30), (44, 9), (60, 20)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
            assert place in range(*body.span_in_view)
        assert body.offset_in_view == place


async def test_more_found_in_the_same_text_keeps_the_place():
    async with body_of(LONG) as (pilot, body):
        start = LONG.text.index("Clerk 301")
        body.show(Span(start, start + 5), top=True)
        before = lines(body)
        body.document = replace(LONG, title="Ferries")
        assert lines(body) == before
        repeats = tuple(
            Repeat(span=block.span, of=LONG.blocks[1].span, kind="exact", run=at)
            for at, block in enumerate(LONG.blocks[2:700])
            if at % 2
        )
        body.document = replace(LONG, repeats=repeats)  # so many that a thread folds them
        await settled(pilot)
        assert len(body._rows.folds) == len(repeats)
        assert any("said before" in line for line in lines(body))
        assert start in range(*body.span_in_view)
        body.document = replace(SHORT, sha256="1" * 64)
        assert body.offset_in_view == 0


@pytest.mark.parametrize("long", [False, True], ids=["short", "long"])
async def test_folds_open_where_they_are(long):
    filling = [f"Clerk {at} " + "counted the ferries. " * 12 for at in range(1_000 * long)]
    parts = ["One.", "Said twice.", *filling, "Two.", "Said twice.", "Three.", "Said twice."]
    base = document(*parts)
    numbers = [at for at, words in enumerate(parts) if words == "Said twice."]
    repeats = tuple(
        Repeat(span=base.blocks[at].span, of=base.blocks[1].span, kind="exact", run=at)
        for at in numbers[1:]
    )
    async with body_of(replace(base, repeats=repeats)) as (pilot, body):
        await pilot.press("end")
        assert body.folds_closed == 2
        await pilot.press("enter")  # the first in view
        assert next(line.strip()[:1] for line in lines(body) if "said before" in line) == "▾"
        assert "Said twice." in [line.strip() for line in lines(body)]
        await pilot.press("enter")
        assert body.folds_closed == 2
        body.ruler = True
        body.show(base.blocks[-2].span)
        await pilot.press("down", "enter")  # the one under the ruler
        assert [line.strip()[:1] for line in lines(body) if "said before" in line] == ["▸", "▾"]
        body.toggle_all()
        assert body.folds_closed == 0
        body.toggle_all()
        assert body.folds_closed == 2
        body.show(base.blocks[numbers[1]].span)
        assert body.folds_closed == 1
        await pilot.press("end")
        row = next(y for y, line in enumerate(lines(body)) if "▸ said before" in line)
        await pilot.click(Body, offset=(8, row))
        assert body.folds_closed == 0


CLAIMS = [
    Fact(
        id=f"0-0{at}",
        span=block.span,
        section=0,
        claim=(block.span,),
        standing="stated",
        reason="",
        weight=1,
    )
    for at, block in enumerate(SHORT.blocks)
]


@pytest.mark.parametrize("ruler", [False, True])
@pytest.mark.parametrize(
    "changes",
    [
        [("chosen", CLAIMS[2]), ("chosen", CLAIMS[4]), ("chosen", CLAIMS[25])],
        [("caret", Span(5, 6)), ("caret", Span(40, 41)), ("caret", None)],
        [("match", Span(0, 5)), ("match", Span(31, 36)), ("match", None)],
        [("chosen", CLAIMS[0]), ("caret", Span(40, 41)), ("chosen", CLAIMS[1])],
    ],
)
async def test_a_tint_that_moves_draws_only_the_rows_that_it_leaves_and_comes_to(
    changes, ruler, monkeypatch
):
    drawn = []
    paint = RowPainter.paint
    monkeypatch.setattr(RowPainter, "paint", lambda *row: drawn.append(row) or paint(*row))
    async with body_of(SHORT) as (pilot, body):
        body.ruler = ruler
        body.matches = find_words(SHORT.text, Query(words="clerk"))
        for name, value in changes:
            await pilot.press("end", "home")  # rows out of view are kept as well
            drawn.clear()
            setattr(body, name, value)
            await pilot.pause()
            assert len(drawn) <= 4
            assert as_anew(body)


async def test_a_selection_that_grows_draws_what_it_comes_to():
    async with body_of(SHORT) as (pilot, body):
        body.chosen = CLAIMS[3]
        for end in (3, 40, 400, 35, 7):
            selection = Selection(Offset(2, TEXT_LINE), Offset(end, TEXT_LINE))
            body.screen.selections = {body: selection}
            await pilot.pause()
            assert as_anew(body)
        body.screen.selections = {}
        await pilot.pause()
        assert as_anew(body)


def ruled(body):
    """The line on the screen that the ruler lies on, with what is under it."""
    drawn = lines(body)
    [at] = [y for y, line in enumerate(drawn) if line.startswith("▸") and line.endswith("◂")]
    return at, drawn[at][1:-1].strip()


async def test_a_ruler_goes_from_row_to_row_and_scrolls_at_the_edges():
    async with body_of(SHORT) as (pilot, body):
        body.ruler = True
        assert ruled(body) == (0, "Clerk 0 counted the ferries.")
        await pilot.press("down", "j")
        assert ruled(body) == (4, "Clerk 2 counted the ferries.")
        await pilot.press(*["down"] * 10)
        assert ruled(body)[1] == "Clerk 12 counted the ferries."
        assert body.scroll_offset.y > 0
        assert ruled(body)[0] == 17
        await pilot.press("k", "up")
        assert ruled(body) == (13, "Clerk 10 counted the ferries.")
        await pilot.press("pagedown")
        assert ruled(body)[0] in (13, 14)
        await pilot.press("end", *["down"] * 30)
        assert ruled(body)[1] == "Clerk 29 counted the ferries."
        await pilot.press("home", *["up"] * 30)
        assert ruled(body) == (0, "Clerk 0 counted the ferries.")
        start = SHORT.text.index("Clerk 20")
        body.show(Span(start, start + 5))
        assert ruled(body)[1] == "Clerk 20 counted the ferries."
        await pilot.resize_terminal(40, 10)
        await pilot.pause()
        body.ruler = False
        assert not any("◂" in line for line in lines(body))


async def test_a_ruler_passes_the_line_of_an_open_fold_both_ways():
    base = document("One.", "Said twice.", "Said twice.", "Two.")
    repeat = Repeat(span=base.blocks[2].span, of=base.blocks[1].span, kind="exact")
    async with body_of(replace(base, repeats=(repeat,))) as (pilot, body):
        body.toggle_all()
        body.ruler = True
        seen = []
        for key in [*["down"] * 4, *["up"] * 4]:
            await pilot.press(key)
            seen.append(ruled(body)[1])
        there = ["Said twice.", "Said twice.", "Two.", "Two."]
        assert seen == [*there, "Said twice.", "Said twice.", "One.", "One."]


@pytest.mark.parametrize("theme", [theme.name for theme in THEMES])
async def test_a_ruler_is_seen_in_every_theme(theme):
    async with body_of(SHORT, theme=theme) as (_, body):
        plain = body.render_line(0)
        body.ruler = True
        drawn = body.render_line(0)
        assert drawn.text.startswith("▸")
        assert drawn.text.rstrip().endswith("◂")
        assert drawn.text[1:-2].strip() == plain.text.strip()
        grounds = {segment.style.bgcolor for segment in drawn if segment.text.strip("▸◂ ")}
        own = next(ours for ours in THEMES if ours.name == theme).ansi
        assert own or grounds != {segment.style.bgcolor for segment in plain}


async def test_the_wheel_and_the_scroll_bar_move_the_text():
    async with body_of(LONG) as (pilot, body):
        body.matches = find_words(LONG.text, Query(words="Clerk 907"))
        await pilot.pause()
        bar = body.vertical_scrollbar
        await pilot._post_mouse_events([events.MouseScrollDown], Body)
        await pilot.pause()
        assert body.scroll_offset.y > 0
        await settled(pilot)
        drawn = [bar.render_line(y).text for y in range(bar.size.height)]
        assert drawn.index("━") > 15
        top = body.scroll_offset.y
        await pilot.click(bar, offset=(0, bar.size.height - 1))
        assert body.scroll_offset.y > top
        await pilot.mouse_down(bar, offset=(0, 0))
        await pilot.hover(bar, offset=(0, 10))
        await pilot.mouse_up(bar, offset=(0, 10))
        await pilot.pause()
        assert 30 < body.progress < 70


@pytest.mark.parametrize("words", ["ferries", "字", "quay"])
async def test_a_click_tells_the_word_whatever_stands_before_it(words):
    text = "漢字 👩‍👩‍👧 e\u0301 ferries at the quay"
    async with body_of(document(text)) as (pilot, _):
        at = text.index(words)
        await pilot.click(Body, offset=(MARGIN + cell_len(text[:at]), 0))
        assert pilot.app.heard[-1].offset in range(at, at + len(words))
