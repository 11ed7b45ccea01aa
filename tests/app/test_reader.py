"""What each key does, on the articles that ship with the program."""

import pytest
from msgspec.structs import replace
from opened import NARROW, reader
from small import span_of
from textual.widgets import Input

from briefing.app.screens.export import ExportScreen
from briefing.app.widgets.everything import Everything
from briefing.app.widgets.outline import Place
from briefing.app.widgets.question_list import QuestionList
from briefing.app.widgets.source_list import SourceList
from briefing.model import Restatement
from briefing.spans import is_covered


def title(screen):
    return screen.body._border_title.plain


def shown(screen):
    """The rows of the body that are in view, as words."""
    body = screen.body
    return [
        "".join(segment.text for segment in body.render_line(y)).rstrip()
        for y in range(body.scrollable_content_region.height)
    ]


async def test_it_opens_on_the_first_article_with_its_facts(seeds):
    async with reader(seeds / "pact.txt") as (_, screen):
        assert title(screen) == "Before the first heading"
        assert len(screen.fact_list.facts) > 10
        assert screen.body.chosen == screen.fact_list.facts[0]
        assert screen.outline.here == Place(0, 0)
        assert "said twice" in str(screen.top_bar.render())


async def test_sections_by_key(seeds):
    async with reader(seeds / "pact.txt") as (pilot, screen):
        await pilot.press("n")
        assert title(screen) == "A Clandestine Exchange Unveiled"
        assert shown(screen)[0].strip() == "A Clandestine Exchange Unveiled"
        assert screen.outline.here == Place(0, 1)
        await pilot.press("n", "p")
        assert title(screen) == "A Clandestine Exchange Unveiled"
        await pilot.press("j", "j", "p")
        assert title(screen) == "A Clandestine Exchange Unveiled"
        await pilot.press("p")
        assert title(screen) == "Before the first heading"
        await pilot.press("p")
        assert title(screen) == "Before the first heading"


async def test_the_foot_says_how_far_one_sees_when_the_body_grows_and_shrinks(seeds):
    async with reader(seeds / "pact.txt", size=NARROW) as (pilot, screen):

        def foot():
            return screen.body._border_subtitle.plain

        small = foot()
        assert small == f"{screen.body.progress} %"
        await pilot.press("z")
        await pilot.pause()
        assert foot() == f"{screen.body.progress} %" != small
        await pilot.press("z")
        await pilot.pause()
        assert foot() == small
        await pilot.press("slash")
        await pilot.pause()
        assert foot() == f"{screen.body.progress} %"


async def test_the_foot_of_the_facts_counts_what_the_tab_shows(seeds):
    async with reader(seeds / "pact.txt", size=NARROW) as (pilot, screen):

        def foot():
            return screen.facts_pane._border_subtitle.plain

        facts = f"1 of {len(screen.fact_list.facts)} · by place (s)"
        assert foot() == facts
        await pilot.press("3", "right")
        sources = screen.query_one(SourceList)
        assert foot() == f"1 of {sources.count}"
        await pilot.press("down")
        await pilot.pause()
        assert foot() == f"2 of {sources.count}"
        await pilot.press("right")
        assert foot() == f"1 of {screen.query_one(QuestionList).count}"
        await pilot.press("right", "K", "K", "K", "K", "K", "K")
        await pilot.pause()
        assert foot().endswith(" · by place (s)")


@pytest.mark.parametrize(("larger", "smaller"), [("z", "z"), ("3", "escape"), ("1", "1")])
async def test_the_chosen_fact_stays_in_view_when_the_strip_comes_back(seeds, larger, smaller):
    async with reader(seeds / "pact.txt", size=NARROW) as (pilot, screen):
        few = len(shown(screen))
        await pilot.press(larger)
        await pilot.pause()
        assert not screen.strip.display
        assert len(shown(screen)) > few
        # As far down as there is a fact that the smaller body would not show.
        hidden = screen.body.span_in_view.end
        while screen.body.chosen.claim[0].start < hidden - 200:
            await pilot.press("J")
        chosen, view = screen.body.chosen, screen.body.span_in_view
        await pilot.press(smaller)
        await pilot.pause()
        assert len(shown(screen)) == few
        assert screen.body.span_in_view != view
        assert screen.body.chosen == screen.strip.fact == chosen
        assert chosen.claim[0].start in range(*screen.body.span_in_view)


