"""The whole text in the height of the scroll bar: which of its cells stand for a match."""

from __future__ import annotations

from briefing.app.layout.rows import Rows
from briefing.app.layout.searching import Matches
from briefing.spans import Span


def find_marked(rows: Rows, matches: Matches, cells: int, total: int) -> dict[int, int]:
    """Find the cells that stand for rows with a match.

    Args:
        rows: The text; a closed fold is one row that stands for all that it hides.
        matches: What was found in it.
        cells: How many there are for the whole text.
        total: Rows of the text and of the empty room below it.

    Returns:
        Numbers of cells, counted from the top, each with that of its first match.
    """
    total = max(total, cells)  # a short text leaves the lower cells empty
    marked = {}
    for cell in range(cells if len(matches) else 0):
        first, last = cell * total // cells, (cell + 1) * total // cells
        if first >= len(rows):
            break
        match = matches.first_in(Span(rows.offset_at(first), rows.offset_at(last)))
        if match is not None:
            marked[cell] = match
    return marked
