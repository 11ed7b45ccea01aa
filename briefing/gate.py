"""The one gate that text passes before it is shown: nothing in it can steer a terminal.

Textual hands ESC, C1 and bidi controls in a text on to the terminal, so an article could
clear the screen, set the window's title or reorder what is read. Each such character is
replaced by one visible character: offsets into the shown text are offsets into the text.
"""

from __future__ import annotations

import re

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"

_RANGES = (
    (0x00, 0x1F),
    (0x7F, 0x9F),
    (0x061C, 0x061C),  # Arabic letter mark
    (0x200E, 0x200F),  # left-to-right and right-to-left marks
    (0x202A, 0x202E),  # bidi embeddings and overrides
    (0x2066, 0x2069),  # bidi isolates
    (0xD800, 0xDFFF),  # half a character: no terminal can be sent one
    (0xFEFF, 0xFEFF),  # a byte-order mark inside the text
    (0xFFF9, 0xFFFB),  # interlinear annotation
    (0xE0000, 0xE007F),  # tags: invisible copies of ASCII
)
# White space keeps its meaning; a line break inside one line of ours would break the line.
_SPACES = dict.fromkeys([0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x85, 0x2028, 0x2029], " ")
_CODES = (code for first, last in _RANGES for code in range(first, last + 1))
_TABLE = dict.fromkeys(_CODES, REPLACEMENT) | _SPACES
_TABLE_KEEPING_LINES = {**_TABLE, 0x0A: "\n"}
CONTROLS = re.compile(
    "[" + "".join(f"{chr(first)}-{chr(last)}" for first, last in _RANGES) + "\u2028\u2029]"
)
"""A character that the gate replaces, for formats that can write it as its number instead."""


def clean(text: str) -> str:
    """Make text safe to show on one line; as long as it was, character for character."""
    # Python is quick to say that nothing has to be replaced; a text of several lines it refuses.
    if text.isprintable() or not CONTROLS.search(text):
        return text
    return text.translate(_TABLE)


def clean_lines(text: str) -> str:
    """Make text of several lines safe to show: as ``clean``, but line feeds stay."""
    if text.isprintable() or not CONTROLS.search(text):
        return text
    return text.translate(_TABLE_KEEPING_LINES)