def told(pilot):
    return [notice.message for notice in pilot.app._notifications]


async def test_unfolding_what_is_out_of_view_leaves_the_reader_where_they_are(seeds):
    async with reader(seeds / "pact.txt", size=NARROW) as (pilot, screen):
        before = shown(screen)
        await pilot.press("u")
        await pilot.pause()
        assert screen.body.folds_closed == 0
        assert shown(screen) == before
        assert told(pilot) == ["1 repeat is open, elsewhere in the text."]
        await pilot.press("u")
        await pilot.pause()
        assert screen.body.folds_closed == 1
        assert shown(screen) == before
        assert told(pilot) == ["1 repeat is folded, elsewhere in the text."]
        await pilot.press("enter")
        assert told(pilot) == ["No repeat is in view."]
        await pilot.press("end", "u")
        await pilot.pause()
        assert "A number of the soldiers" in "".join(shown(screen))


async def test_keys_that_lead_nowhere_say_why(seeds, tmp_path):
    (tmp_path / "plain.txt").write_text("Nothing of the kind.\n")
    async with reader(seeds / "budget.txt", tmp_path / "plain.txt") as (pilot, _):
        for keys, words in (
            ("p", "This is the first section."),
            ("[", "This is the first document."),
            ("nnnnn", "This is the last section."),
            ("]n", "This is the only section."),
            ("J", "No claim was found in this text."),
            ("]", "This is the last document."),
        ):
            await pilot.press(*keys)
            await pilot.pause()
            assert told(pilot) == [words]
    async with reader(tmp_path / "plain.txt") as (pilot, _):
        await pilot.press("]")
        assert told(pilot) == ["This is the only document."]


async def test_a_text_without_folds_says_so(seeds):
    async with reader(seeds / "budget.txt", size=NARROW) as (pilot, _):
        await pilot.press("u")
        assert told(pilot) == ["No repeat is folded in this text."]


async def test_every_section_can_be_reached_and_left(seeds):
    async with reader(seeds / "pact.txt", size=NARROW) as (pilot, screen):
        sections = screen.body.document.sections
        for number in range(1, len(sections)):
            await pilot.press("n")
            assert screen.outline.here == Place(0, number)
        await pilot.press("n")
        assert screen.outline.here == Place(0, len(sections) - 1)
        for number in reversed(range(len(sections) - 1)):
            await pilot.press("p")
            assert screen.outline.here == Place(0, number)


async def test_facts_by_key_move_the_body_and_the_outline(seeds):
    async with reader(seeds / "pact.txt", size=NARROW) as (pilot, screen):
        facts = tuple(screen.fact_list.facts)
        for number in range(1, len(facts)):
            await pilot.press("J")
            fact = screen.body.chosen
            assert fact == facts[number] == screen.strip.fact
            assert screen.fact_list.chosen == number
            view = screen.body.span_in_view
            assert view.start <= fact.claim[0].start < view.end
            assert screen.outline.here == Place(0, fact.section)
        await pilot.press("J")
        assert screen.body.chosen == facts[-1]
        await pilot.press("K")
        assert screen.body.chosen == facts[-2]


async def test_moving_in_the_body_moves_facts_and_outline_but_not_the_focus(seeds):
    async with reader(seeds / "pact.txt", size=NARROW) as (pilot, screen):
        await pilot.press("pagedown", "pagedown")
        view = screen.body.span_in_view
        assert screen.body.chosen.claim[0].start >= view.start
        assert screen.outline.here.section == screen.body.chosen.section
        assert screen.focused is screen.body
        await pilot.press("home")
        assert screen.body.chosen == screen.fact_list.facts[0]
        await pilot.press("end")
        assert screen.body.progress == 100


