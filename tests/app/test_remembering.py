"""What one run leaves, the next one finds."""

import pytest
from opened import MEDIUM, NARROW, WIDE, reader

from briefing.app.state import Memory
from briefing.places import state_folder


@pytest.fixture
def shelf(tmp_path):
    for name in ("a", "b"):
        said = "".join(f"The mayor said on day {n} that berth {n} was shut.\n\n" for n in range(60))
        (tmp_path / f"{name}.txt").write_text(f"The port {name} of Harwick was closed.\n\n{said}")
    return tmp_path


async def test_a_document_opens_where_it_was_left(shelf):
    async with reader(shelf, size=NARROW) as (pilot, screen):
        await pilot.press("pagedown", "pagedown", "j")
        left = screen.body.offset_in_view
        assert left > 0
        await pilot.press("right_square_bracket", "pagedown")
        other = screen.body.offset_in_view
        await pilot.press("left_square_bracket")
        await pilot.pause()
        assert screen.body.offset_in_view == left
        await pilot.press("right_square_bracket")
        await pilot.pause()
        assert screen.body.offset_in_view == other
    async with reader(shelf, size=NARROW) as (pilot, screen):
        assert screen.body.offset_in_view == left
        assert screen.outline.read == {0, 1}
    places = Memory().places
    assert {kept.offset for kept in places.values()} == {left, other}


async def test_the_place_stays_at_another_width(shelf):
    async with reader(shelf, size=NARROW) as (pilot, screen):
        await pilot.press("pagedown", "pagedown")
        left = screen.body.span_in_view.start
    async with reader(shelf, size=WIDE) as (pilot, screen):
        view = screen.body.span_in_view
        assert view.start <= left < view.end


async def test_a_text_that_has_changed_opens_at_its_beginning(shelf):
    async with reader(shelf / "a.txt", size=NARROW) as (pilot, screen):
        await pilot.press("pagedown")
    (shelf / "a.txt").write_text("Something else.\n")
    async with reader(shelf / "a.txt", size=NARROW) as (pilot, screen):
        assert screen.body.offset_in_view == 0


async def test_a_document_that_counts_as_unread_stays_so(shelf):
    async with reader(shelf, size=WIDE) as (pilot, screen):
        await pilot.press("1", "1", "U")
        await pilot.pause()
        assert 0 not in screen.outline.read
        await pilot.press("2", "j")
        assert 0 not in screen.outline.read
    kept = list(Memory().places.values())
    assert [place.read for place in kept] == [False]


async def test_panes_widths_and_order_are_kept(seeds):
    async with reader(seeds / "pact.txt", size=WIDE) as (pilot, screen):
        facts = screen.query_one("#facts")
        usual = facts.size.width
        await pilot.press("1", "<", "<", "3", "3", "s")
        await pilot.pause()
        assert facts.size.width == usual + 4
    async with reader(seeds / "pact.txt", size=WIDE) as (pilot, screen):
        assert not screen.outline.display
        assert screen.query_one("#facts").size.width == usual + 4
        assert screen.facts_pane.order == "weight"


async def test_the_order_of_the_documents_is_kept(tmp_path):
    for name in "ab":
        (tmp_path / f"{name}.md").write_text(f"# {name}\n\nThe port was closed, she said.\n")
        (tmp_path / f"{name}.md.meta.yaml").write_text(f"published: 2024-0{ord(name) - 96}-01\n")
    async with reader(tmp_path, size=NARROW) as (pilot, screen):
        assert list(screen.outline.order) == [0, 1]
        await pilot.press("1", "s", "s")
        assert screen.outline.sort == "date"
    async with reader(tmp_path, size=NARROW) as (pilot, screen):
        assert screen.outline.sort == "date"
        assert list(screen.outline.order) == [1, 0]


async def test_a_pane_takes_the_room_that_another_leaves(seeds):
    async with reader(seeds / "pact.txt", size=(140, 40)) as (pilot, screen):
        facts = screen.query_one("#facts")
        await pilot.press(*"<" * 40)
        await pilot.pause()
        beside = facts.size.width
        await pilot.press("1", *"<" * 40)
        await pilot.pause()
        alone = facts.size.width
        assert alone > beside
        await pilot.press("1")
        await pilot.pause()
        assert facts.size.width == beside
        await pilot.press("1")
        await pilot.pause()
        assert facts.size.width == alone


async def test_reading_alone_is_kept(seeds):
    async with reader(seeds / "pact.txt", size=WIDE) as (pilot, screen):
        await pilot.press("z")
    async with reader(seeds / "pact.txt", size=WIDE) as (pilot, screen):
        assert not screen.outline.display
        await pilot.press("z")
        assert screen.outline.display


@pytest.mark.parametrize(
    ("size", "opened", "pane"),
    [
        (WIDE, (), "#facts"),
        (MEDIUM, (), "#facts"),
        (MEDIUM, ("1",), "#outline"),
        (NARROW, ("1",), "#outline"),
        (NARROW, ("3",), "#facts"),
        (WIDE, ("1", "1"), "#outline"),
    ],
)
async def test_borders_move_at_every_width(seeds, size, opened, pane):
    async with reader(seeds / "pact.txt", size=size) as (pilot, screen):
        await pilot.press(*opened)
        await pilot.pause()
        usual = screen.query_one(pane).size.width
        grow, shrink = ("<", ">") if pane == "#facts" else (">", "<")
        await pilot.press(grow)
        await pilot.pause()
        assert screen.query_one(pane).size.width == usual + 2
        await pilot.press(shrink, shrink)
        await pilot.pause()
        assert screen.query_one(pane).size.width == usual - 2
        for _ in range(60):
            await pilot.press(grow)
        await pilot.pause()
        assert screen.query_one(pane).outer_size.width <= size[0] * 9 // 10
        if not screen.has_class("-narrow") and pane == "#facts":
            assert screen.body.outer_size.width >= 36


async def test_a_border_that_nobody_sees_does_not_move(seeds):
    async with reader(seeds / "pact.txt", size=NARROW) as (pilot, _):
        await pilot.press("<")
    assert Memory().choices.widths == {}


async def test_what_is_opened_is_remembered(shelf):
    async with reader(shelf):
        pass
    [recent] = Memory().recent
    assert recent.paths == (str(shelf),)
    assert recent.documents == 2


async def test_the_hint_of_the_first_start_goes_for_good(seeds):
    (state_folder() / "state.json").unlink()
    async with reader(seeds / "pact.txt", size=NARROW) as (pilot, screen):
        assert "next section" in str(screen.query_one("Hint").render())
        await pilot.press("j", "k")
        assert screen.query("Hint")
        await pilot.press("n")
        await pilot.pause()
        assert not screen.query("Hint")
    async with reader(seeds / "pact.txt", size=NARROW) as (_, screen):
        assert not screen.query("Hint")


@pytest.mark.parametrize("keys", [("n",), ("J",), ("question_mark", "escape"), ("j", "j", "j")])
async def test_the_hint_goes_with_a_key_that_it_names_or_the_third(seeds, keys):
    (state_folder() / "state.json").unlink()
    async with reader(seeds / "pact.txt", size=NARROW) as (pilot, screen):
        await pilot.press(*keys)
        await pilot.pause()
        assert not screen.query("Hint")
