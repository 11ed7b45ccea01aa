"""Finding words in the article that is read."""

from asyncio import timeout

import pytest
from opened import NARROW, WIDE, reader
from textual import events
from textual.color import Color
from textual.theme import BUILTIN_THEMES

from briefing.app.layout.searching import Query
from briefing.app.theming import default_inks, load_themes
from briefing.app.widgets.search_bar import SearchBar


async def type_keys(pilot, *keys):
    """Press keys and wait for what is found."""
    await pilot.press(*keys)
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


def said(screen):
    return str(screen.query_one(SearchBar).count.render())


def here(screen):
    """The words of the match that the reader is at, seen to be in view."""
    match, view = screen.body.match, screen.body.span_in_view
    assert view.start <= match.start < view.end
    return match.of(screen.body.document.text)


def tinted(screen, ink):
    """All words in view that are tinted so."""
    color = Color.parse(screen.app.theme_variables[ink]).rich_color
    body = screen.body
    return [
        segment.text
        for y in range(body.scrollable_content_region.height)
        for segment in body.render_line(y)
        if segment.style is not None and segment.style.bgcolor == color
    ]


def marks(screen):
    """The cells of the scroll bar that have a mark."""
    bar = screen.body.vertical_scrollbar
    drawn = [bar.render_line(y).text for y in range(bar.size.height)]
    return [y for y, text in enumerate(drawn) if text == "━"]


async def test_matches_are_counted_while_typing_and_gone_to_by_key(tmp_path):
    rest = "".join(f"\n\nClerk {number} counted the ferries." for number in range(60))
    text = f"The port was closed, the mayor said.\n\nPorts and a port.{rest}\n\nThe port reopened."
    (tmp_path / "a.txt").write_text(text)
    async with reader(tmp_path, size=NARROW) as (pilot, screen):
        await type_keys(pilot, "slash", *"por")
        assert said(screen) == "1 of 4"
        assert tinted(screen, "ink-match-here") == ["por"]
        assert tinted(screen, "ink-match") == ["Por", "por"]
        assert marks(screen) == [0, screen.body.vertical_scrollbar.size.height - 1]
        await type_keys(pilot, *"t ")
        assert said(screen) == "1 of 2"
        await type_keys(pilot, "enter")
        assert screen.focused is screen.body
        starts = [screen.body.match.start]
        await type_keys(pilot, "n")
        assert "2 of 2" in said(screen)
        assert here(screen) == "port "
        assert screen.body.scroll_offset.y > 50
        starts.append(screen.body.match.start)
        assert starts == [text.index("port "), text.rindex("port ")]
        await type_keys(pilot, "n")
        assert screen.body.match.start == starts[0]
        await type_keys(pilot, "N")
        assert screen.body.match.start == starts[1]
        # Who has scrolled away goes on from where they are.
        await type_keys(pilot, "slash", *"clerk", "enter")
        await type_keys(pilot, "home", "pagedown", "n")
        assert screen.body.match.start >= screen.body.span_in_view.start > text.index("Clerk 2")


async def test_a_search_ends_and_n_is_the_next_section_again(seeds):
    async with reader(seeds / "pact.txt", size=NARROW) as (pilot, screen):
        await type_keys(pilot, "slash", *"missile", "enter", "n")
        assert here(screen).lower() == "missile"
        await type_keys(pilot, "escape")
        assert not screen.query_one(SearchBar).display
        assert not screen.body.matches
        assert tinted(screen, "ink-match-here") == []
        await pilot.press("home", "n")
        assert screen.outline.here.section == 1
        await type_keys(pilot, "slash")
        assert said(screen).endswith("of 9")  # the words are kept
        await type_keys(pilot, "backspace", "enter")
        assert not screen.query_one(SearchBar).display
        assert screen.focused is screen.body


async def test_a_match_in_a_fold_opens_it(seeds):
    async with reader(seeds / "pact.txt", size=NARROW) as (pilot, screen):
        closed = screen.body.folds_closed
        await type_keys(pilot, "slash", *"one-way street", "enter", "n")
        assert screen.body.folds_closed == closed - 1
        assert here(screen) == "One-Way Street"
        assert tinted(screen, "ink-match-here") == ["One-Way Street"]


async def test_case_and_regular_expressions_by_key(seeds):
    async with reader(seeds / "pact.txt", size=NARROW) as (pilot, screen):
        await type_keys(pilot, "slash", *"NORTH")
        assert " of " in said(screen)
        await type_keys(pilot, "alt+c")
        assert said(screen) == "case · no match"
        assert screen.body.match is None
        await type_keys(pilot, "enter")
        assert screen.focused is screen.query_one(SearchBar).field
        await type_keys(pilot, "alt+c", "alt+r", "home", "left_parenthesis")
        assert said(screen) == "regex · broken"
        await type_keys(pilot, "end", *"q)")
        assert said(screen) == "regex · no match"
        await type_keys(pilot, "home", "ctrl+k", *r"\d+,\d{3}", "enter")
        assert here(screen) == "10,000"


