"""What the screen hears, whoever does the work and whatever becomes of it."""

import gc
import os
import time
from queue import Empty, Queue

import pytest

from briefing.app.loading import (
    Added,
    Analysed,
    Begun,
    Done,
    Failed,
    Learned,
    Listed,
    Loader,
    Read,
    Unread,
)
from briefing.app.loading.librarian import Librarian
from briefing.errors import LostWorkerError, NoWorkerError
from briefing.library import Found, read_collection
from briefing.library.store import Store
from briefing.places import cache_folder
from briefing.workers.head_start import HeadStart
from briefing.workers.process import WorkerProcess

ARTICLE = "The port authority of Harwick said on Monday that the quay was closed.\n"
WAYS = pytest.mark.parametrize("apart", [False, True], ids=["thread", "process"])


@pytest.fixture
def folder(tmp_path):
    """Three articles, two of which have the same bytes, and one file that is none."""
    for name in ("a", "b"):
        (tmp_path / f"{name}.txt").write_text(ARTICLE)
    (tmp_path / "c.txt").write_text(f"{ARTICLE}\nThe mayor denied it.\n")
    (tmp_path / "d.txt").write_bytes(b"%PDF-1.7\x00")
    return tmp_path


class Reader:
    """Stands for the screen: hears all, and knows the files as the screen does."""

    def __init__(self, folder, *, apart=False, wanted=0, head_start=None, **options):
        self.news = Queue()
        self.heard = []
        self.headlines, self.summaries, self.problems = {}, {}, {}
        self.loader = Loader([str(folder)], apart=apart, wanted=wanted, **options)
        self.loader.painted()
        self.loader.start(head_start)
        for news in self.loader.listen(self.news.put):
            self.news.put(news)

    def until(self, kind, number=None):
        """Hear on until such news come."""
        while True:
            news = self.news.get(timeout=60)
            self.heard.append(news)
            if isinstance(news, Learned):
                self.headlines |= news.headlines
                self.summaries |= news.summaries
                self.problems |= news.problems
            if isinstance(news, Failed) and kind is not Failed:
                raise news.error
            if isinstance(news, kind) and number in (None, getattr(news, "number", None)):
                return news

    def ask(self, number):
        """Look at a file until everything has been found in it."""
        document = self.loader.want(number)
        if document is None or not document.sentences:
            document = self.until(Analysed, number).document
        return document

    def all_documents(self):
        return {number: self.ask(number) for number in sorted(self.headlines)}


@pytest.fixture
def opened():
    """Open readers; all are stopped."""
    readers = []

    def open_reader(*args, **options):
        readers.append(Reader(*args, **options))
        return readers[-1]

    yield open_reader
    for reader in readers:
        reader.loader.stop()


@WAYS
def test_every_file_is_read_and_then_analysed(folder, opened, apart):
    reader = opened(folder, apart=apart)
    reader.until(Done)
    kinds = [type(news) for news in reader.heard if not isinstance(news, Learned)]
    assert kinds == [Listed, Read, Analysed, Done]
    assert set(reader.headlines) == set(reader.summaries) == {0, 1, 2}
    assert set(reader.problems) == {3}
    found = reader.all_documents()
    assert found[1].id == f"{found[0].id}-2"
    assert all(document.facts and not document.faults for document in found.values())
    assert gc.isenabled()


@WAYS
def test_the_same_is_found_as_for_an_export(folder, opened, apart):
    exported = dict(enumerate(read_collection([str(folder)]).documents))
    reader = opened(folder, apart=apart)
    reader.until(Done)
    assert reader.all_documents() == exported
    for number, document in exported.items():
        assert reader.summaries[number].words == len(document.text.split())
        assert reader.summaries[number].facts == sum(fact.shown for fact in document.facts)
        assert reader.headlines[number].title == document.title


@WAYS
def test_the_second_time_nothing_is_read_or_analysed(folder, opened, apart, monkeypatch):
    first = opened(folder, apart=apart)
    first.until(Done)
    before = first.all_documents()
    first.loader.stop()

    def fail(*_):
        raise ZeroDivisionError

    for name in ("working.glance_at", "working.read_packed", "working.study"):
        monkeypatch.setattr(f"briefing.app.loading.{name}", fail)
    for name in ("giving.read_file", "shelves.read_file"):
        monkeypatch.setattr(f"briefing.app.loading.{name}", fail)
    (folder / "d.txt").unlink()  # what can't be read is tried again
    second = opened(folder, apart=apart)
    second.until(Done)
    assert [type(news) for news in second.heard[:2]] == [Listed, Analysed]
    assert second.summaries == first.summaries
    assert second.all_documents() == before


