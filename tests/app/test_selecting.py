"""Selecting words of the article, by key and by mouse, and copying them."""

import pytest
from opened import MEDIUM, NARROW, WIDE, reader
from rich.style import Style

from briefing.app.screens.reader import copying
from briefing.app.widgets.body_rows import MARGIN

TEXT = """# The harbour

Officials said the quay was allegedly damaged. Two ferries wait outside. Nobody sails.

The mayor, who was away, returned on Monday to see what a night of wind had left of it.

## What is next

漢字 and 👍🏽 stand here, and café too.
"""


@pytest.fixture
def article(tmp_path):
    path = tmp_path / "harbour.md"
    path.write_text(TEXT)
    return path


def picked(screen):
    """The words that are selected."""
    return screen.selected.of(screen.document.text) if screen.selected else None


def under_caret(screen):
    return screen.body.caret.of(screen.document.text)


def copied(screen):
    return screen.app.clipboard


def told(screen):
    """The last notification."""
    return [note.message for note in screen.app._notifications][-1]


def inked(screen, test):
    """Words in view whose style passes a test."""
    body = screen.body
    segments = [
        segment
        for y in range(body.scrollable_content_region.height)
        for segment in body.render_line(y)
    ]
    return [s.text for s in segments if s.style is not None and test(s.style)]


async def place_of(screen, words):
    """Where on the screen words begin."""
    body = screen.body
    row = body._rows.row_of(screen.document.text.index(words))
    region = body.content_region
    start = body._rows[row].start
    x = region.x + MARGIN + screen.document.text.index(words) - start
    return x, region.y + row - body.scroll_offset.y


async def test_what_one_key_said_gives_way_to_what_the_next_one_says(article):
    async with reader(article, size=NARROW) as (pilot, _):
        pilot.app.warn(["A theme has a mistake."], title="Themes")
        await pilot.press("y", "l", "y", "Y")
        await pilot.pause()
        said = [note.message for note in pilot.app._notifications]
        assert said[0] == "A theme has a mistake."
        assert len(said) == 2
        assert "reference" in said[1]


async def test_v_selects_the_sentence_of_the_fact_and_again_begins_anew(article):
    async with reader(article) as (pilot, screen):
        await pilot.press("v")
        sentence = screen.body.chosen.span.of(screen.document.text)
        assert picked(screen) == sentence
        assert under_caret(screen) == sentence[-1]
        await pilot.press("v")
        assert picked(screen) == sentence[-1]
        await pilot.press("escape")
        assert picked(screen) is None
        assert screen.body.caret is None
        assert screen.focused is screen.body


@pytest.mark.parametrize(
    ("keys", "words"),
    [
        ([], "T"),
        (["right"], "Th"),
        (["l", "l", "h"], "Th"),
        (["right", "right", "left"], "Th"),
        (["w"], "The"),
        (["w", "w"], "The harbour"),
        (["ctrl+right", "ctrl+right"], "The harbour"),
        (["w", "w", "b"], "The h"),
        (["w", "w", "ctrl+left"], "The h"),
        (["j"], "The harbour\n\nO"),
        (["down", "down", "up", "k"], "T"),
        (["j", ")"], "The harbour\n\nOfficials said the quay was allegedly damaged."),
        (["j", "v", ")", ")"], "Officials said … outside."),
        (["j", "v", ")", ")", "("], "Officials said the quay was allegedly damaged. T"),
        (["}", "}", "{"], "The harbour\n\nO"),
        (["j", "v", "end"], "Officials … wait"),
        (["j", "v", "$", "0"], "O"),
        (["j", "v", "end", "home"], "O"),
        (["ctrl+end"], "The … too."),
        (["ctrl+end", "ctrl+home"], "T"),
        (["pagedown", "pageup"], "T"),
    ],
)
async def test_the_caret_moves_by_key(article, keys, words):
    async with reader(article) as (pilot, screen):
        # From the first word, and not from the sentence of a fact.
        await pilot.press("v", "ctrl+home", "v", *keys)
        first, _, last = words.partition("…")
        assert picked(screen).startswith(first)
        assert picked(screen).endswith(last)
        assert last or picked(screen) == first
        assert screen.focused is screen._select_bar


