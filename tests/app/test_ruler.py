"""The reading ruler in the reader: one key, the facts go with it, and it is there the next day."""

import pytest
from opened import NARROW, WIDE, reader

from briefing.app.widgets.body_rows import MARGIN


def ruled(screen):
    """What is under the ruler."""
    body = screen.body
    drawn = [body.render_line(y).text.rstrip() for y in range(body.size.height)]
    [line] = [line for line in drawn if line.startswith("▸") and line.endswith("◂")]
    return line[MARGIN:-1].strip()


@pytest.mark.parametrize("size", [NARROW, WIDE])
async def test_the_facts_go_with_the_ruler_and_the_ruler_with_the_facts(seeds, size):
    async with reader(seeds / "pact.txt", size=size) as (pilot, screen):
        await pilot.press("r")
        text, first = screen.document.text, ruled(screen)
        assert text.startswith(first[:40])
        await pilot.press(*["down"] * 9)
        await pilot.pause()
        under = text.index(ruled(screen))
        chosen = screen.body.chosen
        assert chosen != screen.fact_list.facts[0]
        assert chosen.span.start < under + 80
        await pilot.press("J", "J")
        await pilot.pause()
        start = screen.body.chosen.claim[0].start
        assert text[start : start + 8] in ruled(screen)


async def test_the_ruler_lies_there_in_the_next_run_until_it_is_taken_away(seeds):
    for keys, there in (["r"], True), ([], True), (["r"], False), ([], False):
        async with reader(seeds / "pact.txt") as (pilot, screen):
            await pilot.press(*keys)
            await pilot.pause()
            assert screen.body.ruler == there
            drawn = screen.body.render_line(0).text
            assert drawn.startswith("▸") == there