async def test_lines_and_pages(seeds):
    async with reader(seeds / "pact.txt", size=NARROW) as (pilot, screen):
        top = shown(screen)
        await pilot.press("j")
        assert shown(screen)[:-1] == top[1:]
        await pilot.press("down", "k", "up")
        assert shown(screen) == top
        await pilot.press("space")
        assert screen.body.scroll_offset.y > 1
        await pilot.press("pageup")
        assert shown(screen) == top


async def test_documents_by_key(seeds):
    async with reader(seeds / "pact.txt", seeds / "ferry.md") as (pilot, screen):
        await pilot.press("right_square_bracket")
        assert screen.body.document.path.endswith("ferry.md")
        assert screen.outline.here.entry == 1
        await pilot.press("right_square_bracket")
        assert screen.body.document.path.endswith("ferry.md")
        await pilot.press("left_square_bracket")
        assert screen.body.document.path.endswith("pact.txt")


async def test_a_repeat_is_one_line_until_it_is_opened(seeds):
    async with reader(seeds / "pact.txt", size=NARROW) as (pilot, screen):
        text, repeated = screen.body.document.text, screen.body.document.repeated
        closed = len(screen.body._rows)
        await pilot.press("end")
        assert any("said before" in row and "no word differs" in row for row in shown(screen))
        await pilot.press("enter")
        rows = screen.body._rows
        assert len(rows) > closed
        spans = [rows[number].span for number in range(len(rows))]
        words = "".join(span.of(text) for span in spans)
        assert "".join(words.split()) == "".join(text.split())
        assert any(is_covered(span, repeated) for span in spans)
        await pilot.press("u")
        assert len(screen.body._rows) == closed


async def test_a_click_on_words_chooses_their_fact(seeds):
    async with reader(seeds / "pact.txt") as (pilot, screen):
        wanted = screen.fact_list.facts[1]
        row = screen.body._rows.row_of(wanted.claim[0].start + 3)
        column = wanted.claim[0].start + 3 - screen.body._rows[row].start + 4
        await pilot.click("#body", offset=(column + 1, row + 1))
        assert screen.body.chosen == wanted


async def test_a_click_on_the_sign_of_a_restated_sentence_goes_to_what_it_restates(tmp_path):
    clerks = "".join(f"\n\nClerk {number} counted the ferries." for number in range(100))
    first, again = "The quay is closed, the mayor said.", "Nobody may use the quay."
    (tmp_path / "a.txt").write_text(f"It rained.\n\n{first}{clerks}\n\n{again} Why?")
    async with reader(tmp_path) as (pilot, screen):
        text = screen.document.text
        of, span = span_of(text, first), span_of(text, again)
        restated = (Restatement(span=span, of=of, similarity=0.9),)
        screen.entry.document = replace(screen.document, restatements=restated)
        screen.show_current()
        await pilot.press("end")
        await pilot.pause()
        row, line = next((n, line) for n, line in enumerate(shown(screen)) if "↺" in line)
        await pilot.click("#body", offset=(line.index("↺") + 1, row + 1))
        await pilot.pause()
        view = screen.body.span_in_view
        assert view.start <= of.start < of.end <= view.end
        assert screen.body.chosen.claim[0].start in range(*of)
        # As from every jump, there is a way back.
        await pilot.press("alt+left")
        await pilot.pause()
        assert screen.body.span_in_view.meets(span)


async def test_a_click_on_a_card_shows_its_words(seeds):
    async with reader(seeds / "pact.txt") as (pilot, screen):
        top = screen.fact_list._tops[2] - screen.fact_list.scroll_offset.y
        await pilot.click(type(screen.fact_list), offset=(5, top))
        assert screen.body.chosen == screen.fact_list.facts[2]


