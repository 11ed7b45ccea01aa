"""Standard input among the paths: read to its end, with keys that still come from the terminal."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from contextlib import contextmanager

import pytest

from briefing.cli import piped
from briefing.errors import InputError, UnreadableError
from briefing.library import standard_input

pytest.importorskip("termios", reason="Windows has no pseudo-terminals")
from terminal import Terminal

PLAIN = "The harbour board approved the ferry terminal on Monday, officials said.\n"
MARKDOWN = f"# Ferry terminal approved\n\n{PLAIN}"
PAGE = f"<!DOCTYPE html><html><body><h1>Ferry terminal</h1><p>{PLAIN * 5}</p></body></html>"
BRIEFING = [sys.executable, "-m", "briefing"]


def export(folder, content: bytes, *arguments: str):
    command = [*BRIEFING, "export", "--format", "json", *(arguments or ["-"])]
    return subprocess.run(command, input=content, cwd=folder, capture_output=True, check=False)


@contextmanager
def pipe():
    reading, writing = os.pipe()
    with os.fdopen(writing, "wb", buffering=0) as source:
        try:
            yield reading, source
        finally:
            os.close(reading)


@pytest.fixture
def own_temporary(tmp_path_factory, monkeypatch):
    """A folder for temporary files in which nothing may be left."""
    folder = tmp_path_factory.mktemp("temporary")
    monkeypatch.setenv("TMPDIR", str(folder))
    monkeypatch.setattr(tempfile, "tempdir", None)
    return folder


@pytest.mark.parametrize(
    ("content", "media_type"),
    [
        (PLAIN, "text/plain"),
        (MARKDOWN, "text/markdown"),
        (PAGE, "text/html"),
    ],
)
def test_export_reads_standard_input_as_what_it_looks_like(
    tmp_path, own_temporary, content, media_type
):
    done = export(tmp_path, content.encode())
    assert (done.returncode, done.stderr) == (0, b"")
    [document] = json.loads(done.stdout)["documents"]
    assert (document["path"], document["media_type"]) == ("standard input", media_type)
    assert "ferry terminal" in document["text"]
    assert not list(own_temporary.iterdir())


def test_standard_input_stands_where_it_is_named_and_once(tmp_path):
    for name in ("a.txt", "z.txt"):
        (tmp_path / name).write_text(f"{name} says that talks go on.\n")
    done = export(tmp_path, PLAIN.encode(), "z.txt", "-", "a.txt", "-")
    paths = [document["path"] for document in json.loads(done.stdout)["documents"]]
    assert paths == ["z.txt", "standard input", "a.txt"]


def test_file_called_like_it_is_reached_with_its_folder(tmp_path):
    (tmp_path / "-").write_text(PLAIN)
    done = export(tmp_path, b"The strike is over.\n", "./-")
    [document] = json.loads(done.stdout)["documents"]
    assert document["text"].startswith("The harbour board")


@pytest.mark.parametrize("content", [b"", b" \n\t\n"])
def test_empty_standard_input_gets_one_sentence(tmp_path, content):
    done = export(tmp_path, content)
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr == b"briefing: standard input: It is empty.\n"


LAID_APART = """
import os, signal, sys
from briefing.library.standard_input import laid_apart
with laid_apart(b"The quay is closed."):
    print("there", flush=True)
    if sys.argv[1] == "killed":
        os.kill(os.getpid(), signal.SIGKILL)
    sys.stdin.read()
