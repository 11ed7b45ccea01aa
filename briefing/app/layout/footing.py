"""Which keys the foot of the screen has room for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

GAP = 2
"""Cells between two keys."""


class FootKey(NamedTuple):
    """A key, and what it does in a word."""

    key: str
    """As Textual calls it."""
    shown: str
    words: str
    pinned: bool = False
    """Shown at the right whatever else there is: help, and the way out."""

    @property
    def width(self) -> int:
        """Cells with the gap behind."""
        return len(self.shown) + 1 + len(self.words) + GAP


def fit(keys: Sequence[FootKey], cells: int) -> tuple[FootKey, ...]:
    """Leave out the last ones that there is no room for; those that are pinned come at the end."""
    pinned = [key for key in keys if key.pinned]
    room = cells - sum(key.width for key in pinned) + GAP
    kept = []
    for key in keys:
        if key.pinned:
            continue
        room -= key.width
        if room < 0:
            break
        kept.append(key)
    return (*kept, *pinned)
