"""Sentences that say an earlier one again in other words."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from briefing.model import Restatement
from briefing.spans import Span


def restated_in(restatements: Sequence[Restatement], row: Span) -> Sequence[Restatement]:
    """Give the sentences that end in a row and were said before; all are in text order."""
    if not restatements or row.start == row.end:
        return []
    first = bisect_right(restatements, row.start, key=lambda found: found.span.end)
    last = bisect_left(restatements, row.end + 1, key=lambda found: found.span.end)
    return [restatements[number] for number in range(first, last)]
