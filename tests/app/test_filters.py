"""What the filter of the facts and their order do, by key and by mouse."""

from opened import NARROW, reader, until
from textual.widgets import Static

from briefing.app.screens.filter import ChoiceList, FilterScreen


def said(screen):
    """The line above the cards."""
    return str(screen.query_one("#filtered", Static).render())


def foot(screen):
    return screen.facts_pane._border_subtitle.plain


def drawn(widget):
    """What a widget that draws lines shows, as words."""
    height = widget.scrollable_content_region.height
    rows = ["".join(piece.text for piece in widget.render_line(y)) for y in range(height)]
    return " ".join(" ".join(rows).split())


def row_of(rows, words):
    """Index of the row that ends in words."""
    prompts = [str(option.prompt) for option in rows.options]
    return next(n for n, prompt in enumerate(prompts) if prompt.endswith(words))


async def tick(pilot, *names):
    """Open the filter, tick rows by key alone, and apply."""
    await pilot.press("f")
    dialog = pilot.app.screen
    assert isinstance(dialog, FilterScreen)
    rows = dialog.query_one(ChoiceList)
    for name in names:
        await pilot.press("home")
        wanted = row_of(rows, name)
        while rows.highlighted != wanted:
            await pilot.press("down")
        await pilot.press("space")
        assert rows.highlighted == row_of(rows, name)
    await pilot.press("enter")
    await pilot.pause()


async def test_a_filter_leaves_what_is_ticked_and_keys_go_through_that(seeds):
    async with reader(seeds / "pact.txt") as (pilot, screen):
        everything = tuple(screen.fact_list.facts)
        body = drawn(screen.body)
        assert not screen.query_one("#filtered").display
        assert foot(screen) == f"1 of {len(everything)} · by place (s)"

        await tick(pilot, "disputed", "speculative")
        assert pilot.app.screen is screen
        left = tuple(screen.fact_list.facts)
        assert left == tuple(f for f in everything if f.standing in ("disputed", "speculative"))
        assert 2 < len(left) < len(everything)
        words = f"Only speculative, disputed: {len(left)} of {len(everything)} · f changes"
        assert said(screen) == words
        assert screen.query_one("#filtered").display
        # The margin still shows every claim.
        assert drawn(screen.body) == body

        assert screen.body.chosen in left
        while screen.body.chosen != left[0]:
            await pilot.press("K")
        for number, fact in enumerate(left):
            assert screen.body.chosen == fact
            assert foot(screen) == f"{number + 1} of {len(left)} · by place (s)"
            assert fact.claim[0].start in range(*screen.body.span_in_view)
            await pilot.press("J")
        await pilot.press("home")
        assert screen.body.chosen == screen.fact_list.deck.first_from(0) == left[0]

        # The line is about cards: other tabs go without.
        screen.fact_list.focus()
        await pilot.press("right")
        assert not screen.query_one("#filtered").display


async def test_rows_are_ticked_by_mouse_and_all_cleared_by_a_key(seeds):
    async with reader(seeds / "pact.txt") as (pilot, screen):
        everything = tuple(screen.fact_list.facts)
        await pilot.press("f")
        dialog = pilot.app.screen
        rows = dialog.query_one(ChoiceList)
        row = row_of(rows, "source not named")
        await pilot.click(ChoiceList, offset=(12, row))
        assert str(rows.options[row].prompt).startswith("[✓]")
        await pilot.press("escape")
        assert 0 < len(screen.fact_list.facts) < len(everything)
        caveats = screen.body.document.caveats
        for fact in screen.fact_list.facts:
            assert "unnamed_source" in {caveats[number].kind for number in fact.caveats}

        await pilot.press("f", "x", "f")
        assert pilot.app.screen is screen
        assert tuple(screen.fact_list.facts) == everything
        assert said(screen) == ""

        # Facts of which the engine is not sure have no card unless asked for.
        await tick(pilot, "also the doubtful ones")
        assert len(screen.fact_list.facts) == len(screen.body.document.facts) > len(everything)
        assert said(screen).startswith("The doubtful ones too: ")


async def test_words_leave_the_facts_whose_sentences_hold_them(seeds):
    async with reader(seeds / "pact.txt") as (pilot, screen):
        everything = tuple(screen.fact_list.facts)
        document = screen.body.document
        await pilot.press("f", "slash", *"MISSILES ")
        dialog = pilot.app.screen
        # Letters are words there, and no keys.
        assert isinstance(dialog, FilterScreen)
        while dialog._counting is not None:
            await pilot.pause()
        wanted = [
            fact
            for fact in everything
            if "missiles " in " ".join(fact.span.of(document.text).lower().split())
        ]
        assert 0 < len(wanted) < len(everything)
        assert dialog.box._border_subtitle.plain.startswith(f"{len(wanted)} left · / words")
        await pilot.press("enter")
        await pilot.pause()
        assert list(screen.fact_list.facts) == wanted
        assert said(screen).startswith(f"Only with “MISSILES ”: {len(wanted)} of ")

        # They stay while rows are ticked, and go with all else.
        await pilot.press("f", "slash", "escape")
        dialog = pilot.app.screen
        assert dialog.field.value == "MISSILES "
        assert dialog.focused is dialog.rows
        await pilot.press("slash", "down", "space", "enter")
        await pilot.pause()
        assert said(screen).startswith("Only stated · with “MISSILES ”: ")
        await pilot.press("f", "x")
        assert pilot.app.screen.field.value == ""
        await pilot.press("escape")
        await pilot.pause()
        assert tuple(screen.fact_list.facts) == everything

        # Space alone is no word.
        await pilot.press("f", "slash", "space", "enter")
        await pilot.pause()
        assert not screen.query_one("#filtered").display


