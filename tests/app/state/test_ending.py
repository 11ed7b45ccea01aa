"""What the reader remembers is kept however it ends."""

import os
import signal
import sys

import pytest

pytest.importorskip("fcntl", reason="Windows has no pseudo-terminals")
from terminal import Terminal

from briefing.app.state import Memory

ARTICLE = "The port of Harwick was closed.\n\n" + "".join(
    f"The mayor said that berth {n} was shut in {1900 + n}.\n\n" for n in range(80)
)


@pytest.mark.parametrize(
    "end",
    [
        lambda terminal: terminal.press("q"),
        lambda terminal: os.kill(terminal.pid, signal.SIGTERM),
        lambda terminal: os.kill(terminal.pid, signal.SIGHUP),
    ],
    ids=["q", "SIGTERM", "SIGHUP"],
)
def test_the_place_is_kept(tmp_path, end):
    path = tmp_path / "a.txt"
    path.write_text(ARTICLE)
    with Terminal([sys.executable, "-m", "briefing", str(path)], columns=80, lines=24) as terminal:
        terminal.wait_for("stated")
        moved = len(terminal.output)
        terminal.press("\x1b[F")  # End
        terminal.wait_for("100", since=moved)
        end(terminal)
        terminal.wait_for_exit()
    [kept] = Memory().places.values()
    assert kept.offset > len(ARTICLE) // 2
    [recent] = Memory().recent
    assert recent.paths == (str(path),)


def test_the_next_run_begins_there(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text(ARTICLE)
    command = [sys.executable, "-m", "briefing", str(path)]
    with Terminal(command, columns=80, lines=24) as terminal:
        terminal.wait_for("stated")
        moved = len(terminal.output)
        terminal.press("\x1b[F")
        terminal.wait_for("100", since=moved)
        terminal.press("q")
        terminal.wait_for_exit()
    with Terminal(command, columns=80, lines=24) as terminal:
        terminal.wait_for("1979")
        terminal.press("q")
        assert terminal.wait_for_exit() == 0
