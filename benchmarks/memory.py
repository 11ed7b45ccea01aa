"""Memory of all processes of the reader, at the peak and at rest once all facts are there.

    python benchmarks/memory.py [--megabytes 10] [--files 2000]

Proportional set sizes, so that what processes share counts once (Linux only): while a large
article is read and analysed, when it is opened for the second time, and the same for a folder.
"""

from __future__ import annotations

import argparse
import re
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from articles import article, folder_of_articles
from readers import READER, is_done, open_terminal

_PSS = re.compile(rb"^Pss:\s+(\d+) kB", re.MULTILINE)
_REST = 5.0
"""Seconds after which a reader that has nothing to do is at rest."""


def processes(pid: int) -> Iterator[int]:
    """Yield a process and all that it has started."""
    yield pid
    for children in Path(f"/proc/{pid}/task").glob("*/children"):
        for child in children.read_text().split():
            yield from processes(int(child))


def megabytes(pid: int) -> float:
    """Add up the memory of a process and all that it has started."""
    total = 0
    for each in processes(pid):
        try:
            rollup = Path(f"/proc/{each}/smaps_rollup").read_bytes()
        except OSError:
            continue  # it has ended meanwhile
        total += sum(map(int, _PSS.findall(rollup)))
    return total / 1024


def measure(path: Path, files: int, home: str) -> tuple[float, float]:
    """Open a path; memory at the peak and at rest."""
    peak = 0.0
    with open_terminal([*READER, str(path)], home) as terminal:
        while not is_done(terminal, files):
            terminal.read(0.2)
            peak = max(peak, megabytes(terminal.pid))
        until = time.perf_counter() + _REST
        while terminal.read(max(0.0, until - time.perf_counter())):
            pass
        return max(peak, rest := megabytes(terminal.pid)), rest


def main() -> None:
    """Measure both, each for the first and the second time."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--megabytes", type=float, default=10)
    parser.add_argument("--files", type=int, default=2_000)
    options = parser.parse_args()
    print(f"{'megabytes':34} {'peak':>7} {'rest':>7}")
    with tempfile.TemporaryDirectory() as home:
        large = Path(home, "large.txt")
        large.write_text(article(0, int(options.megabytes * 1e6)))
        cases = {f"{options.megabytes:g} MB": (large, 1)}
        if options.files:
            folder = folder_of_articles(Path(home, "articles"), options.files)
            cases[f"{options.files} articles"] = (folder, options.files)
        for name, (path, files) in cases.items():
            for time_ in ("first", "second"):
                peak, rest = measure(path, files, home)
                print(f"{f'{name}, {time_} opening':34} {peak:7.0f} {rest:7.0f}")


if __name__ == "__main__":
    main()
