"""Letters to press for what is in view: as few as possible, under the fingers at rest."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from string import ascii_lowercase

from rich.cells import split_graphemes

from briefing.spans import Span

LETTERS = "fjdkslagh"
"""From the strongest fingers to the weakest."""


def hints(count: int, letters: str = LETTERS) -> tuple[str, ...]:
    """Give so many words to type, the shortest first, none the beginning of another.

    Args:
        count: 0 or more.
        letters: At least two, all different.

    Source: the hint strings of Vimium, which grow a tree by its oldest leaf.
    """
    leaves = [""]
    grown = 0
    while len(leaves) - grown < count:
        leaf = leaves[grown]
        grown += 1
        leaves += [leaf + letter for letter in letters]
    # A single leaf is the root itself, which nobody can type.
    if count == 1:
        return (letters[0],)
    return tuple(leaves[grown : grown + count])


def is_letter(key: str) -> bool:
    """Tell whether a key is one that may be part of a hint."""
    return len(key) == 1 and key in ascii_lowercase


def place_hints(hints: Mapping[int, str], text: str, row: Span) -> Mapping[Span, str]:
    """Lay hints over the words of one row, so that no word moves.

    Args:
        hints: By the offset of the words that they stand for.
        text: The words of the row.
        row: Where they stand.

    Returns:
        By the characters that give way, in text order: letters of as many cells. At the end
        of a row a hint moves to the left; where there is no room for it, it is left out.
    """
    placed: dict[Span, str] = {}
    graphemes = split_graphemes(text)[0]
    free = row.start
    for at in sorted(at for at in hints if row.start <= at < row.end):
        letters = hints[at]
        start = max(free, min(at, row.end - len(letters))) - row.start
        number = bisect_right(graphemes, start, key=lambda grapheme: grapheme[0]) - 1
        start = end = max(graphemes[number][0], free - row.start)
        cells = 0
        for _, behind, size in graphemes[number:]:
            if cells >= len(letters):
                break
            end, cells = behind, cells + size
        if cells >= len(letters):
            placed[Span(start, end).shift(row.start)] = letters.ljust(cells)
            free = row.start + end
    return placed
