"""Two blocks token by token: what is the same, and where they differ."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from briefing.repeats.shingles import WIDTH, Shared

_MOST = 50_000_000
"""Tokens of one times tokens of the other: a few milliseconds, as each takes a bit."""

Codes = NDArray[np.uint32]


class Step(NamedTuple):
    """A stretch of two token sequences, half-open in both: equal, or different."""

    equal: bool
    start: int
    end: int
    of: int
    of_end: int


def align(here: Codes, there: Codes, runs: Iterable[Shared], *, alike: bool) -> list[Step]:
    """Align two sequences of tokens.

    Args:
        here: Tokens of a block.
        there: Those of another one.
        runs: Tokens that they are known to share.
        alike: Whether it is worth looking between the runs as well, for all that is the same in
            the same order (the longest common subsequence).

    Returns:
        Steps that cover both from end to end, equal ones and others in turn.
    """
    steps = _along(here, there, _in_order(runs))
    if not alike:
        return list(steps)
    between = chain.from_iterable(_look_closer(here, there, step) for step in steps)
    return _without_coincidences(_slide(here, there, between))


def turn(steps: Iterable[Step]) -> list[Step]:
    """Look at an alignment from the other side."""
    return [Step(step.equal, step.of, step.of_end, step.start, step.end) for step in steps]


def clip(steps: Iterable[Step], start: int, end: int) -> list[Step]:
    """Cut an alignment to some tokens of the block.

    Where a difference reaches over the edge, what stands for it in the other block is left out:
    no one can tell which part of it belongs to which side.
    """
    clipped = []
    for step in steps:
        if step.start >= end:
            break
        if step.end <= start:
            continue
        first, last = max(step.start, start), min(step.end, end)
        if step.equal:
            of = step.of + first - step.start
            clipped.append(Step(True, first, last, of, of + last - first))
        elif first > step.start:
            clipped.append(Step(False, first, last, step.of_end, step.of_end))
        elif last < step.end:
            clipped.append(Step(False, first, last, step.of, step.of))
        else:
            clipped.append(step)
    return clipped


def _in_order(runs: Iterable[Shared]) -> list[Shared]:
    """Leave out runs that cross longer ones, or stand where those do."""
    kept: list[Shared] = []
    for run in sorted(runs, key=lambda run: (-run.length, run.start)):
        at = bisect_left(kept, run)
        before, behind = kept[at - 1 : at], kept[at : at + 1]
        if before and (_overlap(before[0], run) or before[0].of >= run.of):
            continue
        if behind and (_overlap(run, behind[0]) or behind[0].of <= run.of):
            continue
        kept.insert(at, run)
    return kept


def _overlap(run: Shared, following: Shared) -> bool:
    return run.start + run.length > following.start and run.of + run.length > following.of


def _look_closer(here: Codes, there: Codes, step: Step) -> Iterator[Step]:
    """Find what is the same, in the same order, between runs."""
    _, start, end, of, of_end = step
    if step.equal or not 0 < (end - start) * (of_end - of) <= _MOST:
        yield step
        return
    # Learned when blocks are alike: most documents have none.
    from rapidfuzz.distance import LCSseq

    for code in LCSseq.opcodes(there[of:of_end].tolist(), here[start:end].tolist()):
        yield Step(
            code.tag == "equal",
            start + code.dest_start,
            start + code.dest_end,
            of + code.src_start,
            of + code.src_end,
        )


def _slide(here: Codes, there: Codes, steps: Iterable[Step]) -> list[Step]:
    """Move what was added or left out to where it parts the least.

    Words that are the same can stand for each other: "A. B." has "A." in common with "A.", not
    "A" and the last full stop.
    """
    slid: list[Step] = []
    for step in steps:
        slid.append(step)
        if len(slid) < 3 or not step.equal or not slid[-3].equal:
            continue
        before, different, behind = slid[-3:]
        if different.start < different.end and different.of < different.of_end:
            continue
        codes, start, end = here, different.start, different.end
        if start == end:
            codes, start, end = there, different.of, different.of_end
        forward = _common(codes[start:], codes[end : end + _size(behind)])
        back = _common(codes[:end][::-1], codes[start - _size(before) : start][::-1])
        by = -back if forward < _size(behind) and back == _size(before) else forward
        before = before._replace(end=before.end + by, of_end=before.of_end + by)
        different = different._replace(
            start=different.start + by,
            end=different.end + by,
            of=different.of + by,
            of_end=different.of_end + by,
        )
        behind = behind._replace(start=behind.start + by, of=behind.of + by)
        slid[-3:] = [step for step in (before, different, behind) if not step.equal or _size(step)]
    return slid


def _without_coincidences(steps: Iterable[Step]) -> list[Step]:
    """Leave out words that are the same by chance: fewer than differ on both sides of them.

    The semantic clean-up of Fraser's diff-match-patch. At an end of the blocks three times as
    many must differ on the one side that there is. What fills a shingle is no chance.
    """
    kept: list[Step] = []
    waiting = list(steps)[::-1]
    while waiting:
        step = waiting.pop()
        if kept and kept[-1].equal == step.equal:
            step = _join(kept.pop(), step)
        kept.append(step)
        if len(kept) < 3 or step.equal:
            continue
        before, equal, behind = kept[-3:]
        if _is_chance(equal, min(_size(before), _size(behind))):
            del kept[-3:]
            waiting.append(_join(before, _join(equal, behind)))
    if len(kept) > 1 and _is_chance(kept[-1], _size(kept[-2]) // 3):
        kept[-2:] = [_join(*kept[-2:])]
    if len(kept) > 1 and _is_chance(kept[0], _size(kept[1]) // 3):
        kept[:2] = [_join(*kept[:2])]
    return kept


def _is_chance(step: Step, different: int) -> bool:
    return step.equal and _size(step) < min(different, WIDTH)


def _size(step: Step) -> int:
    return max(step.end - step.start, step.of_end - step.of)


def _join(step: Step, following: Step) -> Step:
    """Make one of two steps, equal only if both are."""
    equal = step.equal and following.equal
    return Step(equal, step.start, following.end, step.of, following.of_end)


def _along(here: Codes, there: Codes, runs: Iterable[Shared]) -> Iterator[Step]:
    """Follow runs, each as far as the tokens are the same; what crosses another is left."""
    at = of_at = 0
    for run in runs:
        ahead = max(at - run.start, of_at - run.of, 0)
        if ahead >= run.length:
            continue
        start, of = run.start + ahead, run.of + ahead
        back = _common(here[at:start][::-1], there[of_at:of][::-1])
        further = _common(here[start:], there[of:])
        if (start - back, of - back) != (at, of_at):
            yield Step(False, at, start - back, of_at, of - back)
        at, of_at = start + further, of + further
        yield Step(True, start - back, at, of - back, of_at)
    if at < len(here) or of_at < len(there):
        yield Step(False, at, len(here), of_at, len(there))


def _common(here: Codes, there: Codes) -> int:
    """Count the tokens that two sequences begin with alike."""
    size = min(len(here), len(there))
    different = np.flatnonzero(here[:size] != there[:size])
    return int(different[0]) if len(different) else size
