"""The README tells the truth: its commands run, its words and keys are those of the program."""

import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from briefing.app.keys.naming import show_key
from briefing.app.screens.reader import ReaderScreen
from briefing.words import CAVEATS, ENGLISH_ONLY, STANDINGS

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
COMMANDS = [
    line
    for block in re.findall(r"```sh\n(.*?)```", README, re.DOTALL)
    for line in block.splitlines()
]
SET_UP = [command for command in COMMANDS if command.startswith("python3 -m venv")]


def test_the_first_two_commands_do_all_the_set_up_and_ci_runs_them_as_written():
    assert COMMANDS[:2] == SET_UP
    assert SET_UP[0].endswith(".venv/bin/briefing seeds/")
    assert SET_UP[1].endswith(".venv/bin/pytest")
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert "grep -m \"$1\" '^python3 -m venv' README.md" in script
    assert 'eval "$(readme_command 1)"' in script
    assert 'eval "$(readme_command 2)"' in script


@pytest.mark.parametrize("command", [c for c in COMMANDS if c not in SET_UP])
def test_every_other_command_runs(command, tmp_path):
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    program, *arguments = shlex.split(command)
    assert program == ".venv/bin/briefing"
    done = subprocess.run(
        [sys.executable, "-m", "briefing", *arguments],
        cwd=tmp_path,
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout or (tmp_path / "brief.md").stat().st_size


def test_the_pictures_are_there_and_ask_nobody_for_anything():
    pictures = re.findall(r"!\[.*?\]\((.*?)\)", README)
    assert pictures
    for picture in pictures:
        svg = (ROOT / picture).read_text(encoding="utf-8")
        assert "pact.txt" in svg
        assert "url(http" not in svg


def test_standings_and_caveats_are_named_as_the_program_names_them():
    for standing, (glyph, _) in STANDINGS.items():
        assert f"| {glyph} | {standing} |" in README
    words = " ".join(README.split())
    for name in CAVEATS.values():
        assert name in words
    assert ENGLISH_ONLY.rstrip(".") in words


def test_every_key_of_the_footer_is_in_the_table():
    for binding in ReaderScreen.BINDINGS:
        if binding.show:
            assert f"`{show_key(binding.key)}`" in README, binding
