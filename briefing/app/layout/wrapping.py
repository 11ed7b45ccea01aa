"""Cut text into lines that fit a width, in terminal cells.

News is nearly all one cell a character, and there a regular expression finds the breaks: 10 MB
are cut in less than a tenth of a second. Text with wide or combining characters is measured
grapheme by grapheme, as Rich measures what is drawn.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from rich.cells import split_graphemes

# Everything outside these ranges may take no cell, or two: it is measured.
_MEASURED = re.compile(
    "[^\n\x20-\u02ff\u0370-\u0482\u048a-\u058f\u1e00-\u1fff\u2010-\u2027\u2030-\u205e\u20a0-\u20bf"
    "\u2100-\u22ff\u2500-\u25fc\ufffd]"
)
_SPACE = " "
_FLAG_LETTERS = range(0x1F1E6, 0x1F200)


def is_narrow(text: str) -> bool:
    """Tell whether every character surely takes one cell."""
    return text.isascii() or not _MEASURED.search(text)


def wrap(text: str, start: int, end: int, width: int) -> Iterator[tuple[int, int]]:
    """Cut ``text[start:end]`` into lines of at most ``width`` cells.

    Args:
        text: Cleaned of controls; a line feed counts as a space.
        start: Of the words, in ``text``.
        end: Half-open.
        width: 1 or more. A single character that is wider gets a line of its own.

    Yields:
        Start and end of each line in ``text``, without the space at which it was cut. Joined,
        the lines hold every character but those spaces. An empty text yields one empty line.
    """
    starts, last = break_lines(text[start:end], width)
    for line, following in pairwise(starts):
        yield start + line, start + following - (text[start + following - 1] in (_SPACE, "\n"))
    yield start + starts[-1], start + last


def break_lines(text: str, width: int) -> tuple[list[int], int]:
    """Find where the lines of a text begin, as ``wrap`` cuts it.

    Returns:
        Offsets of their first characters, and where the last one ends. All but the last end
        where the next begins, together with the space at which they were cut.
    """
    width = max(width, 1)
    return _break_narrow(text, width) if is_narrow(text) else _break_measured(text, width)


def _break_narrow(text: str, width: int) -> tuple[list[int], int]:
    if len(text) <= width:
        return [0], len(text)
    starts = [0, *(line.end() for line in _line_of(width).finditer(text))]
    starts.pop()
    # A space at the very end may stand behind a line that is full already.
    return starts, min(len(text), starts[-1] + width)


@lru_cache(maxsize=64)
def _line_of(width: int) -> re.Pattern[str]:
    """Match as many words as fit; or a part of a word longer than the line, as of an address."""
    return re.compile(rf"(?s:.{{1,{width}}})(?:[ \n]|\Z)|(?s:.{{{width}}})")


def _break_measured(text: str, width: int) -> tuple[list[int], int]:
    text = text.replace("\n", " ")  # as it is shown
    starts = [0]
    used = behind = 0
    """Cells of the line so far, and of the line up to its last space."""
    space = -1
    """Where that space ends."""
    flag = False
    """Half of a flag stands at the end of the line: the other half belongs to it."""
    for start, end, cells in split_graphemes(text)[0]:
        flag = not flag and end - start == 1 and ord(text[start]) in _FLAG_LETTERS
        while used + cells + flag > width and start > starts[-1]:
            if text[start:end] == _SPACE:
                break
            if space > starts[-1]:
                starts.append(space)
                used -= behind
            else:
                # Chinese and Japanese are written without spaces and may be cut anywhere.
                starts.append(start)
                used = 0
        if text[start:end] == _SPACE:
            if used + cells > width:
                starts.append(end)
                used, space = 0, -1
                continue
            space, behind = end, used + cells
        used += cells
    if len(starts) > 1 and starts[-1] == len(text):
        starts.pop()
        return starts, len(text) - 1
    return starts, len(text)
