"""What is piped in has no suffix, so its kind is told by what stands in it."""

import pytest

from briefing.reading import read_document
from briefing.reading.guessing import is_markdown, is_page


@pytest.mark.parametrize(
    ("text", "markdown"),
    [
        ("# Ferry terminal approved\n\nThe board voted on Monday.\n", True),
        ("The board voted.\n\n## What it costs\n\nNobody knows.\n", True),
        ("The [board](https://harbour.example) voted.\n", True),
        ("---\ntitle: Ferry\n---\n\nThe board voted.\n", True),
        ("```\nberth 4\n```\n", True),
        ("The board voted. It is #1 in the region.\n", False),
        ("#ferry #harbour\n\nThe board voted.\n", False),
        ("# of berths: 4\nof ships: 2\n", False),
        ("The board [of nine] (all present) voted.\n", False),
        ("The *board* voted, as **ever**.\n", False),
        ("---\n\nThe board voted.\n---\n", False),
        ("Minutes\n=======\n", False),
        ("", False),
    ],
)
def test_markdown_is_told_by_marks_that_plain_text_hardly_has(text, markdown):
    assert is_markdown(text) is markdown


@pytest.mark.parametrize(
    ("content", "page"),
    [
        (b"<!DOCTYPE html><p>Ferry", True),
        (b"\xef\xbb\xbf <!-- saved --> <html><p>Ferry", True),
        (b'<?xml version="1.0"?><html>', True),
        (b"<ferry> is what they call it", False),
        (b"The <html> tag", False),
    ],
)
def test_page_is_told_by_how_it_begins(content, page):
    assert is_page(content) is page


@pytest.mark.parametrize(
    ("name", "media_type"),
    [("minutes", "text/markdown"), ("minutes.txt", "text/plain"), ("minutes.log", "text/plain")],
)
def test_only_a_name_without_a_suffix_leaves_room_for_a_guess(tmp_path, name, media_type):
    path = tmp_path / name
    path.write_text("# Ferry terminal approved\n\nThe board voted on Monday.\n")
    assert read_document(path).media_type == media_type
