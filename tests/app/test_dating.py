"""The day of publication is asked for, kept beside the article, and dates resolve by it."""

import os
from asyncio import timeout
from datetime import date

import pytest
from opened import reader

from briefing.app.day_keeping import keep_day
from briefing.app.screens.day import DayScreen
from briefing.errors import OutputError
from briefing.library.standard_input import laid_apart

LETTERS = "abcdefghijklmnopqrstuvwxyz"
TEXT = "The harbour board approved the ferry terminal on Monday, officials said.\n\n" + "\n\n".join(
    f"Pier {a * 3} holds {b * 4} and {a * 2}{b * 3} crates." for a in LETTERS for b in "xyz"
)


@pytest.fixture
def article(tmp_path):
    path = tmp_path / "ferry.txt"
    path.write_text(TEXT)
    return path


def side_of(article):
    return article.with_name(f"{article.name}.meta.yaml")


async def answer(pilot, words):
    await pilot.press("d")
    pilot.app.screen.field.value = words
    await pilot.pause()
    await pilot.press("enter")
    await pilot.pause()


async def until_dated(pilot, day):
    screen = pilot.app.screen
    async with timeout(60):
        while screen.document is None or screen.document.published != day:
            await pilot.pause()
        while screen.entry.summary is None:
            await pilot.pause()


async def test_day_is_kept_beside_the_article_and_dates_resolve(article):
    async with reader(article) as (pilot, screen):
        assert screen.document.dates[0].value is None
        await pilot.press("end")
        await pilot.pause()
        before = screen.body.offset_in_view
        assert before > 0
        await answer(pilot, "6 November 2024")
        await until_dated(pilot, date(2024, 11, 6))
        assert side_of(article).read_text() == "published: 2024-11-06\n"
        assert screen.document.published_from == "side"
        assert screen.document.dates[0].value == "2024-11-04"
        assert screen.body.offset_in_view == before
        await answer(pilot, "")
        await until_dated(pilot, None)
        assert not side_of(article).exists()


async def test_what_is_known_and_what_is_typed_is_said_at_once(article):
    side_of(article).write_text("published: 2024-11-06\n")
    async with reader(article) as (pilot, screen):
        await pilot.press("d")
        await pilot.pause()
        asked = pilot.app.screen
        assert isinstance(asked, DayScreen)
        known = str(asked.query_one("#known").content)
        assert known == "Wednesday 6 November 2024, from the side file beside it"
        assert asked.field.value == "2024-11-06"
        for words, said in (
            ("Nov. 5, 2024", "Tuesday 5 November 2024"),
            ("yesterday", "Write a whole day"),
            ("31 February 2024", "Write a whole day"),
            ("", "The side file will no longer say a day."),
        ):
            asked.field.value = words
            await pilot.pause()
            assert str(asked.understood.content).startswith(said)
        asked.field.value = "yesterday"
        await pilot.press("enter")
        await pilot.pause()
        assert pilot.app.screen is asked
        await pilot.press("escape")
        await pilot.pause()
        assert pilot.app.screen is screen
    assert side_of(article).read_text() == "published: 2024-11-06\n"


async def test_day_that_the_text_says_is_not_written_again(article):
    article.write_text(f"Published: 5 November 2024\n\n{TEXT}")
    async with reader(article) as (pilot, screen):
        await pilot.press("d")
        await pilot.pause()
        assert "as the text itself says" in str(pilot.app.screen.query_one("#known").content)
        await pilot.press("enter")
        await pilot.pause()
        assert pilot.app.screen is screen
    assert not side_of(article).exists()


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="no permissions of this kind")
async def test_folder_that_takes_nothing_is_one_sentence(article, monkeypatch):
    def refuse(*_, **__):
        raise OutputError("No permission to write \x1bferry.txt.meta.yaml.")

    monkeypatch.setattr("briefing.app.day_keeping.write_whole", refuse)
    async with reader(article) as (pilot, screen):
        await answer(pilot, "2024-11-06")
        [said] = [notice.message for notice in pilot.app._notifications]
        assert said == "No permission to write �ferry.txt.meta.yaml."
        assert screen.document.published is None


async def test_standard_input_keeps_its_day_until_the_end(tmp_path):
    with laid_apart(TEXT.encode()) as found:
        async with reader(found) as (pilot, screen):
            await pilot.press("d")
            await pilot.pause()
            said = str(pilot.app.screen.query_one("#where").content)
            assert "Standard input has no place to keep it in" in said
            await pilot.press("escape")
            await answer(pilot, "2024-11-06")
            await until_dated(pilot, date(2024, 11, 6))
            assert screen.document.dates[0].value == "2024-11-04"
        folder = found.path.parent
    assert not folder.exists()


def test_all_else_in_the_side_file_stays(article):
    side_of(article).write_text("# ours\ntitle: Ferry # so\npublished: 1999-01-01\n")
    keep_day(article, date(2024, 11, 6))
    assert side_of(article).read_text() == "# ours\ntitle: Ferry # so\npublished: 2024-11-06\n"
    keep_day(article, None)
    assert side_of(article).read_text() == "# ours\ntitle: Ferry # so\n"
    assert sorted(path.name for path in article.parent.iterdir()) == [
        "ferry.txt",
        "ferry.txt.meta.yaml",
    ]


def test_link_that_leads_elsewhere_is_not_followed(article, tmp_path_factory):
    elsewhere = tmp_path_factory.mktemp("elsewhere") / "theirs.yaml"
    elsewhere.write_text("title: theirs\n")
    side_of(article).symlink_to(elsewhere)
    for day in (date(2024, 11, 6), None):
        with pytest.raises(OutputError, match="leads elsewhere"):
            keep_day(article, day)
    assert elsewhere.read_text() == "title: theirs\n"
