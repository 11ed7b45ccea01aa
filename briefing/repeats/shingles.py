"""Which blocks share words in a row: the index that near-duplicates are looked up in.

Broder's shingles: every few tokens in a row get a number, and blocks that share some of them
are worth comparing. All are kept and sorted, none is sampled, so no repeat is missed by chance.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import starmap
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from briefing.repeats.tokens import Tokens

WIDTH = 5
"""Tokens in a shingle: an edited sentence still has some, a turn of phrase seldom has two."""
_FACTOR = np.uint64(0x9E3779B97F4A7C15)
_PARTS = 1 << 18
"""About how many shingles are sorted at a time: memory stays small beside the text."""
_ALIKE = 0.4
"""Of the smaller block: as much must be shared for the two to be compared word by word …"""
_LONG = 8
"""… or so many tokens in a row."""


class Shared(NamedTuple):
    """Tokens in a row that two blocks have, counted from where each of them begins."""

    start: int
    of: int
    length: int


class Candidate(NamedTuple):
    """A block and an earlier one that share words, by their places among the tokens' blocks."""

    block: int
    other: int
    runs: tuple[Shared, ...]
    """By start."""
    alike: bool
    """So much is shared that one may be an edited copy of the other, or of a part of it."""


def find_candidates(tokens: Tokens) -> Iterator[list[Candidate]]:
    """Find the pairs of blocks that are worth comparing.

    Each shingle leads to the first block that has it. So the pairs grow with the text, however
    often the same is said.

    Yields:
        For each block that shares words with earlier ones, in text order, those; the most
        alike first.
    """
    later, first = _repeated(tokens)
    if not len(later):
        return
    blocks = np.searchsorted(tokens.bounds, later, side="right") - 1
    others = np.searchsorted(tokens.bounds, first, side="right") - 1
    # A run is of shingles that follow each other here as they do there.
    apart = (np.diff(later) != 1) | (np.diff(first) != 1)
    apart |= (np.diff(blocks) != 0) | (np.diff(others) != 0)
    starts = np.flatnonzero(np.concatenate(([True], apart)))
    lengths = np.diff(np.concatenate((starts, [len(later)]))) + WIDTH - 1
    blocks, others = blocks[starts], others[starts]
    runs = np.stack(
        (later[starts] - tokens.bounds[blocks], first[starts] - tokens.bounds[others], lengths),
        axis=1,
    )
    pairs, members = np.unique(np.stack((blocks, others), axis=1), axis=0, return_inverse=True)
    members = members.ravel()
    shared = np.bincount(members, weights=lengths).astype(np.int64)
    longest = np.zeros(len(pairs), np.int64)
    np.maximum.at(longest, members, lengths)
    sizes = np.diff(tokens.bounds)[pairs]
    alike = shared >= _ALIKE * sizes.min(axis=1)
    by_pair = np.argsort(members, kind="stable")
    ends = np.cumsum(np.bincount(members))
    chosen = np.flatnonzero(alike | (longest >= _LONG))
    chosen = chosen[np.lexsort((pairs[chosen, 1], -shared[chosen], pairs[chosen, 0]))]
    found: list[Candidate] = []
    for pair in chosen.tolist():
        block, other = pairs[pair].tolist()
        if found and found[0].block != block:
            yield found
            found = []
        own = runs[by_pair[ends[pair - 1] if pair else 0 : ends[pair]]]
        found.append(
            Candidate(block, other, tuple(starmap(Shared, own.tolist())), bool(alike[pair]))
        )
    if found:
        yield found


def _repeated(tokens: Tokens) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Where shingles stand that an earlier block has, in text order, and where it has them."""
    hashes = _hashes(tokens)
    parts = 1 + len(hashes) // _PARTS
    part_of = (hashes % np.uint64(parts)).astype(np.uint32)
    found: list[NDArray[np.int64]] = [np.empty((2, 0), np.int64)]
    for part in range(parts):
        at = np.flatnonzero(part_of == part)
        at = at[_is_whole(tokens, at)]
        order = at[np.argsort(hashes[at], kind="stable")]
        same = np.zeros(len(order), bool)
        same[1:] = hashes[order[1:]] == hashes[order[:-1]]
        # The first of each group of equal ones, for every member of the group.
        heads = np.maximum.accumulate(np.where(same, 0, np.arange(len(order))))
        pairs = np.stack((order[same], order[heads[same]]))
        found.append(pairs[:, _are_apart(tokens, pairs)])
    later, first = np.concatenate(found, axis=1)
    in_order = np.argsort(later, kind="stable")
    later, first = later[in_order], first[in_order]
    # Different words may have equal hashes.
    equal = np.ones(len(later), bool)
    for step in range(WIDTH):
        equal &= tokens.codes[later + step] == tokens.codes[first + step]
    return later[equal], first[equal]


def _hashes(tokens: Tokens) -> NDArray[np.uint64]:
    count = max(0, len(tokens.codes) - WIDTH + 1)
    hashes = np.zeros(count, np.uint64)
    for step in range(WIDTH):
        hashes *= _FACTOR
        hashes += tokens.codes[step : step + count]
        hashes ^= hashes >> np.uint64(29)
    return hashes


def _is_whole(tokens: Tokens, at: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Tell of each shingle whether it lies in one block."""
    ends = tokens.bounds[np.searchsorted(tokens.bounds, at, side="right")]
    return at + WIDTH <= ends


def _are_apart(tokens: Tokens, pairs: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Tell of each pair of shingles whether it stands in two blocks."""
    later, first = np.searchsorted(tokens.bounds, pairs, side="right")
    apart: NDArray[np.bool_] = later != first
    return apart
