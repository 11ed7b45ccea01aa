"""How the screen looks, at three sizes and in every state that a reader meets.

After a deliberate change: pytest tests/app/test_looks.py --snapshot-update, and look at the
pictures before they are committed.
"""

from asyncio import timeout

import pytest

from briefing.app import BriefingApp

NARROW, MEDIUM, WIDE = (80, 24), (100, 30), (160, 48)


@pytest.fixture
def looks(snap_compare):
    """Compare the screen, once everything is read and analysed, with its picture."""

    def compare(*paths, size, keys=(), theme="night"):
        app = BriefingApp([str(path) for path in paths])
        app.theme = theme

        async def ready(pilot):
            async with timeout(60):
                # How far the reading is stands there a moment later.
                while app.screen.busy or app.screen._progress_timer is not None:
                    await pilot.pause()
            for key in keys:
                await pilot.press(key)
                await app.workers.wait_for_complete()
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
@pytest.mark.parametrize("size", [NARROW, MEDIUM, WIDE], ids=["80x24", "100x30", "160x48"])
def test_an_article_with_a_fact_chosen(looks, seeds, size, theme):
    paths = [seeds / "pact.txt", seeds / "ferry.md", seeds / "strike.html"]
    assert looks(*paths, size=size, keys=["J"], theme=theme)


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


def test_a_filter_that_leaves_nothing(looks, seeds):
    keys = ["f", "space", "end", "k", "space", "enter"]
    assert looks(seeds / "pact.txt", size=MEDIUM, keys=keys)


@pytest.mark.parametrize("theme", ["night", "paper"])
def test_a_search_at_its_second_match(looks, seeds, theme):
    keys = ["slash", *"hafen", "enter", "n"]
    assert looks(seeds / "hafen.de.txt", size=MEDIUM, keys=keys, theme=theme)


def test_an_expression_that_is_broken(looks, seeds):
    keys = ["slash", "alt+r", "left_parenthesis"]
    assert looks(seeds / "hafen.de.txt", size=NARROW, keys=keys)


def test_a_text_without_facts(looks, written):
    assert looks(written("Ports and ferries.\n"), size=NARROW)


def test_a_text_in_another_language(looks, seeds):
    assert looks(seeds / "hafen.de.txt", size=WIDE)


def test_a_file_that_cannot_be_read(looks, written):
    assert looks(written("   \n", "empty.txt"), written("The port is open."), size=MEDIUM)


def test_names_and_headings_far_too_long(looks, written):
    heading = "What the harbour master of the old port of Harwick told the inquiry " * 3
    text = f"The port was closed, the mayor said.\n\n{heading.strip()}\n\nIt rained, she said.\n"
    assert looks(written(text, "a-very-long-name-" * 6 + ".txt"), size=WIDE)


def test_wide_and_combining_characters(looks, written):
    text = "The 首相 of the island resigned, 読売新聞 said. Cafe\u0301 owners 👍🏽 may reopen.\n"
    assert looks(written(text * 3), size=NARROW)
