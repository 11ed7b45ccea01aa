"""Links and footnotes by key: letters, the address, and only then the browser."""

import pytest
from opened import NARROW, reader

from briefing.app import outside
from briefing.errors import OutsideError

PAGE = """# The harbour

The [port office](https://port.example/office) has shut the quay[^1], see www.harbour.example.

The [gazette](ssh://port.example) and the [mayor](https://m\u0430yor.example/) say no more.

## More

Back to [the beginning](#the-harbour).

[^1]: A note of the harbour office.
"""


@pytest.fixture
def page(tmp_path):
    path = tmp_path / "harbour.md"
    path.write_text(PAGE)
    return path


@pytest.fixture
def browsed(monkeypatch):
    """Addresses that were opened."""
    opened = []
    monkeypatch.setattr(outside, "browse", lambda _app, url: opened.append(url))
    return opened


def letters(screen):
    """The words that letters lie over, by the letters."""
    text = screen.document.text
    return {word: text[at:].split()[0] for at, word in screen.body.hints.items()}


def said(screen):
    return str(screen._link_bar.render())


def told(screen):
    return [note.message for note in screen.app._notifications][-1]


def drawn(screen):
    body = screen.body
    return [body.render_line(y).text for y in range(body.scrollable_content_region.height)]


async def test_an_address_is_shown_before_it_is_opened(page, browsed):
    async with reader(page) as (pilot, screen):
        plain = drawn(screen)
        await pilot.press("l")
        assert letters(screen) == {
            "f": "port",
            "j": "[1],",
            "d": "www.harbour.example.",
            "k": "gazette",
            "s": "mayor",
            "l": "the",
        }
        assert "The fort office has shut the quayj1], see dww.harbour" in "".join(drawn(screen))
        await pilot.press("f")
        assert said(screen) == "⏎ opens https://port.example/office · y copies it · Esc leaves"
        assert browsed == []
        assert letters(screen) == {}
        await pilot.press("enter")
        assert browsed == ["https://port.example/office"]
        assert screen.focused is screen.body
        assert drawn(screen) == plain


async def test_an_address_without_markup_is_a_link_too(page, browsed):
    async with reader(page) as (pilot, _):
        await pilot.press("l", "d", "enter")
        assert browsed == ["https://www.harbour.example"]


async def test_y_copies_the_address(page, browsed):
    async with reader(page) as (pilot, screen):
        await pilot.press("l", "f", "y")
        assert screen.app.clipboard == "https://port.example/office"
        assert told(screen) == "Copied 27 characters."
        assert not screen._link_bar.display
        assert browsed == []


async def test_esc_leaves_letters_and_address(page, browsed):
    async with reader(page) as (pilot, screen):
        await pilot.press("l", "escape")
        assert letters(screen) == {}
        assert screen.focused is screen.body
        await pilot.press("l", "f", "escape", "enter")
        assert browsed == []
        assert not screen._link_bar.display


async def test_what_could_do_harm_is_shown_and_not_opened(page, browsed):
    async with reader(page) as (pilot, screen):
        await pilot.press("l", "k")
        assert said(screen).startswith(
            "ssh://port.example · Only addresses of the web and of mail are opened. · y copies"
        )
        await pilot.press("enter")
        assert browsed == []
        await pilot.press("escape", "l", "s")
        # A letter of another alphabet is seen.
        assert said(screen).startswith("⏎ opens https://xn--myor-53d.example/ · ")


async def test_a_footnote_is_gone_to_and_back(tmp_path, browsed):
    filling = "\n\n".join(f"Clerk {number} counted the boats." for number in range(60))
    (tmp_path / "a.txt").write_text(f"The quay is shut[^a].\n\n{filling}\n\n[^a]: By the office.\n")
    async with reader(tmp_path / "a.txt", size=NARROW) as (pilot, screen):
        text = screen.document.text
        await pilot.press("l", "f")
        view = screen.body.span_in_view
        assert view.start <= text.index("[^a]:") < view.end
        assert screen.focused is screen.body
        await pilot.press("l", "f")
        assert screen.body.span_in_view.start == 0
        assert browsed == []


async def test_a_heading_of_the_text_is_gone_to(page):
    async with reader(page, size=(80, 12)) as (pilot, screen):
        await pilot.press("end", "l")
        word = next(word for word, start in letters(screen).items() if start == "the")
        await pilot.press(word)
        assert screen.body.span_in_view.start == 0


