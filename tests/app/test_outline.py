"""The outline by key and by mouse: what is read, in which order, and what typing leaves."""

import os

import pytest
from opened import NARROW, WIDE, reader

from briefing.app.shelf import Entry
from briefing.app.widgets.outline_field import OutlineField
from briefing.app.widgets.outline_list import Place


def drawn(screen):
    """The rows of the outline in view, as words, without the room behind them."""
    rows = screen.outline.rows
    lines = ["".join(s.text for s in rows.render_line(y)) for y in range(rows.size.height)]
    return [line.rstrip() for line in lines if line.strip()]


def names(screen):
    """What stands before the dates and numbers of the documents in view."""
    return [line[2:].split()[0] for line in drawn(screen) if not line.startswith("  ")]


def title(screen):
    return screen.outline._border_title.plain


def foot(screen):
    return screen.outline._border_subtitle.plain


def write(folder, **articles):
    """Write articles; a name's underscores stand for dots."""
    for name, text in articles.items():
        (folder / name.replace("_", ".")).write_text(text, encoding="utf-8")


HARBOUR = """# The harbour

The port was closed on Monday, the mayor said.

## Boats at rest

Nine boats may leave on Friday, officials said.

## Nobody’s crane

A crane fell over, a witness told reporters.
"""


async def said(pilot):
    """Wait until the foot no longer tells how far the reading is."""
    while pilot.app.screen.outline.progress:
        await pilot.pause()


async def settle(pilot, *keys):
    await pilot.press(*keys)
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


async def test_rows_by_key_and_where_they_lead(seeds):
    async with reader(seeds / "pact.txt", seeds / "ferry.md") as (pilot, screen):
        rows = screen.outline.rows
        screen.outline.focus()
        assert rows.row == (0, 0)
        await pilot.press("home")
        assert rows.row == (0, None)
        await pilot.press("j", "down", "k", "up", "up")
        assert rows.row == (0, None)
        await pilot.press("end")
        assert rows.row == (1, None)
        await pilot.press("pageup")
        assert rows.cursor == 0
        await pilot.press("pagedown")
        assert rows.row == (1, None)
        await pilot.press("home", "j", "j", "enter")
        assert screen.outline.here == Place(0, 1)
        assert screen.focused is screen.body
        assert drawn(screen)[2].split()[:2] == ["A", "Clandestine"]


async def test_space_folds_and_unfolds_also_what_is_not_read(seeds):
    async with reader(seeds / "pact.txt", seeds / "ferry.md") as (pilot, screen):
        screen.outline.focus()
        await pilot.press("end", "j")
        assert drawn(screen)[-1].startswith("• ferry.md")
        await settle(pilot, "space")
        assert any(line.startswith("▾ ferry.md") for line in drawn(screen))
        assert any("What the log says" in line for line in drawn(screen))
        assert len(names(screen)) == 2
        # A section of another document is gone to once the document is there.
        await settle(pilot, "end", "enter")
        await pilot.pause()
        assert screen.body.document.path.endswith("ferry.md")
        assert screen.outline.here == Place(1, len(screen.body.document.sections) - 1)
        screen.outline.focus()
        assert screen.outline.rows.row.at is not None
        await pilot.press("space")
        assert len(drawn(screen)) == 2
        assert screen.outline.rows.row == (1, None)


@pytest.mark.parametrize("keys", [("space",), ("space", "space"), ("s",), ("s", "s", "s", "s")])
async def test_the_cursor_stays_on_its_row_when_others_come_and_go(tmp_path, keys):
    write(tmp_path, a_md=HARBOUR, b_md=HARBOUR, c_md=HARBOUR)
    async with reader(tmp_path) as (pilot, screen):
        screen.outline.focus()
        await settle(pilot, "end", "up")
        row = screen.outline.rows.row
        assert row.entry == 1
        await settle(pilot, *keys)
        assert screen.outline.rows.row == row
        assert screen.outline.here.entry == 0