async def test_rows_of_the_filter_by_key(seeds):
    async with reader(seeds / "pact.txt", size=NARROW) as (pilot, _):
        await pilot.press("f")
        rows = pilot.app.screen.rows
        first = rows.highlighted
        await pilot.press("end")
        last = rows.highlighted
        assert last == len(rows.options) - 1 > first
        await pilot.press("pageup")
        assert first <= rows.highlighted < last
        await pilot.press("home", "down", "j")
        assert rows.highlighted == first + 2
        await pilot.press("k", "up")
        assert rows.highlighted == first
        await pilot.press("pagedown")
        assert rows.highlighted > first


async def test_a_filter_that_leaves_nothing_says_so(seeds):
    async with reader(seeds / "pact.txt", size=NARROW) as (pilot, screen):
        await tick(pilot, "alleged", "Experts")
        assert not screen.fact_list.facts
        assert screen.body.chosen is None
        assert drawn(screen.strip) == "No fact is left by the filter."
        await pilot.press("3", "J", "end", "home", "s", "enter")
        assert drawn(screen.fact_list) == "No fact is left by the filter."
        assert "0 of" in said(screen)
        await pilot.press("f", "x", "enter")
        assert screen.body.chosen in screen.fact_list.facts
        assert "No fact" not in drawn(screen.strip)


async def test_another_document_keeps_standings_but_not_sections_and_sources(seeds):
    async with reader(seeds / "pact.txt", seeds / "ferry.md") as (pilot, screen):
        await tick(pilot, "stated", "alleged", "the article", "Before the first heading")
        assert "in “Before the first heading” · from the article" in said(screen)
        assert {fact.section for fact in screen.fact_list.facts} == {0}
        await pilot.press("right_square_bracket")
        assert said(screen).startswith("Only stated, alleged: ")
        facts = tuple(screen.fact_list.facts)
        there = [fact for fact in screen.body.document.facts if fact.shown]
        assert facts == tuple(f for f in there if f.standing in ("stated", "alleged"))
        assert 0 < len(facts) < len(there)


async def test_cards_are_sorted_by_weight_and_by_place_again(seeds):
    async with reader(seeds / "pact.txt") as (pilot, screen):
        by_place = tuple(screen.fact_list.facts)
        chosen = screen.body.chosen
        # In the body the key does nothing: it is the list that is sorted.
        await pilot.press("s")
        assert tuple(screen.fact_list.facts) == by_place
        screen.fact_list.focus()
        await pilot.press("s")
        by_weight = tuple(screen.fact_list.facts)
        weights = [fact.weight for fact in by_weight]
        assert weights == sorted(weights, reverse=True)
        assert by_weight != by_place
        assert screen.body.chosen == chosen == by_weight[screen.fact_list.chosen]
        assert foot(screen).endswith("· by weight (s)")
        await pilot.press("home", "J")
        assert screen.body.chosen == by_weight[1]
        # Moving in the body goes by place all the same.
        screen.body.focus()
        await pilot.press("home", "end")
        view = screen.body.span_in_view
        inside = [fact for fact in by_place if fact.claim[0].start >= view.start]
        assert screen.body.chosen == (inside or by_place[-1:])[0]
        screen.fact_list.focus()
        await pilot.press("s")
        assert tuple(screen.fact_list.facts) == by_place


async def test_where_there_is_nothing_to_filter_the_key_says_why(seeds):
    async with reader(seeds / "hafen.de.txt") as (pilot, screen):
        await pilot.press("f")
        await pilot.pause()
        assert pilot.app.screen is screen
        assert [n.message for n in pilot.app._notifications] == ["There are no facts to filter."]


SECTIONS = {
    "Berths": "Quay 3 is shut, Ann Lee said.",
    "Ferries": "The ferry sank, Bo Day said. The pier burned, Ann Lee said.",
    "Cranes": "Crane 9 fell on Monday, Ann Lee said.",
}


def write_sections(path, *names):
    path.write_text("\n\n".join(f"## {name}\n\n{SECTIONS[name]}" for name in names) + "\n")


async def test_a_filter_goes_with_its_section_and_source_and_says_what_is_gone(tmp_path):
    path = tmp_path / "a.md"
    write_sections(path, "Berths", "Ferries")
    async with reader(path) as (pilot, screen):

        async def rewrite(*names):
            before = screen.document.sha256
            write_sections(path, *names)
            screen.loader.look(0)
            await until(pilot, lambda: screen.document.sha256 != before and screen.entry.summary)
            await pilot.pause()
            cards = [fact.claim[0].of(screen.document.text) for fact in screen.fact_list.facts]
            return cards, said(screen)

        await pilot.press("n", "n")
        await tick(pilot, "Ferries", "Bo Day")
        # Other numbers, the same names.
        cards, line = await rewrite("Cranes", "Ferries")
        assert (cards, line) == (
            ["The ferry sank"],
            "Only in “Ferries” · from Bo Day: 1 of 3 · f changes",
        )
        cards, line = await rewrite("Cranes", "Berths")
        assert len(cards) == 2
        assert line == "No longer there: “Ferries”, Bo Day · not filtered"
        cards, line = await rewrite("Berths", "Cranes", "Ferries")
        assert (cards, line) == (
            ["The ferry sank"],
            "Only in “Ferries” · from Bo Day: 1 of 4 · f changes",
        )
        # Whoever has looked at the filter has seen it.
        await rewrite("Cranes")
        await tick(pilot)
        assert not screen.query_one("#filtered").display
