"""Cut text into lines that fit a width, in terminal cells.

News is nearly all one cell a character, and there ``str.rfind`` finds the break: 10 MB are
laid out in about a tenth of a second. Text with wide or combining characters is measured
character by character.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from rich.cells import get_character_cell_size

# Everything outside these ranges may take no cell, or two: it is measured.
_MEASURED = re.compile(
    "[^\n\x20-\u02ff\u0370-\u0482\u048a-\u058f\u1e00-\u1fff\u2010-\u2027\u2030-\u205e\u20a0-\u20bf"
    "\u2100-\u22ff\u2500-\u25fc\ufffd]"
)

_SPACES = " \n"


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
    width = max(width, 1)
    if is_narrow(text[start:end]):
        yield from _wrap_narrow(text, start, end, width)
    else:
        yield from _wrap_measured(text, start, end, width)


def _wrap_narrow(text: str, start: int, end: int, width: int) -> Iterator[tuple[int, int]]:
    while end - start > width:
        limit = start + width + 1
        cut = max(text.rfind(" ", start, limit), text.rfind("\n", start, limit))
        if cut <= start:
            # A word longer than the line, such as an address, is cut where it has to be.
            yield start, start + width
            start += width
        else:
            yield start, cut
            start = cut + 1
    yield start, end


def _wrap_measured(text: str, start: int, end: int, width: int) -> Iterator[tuple[int, int]]:
    used = 0
    space = -1
    at = start
    while at < end:
        character = text[at]
        cells = get_character_cell_size(character)
        if used + cells > width and at > start:
            if character in _SPACES:
                yield start, at
                start = at = at + 1
            elif space > start:
                yield start, space
                start = at = space + 1
            else:
                # Chinese and Japanese are written without spaces and may be cut anywhere.
                yield start, at
                start = at
            used, space = 0, -1
            continue
        if character in _SPACES:
            space = at
        used += cells
        at += 1
    yield start, end
