"""Whatever happens to the store, it answers as if it were empty."""

import os
import sqlite3
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.library import store as store_module
from briefing.library.stamps import Print, Stamp, print_of, stamp_of
from briefing.library.store import Kept, Store, key_of
from briefing.model import Headline, Summary

PACKED = b"some packed document " * 50


def kept(key=b"k" * 16, title="A quay"):
    headline = Headline(title, date(2024, 11, 22), None)
    return Kept(Stamp(1, 2), Print("ab" * 32, b"x"), headline, Summary(3, 2, 1, 0), key)


@pytest.fixture
def store(tmp_path):
    opened = Store(tmp_path)
    yield opened
    opened.close()


def file_of(folder):
    return folder / "documents.sqlite"


def test_what_is_kept_is_there_in_the_next_run(store, tmp_path):
    path = tmp_path / "a.txt"
    assert store.keep(path, kept(), PACKED)
    store.close()
    again = Store(tmp_path)
    assert again.recall([path, tmp_path / "b.txt"]) == {path: kept()}
    assert again.take(b"k" * 16) == PACKED
    assert again.take(b"other") is None
    again.close()


def test_thousands_of_files_are_recalled(store, tmp_path):
    paths = [tmp_path / f"{number}.txt" for number in range(1_200)]
    for number, path in enumerate(paths):
        store.keep(path, kept(key=str(number).encode()), b"packed")
    assert set(store.recall(paths)) == set(paths)


def test_nothing_is_made_by_asking(store, tmp_path):
    assert store.take(b"k") is None
    assert store.recall([tmp_path / "a.txt"]) == {}
    store.touch([b"k"])
    assert not file_of(tmp_path).exists()


def test_another_engine_knows_nothing_of_it(store, tmp_path, monkeypatch):
    path, made_from = tmp_path / "a.txt", Print("ab" * 32, b"")
    before = key_of(made_from, 1)
    store.keep(path, kept(before), PACKED)
    monkeypatch.setattr(store_module, "engine_version", lambda: "another")
    assert store.recall([path]) == {}
    assert key_of(made_from, 1) != before


def test_a_document_is_named_by_all_that_it_is_made_from(tmp_path):
    for name in ("a.txt", "b.txt", "a.md", "c.txt"):
        (tmp_path / name).write_text("Harwick")
    prints = {name: print_of(tmp_path / name, "ab") for name in ("a.txt", "b.txt", "a.md", "c.txt")}
    assert prints["a.txt"] == prints["b.txt"]
    assert prints["a.txt"] != prints["a.md"]
    (tmp_path / "c.txt.meta.yaml").write_text("title: Quay\n")
    assert print_of(tmp_path / "c.txt", "ab") != prints["c.txt"]
    names = {key_of(made_from, copy) for made_from in prints.values() for copy in (1, 2)}
    assert len(names) == 4  # two kinds, each as the first and as a copy


def test_a_side_file_that_is_written_changes_the_stamp(tmp_path):
    path, side = tmp_path / "a.txt", tmp_path / "a.txt.meta.yaml"
    path.write_text("Harwick")
    stamps = {stamp_of(path)}
    for words in ("title: Quay\n", "title: A quay\n"):
        side.write_text(words)
        stamps.add(stamp_of(path))
    os.utime(path, ns=(1, 1))
    stamps.add(stamp_of(path))
    assert len(stamps) == 4


def spoil_nothing(path):
    """Leave it as it is: what the others are held against."""


def spoil_garbage(path):
    path.write_bytes(os.urandom(5_000))


def spoil_cut(path):
    with path.open("r+b") as file:
        file.truncate(5_000)


def spoil_empty(path):
    path.write_bytes(b"")


def spoil_gone(path):
    path.unlink()


def spoil_other_tables(path):
    path.unlink()
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE files (name TEXT)")
        connection.execute("CREATE TABLE documents (words TEXT)")
    connection.close()


def spoil_words(path):
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE documents SET packed = 'words', checksum = 'words'")
        connection.execute("UPDATE files SET kept = 'words'")
    connection.close()


def spoil_bits(path):
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE documents SET packed = x'00'")
        connection.execute("UPDATE files SET kept = x'93010203'")
    connection.close()


def spoil_folder(path):
    path.unlink()
    path.mkdir()


def spoil_permission(path):
    path.parent.chmod(0o500)