async def test_what_was_said_before_leads_to_where_it_was_said_first(seeds):
    async with reader(seeds / "pact.txt") as (pilot, screen):
        screen.outline.focus()
        await pilot.press("end")
        assert "said before: " in drawn(screen)[-1]
        await pilot.press("enter")
        view = screen.outline.rows.view
        held = view.sections[0][-1]
        assert screen.outline.here == Place(0, held.origin)
        assert held.run > 1
        title = screen.body.document.sections[held.origin].title
        assert title.of(screen.body.document.text) == held.title


async def test_a_document_is_unread_until_it_is_opened_and_again_by_key(tmp_path):
    write(tmp_path, a_txt="The port.", b_txt="The quay.", c_txt="  ", d_txt="The boats.")
    async with reader(tmp_path) as (pilot, screen):
        assert title(screen) == "Outline · 2 unread"
        assert [line[0] for line in drawn(screen)] == ["▾", " ", "•", "✕", "•"]
        await pilot.press("right_square_bracket")
        assert title(screen) == "Outline · 1 unread"
        await pilot.press("right_square_bracket")
        # What can't be read is neither.
        assert title(screen) == "Outline · 1 unread"
        await pilot.press("right_square_bracket")
        assert title(screen) == "Outline"
        screen.outline.focus()
        await pilot.press("home", "U")
        assert title(screen) == "Outline · 1 unread"
        assert drawn(screen)[0].startswith("• a.txt")
        await pilot.press("U")
        assert title(screen) == "Outline"


async def test_documents_are_sorted_and_turned_in_the_order_that_is_shown(tmp_path):
    for name, day, publisher in [("b10", "2024-05-02", "Quay"), ("b9", "2025-01-09", "Aft")]:
        write(tmp_path, **{f"{name}_txt": "The port was closed, the mayor said."})
        side = tmp_path / f"{name}.txt.meta.yaml"
        side.write_text(f"published: {day}\npublisher: {publisher}\n")
    write(tmp_path, a_txt="Boats.")
    paths = [tmp_path / name for name in ("b10.txt", "a.txt", "b9.txt")]
    async with reader(*paths) as (pilot, screen):
        await said(pilot)
        assert names(screen) == ["b10.txt", "a.txt", "b9.txt"]
        assert foot(screen) == "1 of 3"
        screen.outline.focus()
        await pilot.press("s")
        assert names(screen) == ["a.txt", "b9.txt", "b10.txt"]
        assert foot(screen) == "3 of 3 · by name"
        await pilot.press("s")
        assert names(screen) == ["b9.txt", "b10.txt", "a.txt"]
        assert "2025-01-09" in drawn(screen)[0]
        await pilot.press("right_square_bracket")
        assert screen.entry.name == "a.txt"
        await pilot.press("left_square_bracket", "left_square_bracket")
        assert screen.entry.name == "b9.txt"
        await pilot.press("left_square_bracket")
        assert foot(screen) == "1 of 3 · by date"
        screen.outline.focus()
        await pilot.press("s")
        assert names(screen) == ["b9.txt", "b10.txt", "a.txt"]
        assert "Aft" in drawn(screen)[0]
        assert foot(screen) == "1 of 3 · by publisher"
        await pilot.press("s")
        assert names(screen) == ["b10.txt", "a.txt", "b9.txt"]
        # The numbers have not changed: the entry that is read is the third.
        assert screen.outline.here.entry == 2