async def test_o_lets_the_other_end_move(article):
    async with reader(article) as (pilot, screen):
        await pilot.press("v", "ctrl+home", "v", "w", "o")
        assert under_caret(screen) == "T"
        await pilot.press("right")
        assert picked(screen) == "he"


async def test_a_caret_takes_what_a_reader_takes_for_one_character(article):
    async with reader(article) as (pilot, screen):
        await pilot.press("v", "ctrl+end", "v", "{", "v")
        assert under_caret(screen) == "漢"
        await pilot.press(*["right"] * 7)
        assert under_caret(screen) == "👍🏽"
        assert picked(screen) == "漢字 and 👍🏽"
        # The selection has a tint, and the caret is the other way round.
        assert "👍🏽" in inked(screen, lambda style: style.reverse)


async def test_the_bar_says_how_much_and_which_keys(article):
    async with reader(article, size=MEDIUM) as (pilot, screen):
        await pilot.press("v", "ctrl+home", "v")
        bar = screen._select_bar
        assert str(bar.render()) == "1 character · y copies · Y cites · Esc ends"
        await pilot.press("w")
        assert str(bar.render()).startswith("3 characters · ")
        assert len(str(bar.render())) <= bar.size.width
        await pilot.press("escape")
        assert not bar.display


async def test_the_caret_takes_the_text_along(tmp_path):
    text = "\n\n".join(f"Clerk {number} counted the boats." for number in range(80))
    (tmp_path / "a.txt").write_text(text)
    async with reader(tmp_path / "a.txt", size=NARROW) as (pilot, screen):
        await pilot.press("v", "ctrl+home", "v")
        for key in ("pagedown", "pagedown", "down", "}", "ctrl+end", "pageup", "up", "{"):
            await pilot.press(key)
            view = screen.body.span_in_view
            assert view.start <= screen.body.caret.start < view.end, key
        assert screen.body.scroll_offset.y > 0


async def test_y_copies_what_is_selected_and_ends(article):
    async with reader(article) as (pilot, screen):
        await pilot.press("v", "ctrl+home", "v", "}", "}", "y")
        assert copied(screen).startswith("The harbour\n\nOfficials said the quay")
        assert "\n" not in copied(screen).split("\n\n")[1]
        assert told(screen) == f"Copied {len(copied(screen)):,} characters."
        assert picked(screen) is None
        assert screen.focused is screen.body


async def test_capital_y_says_where_it_stands(article):
    async with reader(article) as (pilot, screen):
        await pilot.press("v", "ctrl+end", "v", "{", "Y")
        words, names, place = copied(screen).replace("\n\n", "\n").split("\n")
        assert words == "漢字 and 👍🏽 stand here, and café too."
        assert names == "The harbour, no day of publication"
        start = screen.document.text.index("漢")
        end = len(screen.document.text)
        assert place == (
            f"{screen.document.path} § What is next, paragraph 1, characters {start}–{end}"
        )
        assert told(screen).endswith("with their reference.")


async def test_y_copies_the_fact_with_what_limits_it(article):
    async with reader(article) as (pilot, screen):
        await pilot.press("y")
        claim, source, caveats = copied(screen).splitlines()
        assert "the quay was" in claim
        assert source == "alleged · Officials"
        assert "accusation “allegedly”" in caveats
        await pilot.press("Y")
        assert copied(screen).startswith(f"{claim}\n{source}\n{caveats}\n\nThe harbour, ")
        # On a card it is the same.
        screen.fact_list.focus()
        await pilot.press("y")
        assert copied(screen) == f"{claim}\n{source}\n{caveats}"


