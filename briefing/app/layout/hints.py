"""Letters to press for what is in view: as few as possible, under the fingers at rest."""

from __future__ import annotations

from string import ascii_lowercase

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
