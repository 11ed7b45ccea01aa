"""Speed of every stage over a folder of texts, one core.

    python benchmarks/stages.py FOLDER [--runs N]

Prints, for each stage, the best of N runs over all documents, and the megabytes of text that it
takes in a second. A stage that English texts alone go through is measured on those.
"""

from __future__ import annotations

import argparse
import sys
from time import perf_counter

from briefing.errors import UnreadableError
from briefing.library import find_files
from briefing.pipeline import STAGES
from briefing.reading import read_document


def main() -> int:
    """Read the folder once, then time stage after stage."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", nargs="+")
    parser.add_argument("--runs", type=int, default=3)
    options = parser.parse_args()
    files, problems = find_files(options.folder)
    for problem in problems:
        print(f"{problem.path}: {problem.error}", file=sys.stderr)
    documents = []
    began = perf_counter()
    for file in files:
        try:
            documents.append(read_document(file.path, file.shown))
        except UnreadableError as error:
            print(error, file=sys.stderr)
    read = perf_counter() - began
    size = sum(len(document.text) for document in documents)
    print(f"{len(documents)} documents, {size:,} characters")
    report("reading", read, size)
    total = 0.0
    for stage in STAGES:
        concerned = [d for d in documents if not stage.english or d.language == "en"]
        best = min(_time(stage.mark, concerned) for _ in range(options.runs))
        marked = {id(d): stage.mark(d) for d in concerned}
        documents = [marked.get(id(d), d) for d in documents]
        report(stage.name, best, sum(len(d.text) for d in concerned))
        total += best
    report("all stages", total, size)
    return 0


def _time(mark, documents) -> float:  # type: ignore[no-untyped-def]
    began = perf_counter()
    for document in documents:
        mark(document)
    return perf_counter() - began


def report(name: str, seconds: float, size: int) -> None:
    """Print one row."""
    print(f"{name:16} {seconds:8.3f} s  {size / max(seconds, 1e-9) / 1e6:8.2f} MB/s")


if __name__ == "__main__":
    raise SystemExit(main())
