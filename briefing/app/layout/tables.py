"""Tables of a text: where the cells of a line stand, and how wide the columns are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from rich.cells import cell_len

from briefing.gate import clean
from briefing.spans import Span

# How the readers part cells; at the ends of a line an empty cell leaves no space.
_BETWEEN = re.compile(r"(?:(?<=\n)|^| )\|(?= |$)")
_PARTING = 3
"""Cells between two columns."""


def cells_of_line(text: str, line: Span) -> Iterator[Span]:
    """Give the cells of one line of a table, without the space around them."""
    words = line.of(text)
    at = 0
    for bar in _BETWEEN.finditer(words):
        yield Span(at, max(at, bar.start())).strip(words).shift(line.start)
        at = bar.end()
    yield Span(at, len(words)).strip(words).shift(line.start)


def fit_columns(text: str, lines: Sequence[Span], width: int) -> tuple[int, ...]:
    """Measure the columns of a table.

    Returns:
        The cells that each needs on the screen; none where there are no columns, or where they
        do not fit the width side by side.
    """
    rows = (
        [cell_len(clean(cell.of(text))) for cell in cells_of_line(text, line)] for line in lines
    )
    widths = tuple(max(column) for column in zip_longest(*rows, fillvalue=0))
    parting = _PARTING * (len(widths) - 1)
    return widths if parting and sum(widths) + parting <= width else ()
