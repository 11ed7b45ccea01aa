"""Find where one of many words, or figures, begin: fast where there are none."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TypeAlias

_Node: TypeAlias = dict[str, "_Node"]
_END = ""
FIGURE_SIGNS = "½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞"
"""Characters that are a number by themselves."""


def trie(words: Iterable[str], *, capitals: bool = False) -> str:
    """Write an expression that matches the longest of the words, letter by letter.

    Python tries alternatives one by one, but looks at the first character of each before
    it enters one, unless case is ignored; hence ``[oO]ne`` instead of ``(?i:one)``. Measured:
    2.4 MB/s with 80 plain alternatives, 9 MB/s so.

    Args:
        words: What to match; a space stands for up to three, or for a line that ends.
        capitals: Only as written, or all in capitals; otherwise in any case.
    """
    root: _Node = {}
    for word in {w for way in words for w in ((way, way.upper()) if capitals else (way.lower(),))}:
        node = root
        for letter in word:
            node = node.setdefault(letter, {})
        node[_END] = {}
    return _write(root, capitals=capitals)


def _write(node: _Node, *, capitals: bool) -> str:
    branches = [
        _letter(letter, capitals=capitals) + _write(below, capitals=capitals)
        for letter, below in node.items()
        if letter != _END
    ]
    if not branches:
        return ""
    optional = "?" if _END in node else ""
    if len(branches) == 1 and not optional:
        return branches[0]
    return f"(?:{'|'.join(branches)}){optional}"


def _letter(letter: str, *, capitals: bool) -> str:
    if letter == " ":
        return r"\s{1,3}"
    if capitals or not letter.isalpha():
        return re.escape(letter)
    return f"[{letter}{letter.upper()}]"


class Beginnings:
    """Where one of some words can begin, or figures, in a text.

    A search leaps from one character that is no small letter to the next: measured, that is
    twice as fast as a look at each letter whether a word begins there.
    """

    def __init__(self, words: str, letters: str) -> None:
        """Take an expression for the words, and the letters that they begin with."""
        body = rf"(?:[\d{FIGURE_SIGNS}]|\.(?=\d)|(?<!\w)(?=[{letters}])(?:{words})(?!\w))"
        self._here = re.compile(body)
        self._next = re.compile(rf"[^a-z\d]{body}")

    def find(self, text: str, at: int, end: int) -> tuple[int, int] | None:
        """Return start and end of the first word, or figure, from ``at``."""
        if at >= end:
            return None
        if here := self._here.match(text, at, end):
            return here.span()
        after = self._next.search(text, at, end)
        return None if after is None else (after.start() + 1, after.end())
