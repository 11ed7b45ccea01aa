"""Another process does the work, and leaves nothing behind."""

import os
import signal
import sys
from threading import Thread

import pytest

from briefing.errors import LostWorkerError, NoWorkerError, UnreadableError
from briefing.library import Found
from briefing.library.study import study
from briefing.model.packed import unpack
from briefing.pipeline import analyse
from briefing.reading import read_document
from briefing.workers.process import WorkerProcess


@pytest.fixture
def worker():
    process = WorkerProcess()
    yield process
    process.close()


def test_documents_come_back_as_they_would_be_found_here(worker, seeds):
    document = worker.call(read_document, seeds / "pact.txt", "pact.txt")
    assert document == read_document(seeds / "pact.txt", "pact.txt")
    found = worker.call(study, Found(seeds / "pact.txt", "pact.txt"), 1, True)
    assert unpack(found.packed) == analyse(document)
    assert found.summary.words == len(document.text.split())
    assert found.kept


def test_what_was_begun_is_finished_and_calls_follow(worker, seeds):
    worker.begin("briefing.reading:read_document", seeds / "pact.txt", "pact.txt")
    assert worker.finish() == read_document(seeds / "pact.txt", "pact.txt")
    assert worker.call(len, "four") == 4


def test_what_cannot_be_found_is_an_answer(worker):
    worker.begin("briefing.reading:no_such_function")
    with pytest.raises(AttributeError, match="no_such_function"):
        worker.finish()


def test_the_first_job_has_the_processor_to_itself_and_the_next_gives_way(worker):
    worker.begin("os:getpriority", os.PRIO_PROCESS, 0)
    assert worker.finish() == os.getpriority(os.PRIO_PROCESS, 0)
    assert worker.call(os.getpriority, os.PRIO_PROCESS, 0) > os.getpriority(os.PRIO_PROCESS, 0)


def test_nothing_is_begun_where_there_is_no_worker(worker, monkeypatch):
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    worker.begin("os:getpid")
    with pytest.raises(NoWorkerError):
        worker.finish()


@pytest.mark.parametrize("program", ["/nowhere/python", "true", "cat", "yes"])
def test_a_program_that_is_no_worker_finishes_nothing(program):
    worker = WorkerProcess(python=program)
    worker.begin("os:getpid")
    with pytest.raises(NoWorkerError):
        worker.finish()
    worker.close()


def test_a_worker_that_ends_over_its_first_job_is_lost(worker):
    worker.begin("os:_exit", 1)
    with pytest.raises(LostWorkerError):
        worker.finish()


def test_a_worker_that_is_killed_before_its_first_job_is_done_is_lost(worker):
    worker.begin("signal:pause")
    worker.kill()
    with pytest.raises(LostWorkerError):
        worker.finish()


def test_an_error_of_ours_comes_back_as_it_was_raised(worker, tmp_path):
    path = tmp_path / "none.txt"
    with pytest.raises(UnreadableError) as caught:
        worker.call(read_document, path, "none.txt")
    assert (caught.value.path, caught.value.reason) == (path, "There is no such file or folder.")
    assert "read_document" in caught.value.__notes__[0]


def test_an_error_that_cannot_be_pickled_is_told_in_words(worker):
    with pytest.raises(RuntimeError, match="Odd: no such verb"):
        worker.call(exec, "class Odd(Exception): pass\nraise Odd('no such verb')")


def test_the_worker_brings_no_screen(worker, seeds):
    worker.call(read_document, seeds / "pact.txt", "pact.txt")
    loaded = worker.call(eval, "sorted(__import__('sys').modules)")
    assert "briefing.reading" in loaded
    assert not any(name.partition(".")[0] == "textual" for name in loaded)


def test_what_is_printed_does_not_come_between_the_answers(worker):
    assert worker.call(print, "words of a library") is None
    assert worker.call(len, "four") == 4


def test_a_worker_that_ends_is_lost_and_the_next_call_starts_another(worker):
    first = worker.call(os.getpid)
    with pytest.raises(LostWorkerError):
        worker.call(os._exit, 1)
    second = worker.call(os.getpid)
    assert len({first, second, os.getpid()}) == 3
    assert is_gone(first)


def test_memory_that_runs_out_is_an_answer(worker):
    with pytest.raises(MemoryError):
        worker.call(bytes, 1 << 60)


def test_killing_it_ends_the_call_that_waits(worker):
    pid = worker.call(os.getpid)
    lost = []

    def wait_long():
        try:
            worker.call(signal.pause)
        except LostWorkerError as error:
            lost.append(error)

    caller = Thread(target=wait_long)
    caller.start()
    worker.kill()
    caller.join(10)
    assert lost
    assert is_gone(pid)
    with pytest.raises(LostWorkerError):
        worker.call(os.getpid)


@pytest.mark.parametrize("program", ["/nowhere/python", "true", "cat", "yes"])
def test_a_program_that_is_no_worker_is_not_taken_for_one(program):
    worker = WorkerProcess(python=program)
    with pytest.raises(NoWorkerError):
        worker.call(len, "four")
    worker.close()


def test_a_frozen_program_starts_no_worker(worker, monkeypatch):
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    with pytest.raises(NoWorkerError):
        worker.call(len, "four")


def test_modules_are_taken_from_where_ours_are(worker, tmp_path, monkeypatch):
    (tmp_path / "yaml.py").write_text("raise SystemExit('taken from the folder of articles')")
    monkeypatch.chdir(tmp_path)
    assert worker.call(eval, "__import__('yaml').__file__") != str(tmp_path / "yaml.py")


def is_gone(pid):
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return True
    return False