async def test_without_anything_to_copy_it_says_so(tmp_path):
    (tmp_path / "a.txt").write_text("")
    async with reader(tmp_path / "a.txt") as (pilot, screen):
        await pilot.press("y")
        assert told(screen) == "Nothing is selected."
        await pilot.press("v")
        assert told(screen) == "There is no text to select."
        assert copied(screen) == ""


async def test_too_much_is_not_copied(article, monkeypatch):
    monkeypatch.setattr(copying, "_MOST", 20)
    async with reader(article) as (pilot, screen):
        await pilot.press("v", "ctrl+home", "v", "ctrl+end", "y")
        assert copied(screen) == ""
        assert "select fewer than 20" in told(screen)
        assert picked(screen) is not None  # so that it can be made smaller


async def test_hostile_words_are_cleaned(tmp_path):
    (tmp_path / "a.txt").write_text("A port\x1b]52;c;eA==\x07 and \u202etrop are shut.")
    async with reader(tmp_path / "a.txt") as (pilot, screen):
        await pilot.press("v", "ctrl+home", "v", "ctrl+end", "y")
        assert copied(screen).startswith("A port\ufffd]52;c;eA==\ufffd and \ufffdtrop")


async def test_a_drag_selects_and_chooses_nothing(article):
    async with reader(article) as (pilot, screen):
        chosen = screen.body.chosen
        start, end = await place_of(screen, "mayor"), await place_of(screen, "returned")
        await pilot.mouse_down(offset=start)
        await pilot.hover(offset=(end[0] + 2, end[1]))
        await pilot.mouse_up(offset=(end[0] + 2, end[1]))
        await pilot.pause()
        assert picked(screen) == "mayor, who was away, ret"
        assert screen.body.chosen == chosen
        assert "mayor, who was away, ret" in "".join(
            inked(screen, lambda style: style.bgcolor == selection_style(screen).bgcolor)
        )
        await pilot.press("ctrl+c")
        assert copied(screen) == "mayor, who was away, ret"
        assert picked(screen) is None


def selection_style(screen) -> Style:
    return screen.get_component_rich_style("screen--selection")


async def test_a_drag_over_lines_and_empty_rows_copies_paragraphs(article):
    async with reader(article, size=NARROW) as (pilot, screen):
        start, end = await place_of(screen, "Nobody sails"), await place_of(screen, "The mayor")
        await pilot.mouse_down(offset=start)
        await pilot.hover(offset=(end[0] + 8, end[1] - 1))  # between the paragraphs
        assert picked(screen).strip() == "Nobody sails."
        await pilot.hover(offset=(end[0] + 8, end[1]))
        await pilot.mouse_up(offset=(end[0] + 8, end[1]))
        await pilot.press("y")
        assert copied(screen) == "Nobody sails.\n\nThe mayor"


async def test_a_drag_up_to_the_border_ends_at_that_row(article):
    async with reader(article) as (pilot, screen):
        start = await place_of(screen, "returned")
        border = screen.body.region.x
        await pilot.mouse_down(offset=start)
        await pilot.hover(offset=(border, start[1]))
        await pilot.mouse_up(offset=(border, start[1]))
        assert picked(screen).startswith("The mayor, who was away,")


async def test_clicks_choose_twice_a_word_thrice_a_paragraph(article):
    async with reader(article) as (pilot, screen):
        place = await place_of(screen, "ferries")
        await pilot.click(offset=(place[0] + 2, place[1]))
        assert picked(screen) is None
        assert "ferries" in screen.body.chosen.span.of(screen.document.text)
        await pilot.click(offset=(place[0] + 2, place[1]), times=2)
        assert picked(screen) == "ferries"
        await pilot.click(offset=(place[0] + 2, place[1]), times=3)
        assert picked(screen).startswith("Officials")
        assert picked(screen).endswith("Nobody sails.")
        await pilot.press("escape")
        assert picked(screen) is None


async def test_v_goes_on_from_what_the_mouse_has_selected(article):
    async with reader(article) as (pilot, screen):
        place = await place_of(screen, "ferries")
        await pilot.click(offset=place, times=2)
        await pilot.press("v", "w")
        assert picked(screen) == "ferries wait"


