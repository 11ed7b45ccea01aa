"""The open questions go with the body, as the facts do."""

from opened import reader, until


def asked(screen):
    """The words that leave open what the chosen row asks."""
    rows, document = screen.facts_pane.rows, screen.document
    return rows.words(document, rows._numbers[rows.chosen])


async def test_the_question_in_view_is_chosen_while_the_body_moves(seeds):
    async with reader(seeds / "budget.txt", size=(160, 24)) as (pilot, screen):
        await pilot.press("g", "q", "2")
        await until(pilot, lambda: screen.facts_pane.tab == "questions")
        first = asked(screen)
        await pilot.press("end")
        await pilot.pause()
        last = asked(screen)
        assert last.start > first.start
        assert last.start in range(*screen.body.span_in_view)
        assert screen.body.has_focus
        await pilot.press("up")
        await pilot.pause()
        assert asked(screen) == last
        await pilot.press("home")
        await pilot.pause()
        assert asked(screen) == first


async def test_a_question_that_is_gone_to_stays_chosen(seeds):
    async with reader(seeds / "budget.txt", size=(160, 24)) as (pilot, screen):
        await pilot.press("g", "q", "home")
        for number in range(screen.facts_pane.rows.count):
            assert screen.facts_pane.rows.chosen == number
            await pilot.press("down")
            await pilot.pause()
