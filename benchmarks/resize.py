"""How soon a window of another size is filled: from the signal to the last repaint.

    python benchmarks/resize.py [--megabytes 0.1 1] [--rounds 2]

Prints, in milliseconds, the median and the worst of the time until the text is painted for the
new width, and of the time until the scroll bar, too, has come to rest: what is not in view is
counted then. The terminal goes through the three widths at which other panes are shown, with
the reader at the beginning, nine pages before the end and there. A bare list of 100,000 lines goes
through the same sizes. An article is resized once all its facts are there, for which 10 MB take
two minutes. Linux only: a reader that takes no time of the processor any more is at rest.
"""

from __future__ import annotations

import argparse
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from articles import article
from keys import KEYS
from peers import LINES
from readers import READER, Terminal, open_terminal, wait_until_done

SIZES = ((100, 30), (80, 24), (160, 48))
"""Columns and lines; the first change is from the last of them."""
PLACES = (("Home",), ("End", *["PageUp"] * 9), ("End",))
"""Keys that lead to where the terminal is resized."""
_PAINTED = 0.06
"""Seconds without a byte after which the text counts as painted."""
_GLANCE = 0.25
"""Seconds between two looks at the time that the reader has taken of the processor."""
_IDLE = 0.03
"""Seconds of it that a reader may take at rest; whoever counts rows takes three times as much."""


def processor_seconds(terminal: Terminal) -> float:
    """Read how long the program has run on a processor."""
    words = Path(f"/proc/{terminal.pid}/stat").read_text().rpartition(")")[2].split()
    return sum(map(int, words[11:13])) / os.sysconf("SC_CLK_TCK")


def wait_for_rest(terminal: Terminal, last: float = 0.0) -> float:
    """Read until nothing more is painted or counted; tell when the last byte came."""
    busy = True
    while busy:
        before, until = processor_seconds(terminal), time.perf_counter() + _GLANCE
        while (left := until - time.perf_counter()) > 0:
            if terminal.read(left):
                last = time.perf_counter()
        busy = processor_seconds(terminal) - before > _IDLE
    return last


def resize(terminal: Terminal, columns: int, lines: int) -> tuple[float, float]:
    """Seconds until the text is painted for a size, and until nothing changes any more."""
    began = painted = time.perf_counter()
    terminal.resize(columns, lines)
    silence = 1.0
    while terminal.read(silence):
        painted, silence = time.perf_counter(), _PAINTED
    return painted - began, wait_for_rest(terminal, painted) - began


def rounds(terminal: Terminal, number: int) -> Iterator[tuple[float, float]]:
    """Go through the sizes at each of the places."""
    for keys in PLACES:
        for key in keys:
            terminal.press(KEYS[key])
        wait_for_rest(terminal)
        for _ in range(number):
            for columns, lines in SIZES:
                yield resize(terminal, columns, lines)


def report(name: str, found: list[tuple[float, float]]) -> None:
    """Print a row."""
    columns = [sorted(1000 * taken for taken in column) for column in zip(*found, strict=True)]
    figures = "".join(f"{statistics.median(times):9.0f} {times[-1]:7.0f}" for times in columns)
    print(f"{name:32}{figures} {len(found):7}")


def main() -> None:
    """Resize the bare list, then the reader with each article."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--megabytes", type=float, nargs="*", default=[0.1, 1])
    parser.add_argument("--rounds", type=int, default=2)
    options = parser.parse_args()
    print(f"{'milliseconds':32}{'text':>9} {'worst':>7}{'bar':>9} {'worst':>7} {'sizes':>7}")
    with tempfile.TemporaryDirectory() as home:
        with open_terminal([sys.executable, "-c", LINES], home) as lines:
            lines.wait_for("line 1 of")
            report("bare list of 100,000 lines", list(rounds(lines, options.rounds)))
        for megabytes in options.megabytes:
            path = Path(home, f"{megabytes:g}.txt")
            path.write_text(article(0, int(megabytes * 1e6)))
            with open_terminal([*READER, str(path)], home) as reader:
                reader.wait_for("first words", seconds=60)
                wait_until_done(reader, 1)
                report(f"article of {megabytes:g} MB", list(rounds(reader, options.rounds)))


if __name__ == "__main__":
    main()