SPOILERS = [
    spoil_garbage,
    spoil_cut,
    spoil_empty,
    spoil_gone,
    spoil_other_tables,
    spoil_words,
    spoil_bits,
    spoil_folder,
]


def test_an_unspoilt_store_answers(store, tmp_path):
    store.keep(tmp_path / "a.txt", kept(), PACKED)
    spoil_nothing(file_of(tmp_path))
    assert store.take(b"k" * 16) == PACKED


@pytest.mark.parametrize("open_before", [False, True], ids=["closed", "open"])
@pytest.mark.parametrize("spoil", SPOILERS)
def test_a_spoilt_store_is_empty_and_the_next_one_works(tmp_path, spoil, open_before):
    path = tmp_path / "a.txt"
    store = Store(tmp_path)
    store.keep(path, kept(), PACKED * 100)
    if not open_before:
        store.close()
    spoil(file_of(tmp_path))
    asked = [store.take(b"k" * 16), store.recall([path])]
    # Where the file was only taken away, whoever has it open has it still.
    assert asked in ([None, {}], [PACKED * 100, {path: kept()}])
    assert asked == [None, {}] or open_before
    store.keep(path, kept(), PACKED)
    store.close()
    if spoil is not spoil_folder:
        again = Store(tmp_path)
        again.keep(path, kept(), PACKED)
        assert again.take(b"k" * 16) == PACKED
        again.close()


def test_a_store_that_another_process_holds_is_empty(store, tmp_path, monkeypatch):
    monkeypatch.setattr(store_module, "_PATIENCE", 0.01)
    path = tmp_path / "a.txt"
    store.keep(path, kept(), PACKED)
    store.close()
    other = sqlite3.connect(file_of(tmp_path), isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    assert store.take(b"k" * 16) is None
    assert store.recall([path]) == {}
    other.close()
    assert store.take(b"k" * 16) == PACKED


def test_a_store_is_let_alone_after_some_trouble(store, tmp_path, monkeypatch):
    monkeypatch.setattr(store_module, "_PATIENCE", 0.01)
    store.keep(tmp_path / "a.txt", kept(), PACKED)
    store.close()
    other = sqlite3.connect(file_of(tmp_path), isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    for _ in range(3):
        assert not store.keep(tmp_path / "a.txt", kept(), PACKED)
    other.close()
    assert store.take(b"k" * 16) is None


def test_a_folder_that_takes_nothing_is_done_without(tmp_path):
    (tmp_path / "cache").write_text("a file")
    store = Store(tmp_path / "cache")
    assert not store.keep(tmp_path / "a.txt", kept(), PACKED)
    assert store.take(b"k" * 16) is None
    assert store.recall([tmp_path / "a.txt"]) == {}


def test_what_was_used_longest_ago_goes_first(tmp_path, monkeypatch):
    clock = iter(range(1_000))
    monkeypatch.setattr(store_module, "_now", lambda: next(clock))
    store = Store(tmp_path, limit=10 * len(PACKED))
    paths = {number: tmp_path / f"{number}.txt" for number in range(12)}
    for number in range(10):
        assert store.keep(paths[number], kept(key=bytes([number])), PACKED)
    store.touch([bytes([0])])
    for number in (10, 11):
        assert store.keep(paths[number], kept(key=bytes([number])), PACKED)
    left = {number for number in range(12) if store.take(bytes([number]))}
    assert {0, 10, 11} <= left
    assert not {1, 2} & left
    assert set(store.recall(list(paths.values()))) == {paths[number] for number in left}
    store.close()


@given(sizes=st.lists(st.integers(1, 4_000), max_size=40))
def test_it_never_grows_beyond_its_limit(tmp_path_factory, sizes):
    limit = 10_000
    store = Store(tmp_path_factory.mktemp("store"), limit=limit)
    for number, size in enumerate(sizes):
        store.keep(store._path, kept(key=str(number).encode()), bytes(size))
    keys = [str(number).encode() for number in range(len(sizes))]
    left = [packed for key in keys if (packed := store.take(key)) is not None]
    assert sum(map(len, left)) <= limit * (1 + 1 / 50)
    assert len(left) or not sizes
    store.close()


def test_what_would_take_all_the_room_is_not_kept(tmp_path):
    store = Store(tmp_path, limit=1_000)
    assert not store.keep(tmp_path / "a.txt", kept(), bytes(501))
    store.close()