def test_what_a_head_start_has_recalled_is_known_without_a_look(folder, opened, monkeypatch):
    first = opened(folder)
    first.until(Done)
    first.loader.stop()
    (folder / "b.txt").write_text("The harbour office denied it.\n")

    def fail(*_):
        raise ZeroDivisionError

    monkeypatch.setattr("briefing.app.loading.librarian.find_files", fail)
    head_start = HeadStart("briefing.library.glimpse:glimpse_at", [str(folder)])
    second = opened(folder, apart=True, head_start=head_start)
    second.until(Learned)
    assert set(second.summaries) == {0, 2}
    assert type(second.until(Done)) is Done
    assert set(second.summaries) == {0, 1, 2}
    assert second.summaries[1] != first.summaries[1]
    assert set(second.problems) == {3}


def test_a_worker_that_is_lost_over_the_inventory_is_done_without(folder, opened, monkeypatch):
    head_start = HeadStart("briefing.library.glimpse:glimpse_at", [str(folder)])
    head_start.wait(60)

    def die(self, *_):
        self._process.kill()
        self._process.wait()

    monkeypatch.setattr(WorkerProcess, "begin", die)
    reader = opened(folder, apart=True, head_start=head_start)
    reader.until(Done)
    assert set(reader.summaries) == {0, 1, 2}


def test_a_copy_that_is_wanted_first_is_a_copy_still(folder, opened):
    exported = dict(enumerate(read_collection([str(folder)]).documents))
    reader = opened(folder, wanted=1)
    reader.until(Done)
    assert reader.all_documents() == exported


def test_a_file_with_another_name_or_side_file_is_another_document(tmp_path, opened):
    for name in ("a.txt", "b.md", "c.txt"):
        (tmp_path / name).write_text("# Harwick\n\nThe quay was closed, the mayor said.\n")
    (tmp_path / "c.txt.meta.yaml").write_text("published: 2024-11-22\n")
    exported = dict(enumerate(read_collection([str(tmp_path)]).documents))
    for _ in range(2):
        reader = opened(tmp_path)
        reader.until(Done)
        assert reader.all_documents() == exported
        assert reader.headlines[2].published.isoformat() == "2024-11-22"
        reader.loader.stop()


def test_what_was_moved_is_not_analysed_again(folder, opened, monkeypatch):
    reader = opened(folder)
    reader.until(Done)
    reader.loader.stop()
    (folder / "c.txt").rename(folder / "0.txt")
    monkeypatch.setattr("briefing.pipeline.analyse", lambda document: 1 / 0)
    again = opened(folder)
    again.until(Done)
    assert again.all_documents()[0].path == str(folder / "0.txt")
    assert again.all_documents()[0].facts


@pytest.mark.parametrize(
    "content", [None, b"", b"no store at all" * 500], ids=["gone", "empty", "garbage"]
)
def test_a_store_that_is_lost_meanwhile_is_done_without(folder, opened, content):
    reader = opened(folder, apart=True)
    reader.until(Done)
    before = reader.all_documents()
    reader.loader.stop()
    for path in cache_folder().glob("documents*"):
        path.unlink()
        if content is not None:
            path.write_bytes(content)
    again = opened(folder, apart=True)
    again.until(Done)
    assert again.all_documents() == before


def test_a_document_that_the_store_lost_is_found_again(folder, opened, monkeypatch):
    reader = opened(folder)
    reader.until(Done)
    before = reader.all_documents()
    monkeypatch.setattr(Store, "take", lambda *_: None)
    for number in before:
        reader.loader._librarian.shelves.held.drop(number)
    reader.loader.want(0)
    assert reader.loader.want(2) is None
    assert reader.until(Read, 2).document.text == before[2].text
    assert reader.until(Analysed, 2).document == before[2]


def test_without_a_store_everything_stays_at_hand(folder, opened, monkeypatch):
    monkeypatch.setattr(Store, "keep", lambda *_: False)
    reader = opened(folder)
    reader.until(Listed)
    reader.loader._librarian.shelves.held._limit = 1
    reader.until(Done)
    assert all(reader.loader.want(number) is not None for number in (0, 1, 2))