async def test_a_click_or_another_pane_ends_selecting_by_key(article):
    async with reader(article) as (pilot, screen):
        await pilot.press("v")
        await pilot.click(offset=await place_of(screen, "mayor"))
        assert picked(screen) is None
        assert screen.body.caret is None
        await pilot.press("v", "tab")
        assert picked(screen) is None
        assert not screen._select_bar.display


async def test_a_selection_stays_on_its_words_when_the_lines_change(article):
    async with reader(article, size=WIDE) as (pilot, screen):
        await pilot.press("v", "ctrl+home", "v", "}", "}")
        before = picked(screen)
        await pilot.resize_terminal(*NARROW)
        await pilot.pause()
        assert picked(screen) == before
        await pilot.press("left")
        assert picked(screen) == before[:-1]


async def test_another_document_takes_no_selection_along(article):
    (article.parent / "other.txt").write_text("Another text, and nothing in it is selected.")
    async with reader(article.parent) as (pilot, screen):
        await pilot.press("v", "]")
        assert picked(screen) is None
        assert screen.focused is screen.body


async def test_a_closed_fold_is_passed_over_and_not_copied(tmp_path):
    told_twice = "The quay was shut on Monday after the storm, said the harbour office of the town."
    text = f"# News\n\n{told_twice}\n\nBoats wait.\n\n## Again\n\n{told_twice}\n\nNobody sails."
    (tmp_path / "a.md").write_text(text)
    async with reader(tmp_path / "a.md") as (pilot, screen):
        assert screen.body.folds_closed == 1
        await pilot.press("v", "ctrl+home", "v", "ctrl+end", "y")
        assert copied(screen).count("The quay was shut") == 1
        assert copied(screen).endswith("Nobody sails.")
        await pilot.press("u", "v", "ctrl+home", "v", "ctrl+end", "y")
        assert copied(screen).count("The quay was shut") == 2


async def test_the_selection_is_the_only_ground_and_its_words_keep_their_ink(article):
    async with reader(article) as (pilot, screen):
        ground = selection_style(screen).bgcolor
        chosen = screen.body._painter.inks["chosen"].bgcolor
        assert inked(screen, lambda style: style.bgcolor == chosen)
        await pilot.press("v", "left")
        sentence = picked(screen)
        assert "".join(inked(screen, lambda style: style.bgcolor == ground)) == sentence
        assert not inked(screen, lambda style: style.bgcolor == chosen)
        trigger = screen.body._painter.inks["trigger"].color
        assert (
            inked(screen, lambda s: s.bgcolor == ground and s.color == trigger)[-1] == "allegedly"
        )
        assert not inked(screen, lambda s: s.bgcolor == ground and s.color == ground)
        assert inked(screen, lambda style: style.reverse) == [sentence[-1]]


async def test_on_a_terminals_own_colours_the_selection_is_turned_over(article):
    async with reader(article) as (pilot, screen):
        screen.app.theme = "terminal"
        await pilot.press("v", "ctrl+home", "v", "w")
        assert inked(screen, lambda style: style.reverse) == ["Th"]
        assert inked(screen, lambda style: style.reverse is False) == ["e"]


async def test_keys_in_one_burst_mean_the_fact_that_was_gone_to(seeds):
    async with reader(seeds / "pact.txt", size=NARROW) as (pilot, screen):
        facts = screen.fact_list.facts
        for key in (*["J"] * 12, "v", "left"):
            screen.app.simulate_key(key)
        await pilot.pause()
        sentence = facts[12].span.of(screen.document.text)
        assert picked(screen) == sentence[:-1]
        await pilot.press("escape")
        for key in ("J", "y"):
            screen.app.simulate_key(key)
        await pilot.pause()
        words = screen.app.clipboard.split("\n")[0].split(" … ")[0]
        assert words in " ".join(facts[13].span.of(screen.document.text).split())
        assert words not in sentence
