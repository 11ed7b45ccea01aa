"""Columns of a table: as wide as there is room, each cell within its own."""

import pytest

from briefing.app.layout.tables import break_cells, cells_of_row, fit_columns
from briefing.spans import Span


def lines_of(text):
    at = 0
    for line in text.split("\n"):
        yield Span(at, at + len(line))
        at += len(line) + 1


@pytest.mark.parametrize(
    ("table", "width", "columns"),
    [
        ("Port | Days\nNorth | 3", 12, (5, 4)),
        ("港 | Days |", 30, (2, 4, 0)),
        ("no columns\nat all", 30, ()),
        # Narrow columns keep their width, the others share what is left, six cells or more each.
        ("Port | Days\nNorth harbour | 3", 15, (8, 4)),
        ("a | b c d e f g h | i j k l m n o", 20, (1, 6, 7)),
        ("a | b c d e f g h | i j k l m n o", 19, (1, 6, 6)),
        ("a | b c d e f g h | i j k l m n o", 18, ()),
        ("a | b | c", 2, ()),
    ],
)
def test_columns_are_as_wide_as_there_is_room(table, width, columns):
    assert fit_columns(table, tuple(lines_of(table)), width) == columns


@pytest.mark.parametrize(
    ("line", "columns", "rows"),
    [
        ("North | 3", (5, 4), ["North | 3"]),
        ("North quay | 3", (5, 4), ["North ", "quay | 3"]),
        ("3 | North quay", (1, 6), ["3 | North ", "quay"]),
        # Two cells that go on, one below the other.
        ("a b c d | e f g h", (3, 3), ["a b ", "c d | e f ", "g h"]),
        ("xxxxxxxx | 3", (6, 6), ["xxxxxx", "xx | 3"]),
        (" |  | 3 4", (0, 0, 1), [" |  | 3 ", "4"]),
        # Cells that no column was measured for.
        ("a | b | c", (1, 6), ["a | b | c"]),
    ],
)
def test_a_row_is_one_stretch_of_the_text(line, columns, rows):
    text = f"Lead\n{line}\nmore"
    whole = Span(5, 5 + len(line))
    starts = break_cells(text, Span(0, len(text)), whole, columns)
    assert starts == sorted(set(starts))
    ends = [*starts[1:], whole.end]
    assert [text[a:b] for a, b in zip(starts, ends, strict=True)] == rows


def test_a_row_shows_its_part_of_each_cell():
    text = "a b c d | e f | g"
    found = cells_of_row(text, Span(0, len(text)), Span(4, 11), 3)
    assert [span.of(text) for span in found] == ["c d", "e", ""]
