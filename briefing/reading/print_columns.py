"""The columns of printed pages, and how far the lines of each may reach."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from math import inf
from statistics import median

from briefing.reading.pdf_lines import Line

_STEP = 6
"""Points; lines that stand side by side are not always on one level."""
_FEW_LINES = 3
"""Beside which other lines stand: no column, but a table, or a number in the margin."""
_NARROW = 0.5
"""Of the width of a column."""


def cut_columns(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Cut where the next line is not below the last one: a new column, or a new page."""
    column = [lines[0]]
    for above, line in pairwise(lines):
        apart = line.left > above.right or line.right < above.left
        if line.page != above.page or line.bottom >= above.bottom or apart:
            yield column
            column = []
        column.append(line)
    yield column


def find_places(lines: Iterable[Line]) -> Mapping[tuple[int, int], list[float]]:
    """Map a page and a height on it to where lines begin there."""
    places: dict[tuple[int, int], list[float]] = {}
    for line in lines:
        places.setdefault((line.page, round(line.bottom / _STEP)), []).append(line.left)
    return places


def find_right_edges(
    column: Sequence[Line], places: Mapping[tuple[int, int], list[float]]
) -> list[float]:
    """Find how far each line of a column may reach: as far as others of its size do.

    What is set over several columns is no measure for one of them, nor are the short lines of a
    table for each other.
    """
    gutters = []
    for line in column:
        step = round(line.bottom / _STEP)
        beside = (x for at in (step - 1, step, step + 1) for x in places.get((line.page, at), ()))
        gutters.append(min((x for x in beside if x >= line.right), default=inf))
    known = [x for x in gutters if x < inf]
    gutter = median(known) if len(known) >= _FEW_LINES else inf
    reach: dict[tuple[bool, int], float] = {}
    keys = [(line.right > gutter, round(line.size)) for line in column]
    for key, line in zip(keys, column, strict=True):
        reach[key] = max(reach.get(key, 0), line.right)
    left = min(line.left for line in column)
    whole = max((line.right for line in column if line.right <= gutter), default=inf)
    return [
        reach[key] if key[0] or reach[key] - left > _NARROW * (whole - left) else whole
        for key in keys
    ]
