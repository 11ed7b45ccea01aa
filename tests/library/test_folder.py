import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.library import find_files
from briefing.library.folder import natural, presentable
from briefing.reading import READERS


def make(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("The talks go on.")


def shown(*paths) -> list[str]:
    files, problems = find_files(map(str, paths))
    assert problems == ()
    return [file.shown for file in files]


def test_a_folder_is_read_in_natural_order(tmp_path, monkeypatch):
    names = ("part 10.txt", "part 2.txt", "Part 3/b.md", "part 4/a.txt", "part 1.html", "z.htm")
    make(tmp_path, *names)
    monkeypatch.chdir(tmp_path.parent)
    assert shown(tmp_path.name) == [
        str(Path(tmp_path.name, name))
        for name in (
            *("part 1.html", "part 2.txt", "Part 3/b.md"),
            *("part 4/a.txt", "part 10.txt", "z.htm"),
        )
    ]


def test_what_is_no_document_is_passed_by(tmp_path):
    make(
        tmp_path,
        *("a.txt", "a.txt.meta.yaml", ".b.txt", ".git/c.txt", "d.xlsx", "e.TXT.bak", "notes.yaml"),
        *("txt", "f.TXT"),
    )
    assert [Path(name).name for name in shown(tmp_path)] == ["a.txt", "f.TXT"]


@pytest.mark.parametrize("suffix", READERS)
def test_every_format_that_can_be_read_is_found_in_a_folder(tmp_path, suffix):
    make(tmp_path, f"a{suffix.upper()}")
    assert [Path(name).name for name in shown(tmp_path)] == [f"a{suffix.upper()}"]


def test_a_file_that_is_named_is_read_whatever_it_is_called(tmp_path):
    make(tmp_path, ".hidden", "a.pdf")
    paths = [str(tmp_path / ".hidden"), str(tmp_path / "a.pdf")]
    assert shown(*paths) == paths


def test_a_side_file_beside_its_document_is_none_itself(tmp_path):
    make(tmp_path, "a.txt", "a.txt.meta.yaml", "b.txt.meta.yaml")
    paths = [str(path) for path in sorted(tmp_path.iterdir())]
    assert shown(*paths) == [str(tmp_path / "a.txt"), str(tmp_path / "b.txt.meta.yaml")]
    assert shown(paths[1]) == [paths[1]]


def test_no_file_is_listed_twice(tmp_path):
    make(tmp_path, "a.txt", "b/c.txt")
    (tmp_path / "d.txt").symlink_to("a.txt")
    paths = shown(tmp_path / "b" / "c.txt", tmp_path, f"{tmp_path}/b/../a.txt", tmp_path / "b")
    assert paths == [str(tmp_path / "b" / "c.txt"), str(tmp_path / "a.txt")]


def test_no_link_leads_out(tmp_path):
    make(tmp_path, "in/a.txt", "in/b/c.txt", "out/secret.txt", "in-too/secret.txt")
    inside = tmp_path / "in"
    (inside / "d.txt").symlink_to(tmp_path / "out" / "secret.txt")
    (inside / "e").symlink_to(tmp_path / "out")
    (inside / "f.txt").symlink_to(tmp_path / "out")
    (inside / "g.txt").symlink_to(tmp_path / "in-too" / "secret.txt")
    (inside / "h.txt").symlink_to("i.txt")
    (inside / "i.txt").symlink_to("../out/secret.txt")
    assert [Path(name).name for name in shown(inside)] == ["a.txt", "c.txt"]


def test_links_inside_a_folder_are_followed_once(tmp_path):
    make(tmp_path, "b/c.txt")
    (tmp_path / "a.txt").symlink_to("b/c.txt")
    (tmp_path / "b" / "loop").symlink_to(tmp_path)
    (tmp_path / "again").symlink_to("b")
    assert [Path(name).name for name in shown(tmp_path)] == ["a.txt"]


def test_a_folder_reached_by_a_link_is_read(tmp_path):
    make(tmp_path, "news/a.txt")
    (tmp_path / "link").symlink_to("news")
    assert shown(tmp_path / "link") == [str(tmp_path / "link" / "a.txt")]


@pytest.mark.parametrize(
    ("names", "path", "error"),
    [
        ((), "none", "There is no such file or folder."),
        (("a.txt",), "a.txt/b", "There is no such file or folder."),
        ((), "", "The folder is empty."),
        (("a.xlsx", ".b.txt"), "", "The folder holds no document that can be read (.txt, "),
        (("a.txt.meta.yaml",), "", "The folder holds no document that can be read (.txt, "),
    ],
)
def test_a_path_that_leads_nowhere_is_told_in_a_sentence(tmp_path, names, path, error):
    make(tmp_path, *names)
    files, [problem] = find_files([str(tmp_path / path)])
    assert files == ()
    assert problem.path == str(tmp_path / path)
    assert problem.error.startswith(error)
    assert problem.error.endswith(".")


def test_a_link_to_nothing_is_told(tmp_path):
    make(tmp_path, "a.txt")
    (tmp_path / "b.txt").symlink_to("gone.txt")
    files, [problem] = find_files([str(tmp_path)])
    assert [file.path.name for file in files] == ["a.txt"]
    assert problem.path == str(tmp_path / "b.txt")
    assert problem.error == "It is a link to something that is no longer there."


@pytest.mark.parametrize("refused", [".", "b"])
def test_a_folder_without_permission_is_told_and_the_rest_is_read(tmp_path, monkeypatch, refused):
    make(tmp_path, "a.txt", "b/c.txt", "d/e.txt")
    scandir = os.scandir

    def scan(path):
        if Path(path) == tmp_path / refused:
            raise PermissionError(13, "Permission denied")
        return scandir(path)

    monkeypatch.setattr(os, "scandir", scan)
    files, [problem] = find_files([str(tmp_path)])
    assert [file.path.name for file in files] == ([] if refused == "." else ["a.txt", "e.txt"])
    assert problem.path == str(tmp_path / refused)
    assert problem.error == "You have no permission to read it."


def test_names_that_are_no_utf8_can_be_written(tmp_path):
    name = b"caf\xe9 10.txt".decode("utf-8", "surrogateescape")
    try:
        make(tmp_path, name)
    except OSError:
        pytest.skip("this file system knows only UTF-8")
    [file] = find_files([str(tmp_path)])[0]
    assert file.shown == str(tmp_path / "caf� 10.txt")
    assert file.path.read_text() == "The talks go on."


def test_a_folder_of_thousands_is_walked_at_once(tmp_path, monkeypatch):
    for number in range(40):
        make(tmp_path, *(f"{number}/part {part}.txt" for part in range(50)))
    looked = []
    realpath = os.path.realpath
    monkeypatch.setattr(os.path, "realpath", lambda path: looked.append(path) or realpath(path))
    assert len(shown(tmp_path)) == 2_000
    assert len(looked) == 1  # links alone need their target looked up


@pytest.mark.parametrize(
    "names",
    [
        ["part 1", "part 2", "part 10"],
        ["1", "2a", "2b", "10", "a", "B", "c"],
        ["a", "a 01", "a 2", "a b"],
        ["2024-9-1", "2024-10-1"],
        ["٣", "²", "é"],
    ],
)
def test_names_in_natural_order(names):
    mixed = names[::-1]
    assert sorted(mixed, key=natural) == names


@given(st.text(), st.text())
def test_any_two_names_can_be_compared(one, other):
    assert (natural(one) < natural(other)) or natural(other) <= natural(one)


def test_paths_that_can_be_written_stay_as_they_are():
    assert presentable("news/à Zürich.txt") == "news/à Zürich.txt"
