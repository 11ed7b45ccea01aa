"""The reader in a real terminal: nothing that an article holds can steer it."""

import sys

import pytest

pytest.importorskip("fcntl", reason="Windows has no pseudo-terminals")
from terminal import Terminal

HOSTILE = "\x1b]0;owned\x07 \x1b[2Jwiped \x9b31m \u202eetirw [bold] [/] [@click=app.quit]go[/]"
NAME = "\x1b]0;owned\x07\x1b[2Jwiped\u202e[bold].txt"


def briefing(*arguments):
    return [sys.executable, "-m", "briefing", *arguments]


def hostile_folder(tmp_path):
    """An article with controls and markup in its name, title, heading, text and side file."""
    prose = "The port of Harwick said on Monday that it was closed. Officials may reopen it soon."
    text = f"{HOSTILE}\n\n{prose} {HOSTILE}\n\nWhat {HOSTILE}\n\nThe mayor denied it. {prose}\n"
    article = tmp_path / NAME
    article.write_text(text, encoding="utf-8")
    side = tmp_path / f"{NAME}.meta.yaml"
    side.write_text('title: "\\e]0;owned\\a[bold]\\u202E"\npublisher: "\\e[2Jwiped"\n')
    (tmp_path / "broken.pdf.txt").write_bytes(b"%PDF-1.7\x00\x1b]0;owned\x07")
    return tmp_path


def assert_inert(output):
    for control in ("\x1b]0;owned", "\x1b[2Jwiped", "\x9b", "\u202e", "owned\x07"):
        assert control.encode() not in output, control


@pytest.mark.parametrize(("columns", "lines"), [(80, 24), (160, 48)])
def test_no_control_of_an_article_reaches_the_terminal(tmp_path, columns, lines):
    folder = hostile_folder(tmp_path)
    with Terminal(briefing(str(folder)), columns=columns, lines=lines) as terminal:
        terminal.wait_for("port of Harwick")
        terminal.wait_for("reported")
        for keys in ("J", "J", "n", "1", "1", "3", "3", "]", "[", "?"):
            terminal.press(keys)
        terminal.wait_for("Previous section")
        terminal.press("q")
        terminal.press("e")
        terminal.wait_for("Cancel")
        asked = len(terminal.output)
        terminal.press("\t")  # a lone Esc would join the next key to an Alt key
        terminal.wait_for("Cancel", since=asked)
        focused = len(terminal.output)
        terminal.press("\r")
        terminal.wait_for("port of Harwick", since=focused)
        terminal.press("q")
        assert terminal.wait_for_exit() == 0
        assert_inert(terminal.output)
        shown = terminal.output.decode("utf-8", "replace")
        assert "[bold] [/] [@click=app.quit]go[/]" in shown


def test_the_reader_leaves_the_terminal_as_it_was(tmp_path):
    (tmp_path / "a.txt").write_text("The port of Harwick was closed on Monday.\n")
    with Terminal(briefing(str(tmp_path))) as terminal:
        terminal.wait_for("Harwick")
        terminal.press("q")
        assert terminal.wait_for_exit() == 0
        assert terminal.output.rfind(b"\x1b[?1049l") > terminal.output.rfind(b"\x1b[?1049h")
        assert terminal.output.rfind(b"\x1b[?25h") > terminal.output.rfind(b"\x1b[?25l")


def test_a_path_that_leads_nowhere_gets_one_sentence(tmp_path):
    with Terminal(briefing(str(tmp_path / "none"))) as terminal:
        assert terminal.wait_for_exit() == 1
        assert b"There is no such file or folder." in terminal.output