"""


def test_what_a_killed_program_left_is_taken_away_by_the_next(own_temporary):
    left = [sys.executable, "-c", LAID_APART, "killed"]
    assert subprocess.run(left, check=False, capture_output=True).returncode < 0
    [killed] = own_temporary.iterdir()
    # Also what was kept beside it; and what only looks like it stays.
    (killed / "standard input.meta.yaml").write_text("published: 2024-01-01\n")
    others = [own_temporary / "briefing-mine", own_temporary / "else"]
    for other, name in zip(others, ("notes.txt", "standard input"), strict=True):
        other.mkdir()
        (other / name).write_text("The quay is open.")
    link = own_temporary / "briefing-link"
    link.symlink_to(others[1])
    running = [sys.executable, "-c", LAID_APART, "running"]
    with subprocess.Popen(running, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as alive:
        assert alive.stdout.readline() == b"there\n"
        assert not killed.exists()
        [in_use] = set(own_temporary.iterdir()) - {*others, link}
        with standard_input.laid_apart(b"It rained.") as found:
            assert found.path.read_bytes() == b"It rained."
            assert (in_use / "standard input").read_bytes() == b"The quay is closed."
        alive.stdin.close()
    assert set(own_temporary.iterdir()) == {*others, link}
    assert (others[1] / "standard input").exists()


def test_more_than_the_limit_is_refused_and_not_kept(tmp_path, own_temporary, monkeypatch):
    monkeypatch.setattr(standard_input, "MAX_BYTES", 1000)
    large = tmp_path / "large.txt"
    large.write_bytes(b"word " * 1000)
    with large.open("rb") as source, pytest.raises(UnreadableError, match="larger than"):
        standard_input.read_to_end(source)
    assert not list(own_temporary.iterdir())


def test_keyboard_that_is_not_there_is_said(monkeypatch):
    monkeypatch.setattr(sys, "platform", "win32")
    with pytest.raises(InputError, match="Windows"):
        piped.open_keyboard()


def test_reader_without_a_terminal_names_the_export(tmp_path):
    done = subprocess.run(
        [*BRIEFING, "-"], input=PLAIN.encode(), cwd=tmp_path, capture_output=True, check=False
    )
    assert done.returncode == 2
    assert b"The reader needs a terminal." in done.stderr


def test_export_of_a_terminal_says_how_to_pipe(tmp_path):
    with Terminal([*BRIEFING, "export", "-"]) as terminal:
        assert terminal.wait_for_exit() == 2
        assert b"Nothing is piped in" in terminal.output


def test_text_that_is_piped_in_without_a_dash_gets_a_hint(tmp_path):
    with pipe() as (reading, source):
        source.write(PLAIN.encode())
        with Terminal(BRIEFING, stdin=reading) as terminal:
            assert terminal.wait_for_exit() == 2
            assert "… | briefing -".encode() in terminal.output


def test_keys_come_from_the_terminal_which_is_left_as_it_was(tmp_path, own_temporary):
    with pipe() as (reading, source), Terminal([*BRIEFING, "-"], stdin=reading) as terminal:
        before = terminal.modes()
        source.write(MARKDOWN.encode())
        source.close()
        terminal.wait_for("harbour board")
        assert b"standard input" in terminal.output
        terminal.press("?")
        terminal.wait_for("Previous section")
        terminal.press("q")
        terminal.wait_for("harbour board", since=len(terminal.output))
        terminal.press("q")
        assert terminal.wait_for_exit() == 0
        assert terminal.modes() == before
        assert terminal.output.rfind(b"\x1b[?1049l") > terminal.output.rfind(b"\x1b[?1049h")
    assert not list(own_temporary.iterdir())


def test_slow_pipe_is_waited_for_aloud_and_can_be_left(tmp_path, own_temporary):
    with pipe() as (reading, source), Terminal([*BRIEFING, "-"], stdin=reading) as terminal:
        source.write(PLAIN.encode())
        terminal.wait_for("Waiting for the end of standard input")
        assert b"\x1b[?1049h" not in terminal.output
        terminal.press("\x03")
        assert terminal.wait_for_exit() == 130
        assert b"Traceback" not in terminal.output
    assert not list(own_temporary.iterdir())


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["{folder}/none.txt"], "There is no such file or folder."),
        (["{folder}/fifo"], "It is a pipe or a device"),
        (["/dev/null", "{folder}/none.txt"], "It is a pipe or a device"),
    ],
)
def test_only_paths_that_hold_nothing_end_at_once(tmp_path, arguments, words):
    os.mkfifo(tmp_path / "fifo")
    paths = [argument.format(folder=tmp_path) for argument in arguments]
    with Terminal([*BRIEFING, *paths], columns=200) as terminal:
        assert terminal.wait_for_exit() == 1
        assert words.encode() in terminal.output
        assert b"\x1b[?1049h" not in terminal.output


def test_path_that_leads_nowhere_stands_in_the_outline_beside_good_ones(tmp_path):
    (tmp_path / "a.txt").write_text(PLAIN)
    paths = [str(tmp_path / "a.txt"), str(tmp_path / "none.txt")]
    with Terminal([*BRIEFING, *paths], columns=160, lines=48) as terminal:
        terminal.wait_for("harbour board")
        terminal.press("]")
        terminal.wait_for("There is no such file or folder.", since=terminal.output.index(b"1049h"))
        terminal.press("q")
        assert terminal.wait_for_exit() == 0