async def test_many_links_take_two_letters_and_a_letter_can_be_taken_back(tmp_path, browsed):
    links = " ".join(f"[w{n}](https://w{n}.example)" for n in range(20))
    (tmp_path / "a.md").write_text(links)
    async with reader(tmp_path / "a.md") as (pilot, screen):
        await pilot.press("l")
        assert len(letters(screen)) == 20
        two = next(word for word in letters(screen) if len(word) == 2)
        wanted = letters(screen)[two]
        await pilot.press(two[0])
        assert len(letters(screen)) < 20
        assert all(len(word) == 1 for word in letters(screen))
        await pilot.press("backspace")
        assert len(letters(screen)) == 20
        # A letter that is on no link, and keys of the reader, do nothing meanwhile.
        await pilot.press("z", "q", "J", "Z")
        assert len(letters(screen)) == 20
        await pilot.press(*two, "enter")
        assert browsed == [f"https://{wanted}.example"]


async def test_where_nothing_leads_anywhere_it_says_so(tmp_path):
    (tmp_path / "a.txt").write_text("The quay is shut.")
    async with reader(tmp_path / "a.txt") as (pilot, screen):
        await pilot.press("l")
        assert told(screen) == "No link or footnote is in view."
        assert screen.focused is screen.body


async def test_a_browser_that_cannot_be_had_is_told_of(page, monkeypatch):
    def fail(_app, url):
        raise OutsideError(f"There is no browser here to open {url}\x1b[2J")

    monkeypatch.setattr(outside, "browse", fail)
    async with reader(page) as (pilot, screen):
        await pilot.press("l", "f", "enter")
        assert told(screen) == (
            "There is no browser here to open https://port.example/office\ufffd[2J"
        )


async def test_a_hostile_address_is_shown_cleaned_and_cut(tmp_path, browsed):
    long = "https://port.example/" + "a" * 900 + "/end"
    (tmp_path / "a.md").write_text(f"[one](https://port.example/&#x202e;gnp.exe) [two]({long})")
    async with reader(tmp_path / "a.md") as (pilot, screen):
        await pilot.press("l", "f")
        assert "\u202e" not in said(screen)
        assert "\ufffd" in said(screen) or "%E2%80%AE" in said(screen)
        await pilot.press("escape", "l", "j")
        assert len(said(screen)) < 400
        assert "https://port.example/aaa" in said(screen)
        assert "aaa/end" in said(screen)
        assert browsed == []


async def test_links_are_underlined_and_nothing_else_is(page):
    async with reader(page) as (_, screen):
        body = screen.body
        segments = [s for y in range(body.size.height) for s in body.render_line(y)]
        lined = [s.text for s in segments if s.style is not None and s.style.underline]
        assert lined == [
            "port office",
            "[1]",
            "www.harbour.example",
            "gazette",
            "mayor",
            "the beginning",
        ]


async def test_another_pane_or_document_leaves_the_links(page):
    (page.parent / "other.txt").write_text("Another text.")
    async with reader(page.parent) as (pilot, screen):
        await pilot.press("l", "tab")
        assert letters(screen) == {}
        assert not screen._link_bar.display
        screen.body.focus()
        await pilot.press("l", "f", "]")
        assert screen.current == 1
        assert not screen._link_bar.display


def place_of(screen, words):
    """Where words stand in the body's frame, for a click on their first letter."""
    row, line = next((row, line) for row, line in enumerate(drawn(screen)) if words in line)
    return line.index(words) + 1, row + 1


async def test_a_click_shows_an_address_and_goes_to_a_footnote(page, browsed):
    async with reader(page) as (pilot, screen):
        await pilot.click("#body", offset=place_of(screen, "port office"))
        assert said(screen) == "⏎ opens https://port.example/office · y copies it · Esc leaves"
        assert browsed == []
        await pilot.press("enter")
        assert browsed == ["https://port.example/office"]

        await pilot.click("#body", offset=place_of(screen, "[1],"))
        await pilot.pause()
        assert not screen._link_bar.display
        assert screen.body.offset_in_view <= screen.document.text.index("A note of the harbour")

        # A word that leads nowhere, and the empty room behind a link.
        column, row = place_of(screen, "the beginning")
        for offset in ((5, row), (column + 20, row)):
            await pilot.click("#body", offset=offset)
            assert not screen._link_bar.display
        await pilot.click("#body", offset=(column, row))
        await pilot.pause()
        assert screen.body.offset_in_view == 0


async def test_two_clicks_on_a_link_select_its_word(page):
    async with reader(page) as (pilot, screen):
        await pilot.click("#body", offset=place_of(screen, "port office"), times=2)
        await pilot.pause()
        assert not screen._link_bar.display
        assert screen.get_selected_text() == "port"
