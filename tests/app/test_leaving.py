"""Whatever ends the reader, the terminal is left as it was."""

import shlex
import shutil
import signal
import sys

import pytest

pytest.importorskip("fcntl", reason="Windows has no pseudo-terminals")
from terminal import Terminal

from briefing.app.state import Memory

BRIEFING = (sys.executable, "-m", "briefing")
HARBOUR = "The port of Harwick said on Monday that it was closed. Officials may reopen it soon.\n"
ALTERNATE_SCREEN = "1049"


@pytest.fixture
def article(tmp_path):
    path = tmp_path / "harbour.txt"
    path.write_text(HARBOUR)
    return str(path)


def assert_given_back(terminal):
    """No switch is left on, and every protocol for keys that was asked for is taken back."""
    assert terminal.switches() == set()
    assert terminal.output.count(b"\x1b[>") == terminal.output.count(b"\x1b[<u")


def test_quit(article):
    with Terminal([*BRIEFING, article]) as terminal:
        before = terminal.modes()
        terminal.wait_for("reported")
        assert ALTERNATE_SCREEN in terminal.switches()
        assert terminal.modes() != before
        terminal.press("q")
        assert terminal.wait_for_exit() == 0
        assert terminal.modes() == before
        assert_given_back(terminal)


@pytest.mark.parametrize("keys", ["?", "e", "/", "o", "d", "t", "f"])
def test_quit_at_once_from_wherever_one_is(article, keys):
    with Terminal([*BRIEFING, article]) as terminal:
        before = terminal.modes()
        terminal.wait_for("reported")
        painted = len(terminal.output)
        terminal.press(keys)
        terminal.wait_for("\x1b[", since=painted)
        terminal.press("\x11")  # ctrl+q
        assert terminal.wait_for_exit() == 0
        assert terminal.modes() == before
        assert_given_back(terminal)


@pytest.mark.parametrize("early", [True, False], ids=["while it reads", "when all is read"])
def test_it_is_told_to_end(article, early):
    with Terminal([*BRIEFING, article]) as terminal:
        before = terminal.modes()
        terminal.wait_for("Harwick" if early else "reported")
        terminal.signal(signal.SIGTERM)
        assert terminal.wait_for_exit() == 128 + signal.SIGTERM
        assert terminal.modes() == before
        assert_given_back(terminal)


def test_its_terminal_is_closed(article, tmp_path):
    with Terminal([*BRIEFING, article]) as terminal:
        terminal.wait_for("reported")
        terminal.press("t")
        terminal.wait_for("ype to filter")  # the cursor is on the first letter
        kept = len(terminal.output)
        terminal.press("paper\r")
        terminal.wait_for("Harwick", since=kept)
        terminal.close()
        assert terminal.wait_for_exit() == 128 + signal.SIGHUP
    # What was chosen a moment before is kept.
    assert Memory().choices.theme == "paper"


def test_its_terminal_is_closed_though_it_ignores_the_signal(article):
    ignoring = ["sh", "-c", 'trap "" HUP; exec "$@"', "sh", *BRIEFING, article]
    with Terminal(ignoring) as terminal:
        terminal.wait_for("reported")
        terminal.close()
        assert terminal.wait_for_exit() == 128 + signal.SIGHUP


def test_it_is_told_that_its_terminal_is_gone(article):
    with Terminal([*BRIEFING, article]) as terminal:
        terminal.wait_for("reported")
        terminal.signal(signal.SIGHUP)
        assert terminal.wait_for_exit() == 128 + signal.SIGHUP


def test_it_is_told_to_go_on_though_it_was_not_stopped(article):
    with Terminal([*BRIEFING, article]) as terminal:
        terminal.wait_for("reported")
        for _ in range(3):
            terminal.signal(signal.SIGCONT)
        terminal.press("q")
        assert terminal.wait_for_exit(seconds=10) == 0
        assert_given_back(terminal)


