"""What stands at the edges of printed pages and is no part of the text: headers, page numbers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from operator import attrgetter

from briefing.reading.pdf_lines import Line

_OUTER = 2
"""Lines at the top and as many at the bottom that are looked at."""
_GAP = 1.5
"""Sizes of its letters between a line and the text."""
_MARGIN = 0.14
"""Of the height of the page."""
_STEP = 6
"""Points by which a line may be higher or lower on another page."""
_NUMBER = re.compile(r"\d{1,5}")
_NUMBERS = 3
"""Of a line that are tried as the number of the page."""
_TIMES = 2


def without_furniture(lines: Sequence[Line]) -> list[Line]:
    """Leave out lines that come again at the same place of other pages.

    A number in them may grow with the pages. A lone number that is that of its page goes, too.
    """
    edges = [line for page in _pages(lines) for line in _at_the_edges(page)]
    times: dict[tuple[str, int], set[int]] = {}
    for line in edges:
        for key in _keys(line):
            times.setdefault(key, set()).add(line.page)
    gone = {
        id(line)
        for line in edges
        if line.words.strip("-–— ") == str(line.page + 1)
        or any(len(times[key]) >= _TIMES for key in _keys(line))
    }
    return [line for line in lines if id(line) not in gone]


def _pages(lines: Iterable[Line]) -> Iterator[list[Line]]:
    for _, page in groupby(lines, key=attrgetter("page")):
        yield list(page)


def _at_the_edges(page: Sequence[Line]) -> list[Line]:
    """Find what stands in a margin, apart from the text."""
    up = sorted(page, key=attrgetter("bottom"))
    margin = _MARGIN * page[0].height
    bottom = [line for line in _apart(up) if line.bottom < margin]
    top = [line for line in _apart(up[::-1]) if line.bottom > line.height - margin]
    return bottom + top


def _apart(lines: Sequence[Line]) -> Sequence[Line]:
    """Take the outer lines of a page, as far as a gap parts them from what follows."""
    for count in range(_OUTER, 0, -1):
        outer, inner = lines[count - 1 : count], lines[count : count + 1]
        if not inner or abs(outer[0].bottom - inner[0].bottom) > _GAP * outer[0].size:
            return lines[:count]
    return ()


def _keys(line: Line) -> Iterator[tuple[str, int]]:
    """Yield how the line reads on other pages, if it is furniture, and where it stands there."""
    place = round(line.bottom / _STEP)
    readings = [line.words]
    for match in list(_NUMBER.finditer(line.words))[:_NUMBERS]:
        growth = int(match[0]) - line.page
        readings.append(f"{line.words[: match.start()]}\0{growth}{line.words[match.end() :]}")
    for reading in readings:
        yield reading, place
        yield reading, place + 1  # a step has two neighbours, and a line may stand at its edge