async def test_typing_leaves_titles_that_hold_the_words(tmp_path):
    write(tmp_path, a_md=HARBOUR, b_txt="The budget.", c_md=HARBOUR.replace("Boats", "Ships"))
    async with reader(tmp_path, size=NARROW) as (pilot, screen):
        await said(pilot)
        await pilot.press("1")
        await settle(pilot, "backslash", *"rest")
        # Also in documents that are not read.
        assert [line.split()[:2] for line in drawn(screen)] == [
            ["▾", "a.md"],
            ["Boats", "at"],
            ["•", "c.md"],
            ["Ships", "at"],
        ]
        assert foot(screen) == "1 of 2"
        # The first one that holds the words itself.
        assert screen.outline.rows.row == (0, 1)
        await settle(pilot, *" ships", "up", "down", "enter")
        assert screen.entry.name == "c.md"
        assert not screen.query(OutlineField)
        await pilot.pause()
        sections = screen.body.document.sections
        held = sections[screen.outline.here.section]
        assert held.title.of(screen.body.document.text) == "Ships at rest"

        await pilot.press("1")
        await settle(pilot, "backslash", *"nobody's")
        assert len([line for line in drawn(screen) if "Nobody’s crane" in line]) == 2
        await settle(pilot, *" whale")
        assert drawn(screen) == []
        await settle(pilot, "enter")
        assert isinstance(screen.focused, OutlineField)
        await settle(pilot, "escape")
        assert screen.focused is screen.outline.rows
        assert names(screen) == ["a.md", "b.txt", "c.md"]


async def test_the_first_row_that_is_left_is_opened(tmp_path):
    write(tmp_path, a_txt="The port.", budget_txt="The budget.")
    async with reader(tmp_path) as (pilot, screen):
        screen.outline.focus()
        await settle(pilot, "backslash", *"BUDG", "up", "up", "enter")
        assert screen.entry.name == "budget.txt"


async def test_rows_by_mouse(seeds):
    async with reader(seeds / "pact.txt", seeds / "ferry.md") as (pilot, screen):
        last = len(drawn(screen)) - 1
        await pilot.click(screen.outline.rows, offset=(0, last))
        await settle(pilot)
        assert screen.entry.name == "pact.txt"
        assert len(drawn(screen)) > last + 2
        await pilot.click(screen.outline.rows, offset=(6, last))
        assert screen.entry.name == "ferry.md"
        await pilot.click(screen.outline.rows, offset=(6, 1))
        assert screen.entry.name == "ferry.md"


async def test_files_that_appear_are_listed_and_counted(tmp_path):
    write(tmp_path, a_txt="The port.", b_txt="The quay.")
    async with reader(tmp_path) as (_, screen):
        screen.entries.append(Entry(tmp_path / "c.txt", "c.txt"))
        screen.outline.add_entries(screen.entries[-1:])
        assert names(screen) == ["a.txt", "b.txt", "c.txt"]
        assert title(screen) == "Outline · 2 unread"


async def test_hostile_and_wide_names_stay_in_their_row(tmp_path):
    names = ["\x1b]0;owned\x07[red]é.txt", "読売新聞の首相についての長い長い長い記事の名前.txt"]
    for name in [*names, "a" * 120 + ".txt"]:
        (tmp_path / name).write_text("The port.", encoding="utf-8")
    (tmp_path / os.fsdecode(b"\xff.txt")).write_text("The quay.")
    async with reader(tmp_path, size=WIDE) as (_, screen):
        rows = screen.outline.rows
        for y in range(rows.size.height):
            strip = rows.render_line(y)
            assert strip.cell_length == rows.size.width
            assert not set("\x1b\x07\udcff") & set(strip.text)
        assert any("[red]" in line for line in drawn(screen))
        assert any("…" in line and "読売" in line for line in drawn(screen))


async def test_a_document_with_many_sections_lists_them_all(tmp_path):
    text = "".join(f"# Berth {number}\n\nThe ferry left.\n\n" for number in range(450))
    write(tmp_path, a_md=text)
    async with reader(tmp_path) as (pilot, screen):
        await settle(pilot)
        assert screen.outline.rows.count == 451
        screen.outline.focus()
        await settle(pilot, "end", "enter")
        assert screen.outline.here == Place(0, len(screen.body.document.sections) - 1)
        await settle(pilot, "1", "1", "backslash", *"berth 449")
        assert [line.split()[:2] for line in drawn(screen)] == [["▾", "a.md"], ["Berth", "449"]]