async def test_the_chosen_card_opens_and_closes(seeds):
    async with reader(seeds / "pact.txt") as (pilot, screen):
        await pilot.press("3", "3")
        assert screen.focused is screen.fact_list
        opened = len(screen.fact_list._lines)
        await pilot.press("enter")
        assert len(screen.fact_list._lines) < opened
        await pilot.press("space")
        assert len(screen.fact_list._lines) == opened


async def test_cards_by_key(seeds):
    async with reader(seeds / "pact.txt") as (pilot, screen):
        screen.fact_list.focus()
        await pilot.press("end")
        assert screen.body.chosen == screen.fact_list.facts[-1]
        await pilot.press("up", "k")
        assert screen.body.chosen == screen.fact_list.facts[-3]
        await pilot.press("home", "j", "down")
        assert screen.body.chosen == screen.fact_list.facts[2]
        await pilot.press("pagedown")
        assert screen.fact_list.chosen > 2
        await pilot.press("pageup")
        assert screen.fact_list.chosen <= 2


async def test_tabs_of_the_facts_lead_to_sources_and_open_questions(seeds):
    async with reader(seeds / "pact.txt") as (pilot, screen):
        document = screen.body.document
        screen.fact_list.focus()
        await pilot.press("right")
        sources = screen.query_one(SourceList)
        assert screen.focused is sources
        assert sources.count == len(document.sources)
        await pilot.press("end")
        said = document.attributions[document.sources[-1].attributions[0]]
        view = screen.body.span_in_view
        assert view.start <= said.content[0].start < view.end
        assert screen.focused is sources
        await pilot.press("enter")
        assert screen.focused is screen.body
        sources.focus()
        await pilot.press("right")
        questions = screen.query_one(QuestionList)
        assert screen.focused is questions
        await pilot.press("end")
        unresolved = [date.span for date in document.dates if not date.resolved][-1]
        view = screen.body.span_in_view
        assert view.start <= unresolved.start < view.end
        await pilot.press("right")
        assert screen.focused is screen.fact_list
        await pilot.click("#facts", offset=(11, 0))
        assert screen.focused is sources
        await pilot.click("#facts", offset=(3, 0))
        assert screen.focused is screen.fact_list


async def test_tab_goes_round_the_panes(seeds):
    async with reader(seeds / "pact.txt") as (pilot, screen):
        seen = []
        for _ in range(3):
            seen.append(type(screen.focused).__name__)
            await pilot.press("tab")
        assert sorted(seen) == ["Body", "FactList", "OutlineList"]
        assert screen.focused is screen.body


async def test_the_outline_leads_to_sections(seeds):
    async with reader(seeds / "pact.txt") as (pilot, screen):
        screen.outline.focus()
        await pilot.press("j", "j", "enter")
        assert title(screen) == "The Putin-Kim Pact"
        assert screen.focused is screen.body


async def test_panes_give_way_and_come_as_drawers(seeds):
    async with reader(seeds / "pact.txt", size=NARROW) as (pilot, screen):
        assert not screen.outline.display
        assert screen.strip.display
        await pilot.press("1")
        assert screen.outline.display
        assert screen.focused is screen.outline.rows
        await pilot.press("3")
        assert not screen.outline.display
        assert screen.query_one("#facts").display
        await pilot.press("escape")
        assert not screen.query_one("#facts").display
        assert screen.focused is screen.body


async def test_panes_are_hidden_by_key_and_all_at_once(seeds):
    async with reader(seeds / "pact.txt") as (pilot, screen):
        await pilot.press("1")
        assert not screen.outline.display
        await pilot.press("1", "3")
        assert screen.outline.display
        assert not screen.query_one("#facts").display
        await pilot.press("3", "z")
        assert not screen.outline.display
        assert not screen.query_one("#facts").display
        await pilot.press("z")
        assert screen.outline.display


async def test_themes_are_chosen_by_key_and_kept(seeds):
    async with reader(seeds / "pact.txt") as (pilot, screen):
        await pilot.press("t")
        await pilot.press(*"paper")
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        assert screen.app.theme == "paper"
    async with reader(seeds / "pact.txt") as (_, screen):
        assert screen.app.theme == "paper"


