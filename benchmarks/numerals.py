"""Check numbers and ranges against the specifications of Microsoft Recognizers-Text.

    python benchmarks/numerals.py FOLDER

The folder holds ``recognizers_NumberModel.jsonl`` and ``recognizers_NumberRangeModel.jsonl``:
a sentence a row, with its numbers and their values. Those count amounts in names and the
ends of ranges by other rules than ours, so this is a list to read, not a grade.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable, Iterator
from math import isclose
from pathlib import Path

from briefing.facts.quantities.marking import find_quantities
from briefing.facts.quantities.numerals import read_numeral
from briefing.spans import Span


def read_rows(path: Path) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """Yield each sentence with the words and values of its numbers."""
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        yield row["text"], [(r["text"], r["resolution"]["value"]) for r in row["results"]]


def check_numerals(text: str, gold: list[tuple[str, str]]) -> bool:
    """Tell whether each number is worth what it should be, alone or as an amount."""
    amounts = [q.value for q in find_quantities(text, Span(0, len(text)))]
    for words, value in gold:
        start = text.lower().find(words)
        numeral = read_numeral(text, start, len(text)) if start >= 0 else None
        values = [*amounts, numeral.value if numeral else None]
        if not any(v is not None and isclose(v, float(value), rel_tol=1e-6) for v in values):
            return False
    return True


def check_ranges(text: str, gold: list[tuple[str, str]]) -> bool:
    """Tell whether the bounds of the amounts are those of the ranges, in order."""
    found = [(q.low, q.high) for q in find_quantities(text, Span(0, len(text)))]
    bounds = [b for b in found if b != (None, None)]
    return bounds == [_bounds(value) for _, value in gold]


def _bounds(value: str) -> tuple[float | None, float | None]:
    low, high = re.split(",", value.strip("[]()"))
    return (float(low) if low else None, float(high) if high else None)


def report(path: Path, check: Callable[[str, list[tuple[str, str]]], bool]) -> None:
    """Print the sentences that fail, and how many hold."""
    rows = [row for row in read_rows(path) if row[1]]
    failed = [row for row in rows if not check(*row)]
    for text, gold in failed:
        print(f"  {text!r} should be {gold}")
    print(f"{path.name}: {len(rows) - len(failed)} of {len(rows)} hold")


def main() -> int:
    """Check both files of the folder."""
    if len(sys.argv) != 2:
        print(__doc__)
        return 2
    folder = Path(sys.argv[1])
    report(folder / "recognizers_NumberModel.jsonl", check_numerals)
    report(folder / "recognizers_NumberRangeModel.jsonl", check_ranges)
    return 0


if __name__ == "__main__":
    sys.exit(main())