@pytest.mark.skipif(shutil.which("bash") is None, reason="a shell that has jobs")
def test_it_goes_back_to_the_shell_and_comes_again(article):
    with Terminal(["bash", "--norc", "--noprofile", "-i"], env={"PS1": "ready> "}) as terminal:
        terminal.wait_for("ready>")
        shell = terminal.modes()
        terminal.press(f"{sys.executable} -m briefing '{article}'\r")
        terminal.wait_for("reported")
        reading = terminal.modes()
        suspended = len(terminal.output)
        terminal.press("\x1a")  # ctrl+z
        terminal.wait_for("Stopped", since=suspended)
        terminal.wait_for("ready>", since=suspended)
        assert ALTERNATE_SCREEN not in terminal.switches()
        assert_given_back_to_shell(terminal, shell)
        asked = len(terminal.output)
        terminal.press("echo $((6 * 7))\r")
        terminal.wait_for("42", since=asked)
        resumed = len(terminal.output)
        terminal.press("fg\r")
        terminal.wait_for("Harwick", since=resumed)
        assert ALTERNATE_SCREEN in terminal.switches()
        assert terminal.modes() == reading
        opened = len(terminal.output)
        terminal.press("?")
        terminal.wait_for("Everywhere", since=opened)
        left = len(terminal.output)
        terminal.press("\x11")
        terminal.wait_for("ready>", since=left)
        assert_given_back_to_shell(terminal, shell)


def assert_given_back_to_shell(terminal, shell):
    # Readline has its own modes while it waits for a line, and pastes in brackets.
    assert terminal.modes() == shell
    assert terminal.switches() <= {"2004"}


def test_a_terminal_of_another_size_is_filled(article):
    with Terminal([*BRIEFING, article], columns=160, lines=48) as terminal:
        terminal.wait_for("Outline")
        terminal.wait_for("reported")
        resized = len(terminal.output)
        terminal.resize(80, 24)
        terminal.wait_for("all facts", since=resized)
        resized = len(terminal.output)
        terminal.resize(160, 48)
        terminal.wait_for("Outline", since=resized)
        terminal.press("q")
        assert terminal.wait_for_exit() == 0
        assert_given_back(terminal)


def test_a_terminal_of_hardly_any_size_breaks_nothing(article):
    with Terminal([*BRIEFING, article], columns=80, lines=24) as terminal:
        terminal.wait_for("reported")
        for columns, lines in ((1, 1), (2, 50), (300, 1), (20, 5)):
            resized = len(terminal.output)
            terminal.resize(columns, lines)
            terminal.wait_for("\x1b[", since=resized)
        resized = len(terminal.output)
        terminal.resize(80, 24)
        terminal.wait_for("all facts", since=resized)
        terminal.press("q")
        assert terminal.wait_for_exit() == 0


@pytest.mark.parametrize(
    ("command", "said"),
    [
        ("{briefing} {article} 2>{log}", "The reader needs a terminal."),
        ("{briefing} {article} >{log} 2>&1", "The reader needs a terminal."),
        ("{briefing} {article} 2>&1 | head -c 0; echo over >{log}", "over"),
        ("{briefing} export {article} | head -c 0; echo over >{log}", "over"),
        ("{briefing} serve 2>&1 | head -c 0; echo over >{log}", "over"),
    ],
)
def test_it_does_not_paint_where_nobody_looks(article, tmp_path, command, said):
    """A file, or a pipe that nobody reads any more."""
    log = tmp_path / "log"
    words = {"briefing": shlex.join(BRIEFING), "article": shlex.quote(article), "log": log}
    with Terminal(["sh", "-c", command.format_map(words)]) as terminal:
        before = terminal.modes()
        terminal.wait_for_exit()
        assert said in log.read_text()
        assert terminal.modes() == before
        assert b"\x1b" not in terminal.output
        assert b"Traceback" not in terminal.output


def test_search_and_export_and_quit(article, tmp_path):
    command = f"cd {shlex.quote(str(tmp_path))} && exec {shlex.join(BRIEFING)} harbour.txt"
    with Terminal(["sh", "-c", command]) as terminal:
        before = terminal.modes()
        terminal.wait_for("reported")
        searched = len(terminal.output)
        terminal.press("/")
        terminal.wait_for("Regex", since=searched)
        terminal.press("harwick")
        terminal.wait_for("1 of 1", since=searched)
        terminal.press("\r")
        terminal.wait_for("Esc ends", since=searched)
        asked = len(terminal.output)
        terminal.press("e")
        terminal.wait_for("Write it to", since=asked)
        terminal.press("\r")
        terminal.wait_for("brief.md.", since=asked)  # the sentence that says where it is
        terminal.press("q")
        assert terminal.wait_for_exit() == 0
        assert "Harwick" in (tmp_path / "harbour.brief.md").read_text()
        assert terminal.modes() == before
        assert_given_back(terminal)
