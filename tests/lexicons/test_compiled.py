import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from importlib import import_module
from pathlib import Path

import pytest

from briefing.lexicons.compiled import compiled
from briefing.places import cache_folder

MADE = []


def make(path):
    MADE.append(path)
    return path.read_text(encoding="utf-8").split()


@pytest.fixture(autouse=True)
def _nothing_made():
    MADE.clear()


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "words.txt"
    path.write_text("one two", encoding="utf-8")
    return path


def kept():
    return [file for file in cache_folder().rglob("*") if file.is_file()]


def test_what_was_made_once_is_not_made_again(path):
    assert compiled(path, make) == compiled(path, make) == ["one", "two"]
    assert len(MADE) == 1


def test_a_file_that_has_changed_is_read_again(path):
    compiled(path, make)
    path.write_text("one two three", encoding="utf-8")
    assert compiled(path, make) == ["one", "two", "three"]


def test_a_file_of_the_same_size_that_has_changed_is_read_again(path):
    compiled(path, make)
    before = path.stat()
    path.write_text("six ten", encoding="utf-8")
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns + 1))
    assert compiled(path, make) == ["six", "ten"]


def test_what_another_version_of_the_maker_made_counts_as_none(path, tmp_path, monkeypatch):
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    module = tmp_path / "maker_of_tests.py"
    made = []
    for word in ("before", "afterwards"):
        module.write_text(f"def make(path): return {word!r}", encoding="utf-8")
        monkeypatch.delitem(sys.modules, module.stem, raising=False)
        made.append(compiled(path, import_module(module.stem).make))
    assert made == ["before", "afterwards"]


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"[]",
        b"\xff\xfe",
        b'[["a",1,2],["b",1,2]',
        b"[null,null,null]",
        b"[" * 100_000,
        b'[["a",1,2],["b",1,2],' + b"[" * 100_000,
    ],
)
def test_a_broken_file_counts_as_none(path, content):
    compiled(path, make)
    [file] = kept()
    file.write_bytes(content)
    assert compiled(path, make) == ["one", "two"]
    assert len(MADE) == 2
    compiled(path, make)
    assert len(MADE) == 2


def test_two_files_that_share_a_place_do_not_take_each_others_content(path, tmp_path):
    compiled(path, make)
    [file] = kept()
    other = tmp_path / "others.txt"
    other.write_text("ten six", encoding="utf-8")
    compiled(other, make)
    [place] = [entry for entry in kept() if entry != file]
    place.write_bytes(file.read_bytes())
    assert compiled(other, make) == ["ten", "six"]


def test_without_a_folder_to_write_to_all_is_made_each_time(path, tmp_path, monkeypatch):
    monkeypatch.setenv("BRIEFING_HOME", str(path))
    assert compiled(path, make) == compiled(path, make) == ["one", "two"]
    assert len(MADE) == 2


@pytest.mark.parametrize(
    "value",
    [
        {1: "a"},
        {"on": date(2026, 2, 3)},
        {"nan": float("nan")},
        {"bytes": b"a"},
        {"a", "b"},
        "\ud800",
    ],
)
def test_what_json_does_not_hold_is_not_kept(path, value):
    def give(_):
        return value

    assert compiled(path, give) is value
    assert compiled(path, give) is value


@pytest.mark.parametrize("value", [None, True, 1, 1.0, -0.5, "é\x00\u2028", [], {"a": [{}]}])
def test_what_json_holds_comes_back_as_it_was(path, value):
    def give(_):
        return value

    compiled(path, give)
    back = compiled(path, give)
    assert (back, type(back)) == (value, type(value))


def test_a_mistake_is_raised_each_time(path):
    def fail(_):
        raise KeyError("mine")

    for _ in range(2):
        with pytest.raises(KeyError, match="mine"):
            compiled(path, fail)
    assert kept() == []


def test_a_file_that_is_not_there_is_missed(tmp_path):
    with pytest.raises(FileNotFoundError):
        compiled(tmp_path / "none", make)


def test_many_at_once_leave_one_whole_file(path):
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(lambda _: compiled(path, make), range(64)))
    assert found == [["one", "two"]] * 64
    assert len(kept()) == 1
    MADE.clear()
    compiled(path, make)
    assert MADE == []


def test_word_lists_need_no_yaml_the_second_time():
    code = (
        "import sys; from briefing.lexicons import load_words; load_words('layout'); "
        "print('yaml' in sys.modules)"
    )
    root = Path(__file__).parents[2]
    said = [
        subprocess.run(
            [sys.executable, "-c", code], capture_output=True, text=True, cwd=root, check=True
        ).stdout
        for _ in range(2)
    ]
    assert said == ["True\n", "False\n"]