def test_what_was_read_is_given_to_a_search(folder, opened):
    reader = opened(folder)
    assert dict(reader.loader.documents()) == {} or reader.heard == []
    reader.until(Done)
    reader.loader._librarian.shelves.held.drop(1)
    exported = dict(enumerate(read_collection([str(folder)]).documents))
    assert dict(reader.loader.documents()) == exported


@WAYS
def test_a_long_text_begins_before_it_is_read(tmp_path, opened, apart):
    line = "The port authority said that “{n:,} containers” were moved in June.\n\n"
    text = "".join(line.format(n=n) for n in range(6_000))
    (tmp_path / "a.txt").write_text(text)
    reader = opened(tmp_path, apart=apart)
    reader.until(Begun)
    begun, read, analysed = reader.heard[-1], reader.until(Read), reader.until(Analysed)
    assert len(begun.document.text) < len(text) == len(read.document.text)
    assert text.startswith(begun.document.text)
    assert begun.document.text.endswith(".\n\n")
    assert begun.document.sha256 == read.document.sha256 == analysed.document.sha256
    assert begun.document.encoding == read.document.encoding
    assert not begun.document.sentences


def test_a_long_page_does_not_begin_before_it_is_read(tmp_path, opened):
    paragraphs = "".join(f"<p>Quay {n} was closed on Monday, he said.</p>" for n in range(6_000))
    (tmp_path / "a.html").write_text(f"<html><body>{paragraphs}</body></html>")
    reader = opened(tmp_path)
    reader.until(Read)
    assert [type(news) for news in reader.heard if not isinstance(news, Learned)] == [Listed, Read]


def test_a_loader_that_is_stopped_says_nothing_and_what_it_said_is_stale(folder, opened):
    reader = opened(folder)
    listed = reader.until(Listed)
    assert not listed.stale
    reader.loader.stop()
    assert listed.stale
    reader.loader._telling.say(Done())
    while not reader.news.empty():
        assert not isinstance(reader.news.get(), Done)


def test_without_a_worker_the_thread_takes_over(folder, opened, monkeypatch):
    def fail(self, function, *args):
        raise NoWorkerError

    monkeypatch.setattr(WorkerProcess, "call", fail)
    reader = opened(folder, apart=True)
    reader.until(Done)
    assert set(reader.summaries) == {0, 1, 2}


@pytest.mark.parametrize("error", [LostWorkerError, MemoryError])
def test_a_lost_document_says_so_and_the_others_go_on(folder, opened, monkeypatch, error):
    call = WorkerProcess.call

    def lose_the_third(self, function, *args):
        if "c.txt" in str(args):
            raise error
        return call(self, function, *args)

    monkeypatch.setattr(WorkerProcess, "call", lose_the_third)
    reader = opened(folder, apart=True)
    reader.until(Done)
    assert "memory" in reader.problems[2]
    assert set(reader.summaries) == {0, 1}


def test_a_worker_that_ends_in_the_middle_leaves_the_text_with_a_fault(folder, opened, monkeypatch):
    call = WorkerProcess.call

    def die_over_the_first(self, function, *args):
        if function.__name__ == "study" and "a.txt" in str(args):
            return call(self, os._exit, 1)
        return call(self, function, *args)

    monkeypatch.setattr(WorkerProcess, "call", die_over_the_first)
    reader = opened(folder, apart=True)
    analysed = reader.until(Analysed)
    reader.until(Done)
    assert analysed.document.text.strip() == ARTICLE.strip()
    assert not analysed.document.facts
    [fault] = analysed.document.faults
    assert fault.startswith("Its facts could not be looked for")
    assert analysed.summary.words == 13
    assert reader.summaries[1].facts


@WAYS
def test_a_mistake_of_ours_is_not_swallowed(folder, opened, monkeypatch, apart):
    def fail(self, number, **_):
        raise ZeroDivisionError

    monkeypatch.setattr(Librarian, "_open", fail)
    failed = opened(folder, apart=apart).until(Failed)
    assert isinstance(failed.error, ZeroDivisionError)


