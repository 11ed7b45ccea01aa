"""No process outlives the reader, however it ends."""

import os
import select
import signal
import sys

import pytest

pytest.importorskip("fcntl", reason="Windows has no pseudo-terminals")
from terminal import Terminal

READER = """
import sys
sys.path.insert(0, {folder!r})
import briefing.app.loading.working, stuck
briefing.app.loading.working.study = stuck.find
from briefing.cli import main
raise SystemExit(main([{article!r}]))
"""
# Whoever has the pipe open is at work; it closes when the process ends.
STUCK = """
import os, time
def find(*_):
    pipe = os.open({pipe!r}, os.O_WRONLY)
    os.write(pipe, str(os.getpid()).encode())
    {then}
"""


class Work:
    """A reader whose worker does ``then`` instead of an analysis, and a view of that worker."""

    def __init__(self, folder, then):
        path, article = folder / "pipe", folder / "a.txt"
        os.mkfifo(path)
        article.write_text("The port of Harwick was closed on Monday.\n")
        (folder / "stuck.py").write_text(STUCK.format(pipe=str(path), then=then))
        code = READER.format(folder=str(folder), article=str(article))
        self.command = [sys.executable, "-c", code]
        self._pipe = os.open(path, os.O_RDONLY | os.O_NONBLOCK)

    def begun(self):
        """Wait until the worker is at work; returns its process id."""
        return int(self._read())

    def ended(self):
        """Wait until the worker has ended."""
        assert self._read() == b""

    def _read(self):
        ready, _, _ = select.select([self._pipe], [], [], 30)
        assert ready, "the worker neither begins nor ends"
        return os.read(self._pipe, 100)


@pytest.mark.parametrize("then", ["time.sleep(600)", "while True: pass"], ids=["idle", "busy"])
@pytest.mark.parametrize("how", ["q", "SIGHUP", "SIGTERM", "SIGINT", "SIGKILL"])
def test_the_worker_ends_with_the_reader(tmp_path, how, then):
    work = Work(tmp_path, then)
    with Terminal(work.command) as terminal:
        terminal.wait_for("Harwick")
        assert work.begun() not in (os.getpid(), terminal.pid)
        if how == "q":
            terminal.press("q")
        else:
            os.kill(terminal.pid, signal.Signals[how])
        terminal.wait_for_exit()
        work.ended()


def test_the_worker_ends_with_a_reader_that_crashes(tmp_path):
    work = Work(tmp_path, "raise ZeroDivisionError")
    with Terminal(work.command) as terminal:
        work.begun()
        assert terminal.wait_for_exit() == 1
        assert b"ZeroDivisionError" in terminal.output
        work.ended()


def test_the_reader_goes_on_when_its_worker_is_killed(tmp_path):
    work = Work(tmp_path, "time.sleep(600)")
    with Terminal(work.command, columns=160) as terminal:
        terminal.wait_for("Harwick")
        os.kill(work.begun(), signal.SIGKILL)
        terminal.wait_for("could not be")
        terminal.press("q")
        assert terminal.wait_for_exit() == 0
