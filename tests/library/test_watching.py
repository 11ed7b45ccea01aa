"""Changes on disk are told once they are whole, and only those that matter."""

import os
from pathlib import Path
from queue import Empty, Queue
from threading import Event, Thread

import pytest

from briefing.library import watching
from briefing.library.watching import Watched, watch_files


@pytest.fixture
def watch(monkeypatch):
    """Watch paths; returns a queue of what is told."""
    stopped, threads = Event(), []

    def begin(*paths):
        told, ready = Queue(), Event()
        folders = Watched.folders

        def folders_and_tell(self):
            # The platform's watcher begins behind this; a mark that is written again and
            # again until it is told shows that it has begun.
            found = folders(self)
            ready.set()
            return found

        monkeypatch.setattr(Watched, "folders", folders_and_tell)
        thread = Thread(target=watch_files, args=([str(p) for p in paths], told.put, stopped))
        thread.start()
        threads.append(thread)
        assert ready.wait(10)
        return told

    yield begin
    stopped.set()
    for thread in threads:
        thread.join(10)
        assert not thread.is_alive()


def told_of(told, wanted, write):
    """Write until it is told; the watch may begin a moment after its thread."""
    for _ in range(20):
        write()
        try:
            found = told.get(timeout=1)
        except Empty:
            continue
        if wanted <= found:
            return found
    raise AssertionError(f"{wanted} was not told")


def test_a_file_written_made_or_removed_is_told(tmp_path, watch):
    path = tmp_path / "a.txt"
    path.write_text("Harwick")
    told = watch(tmp_path)
    told_of(told, {path}, lambda: path.write_text("The port of Harwick"))
    other = tmp_path / "b.md"
    told_of(told, {other}, lambda: other.write_text("Harwick"))
    told_of(told, {path}, lambda: path.unlink(missing_ok=True) or path.write_text("again"))


def test_a_file_that_is_replaced_by_another_is_told(tmp_path, watch):
    path, new = tmp_path / "a.txt", tmp_path / ".a.txt.new"
    path.write_text("Harwick")
    told = watch(path)

    def replace():
        new.write_text("The port of Harwick")
        new.replace(path)

    assert told_of(told, {path}, replace) == {path}


def test_a_folder_that_appears_is_watched_too(tmp_path, watch):
    told = watch(tmp_path)
    folder = tmp_path / "news"
    told_of(told, {folder}, lambda: folder.mkdir(exist_ok=True) or os.utime(folder))
    path = folder / "a.txt"
    told_of(told, {path}, lambda: path.write_text("Harwick"))


@pytest.mark.parametrize("error", [OSError, RuntimeError])
def test_where_nothing_can_be_watched_one_goes_without(tmp_path, monkeypatch, error):
    def fail(*_, **__):
        raise error("no more watches")

    monkeypatch.setattr("watchfiles.watch", fail)
    watch_files([str(tmp_path)], Queue().put, Event())


def test_a_path_that_leads_nowhere_ends_the_watch(tmp_path):
    watch_files([str(tmp_path / "none" / "a.txt")], Queue().put, Event())


@pytest.mark.parametrize(
    ("change", "document"),
    [
        ("in/a.txt", "in/a.txt"),
        ("in/a.txt.meta.yaml", "in/a.txt"),
        ("in/b/c.HTML", "in/b/c.HTML"),
        ("in/b", "in/b"),
        ("in/gone", None),
        ("in/a.txt~", None),
        ("in/.a.txt", None),
        ("in/.git/a.txt", None),
        ("in/photo.jpg", None),
        ("named/x.log", "named/x.log"),
        ("named/x.log.meta.yaml", "named/x.log"),
        ("named/y.txt", None),
    ],
)
def test_only_changes_that_matter_are_told(tmp_path, change, document):
    for folder in ("in/b", "in/.git", "named"):
        (tmp_path / folder).mkdir(parents=True)
    (tmp_path / "named" / "x.log").write_text("Harwick")
    watched = Watched([tmp_path / "in", tmp_path / "named" / "x.log"])
    folders = {folder.relative_to(tmp_path) for folder in watched.folders()}
    assert folders == {Path("in"), Path("in/b"), Path("named")}
    expected = tmp_path / document if document else None
    assert watched.document_of(tmp_path / change) == expected


def test_a_file_that_is_being_written_is_waited_for(tmp_path, monkeypatch):
    path = tmp_path / "a.txt"
    looks = []

    class Stopped(Event):
        def wait(self, timeout=None):
            looks.append(timeout)
            if len(looks) < 4:
                path.write_text("words " * len(looks))
            return False

    path.write_text("")
    watching._settle([path, tmp_path / "gone.txt"], Stopped())
    assert len(looks) == 4
    assert path.read_text() == "words " * 3


def test_a_file_that_is_written_on_and_on_is_not_waited_for_for_ever(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("")

    class Stopped(Event):
        def wait(self, timeout=None):
            with path.open("a") as file:
                file.write("words ")
            return False

    watching._settle([path], Stopped())
    assert path.stat().st_size
