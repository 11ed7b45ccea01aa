from __future__ import annotations

import io

import pytest

from briefing.cli import saying
from briefing.cli.saying import Progress, say


class Screen(io.StringIO):
    """Standard error of a terminal, or of none."""

    def __init__(self, *, terminal: bool = True, encoding: str = "utf-8") -> None:
        super().__init__()
        self._terminal = terminal
        self._encoding = encoding

    @property
    def encoding(self) -> str:
        return self._encoding

    def isatty(self) -> bool:
        return self._terminal


@pytest.fixture
def clock(monkeypatch):
    """A clock that stands still until its only entry is changed."""
    now = [0.0]
    monkeypatch.setattr(saying, "monotonic", lambda: now[0])
    return now


def test_progress_waits_a_second_and_is_gone_at_the_end(monkeypatch, clock):
    screen = Screen()
    monkeypatch.setattr("sys.stderr", screen)
    with Progress() as progress:
        progress.show(0, 3, "a.txt")
        assert screen.getvalue() == ""
        clock[0] = 1.5
        progress.show(1, 3, "b.txt")
        assert screen.getvalue().endswith("1 of 3 read; b.txt")
    assert screen.getvalue().endswith("\r\x1b[K")


def test_work_without_a_wait_says_nothing(monkeypatch, clock):
    screen = Screen()
    monkeypatch.setattr("sys.stderr", screen)
    with Progress() as progress:
        progress.show(0, 1, "a.txt")
    assert screen.getvalue() == ""


def test_progress_is_for_terminals(monkeypatch, clock):
    screen = Screen(terminal=False)
    monkeypatch.setattr("sys.stderr", screen)
    with Progress() as progress:
        clock[0] = 9.0
        progress.show(1, 3, "b.txt")
    assert screen.getvalue() == ""


def test_progress_passes_the_gate(monkeypatch, clock):
    screen = Screen()
    monkeypatch.setattr("sys.stderr", screen)
    with Progress() as progress:
        clock[0] = 9.0
        progress.show(1, 3, "\x1b]0;x\x07")
        assert "\x1b]" not in screen.getvalue()


@pytest.mark.parametrize(
    ("encoding", "shown"), [("utf-8", "“é\ufffd”"), ("latin-1", "?é??"), ("ascii", "????")]
)
def test_sentence_is_said_in_what_letters_there_are(monkeypatch, encoding, shown):
    screen = Screen(encoding=encoding)
    monkeypatch.setattr("sys.stderr", screen)
    say("“é\x1b”")
    assert screen.getvalue() == f"briefing: {shown}\n"


def test_closed_standard_error_is_no_error(monkeypatch):
    monkeypatch.setattr("sys.stderr", None)
    say("Nobody hears this.")
    with Progress() as progress:
        progress.show(1, 2, "a.txt")
