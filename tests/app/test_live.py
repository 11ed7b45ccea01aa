"""A file that is written while it is read: the place is kept, and nothing is lost."""

from opened import reader, until

PARAGRAPHS = [
    f"Quay {number} of Harwick was closed on Monday, the mayor said, after crane {number} fell."
    for number in range(80)
]


def write(path, paragraphs):
    path.write_text("\n\n".join(paragraphs) + "\n")


async def test_a_text_written_anew_is_read_on_where_one_was(tmp_path):
    path = tmp_path / "a.txt"
    write(path, PARAGRAPHS)
    async with reader(path) as (pilot, screen):
        await pilot.press("pagedown", "pagedown")
        before = screen.document.text[screen.body.offset_in_view :][:40]
        write(path, ["The port was open again on Friday, the mayor said.", *PARAGRAPHS])
        screen.loader.look(0)
        await until(pilot, lambda: "Friday" in screen.document.text and screen.entry.summary)
        assert screen.document.text[screen.body.offset_in_view :][:40] == before
        assert screen.document.facts


async def test_a_text_that_is_gone_stays_on_the_screen(tmp_path):
    path = tmp_path / "a [b].txt"
    write(path, PARAGRAPHS)
    async with reader(path) as (pilot, screen):
        path.unlink()
        screen.loader.look(0)
        await until(pilot, lambda: screen.entry.problem)
        assert screen.entry.problem == "It is no longer there."
        assert screen.document.text.startswith("Quay 0")
        await until(pilot, lambda: len(pilot.app._notifications))
        [said] = pilot.app._notifications
        assert said.message == "a [b].txt: It is no longer there."
        write(path, PARAGRAPHS)
        screen.loader.look(0)
        await until(pilot, lambda: screen.entry.problem is None)


async def test_a_document_comes_and_goes_and_another_stays(tmp_path):
    for name in ("a.txt", "b.txt"):
        write(tmp_path / name, [f"{name} {paragraph}" for paragraph in PARAGRAPHS])
    async with reader(tmp_path) as (pilot, screen):
        await pilot.press("right_square_bracket")
        await until(pilot, lambda: screen.document and screen.document.facts)
        assert screen.document.text.startswith("b.txt")
        assert screen.entries[0].document is None
        await pilot.press("left_square_bracket")
        await until(pilot, lambda: screen.document and screen.document.facts)
        assert screen.document.text.startswith("a.txt")
