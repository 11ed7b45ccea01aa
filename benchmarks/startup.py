"""First screen of the reader against that of a bare Textual app, in a pseudo-terminal.

    python benchmarks/startup.py [--runs N] [--megabytes 0.1 10]

Prints the median over the runs, taken in turn, and the ratio of each to the bare app. The
clock runs from the start of the process to the first byte of the article on the terminal.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "tools"))

from terminal import Terminal

_BARE = """
from textual.app import App
from textual.widgets import Static
class Bare(App):
    def compose(self):
        yield Static("first words")
Bare().run()
"""
_PARAGRAPH = (
    "The port authority said on Monday that more than 1,200 containers had been moved, and that "
    "the quay may open again in June. Officials did not say who would pay for it.\n"
)


def first_screen(command: list[str], words: str, home: str) -> float:
    """Seconds from the start of the process to the words on the terminal."""
    with Terminal(command, columns=160, lines=48, env={"BRIEFING_HOME": home}) as terminal:
        return terminal.wait_for(words, seconds=120)


def main() -> None:
    """Time every command in turn and print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--runs", type=int, default=7)
    parser.add_argument("--megabytes", type=float, nargs="*", default=[0.1, 10])
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        commands = {"bare Textual app": [sys.executable, "-c", _BARE]}
        for size in options.megabytes:
            path = Path(folder, f"{size}.txt")
            body = _PARAGRAPH * int(size * 1e6 / len(_PARAGRAPH))
            path.write_text(f"first words\n\n{body}")
            commands[f"article of {size} MB"] = [sys.executable, "-m", "briefing", str(path)]
        times: dict[str, list[float]] = {name: [] for name in commands}
        for _ in range(options.runs + 1):
            for name, command in commands.items():
                times[name].append(first_screen(command, "first words", folder))
    medians = {name: statistics.median(taken[1:]) for name, taken in times.items()}
    bare = medians["bare Textual app"]
    for name, median in medians.items():
        print(f"{name:24} {median:6.3f} s  {median / bare:5.2f} x")


if __name__ == "__main__":
    main()
