"""Which pieces of a page hold the words that somebody found in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from briefing.reading.page import Holder, Piece
from briefing.reading.page_metadata import word_key

_GRAM = 4
"""Words that stand together; shorter pieces must be a whole block."""
_SHARE = 0.7
"""Of a piece's runs of words, how many must have been found."""


def match_pieces(pieces: Sequence[Piece], found: Iterable[str]) -> list[bool]:
    """Mark the pieces whose words were found.

    A headline may stand in a list of what others read, too: of copies as many are marked as were
    found, first those that stand among more of what was found. The article's own element may say
    a thing twice, whether or not both were found.
    """
    blocks = [word_key(block).split() for block in found]
    grams = Counter(gram for block in blocks for gram in _grams(block))
    short = Counter(" ".join(block) for block in blocks)
    words = [word_key(piece.words).split() for piece in pieces]
    matching = [_is_found(own, grams, short) for own in words]
    holders = weigh_holders(pieces, matching)
    main = max(holders, key=lambda holder: holders[holder], default=None)
    marked = [False] * len(pieces)
    for at in sorted(range(len(pieces)), key=lambda at: -holders[pieces[at].holder]):
        if not matching[at]:
            continue
        if pieces[at].holder is main or _is_found(words[at], grams, short):
            marked[at] = True
            grams.subtract(_grams(words[at]))
            short[" ".join(words[at])] -= 1
    return marked


def weigh_holders(pieces: Sequence[Piece], marked: Sequence[bool]) -> Counter[Holder]:
    """Count the characters that each element holds by itself of what is marked."""
    weights: Counter[Holder] = Counter()
    for piece, mark in zip(pieces, marked, strict=True):
        if mark:
            weights[piece.holder] += len(piece.words)
    return weights


def _is_found(words: Sequence[str], grams: Counter[tuple[str, ...]], short: Counter[str]) -> bool:
    own = _grams(words)
    if not own:
        return short[" ".join(words)] > 0
    return sum(grams[gram] > 0 for gram in own) >= _SHARE * len(own)


def _grams(words: Sequence[str]) -> list[tuple[str, ...]]:
    return list(zip(*(words[start:] for start in range(_GRAM)), strict=False))
