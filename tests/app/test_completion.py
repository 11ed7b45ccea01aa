"""What a path that is typed can become."""

import os

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.app import completion
from briefing.app.completion import Choice, Choices, choices_for, complete, typed_path, why_not


@pytest.fixture
def folder(tmp_path, monkeypatch):
    for name in ("News 2", "news 10", "notes", ".git", "n.xlsx"):
        (tmp_path / name).mkdir() if "." not in name[1:] else (tmp_path / name).touch()
    for name in ("nine.txt", "NINE.md", "nine.txt.meta.yaml", ".hidden.txt", "~odd.txt", "o.html"):
        (tmp_path / name).touch()
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    return tmp_path


@pytest.mark.parametrize(
    ("words", "paths"),
    [
        ("n", ["News 2", "news 10", "notes", "NINE.md", "nine.txt"]),
        ("ne", ["News 2", "news 10"]),
        ("./no", ["./notes"]),
        ("~/NOT", ["~/notes"]),
        ("~", ["~"]),
        ("~od", ["./~odd.txt"]),
        (".", [".git", ".hidden.txt"]),
        ("notes/", []),
        ("x", []),
    ],
)
def test_folder_is_listed_folders_first_in_natural_order(folder, words, paths):
    found = choices_for(words)
    assert ([choice.path for choice in found.rows], found.problem) == (paths, None)


def test_link_that_leads_in_a_circle_hides_nothing_else(folder):
    (folder / "notes" / "a.txt").touch()
    for name in ("round", "round.txt"):
        (folder / "notes" / name).symlink_to(name)
    found = choices_for("notes/")
    assert found.rows == (Choice("notes/a.txt", False), Choice("notes/round.txt", False))
    assert found.problem is None


@pytest.mark.parametrize(
    ("words", "problem"),
    [
        ("none/x", "There is no such file or folder."),
        ("nine.txt/x", "There is no such file or folder."),
        ("a\0b/c", "There is no such file or folder."),
    ],
)
def test_folder_that_is_none_is_said(folder, words, problem):
    assert choices_for(words) == Choices(words, problem=problem)


@pytest.mark.parametrize(
    ("words", "completed"),
    [
        ("no", f"notes{os.sep}"),
        ("ne", "News "),
        ("ni", "NINE."),
        ("nine.t", "nine.txt"),
        ("~", f"~{os.sep}"),
        ("x", "x"),
        ("o", "o.html"),
    ],
)
def test_completion_goes_as_far_as_all_choices_go(folder, words, completed):
    assert complete(choices_for(words)) == completed


def test_more_than_can_be_shown_is_counted_and_not_completed(folder, monkeypatch):
    monkeypatch.setattr(completion, "_MOST", 1)
    found = choices_for("no")
    assert (len(found.rows), found.more) == (1, 0)
    found = choices_for("n")
    assert (len(found.rows), found.more) == (1, 4)
    assert complete(found) != f"News 2{os.sep}"


NAMES = st.text("aAbß.é \x1b", min_size=1, max_size=6)


@given(words=st.text("aA/", max_size=4), names=st.lists(NAMES, min_size=1, max_size=4))
def test_completion_never_takes_away_and_fits_every_choice(words, names):
    choices = Choices(words, tuple(Choice(words + name, is_folder=False) for name in names))
    done = complete(choices)
    assert len(done) >= len(words)
    assert "\x1b" not in done
    for choice in choices.rows:
        if "\x1b" not in choice.path:
            assert choice.path.casefold().startswith(done.casefold())


def test_name_is_safe_to_show():
    assert Choice("a/\x1b[2J\u202e.txt", is_folder=False).name == "�[2J�.txt"
    assert Choice("a/b", is_folder=True).name == f"b{os.sep}"


def test_typed_path_is_taken_out_of_quotes_and_from_home(folder):
    assert typed_path(" '/a b/c.txt' ") == "/a b/c.txt"
    assert typed_path('"x"') == "x"
    assert typed_path("~/notes") == str(folder / "notes")
    assert typed_path("'") == "'"


@pytest.mark.parametrize(
    ("path", "why"),
    [
        ("nine.txt", None),
        ("notes", None),
        ("none", "There is no such file or folder."),
        ("https://wire.example", "It is an address"),
        ("a\0b", "There is no such file or folder."),
        (os.devnull, "It is a pipe or a device"),
    ],
)
def test_what_can_not_be_opened_is_said(folder, path, why):
    said = why_not(path)
    assert said is None if why is None else said.startswith(why)
