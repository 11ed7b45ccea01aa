"""Tables of a text: where the cells of a line stand, and how wide the columns are.

A cell that is too long for its column goes on below itself, and the next cell stands beside its
last line: so a row of the screen is one stretch of the text, as everywhere, and whoever selects,
copies or moves through a table does so as in any text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from rich.cells import cell_len

from briefing.app.layout.wrapping import break_lines
from briefing.gate import clean
from briefing.spans import Span

# How the readers part cells; at the ends of a line an empty cell leaves no space.
_BETWEEN = re.compile(r"(?:(?<=\n)|^| )\|(?= |$)")
_PARTING = 3
"""Cells between two columns."""
_LEAST = 6
"""Cells of a column that is made narrower: in less, hardly a word stays whole."""


def cells_of_line(text: str, line: Span) -> Iterator[Span]:
    """Give the cells of one line of a table, without the space around them."""
    words = line.of(text)
    at = 0
    for bar in _BETWEEN.finditer(words):
        yield Span(at, max(at, bar.start())).strip(words).shift(line.start)
        at = bar.end()
    yield Span(at, len(words)).strip(words).shift(line.start)


def cells_of_row(text: str, table: Span, row: Span, columns: int) -> Iterator[Span]:
    """Give what a row of a table shows of each cell of its line; of most perhaps nothing.

    Args:
        text: Of the document.
        table: The block.
        row: A whole line, or a part of one.
        columns: How many there are; further cells belong to the last of them.
    """
    start = max(table.start, text.rfind("\n", table.start, row.start) + 1)
    end = text.find("\n", row.start, table.end)
    line = Span(start, end if end >= 0 else table.end)
    cells = list(cells_of_line(text, line))
    if len(cells) > columns:
        cells[columns - 1 :] = [Span(cells[columns - 1].start, cells[-1].end)]
    for cell in cells:
        at = min(max(cell.start, row.start), row.end)
        yield Span(at, max(at, min(cell.end, row.end)))


def break_cells(text: str, table: Span, line: Span, columns: Sequence[int]) -> list[int]:
    """Find where the rows of a line begin that keeps its cells within their columns.

    Args:
        text: Of the document.
        table: The block.
        line: A line of it, or a part of one.
        columns: Their widths.
    """
    starts = [line.start]
    for span, width in zip(cells_of_row(text, table, line, len(columns)), columns, strict=False):
        lines, _ = break_lines(clean(span.of(text)), width)
        starts += (span.start + at for at in lines[1:])
    return starts


def fit_columns(text: str, lines: Sequence[Span], width: int) -> tuple[int, ...]:
    """Measure the columns of a table, and make wide ones narrower until all fit.

    Returns:
        The cells that each takes on the screen; none where there are no columns, or too many
        for the width.
    """
    rows = (
        [cell_len(clean(cell.of(text))) for cell in cells_of_line(text, line)] for line in lines
    )
    wanted = tuple(max(column) for column in zip_longest(*rows, fillvalue=0))
    if len(wanted) < 2:
        return ()
    widths = _share_out(width - _PARTING * (len(wanted) - 1), wanted)
    pairs = zip(widths, wanted, strict=True)
    return widths if all(given >= min(asked, _LEAST) for given, asked in pairs) else ()


def _share_out(room: int, wanted: Sequence[int]) -> tuple[int, ...]:
    """Let narrow columns have what they want; those that want more share what is left."""
    shares = list(wanted)
    narrowest_first = sorted(range(len(wanted)), key=wanted.__getitem__)
    for done, column in enumerate(narrowest_first):
        shares[column] = min(wanted[column], room // (len(wanted) - done))
        room -= shares[column]
    return tuple(shares)
