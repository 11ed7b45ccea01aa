"""The day of publication is written among what others wrote, and nothing else changes."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.errors import OutputError
from briefing.reading.metadata import parse_metadata
from briefing.reading.side_files import read_to_change, set_day, side_of

DAY = date(2024, 11, 4)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", "published: 2024-11-04\n"),
        ("# ours\n", "# ours\npublished: 2024-11-04\n"),
        ("title: Ferry\n", "published: 2024-11-04\ntitle: Ferry\n"),
        ("# why\n\ntitle: Ferry # so\n", "# why\n\npublished: 2024-11-04\ntitle: Ferry # so\n"),
        ("published: 2023-01-02 # guessed\n", "published: 2024-11-04 # guessed\n"),
        ('published: "2023-01-02"\nurl: x\n', "published: 2024-11-04\nurl: x\n"),
        ("published:\ntitle: a\n", "published: 2024-11-04\ntitle: a\n"),
        ("Published: ~\n", "Published: 2024-11-04\n"),
        ("date: 2023-01-02\n", "date: 2024-11-04\n"),
        ("published: 1999-01-01\npublished: 2000-01-01\n", "published: 2024-11-04\n" * 2),
        ("published: some day\n", "published: 2024-11-04\n"),
        ("published: |\n  2023-01-02\ntitle: a\n", "published: 2024-11-04\ntitle: a\n"),
        ("{title: a}", "{published: 2024-11-04, title: a}"),
        ("{published: 2023-01-02, title: a}", "{published: 2024-11-04, title: a}"),
        ("---\ntitle: a\n...\n", "---\npublished: 2024-11-04\ntitle: a\n...\n"),
        ("  title: a\n  url: b\n", "  published: 2024-11-04\n  title: a\n  url: b\n"),
        ("title: a\r\n", "published: 2024-11-04\r\ntitle: a\r\n"),
        ("title: Åre\n", "published: 2024-11-04\ntitle: Åre\n"),
        (
            "tags: [published, 1]\nby:\n  published: 2001-01-01\n",
            "published: 2024-11-04\ntags: [published, 1]\nby:\n  published: 2001-01-01\n",
        ),
    ],
)
def test_day_is_written_among_other_words(before, after):
    assert set_day(before, DAY, "a.txt.meta.yaml") == after
    assert parse_metadata(after, "").published == DAY


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", ""),
        ("published: 2024-11-04\n", ""),
        ("title: a\npublished: 2024-11-04\nurl: b\n", "title: a\nurl: b\n"),
        ("title: a\npublished: 2024-11-04", "title: a\n"),
        ("published: 2024-11-04 # from print\n", "published: null # from print\n"),
        ("date: 2024-11-04\npublished: 2024-11-05\ntitle: a\n", "title: a\n"),
        ("{published: 2024-11-04, title: a}", "{published: null, title: a}"),
        ("title: a\n", "title: a\n"),
    ],
)
def test_day_is_taken_out(before, after):
    assert set_day(before, None, "a.txt.meta.yaml") == after
    assert parse_metadata(after, "").published is None


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("- a\n- b\n", "mend it first"),
        ("title: [\n", "not valid YAML"),
        ("a: &x 1\nb: *x\n", "aliases"),
        ("a: " + "b" * 70_000, "larger than"),
        ("published: [2024, 11]\n", "only a person"),
    ],
)
@pytest.mark.parametrize("day", [DAY, None])
def test_what_is_not_understood_is_left_alone(text, words, day):
    with pytest.raises(OutputError, match=words):
        set_day(text, day, "a.txt.meta.yaml")


VALUES = st.text("abc: #'\"{}[]-|>\n\\é", max_size=12)


@given(
    values=st.lists(st.tuples(st.sampled_from(["title", "published", "note"]), VALUES), max_size=4),
    day=st.one_of(st.none(), st.dates()),
)
def test_day_is_the_only_thing_that_changes(values, day):
    text = "".join(f"{key}: {value}\n" for key, value in values)
    before = parse_metadata(text, "It")
    try:
        changed = set_day(text, day, "it")
    except OutputError:
        return
    after = parse_metadata(changed, "It")
    assert after.published == day
    assert after.title == before.title
    assert set_day(changed, day, "it") == changed


def test_link_is_followed_only_inside_the_folder(tmp_path):
    folder, elsewhere = tmp_path / "in", tmp_path / "out"
    folder.mkdir()
    elsewhere.mkdir()
    article = folder / "a.txt"
    assert side_of(article) == folder / "a.txt.meta.yaml"
    (folder / "shared.yaml").write_text("title: a\n")
    (folder / "a.txt.meta.yaml").symlink_to(folder / "shared.yaml")
    assert side_of(article) == folder / "shared.yaml"
    for target in (elsewhere / "there.yaml", elsewhere / "not-there.yaml"):
        (elsewhere / "there.yaml").write_text("title: theirs\n")
        (folder / "a.txt.meta.yaml").unlink()
        (folder / "a.txt.meta.yaml").symlink_to(target)
        with pytest.raises(OutputError, match="leads elsewhere"):
            side_of(article)


def test_file_that_is_not_there_is_empty_and_a_folder_is_an_error(tmp_path):
    assert read_to_change(tmp_path / "none") == ""
    with pytest.raises(OutputError, match="It is a folder"):
        read_to_change(tmp_path)