async def test_the_brief_is_written_and_nothing_written_over(seeds, tmp_path):
    target = tmp_path / "brief.md"
    async with reader(seeds / "pact.txt") as (pilot, screen):

        async def ask(*presses):
            await pilot.press("e")
            screen.app.screen.query_one(Input).value = str(target)
            await pilot.pause()
            await pilot.press(*presses)
            await pilot.pause()

        await ask("enter")
        assert screen.app.screen is screen
        written = target.read_text(encoding="utf-8")
        assert "pact.txt" in written
        target.write_text("mine")
        await ask("enter")
        assert isinstance(screen.app.screen, ExportScreen)
        assert target.read_text() == "mine"
        await pilot.press("escape")
        assert target.read_text() == "mine"
        await ask("enter", "enter")
        assert target.read_text(encoding="utf-8") == written


@pytest.mark.parametrize("name", ["none/brief.md", "~nobody-at-all/brief.md", f"{'b' * 300}.md"])
async def test_a_brief_that_cannot_be_written_says_why(seeds, tmp_path, monkeypatch, name):
    monkeypatch.chdir(tmp_path)
    async with reader(seeds / "pact.txt") as (pilot, screen):
        await pilot.press("e")
        screen.app.screen.query_one(Input).value = name
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(screen.app.screen, ExportScreen)
        assert screen.app.screen.has_class("-problem")


async def test_a_file_that_cannot_be_read_says_why_and_the_rest_is_read(tmp_path):
    (tmp_path / "a.txt").write_bytes(b"\x7fELF\x00\x00\x00")
    (tmp_path / "b.txt").write_text("The port was closed on Monday, the mayor said.")
    async with reader(tmp_path, tmp_path / "none.txt") as (pilot, screen):
        assert len(shown(screen)[0].strip()) > 20
        await pilot.press("e")
        assert screen.app.screen is screen
        await pilot.press("right_square_bracket")
        assert "The port was closed" in shown(screen)[0]
        await pilot.press("right_square_bracket")
        assert "no such file" in shown(screen)[0]


async def test_an_empty_folder_says_so(tmp_path):
    async with reader(tmp_path) as (_, screen):
        assert "empty" in shown(screen)[0]


async def test_another_language_keeps_its_outline_and_says_what_is_missing(seeds):
    async with reader(seeds / "hafen.de.txt") as (pilot, screen):
        assert not screen.fact_list.facts
        assert "Facts are read in English only." in str(screen.query_one(Everything).render())
        await pilot.press("n")
        assert screen.outline.here == Place(0, 1)


async def test_resizing_keeps_the_place(seeds):
    async with reader(seeds / "pact.txt") as (pilot, screen):
        await pilot.press("n", "n", "n")
        await pilot.resize_terminal(*NARROW)
        await pilot.pause()
        assert title(screen) == "Troops for Technology"
        assert shown(screen)[0].strip() == "Troops for Technology"
        assert not screen.outline.display


async def test_brackets_in_a_text_are_shown_as_written(tmp_path):
    (tmp_path / "[red]a.txt").write_text("The [bold]port[/] was [@click=app.quit]closed[/].")
    async with reader(tmp_path) as (_, screen):
        assert "The [bold]port[/] was [@click=app.quit]closed[/]." in shown(screen)[0]
        assert "[red]a.txt" in str(screen.top_bar.render())
        rows = screen.outline.rows
        assert "[red]a.txt" in "".join(segment.text for segment in rows.render_line(0))


@pytest.mark.parametrize("size", [(20, 6), (40, 10), (300, 100)])
async def test_any_size_is_survived(seeds, size):
    async with reader(seeds / "pact.txt", size=size) as (pilot, screen):
        await pilot.press("n", "J", "1", "3", "pagedown", "end", "enter", "z", "home")
        assert screen.body.display
