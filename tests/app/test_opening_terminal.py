"""Opening in a real terminal: keys in bursts, and an editor that takes the terminal meanwhile."""

import sys

import pytest

pytest.importorskip("fcntl", reason="Windows has no pseudo-terminals")
from terminal import Terminal

EDITOR = """\
import pathlib, sys
words = input("words for the article? ")
pathlib.Path(sys.argv[1]).write_text(f"The harbour master said that {words}.")
"""


def test_editor_takes_the_terminal_and_the_file_is_read_again(tmp_path):
    article, editor = tmp_path / "ferry.txt", tmp_path / "editor.py"
    article.write_text("The harbour board approved the ferry terminal on Monday.\n")
    editor.write_text(EDITOR)
    env = {"VISUAL": f"'{sys.executable}' '{editor}'"}
    command = [sys.executable, "-m", "briefing", str(article)]
    with Terminal(command, env=env) as terminal:
        before = terminal.modes()
        terminal.wait_for("approved the ferry")
        while_reading = terminal.modes()
        terminal.press("o")
        terminal.wait_for("in the editor")
        terminal.press("\r")  # it is the first that can be chosen: no address is known
        terminal.wait_for("words for the article?")
        assert terminal.modes() == before
        assert terminal.output.rfind(b"\x1b[?1049l") > terminal.output.rfind(b"\x1b[?1049h")
        terminal.press("nobody swims\n")
        terminal.wait_for("nobody swims.")
        assert terminal.modes() == while_reading
        terminal.press("q")
        assert terminal.wait_for_exit() == 0
        assert terminal.modes() == before


def test_keys_in_one_burst_act_in_their_order(tmp_path):
    for name, words in (("ferry", "approved the ferry"), ("strike", "joined the strike")):
        (tmp_path / name).mkdir()
        (tmp_path / name / f"{name}.txt").write_text(f"The harbour board {words}.\n")
    command = [sys.executable, "-m", "briefing", str(tmp_path / "ferry")]
    with Terminal(command) as terminal:
        terminal.wait_for("approved the ferry")
        terminal.press("o")
        terminal.wait_for("This document")
        terminal.press(f"{tmp_path}/str\tst\t\r")
        terminal.wait_for("joined the strike")
        terminal.press("q")
        assert terminal.wait_for_exit() == 0
