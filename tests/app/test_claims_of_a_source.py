"""From the tab with the sources to what one of them claims."""

import pytest
from opened import NARROW, WIDE, reader, until

from briefing.app.widgets.key_bar import KeyBar


@pytest.mark.parametrize("size", [NARROW, WIDE])
async def test_claims_of_a_source_are_shown_by_key_and_all_again(seeds, size):
    async with reader(seeds / "ferry.md", size=size) as (pilot, screen):
        everything = tuple(screen.fact_list.facts)
        await pilot.press("g", "s", "down", "c")
        await until(pilot, lambda: screen.facts_pane.tab == "facts")
        assert screen.facts_pane.filter.sources == {1}
        assert 0 < len(screen.fact_list.facts) < len(everything)
        assert screen.fact_list.has_focus
        await pilot.press("g", "s", "down", "c")
        await until(pilot, lambda: screen.facts_pane.filter.sources == {2})
        await pilot.press("g", "s", "c")
        await until(pilot, lambda: not screen.facts_pane.filter)
        assert tuple(screen.fact_list.facts) == everything


async def test_whoever_filters_sees_what_is_left(seeds):
    async with reader(seeds / "ferry.md") as (pilot, screen):
        await pilot.press("g", "s", "f", "escape")
        await pilot.pause()
        assert screen.facts_pane.tab == "sources"
        await pilot.press("f", "space", "enter")
        await until(pilot, lambda: screen.facts_pane.filter)
        assert screen.facts_pane.tab == "facts"


async def test_a_tab_that_is_turned_to_again_is_where_it_was(seeds):
    async with reader(seeds / "ferry.md") as (pilot, screen):
        await pilot.press("g", "s", "down", "down", "g", "f", "g", "s")
        await until(pilot, lambda: screen.facts_pane.tab == "sources")
        assert screen.facts_pane.rows.chosen == 2


async def test_a_filter_is_taken_away_by_one_key(seeds):
    async with reader(seeds / "ferry.md") as (pilot, screen):
        everything, foot = tuple(screen.fact_list.facts), screen.query_one(KeyBar)
        assert "x All facts" not in str(foot.render())
        await pilot.press("f", "space", "enter")
        await until(pilot, lambda: 0 < len(screen.fact_list.facts) < len(everything))
        await pilot.pause()
        assert "x All facts" in str(foot.render())
        await pilot.press("x")
        await pilot.pause()
        assert tuple(screen.fact_list.facts) == everything
        assert "x All facts" not in str(foot.render())