def test_a_mistake_of_ours_in_the_worker_is_not_swallowed(folder, opened, monkeypatch):
    monkeypatch.setattr("briefing.app.loading.working.study", divide)
    failed = opened(folder, apart=False).until(Failed)
    assert isinstance(failed.error, ZeroDivisionError)


def divide(*_):
    raise ZeroDivisionError


# Files that change while they are read


def change(reader, *paths):
    """Tell the loader what the watch tells it."""
    librarian = reader.loader._librarian
    reader.loader._inbox.put(lambda: librarian.change(frozenset(paths)))


def test_what_is_written_anew_is_read_in_place(folder, opened):
    reader = opened(folder, wanted=2)
    reader.until(Done)
    path = folder / "c.txt"
    path.write_text(f"{ARTICLE}\nThe mayor denied it twice.\n")
    change(reader, path)
    assert "twice" in reader.until(Read, 2).document.text
    analysed = reader.until(Analysed, 2)
    assert "twice" in analysed.document.text
    reader.until(Done)
    assert reader.summaries[2].words == len(analysed.document.text.split())


def test_what_is_written_while_nobody_looks_is_learned(folder, opened):
    reader = opened(folder)
    reader.until(Done)
    before = reader.summaries[2]
    (folder / "c.txt").write_text(f"{ARTICLE}\nThe mayor denied it twice, he said.\n")
    change(reader, folder / "c.txt")
    reader.until(Done)
    assert reader.summaries[2] != before
    assert "twice" in reader.ask(2).text
    assert not any(isinstance(news, Read) and news.number == 2 for news in reader.heard)


def test_a_side_file_dates_what_is_read(folder, opened):
    reader = opened(folder, wanted=2)
    reader.until(Done)
    (folder / "c.txt.meta.yaml").write_text("published: 2024-11-22\n")
    change(reader, folder / "c.txt")
    assert reader.until(Analysed, 2).document.published.isoformat() == "2024-11-22"


def test_what_was_written_as_it_was_is_not_read_again(folder, opened, monkeypatch):
    reader = opened(folder)
    reader.until(Done)
    monkeypatch.setattr("briefing.app.loading.giving.read_file", divide)
    monkeypatch.setattr("briefing.app.loading.working.study", divide)
    change(reader, folder / "a.txt", folder / "c.txt")
    reader.loader.want(2)
    reader.until(Analysed, 2)


def test_what_is_gone_can_be_read_on_and_may_come_back(folder, opened):
    reader = opened(folder, wanted=2)
    text = reader.until(Analysed, 2).document.text
    reader.until(Done)
    moved = (folder / "c.txt").rename(folder / "c.bak")
    change(reader, folder / "c.txt")
    assert reader.until(Unread, 2).reason == "It is no longer there."
    assert reader.loader.want(2).text == text
    moved.rename(folder / "c.txt")
    change(reader, folder / "c.txt")
    assert reader.until(Analysed, 2).document.text == text


def test_what_comes_back_before_it_was_analysed_is_analysed(folder, opened, monkeypatch):
    from briefing.app.loading import working as module

    study, path = module.study, folder / "c.txt"

    def study_meanwhile(file, copy, wanted):
        if file.path.name == "b.txt":
            readers[0].loader._inbox.put(go_and_come_back)
        return study(file, copy, wanted)

    def go_and_come_back():
        librarian = readers[0].loader._librarian
        moved = path.rename(folder / "c.bak")
        librarian.change({path})
        moved.rename(path)
        librarian.change({path})

    monkeypatch.setattr(module, "study", study_meanwhile)
    readers = []
    readers.append(opened(folder))
    readers[0].until(Done)
    assert 2 in readers[0].summaries


def test_what_another_reader_has_analysed_meanwhile_stays_analysed(folder, opened, monkeypatch):
    from briefing.app.loading import working as module

    glance_at = module.glance_at

    def glance_slowly(files):
        seen = glance_at(files)
        module.study(Found(folder / "c.txt", "c.txt"), 1, False)
        readers[0].loader.want(2)
        return seen

    monkeypatch.setattr(module, "glance_at", glance_slowly)
    readers = []
    readers.append(opened(folder))
    readers[0].until(Done)
    assert 2 in readers[0].summaries