async def test_enter_pressed_before_the_answer_counts(seeds):
    async with reader(seeds / "pact.txt", size=NARROW) as (pilot, screen):
        await type_keys(pilot, "slash", "alt+r", *"missiles?", "enter")
        assert screen.focused is screen.body
        assert here(screen) == "missiles"


@pytest.mark.parametrize("pane", ["body", "fact_list", "outline"])
async def test_words_in_one_burst_with_the_key_are_looked_for(seeds, pane):
    async with reader(seeds / "pact.txt", size=WIDE) as (pilot, screen):
        getattr(screen, pane).focus()
        await pilot.pause()
        for _ in range(2):  # the bar has to be mounted first, then it is there
            for key in ("slash", *"missiles", "enter"):
                screen.app.post_message(events.Key(key, None))
            async with timeout(30):  # nobody waits for keys that are only posted
                while screen.body.match is None or screen.focused is not screen.body:
                    await pilot.pause()
            assert here(screen) == "missiles"
            await type_keys(pilot, "escape")


async def test_another_document_is_searched_for_the_same_words(seeds):
    async with reader(seeds / "pact.txt", seeds / "ferry.md", size=NARROW) as (pilot, screen):
        await type_keys(pilot, "slash", *"the", "enter")
        before = said(screen)
        await type_keys(pilot, "right_square_bracket")
        assert said(screen) != before
        await type_keys(pilot, "n")
        assert here(screen).lower() == "the"


async def test_what_is_pasted_passes_the_gate(tmp_path):
    (tmp_path / "a.txt").write_text("The [port] was closed, the mayor said.")
    async with reader(tmp_path, size=(160, 48)) as (pilot, screen):
        await pilot.press("slash")
        screen.query_one(SearchBar).field.insert_text_at_cursor("\x1b[2J\u202e")
        await type_keys(pilot)
        assert screen.query_one(SearchBar).field.value == "\ufffd[2J\ufffd"
        assert said(screen) == "no match"
        await type_keys(pilot, "ctrl+u", *"[port]", "enter")
        assert here(screen) == "[port]"


def luminance(colour):
    parts = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in Color.parse(colour).normalized
    ]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


@pytest.mark.parametrize(
    "theme", [*load_themes().themes, *BUILTIN_THEMES.values()], ids=lambda t: t.name
)
def test_matches_can_be_read_in_every_theme(theme):
    inks = default_inks(theme) | theme.variables
    for ink in ("ink-match", "ink-match-here"):
        ground, letters = inks[ink], inks[f"{ink}-text"]
        if theme.ansi:
            assert letters != ground
        else:
            darker, lighter = sorted(map(luminance, (ground, letters)))
            assert (lighter + 0.05) / (darker + 0.05) >= 7


@pytest.mark.parametrize("size", [NARROW, WIDE])
async def test_the_search_has_a_line_of_its_own_on_the_screen(seeds, size):
    async with reader(seeds / "pact.txt", size=size) as (pilot, screen):
        await pilot.press("slash", *"said")
        await pilot.pause()
        rows = ["".join(s.text for s in strip) for strip in screen._compositor.render_strips()]
        bar = screen.query_one(SearchBar).region
        assert "/ said" in rows[bar.y]
        assert bar.y == screen.body.region.bottom


async def test_a_click_on_a_mark_beside_the_text_goes_to_its_match(tmp_path):
    rest = "".join(f"\n\nClerk {number} counted the ferries." for number in range(400))
    (tmp_path / "a.txt").write_text(f"The port was closed.{rest}\n\nThe port reopened.")
    async with reader(tmp_path, size=NARROW) as (pilot, screen):
        bar = screen.body.vertical_scrollbar
        await type_keys(pilot, "slash", *"port", "enter")
        first, last = marks(screen)
        await pilot.click(bar, offset=(0, last))
        await pilot.pause()
        assert said(screen).endswith("2 of 2")
        assert screen.document.text[screen.body.match.start :].startswith("port reopened")
        assert here(screen) == "port"
        await pilot.click(bar, offset=(0, first))
        await pilot.pause()
        assert (said(screen).endswith("1 of 2"), here(screen)) == (True, "port")

        # The handle is dragged wherever a mark stands on it.
        middle = bar.size.height // 2
        await pilot.mouse_down(bar, offset=(0, 0))
        await pilot.hover(bar, offset=(0, middle))
        await pilot.mouse_up(bar, offset=(0, middle))
        await pilot.pause()
        assert 30 < screen.body.progress < 70


@pytest.mark.parametrize("opened", ["slash", "ctrl+f"])
async def test_keys_with_alt_type_nothing_as_most_terminals_send_them(seeds, opened):
    async with reader(seeds / "pact.txt") as (pilot, screen):
        await type_keys(pilot, opened, *"Seoul")
        field = pilot.app.focused
        for letter in "cr":
            pilot.app.post_message(events.Key(f"alt+{letter}", letter))
        await type_keys(pilot)
        assert field.value == "Seoul"
        bar = screen.query_one(SearchBar) if opened == "slash" else pilot.app.screen
        assert bar.wanted == Query(words="Seoul", case=True, expression=True)
