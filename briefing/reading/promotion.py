"""What news sites put between the paragraphs of an article, and what its elements are called."""

from __future__ import annotations

import re
from collections.abc import Set
from functools import cache

from briefing.lexicons.loader import load_words
from briefing.reading.page import Holder, Piece

_MAX_PROMOTION = 40
"""Words; longer paragraphs that begin with "Read more" are articles about reading."""
_FAR = 8
_NAMES = ("promotion_names", "embed_names", "box_names")


def is_promotion(piece: Piece, surroundings: Set[Holder] = frozenset()) -> bool:
    """Tell whether a piece asks the reader for something, leads elsewhere, or is no sentence.

    Args:
        piece: A piece of a page.
        surroundings: The elements around the article itself; what they are called says nothing.
    """
    words = " ".join(piece.words.casefold().replace("’", "'").split())
    if not any(letter.isalnum() for letter in words):
        return True
    if is_named(piece, _NAMES, surroundings):
        return True
    if words.strip(" :.…>»→") in _list("lines"):
        return True
    if len(words.split()) > _MAX_PROMOTION:
        return False
    quoted = any(mark in words for mark in '“”"')
    return words.startswith(_list("starts")) or (
        not quoted and any(phrase in words for phrase in _list("phrases"))
    )


def is_named(
    piece: Piece, lists: tuple[str, ...], surroundings: Set[Holder] = frozenset(), far: int = _FAR
) -> bool:
    """Tell whether a piece, or an element around it, is called what one of the lists says.

    Args:
        piece: A piece of a page.
        lists: Keys of the lexicon.
        surroundings: The elements around the article itself, where one stops looking.
        far: How many elements are looked at, outwards.
    """
    names = [piece.names]
    holder: Holder | None = piece.holder
    while holder is not None and holder not in surroundings and len(names) < far:
        names.append(holder.names)
        holder = holder.outer
    return _pattern(lists).search(" ".join(names)) is not None


@cache
def _pattern(lists: tuple[str, ...]) -> re.Pattern[str]:
    names = (name for key in lists for name in load_words("pages")[key])
    longest_first = sorted(map(re.escape, names), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(longest_first)})\b", re.IGNORECASE)


@cache
def _list(name: str) -> tuple[str, ...]:
    return load_words("pages")[f"promotion_{name}"]
