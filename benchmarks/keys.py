"""How soon a key shows: from the key to the first painted byte, in a pseudo-terminal.

    python benchmarks/keys.py [--megabytes 1] [--files 2000] [--rounds 12] [--apart yes no]

Prints the median and the 95th percentile, in milliseconds, of the reader's keys at rest, while
an article is analysed and while a folder is read, and those of a bare list of 100,000 lines in
the same run. "apart" analyses in a process of its own, as ``briefing`` does, or in a thread.
The texts are made here: varied sentences from seeded random numbers.
"""

from __future__ import annotations

import argparse
import random
import re
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from articles import article, folder_of_articles
from peers import LINES
from readers import Terminal, is_done, open_terminal

_READER = """
import sys
from briefing.app import BriefingApp
BriefingApp(sys.argv[2:], apart=sys.argv[1] == "yes").run()
"""
KEYS = {"PageDown": "\x1b[6~", "PageUp": "\x1b[5~", "End": "\x1b[F", "Home": "\x1b[H"}
MOVES = ("PageDown", "PageDown", "PageUp", "End", "PageUp", "Home")
"""Each changes what is shown, and the last leads back to where the first began."""
_SILENCE = 0.02
"""Seconds without a byte after which a screen counts as painted."""
_PATIENCE = 0.3
"""Seconds after which the next key is pressed, painted or not."""

_ANALYSED = re.compile(rb"of [0-9]+ analysed")


def press(terminal: Terminal, key: str, chance: random.Random) -> float | None:
    """Seconds from a key to the first byte; None where nothing was painted."""
    deadline = time.perf_counter() + _PATIENCE
    while terminal.read(_SILENCE + chance.uniform(0.0, 0.03)) and time.perf_counter() < deadline:
        pass
    began = time.perf_counter()
    terminal.press(KEYS.get(key, key))
    return time.perf_counter() - began if terminal.read(1.0) else None


def rounds(
    terminal: Terminal, keys: Sequence[str], number: int, total: int = 0
) -> Iterator[tuple[str, float]]:
    """Press the keys in turn, until all files are analysed or the rounds are over."""
    chance = random.Random(number)
    for _ in range(number):
        for key in keys:
            taken = press(terminal, key, chance)
            if total and is_done(terminal, total):
                return
            if taken is not None:
                yield key, taken


def report(name: str, found: Sequence[tuple[str, float]]) -> None:
    """Print a row for all keys, then one for each."""
    keys = ["", *dict.fromkeys(key for key, _ in found)]
    for shown in keys:
        times = sorted(1000 * taken for key, taken in found if shown in ("", key))
        late = times[min(len(times) - 1, int(len(times) * 0.95))]
        label = f"  {shown}" if shown else name
        median = statistics.median(times)
        print(f"{label:44} {median:7.1f} {late:7.1f} {times[-1]:7.1f} {len(times):5}")


def main() -> None:
    """Measure the bare list, then each case in each way."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--megabytes", type=float, default=1)
    parser.add_argument("--files", type=int, default=2000)
    parser.add_argument("--rounds", type=int, default=12)
    parser.add_argument("--apart", nargs="*", choices=["yes", "no"], default=["yes"])
    options = parser.parse_args()
    print(f"{'milliseconds':44} {'median':>7} {'95 %':>7} {'worst':>7} {'keys':>5}")
    with tempfile.TemporaryDirectory() as home:

        def terminal(*command: str) -> Terminal:
            # An empty PYTHONDONTWRITEBYTECODE counts as unset: start-up is not what is measured.
            # Each way has a home of its own, as the other one's would have all facts already.
            own = Path(home, *command[1:2])
            return open_terminal([sys.executable, "-c", *command], own, PYTHONDONTWRITEBYTECODE="")

        large = Path(home, "large.txt")
        large.write_text(article(0, int(options.megabytes * 1e6)))
        # The first one is read meanwhile: it has pages to turn.
        folder = folder_of_articles(Path(home, "folder"), options.files, first=30_000)
        bare = []
        for apart in options.apart:
            way = "process" if apart == "yes" else "thread"
            # Beside each case, as the machine may have more to do at one time than at another.
            with terminal(LINES) as lines:
                lines.wait_for("line 1 of")
                bare += rounds(lines, MOVES, options.rounds)
            with terminal(_READER, apart, str(large)) as reader:
                reader.wait_for("first words")
                busy = list(rounds(reader, (*MOVES, "n"), 10_000, total=1))
                rest = list(rounds(reader, (*MOVES, "J", "n"), options.rounds))
                reader.press("/said\r")
                reader.wait_for("Esc ends")
                rest += [("next match", t) for _, t in rounds(reader, ("n",), options.rounds)]
            report(f"{options.megabytes:g} MB at rest, {way}", rest)
            report(f"{options.megabytes:g} MB being analysed, {way}", busy)
            with terminal(_READER, apart, str(folder)) as reader:
                while not _ANALYSED.search(reader.output) and reader.read(30):
                    pass  # J has somewhere to go once facts are there
                began = time.perf_counter()
                busy = list(rounds(reader, (*MOVES, "J", "n"), 10_000, total=options.files))
                taken = time.perf_counter() - began
            report(f"{options.files} articles being read ({taken:.0f} s), {way}", busy)
        report("bare list of 100,000 lines", bare)


if __name__ == "__main__":
    main()
