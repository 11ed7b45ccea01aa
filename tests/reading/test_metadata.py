from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.reading.metadata import (
    Metadata,
    parse_day,
    parse_language,
    parse_metadata,
    parse_url,
    read_side,
)

NAME = "The front matter"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("title: Talks go on", {"title": "Talks go on"}),
        (
            "Title: 'Talks: go on'\nPublisher: The  Wire\n",
            {"title": "Talks: go on", "publisher": "The Wire"},
        ),
        ("published: 2024-11-22", {"published": date(2024, 11, 22)}),
        ("date: 2024-11-22T23:30:00-05:00", {"published": date(2024, 11, 22)}),
        ("date: '2024-11-22 08:00'", {"published": date(2024, 11, 22)}),
        ("date: 2024-1-5\npublished: 2024-02-03", {"published": date(2024, 2, 3)}),
        ("url: https://example.org/a?b=c", {"url": "https://example.org/a?b=c"}),
        ("language: en-GB", {"language": "en"}),
        ("lang: DE", {"language": "de"}),
        ("title: no\nlanguage: no", {"title": "no", "language": "no"}),
        ("title: 2024", {"title": "2024"}),
        ("title: null\npublisher: ~\nurl:", {}),
        ("title: 'null'", {"title": "null"}),
        ("tags: [talks, {a: b}]\ntitle: Talks\nmore:\n  title: Other\n", {"title": "Talks"}),
        ("? [a, b]\n: c\ntitle: Talks", {"title": "Talks"}),
        ("title: |\n  Talks\n  go on\n", {"title": "Talks go on"}),
        ("", {}),
        ("# nothing yet\n", {}),
    ],
)
def test_plain_values_are_taken(text, expected):
    assert parse_metadata(text, NAME) == Metadata(**expected)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("title: [", "is not valid YAML"),
        ("title: Talks\n\tbroken", "is not valid YAML (line 2)"),
        ("title: 'Talks", "is not valid YAML"),
        ("just words", "must map names to values"),
        ("- title\n- other", "must map names to values"),
        ("a: &a [x]\nb: *a\ntitle: Talks", "refers to other parts of itself"),
        ("title: \x00", "is not valid YAML"),
        ("a: " + "[" * 60_000, "is nested too deeply"),
        ("a: " + "x" * 70_000, "is larger than 64 kB"),
    ],
    ids=range(9),
)
def test_yaml_that_is_no_use_is_left_out(text, words):
    said = parse_metadata(text, NAME)
    assert words in said.faults[0]
    assert said == Metadata(faults=said.faults)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("published: last Friday", "a date that is none; write it as 2024-11-22"),
        ("published: 2024-02-30", "a date that is none"),
        ("url: javascript:alert(1)", "http:// or https://"),
    ],
)
def test_a_value_that_is_no_use_is_told(text, words):
    said = parse_metadata(text + "\ntitle: Talks", NAME)
    assert said.title == "Talks"
    [fault] = said.faults
    assert words in fault
    assert fault.startswith(NAME)
    assert fault.endswith(".")


@given(st.text())
def test_any_text_gives_an_answer(text):
    said = parse_metadata(text, NAME)
    assert all(fault.startswith(NAME) for fault in said.faults)


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("2024-11-22", date(2024, 11, 22)),
        (" 2024-11-22T08:00:00Z", date(2024, 11, 22)),
        ("20241122", date(2024, 11, 22)),
        ("2024-11-221", None),
        ("22 November 2024", None),
        ("2024", None),
        ("0000-01-01", None),
        ("", None),
    ],
)
def test_days(words, day):
    assert parse_day(words) == day


@pytest.mark.parametrize(
    ("words", "language"),
    [("en-GB", "en"), ("pt_BR", "pt"), ("ENGLISH", None), ("eng", None), ("", None)],
)
def test_languages(words, language):
    assert parse_language(words) == language


@pytest.mark.parametrize(
    ("words", "url"),
    [
        (" https://example.org/a b ", "https://example.org/a b"),
        ("http://[broken", None),
        ("file:///etc/passwd", None),
        ("example.org", None),
        ("https:", None),
    ],
)
def test_addresses(words, url):
    assert parse_url(words) == url


def test_a_side_file_stands_beside_its_document(tmp_path):
    path = tmp_path / "talks.txt"
    side = tmp_path / "talks.txt.meta.yaml"
    assert read_side(path) == Metadata()
    side.write_bytes("\ufefftitle: Café talks\r\npublished: 2024-11-22\r\n".encode())
    assert read_side(path) == Metadata(title="Café talks", published=date(2024, 11, 22))


def test_a_side_file_that_can_not_be_read_is_told(tmp_path):
    (tmp_path / "talks.txt.meta.yaml").mkdir()
    [fault] = read_side(tmp_path / "talks.txt").faults
    assert fault == "The side file talks.txt.meta.yaml can't be opened; it is left out."


def test_no_side_file_leads_out_of_the_folder(tmp_path):
    folder = tmp_path / "news"
    folder.mkdir()
    (tmp_path / "secret.yaml").write_text("title: secret")
    (folder / "talks.txt.meta.yaml").symlink_to(tmp_path / "secret.yaml")
    said = read_side(folder / "talks.txt")
    assert said.title is None
    assert "leads elsewhere" in said.faults[0]
