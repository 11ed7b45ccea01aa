"""The commands as others call them: in a process of their own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

TEXT = """\
The harbour board approved the new ferry terminal on Monday, officials said.

It will cost about 40m kroner, most of which the town has yet to find.
"""
HOSTILE = "a\x1b]0;x\x07\x1b[2J\u202e[bold][@click=app.quit].txt"


def run(*arguments: object, cwd: Path, **options: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "briefing", *map(str, arguments)]
    return subprocess.run(
        command,
        check=False,
        cwd=cwd,
        text=True,
        encoding="utf-8",
        **{"stdin": subprocess.DEVNULL, "capture_output": True, **options},
    )


def run_in_shell(arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    """Run the program as a shell does that redirects its streams."""
    command = f"'{sys.executable}' -m briefing {arguments}"
    return subprocess.run(
        command, shell=True, check=False, cwd=cwd, stderr=subprocess.PIPE, text=True
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "ferry.txt").write_text(TEXT)
    return tmp_path


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_all_read_is_0_and_standard_error_is_quiet(folder):
    done = run("export", "in", "--format", "json", cwd=folder)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.endswith("}\n")
    assert [d["path"] for d in json.loads(done.stdout)["documents"]] == ["in/ferry.txt"]


def test_markdown_is_what_is_written_unasked(folder):
    done = run("export", "in/ferry.txt", cwd=folder)
    assert done.stdout == run("export", "in/ferry.txt", "--format", "markdown", cwd=folder).stdout
    assert "# ferry.txt" in done.stdout or "# in/ferry.txt" in done.stdout


def test_options_may_stand_between_paths(folder):
    done = run("export", "in/ferry.txt", "--format", "json", "none.txt", cwd=folder)
    assert done.returncode == 1
    assert len(json.loads(done.stdout)["documents"]) == 1


@pytest.mark.parametrize(
    ("arguments", "paths"),
    [
        (["--", "--help"], ["--help"]),
        (["in", "--", "--help", "--"], ["in/ferry.txt", "--help", "--"]),
        (["--", "in", "--", "--help"], ["in/ferry.txt", "--", "--help"]),
    ],
)
def test_behind_two_dashes_are_only_paths(folder, arguments, paths):
    for name in ("--help", "--"):
        (folder / name).write_text(TEXT)
    done = run("export", "--format", "json", *arguments, cwd=folder)
    assert (done.returncode, done.stderr) == (0, "")
    assert [document["path"] for document in json.loads(done.stdout)["documents"]] == paths


def test_path_that_leads_nowhere_is_a_problem_and_the_rest_is_read(folder):
    done = run("export", "none.txt", "in", "--format", "json", cwd=folder)
    said = json.loads(done.stdout)
    assert done.returncode == 1
    assert done.stderr == "briefing: none.txt: There is no such file or folder.\n"
    assert [p["path"] for p in said["problems"]] == ["none.txt"]
    assert len(said["documents"]) == 1


def test_nothing_at_all_is_still_an_export(folder):
    done = run("export", "none.txt", "--format", "json", cwd=folder)
    assert done.returncode == 1
    assert json.loads(done.stdout)["documents"] == []


def test_output_goes_into_a_file_or_to_standard_output(folder):
    done = run("export", "in", "--format", "json", "-o", "out.json", cwd=folder)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    same = run("export", "in", "--format", "json", "-o", "-", cwd=folder)
    assert (folder / "out.json").read_text() == same.stdout
    assert names(folder) == ["in", "out.json"]


def test_nothing_is_written_over_without_force(folder):
    (folder / "out.md").write_text("mine")
    done = run("export", "in", "-o", "out.md", cwd=folder)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == ("briefing: There is a file out.md already. Add --force to replace it.\n")
    assert (folder / "out.md").read_text() == "mine"
    assert run("export", "in", "-o", "out.md", "--force", cwd=folder).returncode == 0
    assert (folder / "out.md").read_text() != "mine"
    assert names(folder) == ["in", "out.md"]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["export"], "PATH"),
        (["export", "in", "--format", "docx"], "docx"),
        (["export", "in", "--no-such-option"], "--no-such-option"),
        (["export", "in", "-o", "none/out.md"], "There is no folder none"),
        (["export", "in", "-o", "in"], "in is a folder"),
        ([], "The reader needs a terminal"),
        (["in"], "briefing export"),
    ],
)
def test_wrong_usage_is_2_and_says_what_to_do(folder, arguments, words):
    done = run(*arguments, cwd=folder)
    assert (done.returncode, done.stdout) == (2, "")
    assert words in done.stderr
    assert "Traceback" not in done.stderr


def test_notice_is_no_problem(folder):
    (folder / "de.txt").write_text(
        "Der Hafenrat hat am Montag mitgeteilt, dass er den Bau des neuen Terminals genehmigt hat, "
        "obwohl zwei Mitglieder gegen den Plan gestimmt haben. Die Arbeiten sollen im Herbst "
        "beginnen und werden nach Angaben der Stadt rund 40 Millionen Euro kosten, die zum größten "
        "Teil noch nicht vorhanden sind.\n"
    )
    done = run("export", "de.txt", "--format", "json", cwd=folder)
    assert done.returncode == 0
    assert done.stderr == "briefing: de.txt: Facts are read in English only.\n"
    assert json.loads(done.stdout)["problems"] == []


@pytest.mark.skipif(sys.platform == "win32", reason="no such name can be given there")
def test_names_of_files_steer_no_terminal(folder):
    (folder / HOSTILE).write_text(TEXT)
    (folder / "in" / HOSTILE).write_bytes(b"\0\1\2" * 99)
    missing = f"missing-{HOSTILE}"
    for form in ("json", "markdown"):
        done = run("export", HOSTILE, "in", missing, "--format", form, cwd=folder)
        assert done.returncode == 1
        for stream in (done.stdout, done.stderr):
            assert not set("\x1b\x07\x9b\u202e") & set(stream)


@pytest.mark.parametrize("command", [["export", "in"], ["schema"], ["in"]])
def test_wrong_usage_steers_no_terminal(folder, command):
    wrong = run(*command, f"--no-such-option={HOSTILE}", cwd=folder)
    assert wrong.returncode == 2
    assert "--no-such-option" in wrong.stderr
    assert not set("\x1b\x07\x9b\u202e") & set(wrong.stderr)


@pytest.mark.skipif(sys.platform == "win32", reason="shells close streams otherwise there")
@pytest.mark.parametrize("closed", ["<&-", ">&-", "<&- >&-"])
def test_reader_without_streams_says_that_it_needs_a_terminal(folder, closed):
    done = run_in_shell(f"in {closed}", folder)
    assert done.returncode == 2
    assert done.stderr.startswith("briefing: The reader needs a terminal.")


@pytest.mark.skipif(sys.platform == "win32", reason="names are no bytes there")
def test_name_that_is_no_text(folder):
    try:
        (folder / os.fsdecode(b"caf\xe9.txt")).write_text(TEXT)
    except OSError:
        pytest.skip("this file system knows only UTF-8")
    for form in ("json", "markdown"):
        done = run("export", os.fsdecode(b"caf\xe9.txt"), "--format", form, cwd=folder)
        assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("command", [["export", "in"], ["schema"]], ids=["export", "schema"])
def test_reader_that_leaves_is_no_error(folder, command):
    reading, writing = os.pipe()
    os.close(reading)
    done = run(*command, cwd=folder, capture_output=False, stdout=writing, stderr=subprocess.PIPE)
    os.close(writing)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.skipif(sys.platform == "win32", reason="shells close streams otherwise there")
@pytest.mark.parametrize("command", ["export in", "schema"])
@pytest.mark.parametrize("place", [">&-", ">/dev/full"])
def test_standard_output_that_takes_nothing(folder, command, place):
    if place.endswith("full") and not Path("/dev/full").exists():
        pytest.skip("no such device here")
    done = run_in_shell(f"{command} {place}", folder)
    assert done.returncode == 2
    assert done.stderr.startswith("briefing: Standard output ")
    assert "Traceback" not in done.stderr


def test_locale_without_the_letters(folder):
    (folder / "in" / "ferry.txt").write_text("“Åland” — 🚢", encoding="utf-8")
    ascii_only = {**os.environ, "PYTHONIOENCODING": "ascii", "LC_ALL": "C", "PYTHONUTF8": "0"}
    done = run("export", "in", "åland.txt", "--format", "json", cwd=folder, env=ascii_only)
    assert json.loads(done.stdout)["documents"][0]["text"] == "“Åland” — 🚢"
    assert done.returncode == 1


def test_interruption_is_130_and_leaves_no_file(folder):
    # The signal comes when the file is written and has not got its name yet.
    interrupted = (
        "import os, signal, sys\n"
        "from briefing.cli import main\n"
        "os.fsync = lambda _: signal.raise_signal(signal.SIGINT)\n"
        "sys.exit(main(['export', 'in', '-o', 'out.md']))"
    )
    done = subprocess.run(
        [sys.executable, "-c", interrupted], cwd=folder, capture_output=True, check=False
    )
    assert (done.returncode, done.stdout, done.stderr) == (130, b"", b"")
    assert names(folder) == ["in"]


@pytest.mark.parametrize("option", ["--version", "--help"])
def test_light_commands_import_nothing_heavy(folder, option):
    check = (
        "import sys; from briefing.cli import main\n"
        f"try: main([{option!r}])\n"
        "except SystemExit: pass\n"
        "heavy = {'yaml', 'msgspec', 'textual', 'trafilatura', 'sentencex', 'lxml'}\n"
        "print('heavy:', sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", check], capture_output=True, text=True, cwd=folder, check=True
    )
    assert done.stdout.endswith("heavy: []\n")


def test_help_names_every_command(folder):
    said = run("--help", cwd=folder).stdout
    assert "briefing export PATH..." in said
    assert "briefing schema" in said


def test_schema_is_json(folder):
    said = json.loads(run("schema", cwd=folder).stdout)
    assert said["$schema"] == "https://json-schema.org/draft/2020-12/schema"
