"""What the screen hears, whoever does the work and whatever becomes of it."""

import gc
import os
from queue import Queue

import pytest

from briefing.app.loading import Analysed, Done, Failed, Listed, Loader, Read, Unread
from briefing.app.loading.process import WorkerProcess
from briefing.errors import LostWorkerError, NoWorkerError

ARTICLE = "The port authority of Harwick said on Monday that the quay was closed.\n"


@pytest.fixture
def folder(tmp_path):
    """Three articles, two of which have the same bytes, and one file that is none."""
    for name in ("a", "b"):
        (tmp_path / f"{name}.txt").write_text(ARTICLE)
    (tmp_path / "c.txt").write_text(f"{ARTICLE}\nThe mayor denied it.\n")
    (tmp_path / "d.txt").write_bytes(b"%PDF-1.7\x00")
    return tmp_path


def heard(folder, *, apart):
    """Everything that a loader says until it is done."""
    messages = Queue()
    loader = Loader([str(folder)], apart=apart)
    loader.painted()
    loader.start()
    for message in loader.listen(messages.put):
        messages.put(message)
    found = []
    while not found or not isinstance(found[-1], Done | Failed):
        found.append(messages.get(timeout=60))
    return found


def of_kind(kind, messages):
    return {message.number: message for message in messages if isinstance(message, kind)}


def kinds(messages):
    return [type(message) for message in messages]


@pytest.mark.parametrize("apart", [False, True], ids=["thread", "process"])
def test_every_file_is_read_and_then_analysed(folder, apart):
    messages = heard(folder, apart=apart)
    assert kinds(messages[:3]) == [Listed, Read, Analysed]
    read, analysed = of_kind(Read, messages), of_kind(Analysed, messages)
    assert set(read) == set(analysed) == {0, 1, 2}
    assert set(of_kind(Unread, messages)) == {3}
    assert read[1].document.id == f"{read[0].document.id}-2"
    for number, message in analysed.items():
        assert message.document.id == read[number].document.id
        assert message.document.facts
        assert not message.document.faults
    assert gc.isenabled()


def test_thread_and_process_find_the_same(folder):
    here, apart = (of_kind(Analysed, heard(folder, apart=apart)) for apart in (False, True))
    assert [m.document for m in here.values()] == [m.document for m in apart.values()]
    assert [m.summary for m in here.values()] == [m.summary for m in apart.values()]


def test_without_a_worker_the_thread_takes_over(folder, monkeypatch):
    def fail(self, function, *args):
        raise NoWorkerError

    monkeypatch.setattr(WorkerProcess, "call", fail)
    messages = heard(folder, apart=True)
    assert len(of_kind(Analysed, messages)) == 3
    assert isinstance(messages[-1], Done)


@pytest.mark.parametrize("error", [LostWorkerError, MemoryError])
def test_a_lost_document_says_so_and_the_others_go_on(folder, monkeypatch, error):
    call = WorkerProcess.call

    def lose_the_third(self, function, *args):
        if str(getattr(args[0], "path", args[0])).endswith("c.txt"):
            raise error
        return call(self, function, *args)

    monkeypatch.setattr(WorkerProcess, "call", lose_the_third)
    messages = heard(folder, apart=True)
    assert isinstance(messages[-1], Done)
    assert "memory" in of_kind(Unread, messages)[2].reason
    assert set(of_kind(Analysed, messages)) == {0, 1}


def test_a_worker_that_ends_in_the_middle_leaves_the_text_with_a_fault(folder, monkeypatch):
    call = WorkerProcess.call

    def die_over_the_first(self, function, *args):
        if getattr(args[0], "path", "").endswith("a.txt"):
            return call(self, os._exit, 1)
        return call(self, function, *args)

    monkeypatch.setattr(WorkerProcess, "call", die_over_the_first)
    analysed = of_kind(Analysed, heard(folder, apart=True))
    assert analysed[0].document.text.strip() == ARTICLE.strip()
    assert not analysed[0].document.facts
    [fault] = analysed[0].document.faults
    assert fault.startswith("Its facts could not be looked for")
    assert analysed[0].summary.words == 13
    assert analysed[1].document.facts


@pytest.mark.parametrize("apart", [False, True], ids=["thread", "process"])
def test_a_mistake_of_ours_is_not_swallowed(folder, monkeypatch, apart):
    def fail(self, function, *args):
        raise ZeroDivisionError

    monkeypatch.setattr(Loader, "_call", fail)
    [*_, failed] = heard(folder, apart=apart)
    assert isinstance(failed.error, ZeroDivisionError)
