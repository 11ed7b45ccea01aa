"""A glimpse shows what can be shown at once, and nothing that would take long."""

import pytest

from briefing.library import Found
from briefing.library.glimpse import glimpse_at
from briefing.library.study import study
from briefing.model.packed import unpack
from briefing.reading import read_document

PARAGRAPH = "The ferry to Norden had {n} cars on board on Monday, the harbour office said.\n\n"
LONG = "".join(PARAGRAPH.format(n=n) for n in range(1_000))


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.html"])
def test_a_short_file_is_there_whole(tmp_path, name):
    path = tmp_path / name
    path.write_text(PARAGRAPH.format(n=1))
    glimpse = glimpse_at([str(path)])
    assert (glimpse.path, glimpse.shown) == (str(path), str(path))
    assert not glimpse.beginning
    assert unpack(glimpse.packed) == read_document(path, str(path))


@pytest.mark.parametrize("name", ["a.txt", "a.md"])
def test_of_a_long_text_the_beginning_is_there(tmp_path, name):
    path = tmp_path / name
    path.write_text(LONG)
    glimpse = glimpse_at([str(path)])
    text = unpack(glimpse.packed).text
    assert glimpse.beginning
    assert 10_000 < len(text) < 40_000
    assert read_document(path).text.startswith(text.rstrip())


def test_a_page_that_takes_long_is_left_to_others(tmp_path):
    path = tmp_path / "a.html"
    path.write_text(f"<p>{LONG * 5}</p>")
    assert glimpse_at([str(path)]) is None


def test_what_was_analysed_before_comes_with_its_facts(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text(LONG)
    found = study(Found(path, "a.txt"), 1, True)
    glimpse = glimpse_at([str(path)])
    assert not glimpse.beginning
    assert glimpse.summary == found.summary
    assert len(unpack(glimpse.packed).facts) > 100


def test_what_was_written_since_counts_as_new(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text(PARAGRAPH.format(n=1))
    study(Found(path, "a.txt"), 1, True)
    path.write_text("Nothing of it is left.\n")
    glimpse = glimpse_at([str(path)])
    assert glimpse.summary is None
    assert unpack(glimpse.packed).text.strip() == "Nothing of it is left."


def test_the_first_file_of_a_folder_is_looked_at(tmp_path):
    for name in ("part 10.txt", "part 2.txt"):
        (tmp_path / name).write_text(name)
    assert glimpse_at([str(tmp_path)]).path == str(tmp_path / "part 2.txt")


@pytest.mark.parametrize("content", [b"", b"\x00\x01\x02" * 100])
def test_what_cannot_be_read_is_left_to_whoever_says_why(tmp_path, content):
    path = tmp_path / "a.txt"
    path.write_bytes(content)
    assert glimpse_at([str(path)]) is None
    assert glimpse_at([str(tmp_path / "none.txt")]) is None
    assert glimpse_at([]) is None