def test_what_appears_comes_behind_all_others(folder, opened):
    reader = opened(folder)
    listed = reader.until(Listed)
    reader.until(Done)
    (folder / "0.txt").write_text("The union said that nobody was hurt.\n")
    change(reader, folder / "0.txt")
    [entry] = reader.until(Added).entries
    reader.until(Done)
    assert entry.path == folder / "0.txt"
    assert "nobody" in reader.ask(len(listed.entries)).text


def test_files_of_a_folder_that_is_gone_are_gone(tmp_path, opened):
    inside = tmp_path / "news"
    inside.mkdir()
    for path in (inside / "a.txt", tmp_path / "b.txt"):
        path.write_text(ARTICLE)
    reader = opened(tmp_path, wanted=1)
    reader.until(Done)
    paths = {entry.path: n for n, entry in enumerate(reader.heard[0].entries)}
    (inside / "a.txt").unlink()
    inside.rmdir()
    change(reader, inside)
    while paths[inside / "a.txt"] not in reader.problems:
        reader.until(Learned)
    assert set(reader.problems) == {paths[inside / "a.txt"]}


def test_what_comes_back_with_its_folder_before_it_was_read_is_read(tmp_path, opened):
    inside = tmp_path / "news"
    inside.mkdir()
    (inside / "a.txt").write_text(ARTICLE)
    reader = opened(tmp_path)
    reader.until(Done)
    librarian = reader.loader._librarian

    def come_and_go_and_come_back():
        (inside / "b.txt").write_text("The union said that nobody was hurt.\n")
        librarian.change({inside / "b.txt"})
        moved = inside.rename(tmp_path / "moved")
        librarian.change({inside})
        moved.rename(inside)
        librarian.change({inside})

    reader.loader._inbox.put(come_and_go_and_come_back)
    [added] = reader.until(Added).entries
    assert added.path == inside / "b.txt"
    reader.until(Done)
    assert "nobody" in reader.ask(1).text


def test_what_is_written_while_the_watch_turns_to_a_new_folder_is_read(folder, opened):
    reader = opened(folder)
    reader.until(Done)
    (folder / "c.txt").write_text(f"{ARTICLE}\nThe mayor denied it twice.\n")
    (folder / "more").mkdir()
    change(reader, folder / "more")
    while 2 not in reader.until(Learned).headlines:
        pass
    reader.until(Done)
    assert "twice" in reader.ask(2).text


def test_a_file_written_while_it_is_analysed_is_analysed_again(folder, opened, monkeypatch):
    from briefing.app.loading import working as module

    study, path = module.study, folder / "c.txt"

    def study_slowly(file, copy, wanted):
        found = study(file, copy, wanted)
        if file.path == path and "twice" not in path.read_text():
            path.write_text(f"{ARTICLE}\nThe mayor denied it twice.\n")
            change(readers[0], path)
        return found

    monkeypatch.setattr(module, "study", study_slowly)
    readers = []
    readers.append(opened(folder))
    readers[0].until(Done)
    assert "twice" in readers[0].ask(2).text
    assert readers[0].ask(2).facts


def test_changes_are_noticed_where_it_is_asked_for(folder, opened):
    reader = opened(folder, live=True)
    reader.until(Done)
    for number in range(20):  # the watch begins a moment after the loader
        (folder / "a.txt").write_text(f"{ARTICLE}\nThe mayor denied it {number} times.\n")
        try:
            news = reader.news.get(timeout=2)
        except Empty:
            continue
        assert isinstance(news, Read)
        assert "times" in news.document.text
        return
    raise AssertionError("nothing was noticed")


def test_a_long_analysis_makes_way_for_what_is_wanted(tmp_path, opened, monkeypatch):
    line = "The port authority said that {n:,} containers were moved in June.\n\n"
    (tmp_path / "a.txt").write_text("".join(line.format(n=n) for n in range(6_000)))
    (tmp_path / "b.txt").write_text(ARTICLE)
    call = WorkerProcess.call
    begun = []

    def never_end_the_first(self, function, *args):
        if function.__name__ == "study" and "a.txt" in str(args) and not begun:
            begun.append(function)
            reader.loader.want(1)
            return call(self, time.sleep, 600)
        return call(self, function, *args)

    monkeypatch.setattr(WorkerProcess, "call", never_end_the_first)
    reader = opened(tmp_path, apart=True)
    assert reader.until(Analysed, 1).document.facts
    reader.until(Done)
    assert begun
    assert reader.summaries[0].facts
