"""Levels of headings, where the way they are written shows which stands below which."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

TOP = 2
"""Level 1 is the title's."""
_DEEPEST = 6
_DECIMAL = re.compile(r"(\d{1,3}(?:\.\d{1,3}){0,4})[.):]?\s")


def find_levels(headings: Sequence[tuple[int, str]]) -> Mapping[int, int]:
    """Nest headings by decimal numbers, or small letters below capitals.

    Args:
        headings: Index of the block and its words, in text order.

    Returns:
        Index → level; all ``TOP`` where no pattern shows.
    """
    numbered = [_DECIMAL.match(words) for _, words in headings]
    if any(number and "." in number[1] for number in numbered):
        depths = [number[1].count(".") if number else 0 for number in numbered]
        least = min(d for d, n in zip(depths, numbered, strict=True) if n)
        below = [max(0, depth - least) for depth in depths]
    elif headings and headings[0][1].isupper():
        below = [0 if words.isupper() else 1 for _, words in headings]
    else:
        below = [0] * len(headings)
    return {at: min(TOP + depth, _DEEPEST) for (at, _), depth in zip(headings, below, strict=True)}
