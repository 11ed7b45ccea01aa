"""The palette has every action that is possible now, by its words, with its keys."""

from opened import NARROW, reader

from briefing.app.keys.catalogue import PANES, READER, declared
from briefing.app.screens.palette import ActionProvider, Palette
from briefing.app.state import Memory


async def offered(screen):
    provider = ActionProvider(screen)
    return [hit async for hit in provider.discover()]


async def test_every_action_of_the_reader_is_offered_once(seeds):
    async with reader(seeds / "pact.txt") as (_, screen):
        hits = await offered(screen)
        words = [(hit.text, hit.help) for hit in hits]
        assert len(words) == len(set(words))
        shown = {hit.text for hit in hits}
        for name in ("Next section", "Read the text alone", "Previous fact", "Line up", "Card up"):
            assert name in shown


async def test_what_is_not_possible_is_not_offered(seeds):
    async with reader(seeds / "pact.txt") as (pilot, screen):
        shown = {hit.text for hit in await offered(screen)}
        assert "Next match of the search" not in shown
        assert "Back to where you were" not in shown
        await pilot.press("slash", *"the", "enter")
        await pilot.pause()
        assert "Next match of the search" in {hit.text for hit in await offered(screen)}


async def test_what_a_field_has_put_other_keys_over_is_not_offered(seeds):
    async with reader(seeds / "pact.txt") as (pilot, screen):
        screen.outline.focus()
        await pilot.press("backslash")
        assert screen.outline.field.has_focus
        shown = {hit.text for hit in await offered(screen)}
        assert {"Open", "Show all titles again"} <= shown
        assert "First match" not in shown
        await pilot.press("escape", "slash")
        await pilot.pause()
        assert "First match" in {hit.text for hit in await offered(screen)}


async def test_panes_that_are_hidden_offer_nothing(seeds):
    async with reader(seeds / "pact.txt", size=NARROW) as (pilot, screen):
        assert "Card up" not in {hit.text for hit in await offered(screen)}
        await pilot.press("3")
        await pilot.pause()
        assert "Card up" in {hit.text for hit in await offered(screen)}


async def test_an_action_is_done_in_its_own_pane(seeds):
    async with reader(seeds / "pact.txt") as (pilot, screen):
        chosen = screen.fact_list.chosen
        await pilot.press("ctrl+p")
        assert isinstance(screen.app.screen, Palette)
        await pilot.press(*"Card down")
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        assert screen.app.screen is screen
        assert screen.fact_list.chosen == chosen + 1
        assert screen.body.has_focus


async def test_leaving_stands_last_and_keys_stand_beside_the_words(seeds):
    async with reader(seeds / "pact.txt") as (_, screen):
        hits = await offered(screen)
        assert "Quit" not in hits[0].text
        assert [hit.text for hit in hits[-3:]] == ["Quit", "Quit at once", "Say how to quit"]
        rows = {hit.text: str(hit.display) for hit in hits}
        assert rows["Next section"].endswith("   n")
        assert rows["Find words"].endswith("   /")


async def test_themes_are_found_by_name(seeds):
    async with reader(seeds / "pact.txt") as (pilot, screen):
        await pilot.press("ctrl+p", *"theme paper")
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        assert screen.app.theme == "paper"
    assert Memory().choices.theme == "paper"


async def test_the_palette_moves_and_closes(seeds):
    async with reader(seeds / "pact.txt") as (pilot, screen):
        await pilot.press("ctrl+p")
        await pilot.pause()
        palette = screen.app.screen
        rows = palette.query_one("CommandList")
        at = []
        for key in ("down", "up", "pagedown", "pageup", "ctrl+end", "ctrl+home"):
            await pilot.press(key)
            at.append(rows.highlighted)
        assert at[0] == 1
        assert at[1] == 0
        assert at[2] > 5
        assert at[3] == 0
        assert at[4] == rows.option_count - 1
        assert at[5] == 0
        await pilot.press("escape")
        await pilot.pause()
        assert screen.app.screen is screen


def test_everything_the_catalogue_knows_has_words():
    assert all(b.tooltip or b.description for pane in PANES for b in declared(pane))
    assert {b.id for b in declared(READER)} >= {"quit", "help", "palette", "go", "travel.back"}
