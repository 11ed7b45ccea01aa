"""Whole blocks that stood earlier, and the runs that they come in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from briefing.model import Block
from briefing.repeats.folding import count_words, fold

_TELLING = 8
"""A block of so many words is no coincidence."""
_PROMO = (3, 3)
"""Fewer words must be at least this many, and stand this often: a promotion between
paragraphs does, an unmarked heading seldom."""
_SAID = 6
"""A whole sentence must have this many words to be a promotion: in an interview, "I do not
recall that." is an answer each time."""
_ENDS = re.compile(r"[.?!…][\"'”’)]*$")
_LABEL = re.compile(r"[:;,]$")


class Twin(NamedTuple):
    """A block and an earlier one that reads the same, by index."""

    block: int
    of: int


Run = list[Twin]
"""Blocks that follow each other here as they do there."""


def find_runs(text: str, blocks: Sequence[Block]) -> list[Run]:
    """Find the blocks that stood earlier, in runs, in text order.

    A run holds at least one block that is telling by itself; short lines, headings and the
    like belong to it only between or beside such blocks.
    """
    keys = [fold(block.span.of(text)) for block in blocks]
    first: dict[str, int] = {}
    times: dict[str, int] = {}
    for number, key in enumerate(keys):
        first.setdefault(key, number)
        times[key] = times.get(key, 0) + 1
    chained = _chain(keys, first)
    telling = (
        run
        for run in chained
        if any(_is_telling(blocks[t.block], keys[t.block], times) for t in run)
    )
    return _point_at_originals(telling)


def lead_in(text: str, blocks: Sequence[Block], twin: Twin, known: set[int]) -> Run:
    """Find the blocks before a repeat that stand before its original as well: its heading.

    Args:
        text: The document's.
        blocks: All blocks.
        twin: The repeat.
        known: Blocks that are repeats anyway, and are left out.
    """
    run: Run = []
    here, there = twin.block - 1, twin.of - 1
    while 0 <= there < here and here not in known:
        if fold(blocks[here].span.of(text)) != fold(blocks[there].span.of(text)):
            break
        run.append(Twin(here, there))
        here, there = here - 1, there - 1
    return run[::-1]


def trim_headings(run: Run, blocks: Sequence[Block], repeated: set[int]) -> Run:
    """Leave out headings at the end of a run that open something new.

    Args:
        run: A run of twins.
        blocks: All blocks.
        repeated: The blocks of which at least the beginning is a repeat.
    """
    end = len(run)
    following = run[-1].block + 1
    if following < len(blocks) and following not in repeated:
        while end and blocks[run[end - 1].block].kind in ("heading", "title"):
            end -= 1
    return run[:end]


def _chain(keys: Sequence[str], first: Mapping[str, int]) -> list[Run]:
    """Chain twins to the longest runs, going on where the last one stopped."""
    runs: list[Run] = []
    following = None  # where the open run expects the next block's twin
    for number, key in enumerate(keys):
        if following is not None and keys[following] == key:
            runs[-1].append(Twin(number, following))
        elif (earlier := first[key]) < number:
            following = earlier
            runs.append(_reach_back(keys, runs, Twin(number, earlier)))
        else:
            following = None
            continue
        following += 1
    return runs


def _reach_back(keys: Sequence[str], runs: list[Run], start: Twin) -> Run:
    """Begin a run; a heading before it that stood elsewhere first still belongs to it."""
    run = [start]
    here, there = start.block - 1, start.of - 1
    while there >= 0 and keys[here] == keys[there]:
        if not (runs and len(runs[-1]) == 1 and runs[-1][0].block == here):
            break
        runs.pop()
        run.append(Twin(here, there))
        here, there = here - 1, there - 1
    return run[::-1]


def _point_at_originals(runs: Iterable[Run]) -> list[Run]:
    """Let a third copy point at the first, not at the second."""
    originals: dict[int, int] = {}
    pointed = []
    for run in runs:
        # One by one: a run may reach into its own beginning, as a block pasted often does.
        for block, of in run:
            originals[block] = originals.get(of, of)
        pointed.append([Twin(block, originals[block]) for block, _ in run])
    return pointed


def _is_telling(block: Block, words: str, times: dict[str, int]) -> bool:
    """Tell whether a block that stands twice is a repeat without any other beside it."""
    if block.kind in ("heading", "title"):
        return False
    count = count_words(words, _TELLING)
    if count < _TELLING:
        least, often = _PROMO
        if count < least or times[words] < often or block.kind != "paragraph":
            return False
        if _LABEL.search(words) or (count < _SAID and _ENDS.search(words)):
            return False
    return not _is_tabular(words, count)


def _is_tabular(words: str, count: int) -> bool:
    """Tell whether a line is a row of a table: cells, or more figures than words."""
    head = words[:400]
    figures = sum(any(map(str.isdigit, word)) for word in head.split(" "))
    return " | " in head or (count < _TELLING and figures >= count)
