"""First screen of the reader against that of a bare Textual app, in a pseudo-terminal.

    python benchmarks/startup.py [--runs N] [--megabytes 0.1 10] [--files 2000]

The clock runs from the start of the process to the first words of the article on the terminal,
and to the last key in the foot, when all panes are there. Prints the medians over the runs,
which are taken in turn, and the ratio of the first words to those of the bare app.

Both apps run from bytecode, as after an installation: a checkout on a machine that writes none
would be compiled anew each time, and the bare app not.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from articles import article, folder_of_articles
from peers import WORDS
from readers import READER, open_terminal

_BARE = "bare Textual app"
_INSTALLED = Path(sys.executable).with_name("briefing")
_COMMAND = (str(_INSTALLED),) if _INSTALLED.exists() else READER
_FOOT = "Quit"
"""A word of the foot, which comes last."""


class Start(NamedTuple):
    """Seconds from the start of the process."""

    first_words: float
    all_panes: float


def start(command: Sequence[str], home: Path, *, reader: bool) -> Start:
    """Start an app in a terminal, and end it when everything is there."""
    env = {"PYTHONPYCACHEPREFIX": str(home / "bytecode"), "PYTHONDONTWRITEBYTECODE": ""}
    with open_terminal(command, home, **env) as terminal:
        words = terminal.wait_for("first words", seconds=120)
        return Start(words, terminal.wait_for(_FOOT, seconds=120) if reader else words)


def main() -> None:
    """Time every command in turn and print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--runs", type=int, default=9)
    parser.add_argument("--megabytes", type=float, nargs="*", default=[0.1, 10])
    parser.add_argument("--files", type=int, default=2_000, help="articles in a folder; 0 for none")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        home = Path(place)
        paths = {}
        for size in options.megabytes:
            paths[f"article of {size:g} MB"] = home / f"{size}.txt"
            paths[f"article of {size:g} MB"].write_text(article(1, int(size * 1e6)))
        if options.files:
            folder = folder_of_articles(home / "articles", options.files)
            paths[f"folder of {options.files:,} articles"] = folder
        commands = {_BARE: [sys.executable, "-c", WORDS]}
        for name, path in paths.items():
            commands[name] = [*_COMMAND, str(path)]
        starts: dict[str, list[Start]] = {name: [] for name in commands}
        for _ in range(options.runs + 1):
            for name, command in commands.items():
                starts[name].append(start(command, home, reader=name != _BARE))
    _print({name: taken[1:] for name, taken in starts.items()})  # the first wrote the bytecode


def _print(starts: dict[str, list[Start]]) -> None:
    bare = statistics.median(taken.first_words for taken in starts[_BARE])
    print(f"{'':26} first words            all panes")
    for name, taken in starts.items():
        words = statistics.median(each.first_words for each in taken)
        panes = statistics.median(each.all_panes for each in taken)
        print(f"{name:26} {words:7.3f} s  {words / bare:5.2f} x  {panes:9.3f} s")


if __name__ == "__main__":
    main()
