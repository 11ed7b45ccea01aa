"""Opening a folder for the second time, all facts there, against the start of a bare Textual app.

    python benchmarks/second.py [--files 2000] [--runs 7]

The clock runs from the start of the process to the first words on the terminal, and to the
word of the outline's foot that nothing is left to read or to analyse. The first opening, which
fills the store, is timed once.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
import time
from pathlib import Path

from articles import folder_of_articles
from peers import WORDS
from readers import READER, open_terminal, wait_until_done


def open_folder(folder: Path, files: int, home: str) -> tuple[float, float]:
    """Seconds to the first words, and until all facts are there."""
    with open_terminal([*READER, str(folder)], home) as terminal:
        first = terminal.wait_for("first words", seconds=60)
        wait_until_done(terminal, files)
        return first, time.perf_counter() - terminal.started


def main() -> None:
    """Time both in turn and print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--files", type=int, default=2_000)
    parser.add_argument("--runs", type=int, default=7)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as home:
        folder = folder_of_articles(Path(home, "articles"), options.files)
        _, all_found = open_folder(folder, options.files, home)
        print(f"{'first opening, all facts found':34} {all_found:7.1f} s")
        bare, first, second = [], [], []
        for _ in range(options.runs):
            with open_terminal([sys.executable, "-c", WORDS], home) as terminal:
                bare.append(terminal.wait_for("first words"))
            words, everything = open_folder(folder, options.files, home)
            first.append(words)
            second.append(everything)
    unit = statistics.median(bare)
    print(f"{'bare Textual app':34} {unit:7.3f} s")
    for name, times in (("first words", first), ("all facts there", second)):
        median = statistics.median(times)
        print(f"{'second opening, ' + name:34} {median:7.3f} s {median / unit:5.2f} x")


if __name__ == "__main__":
    main()
