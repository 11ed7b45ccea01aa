"""What parts two sentences that share most of their words: another claim in the same words."""

from __future__ import annotations

from collections.abc import Set
from itertools import pairwise

from rapidfuzz.distance import LCSseq

from briefing.repeats.content_words import ContentWords, Run

_SHORT, _SHORT_INSIDE = 1, 4
"""Words that stand in each other's place; inside, where what is around them is the same, more."""
_ROOM = 8
"""Shared words among which a single one may be put in the place of another."""
_SAME_MIDDLE = 0.4
"""Share of the words between doer and done-to that are the same when the two change places."""


def differ(again: ContentWords, first: ContentWords, names: Set[str]) -> bool:
    """Tell whether a sentence says something else than an earlier one, for all their shared words.

    Args:
        again: The later sentence.
        first: The earlier one.
        names: What the document writes with a capital also inside of its sentences.
    """
    return (
        again.asks
        or first.asks
        or again.denies != first.denies
        or again.supposes != first.supposes
        or not again.numbers <= first.numbers
        or any((pair, not side) in first.sides for pair, side in again.sides - first.sides)
        or _names_another(again, first, names)
        or _is_said_by_another(again, first)
        or _replaces(again, first)
        or _turns_round(again, first)
    )


def _names_another(again: ContentWords, first: ContentWords, names: Set[str]) -> bool:
    """Tell whether it names somebody, some place or some day that the earlier one does not."""
    return any(
        not run.opens or len(run.stems) > 1 or run.stems[0] in names
        for run in again.runs
        if not _is_known(run, first) and not again.sources.issuperset(run.stems)
    )


def _is_known(run: Run, first: ContentWords) -> bool:
    """Tell whether a name stood earlier, be it shorter: by its first word, or by its last one."""
    return run.stems[0] in first.distinct or run.stems[-1] in first.distinct


def _is_said_by_another(again: ContentWords, first: ContentWords) -> bool:
    """Tell whether both name who says so, and not the same.

    "The treaty says" may follow on who signed the treaty; two who speak of each other differ.
    """
    if not again.sources or not first.sources:
        return False
    if again.sources.isdisjoint(first.sources):
        return again.sources.isdisjoint(first.distinct) or not first.sources.isdisjoint(
            again.distinct
        )
    return any(
        not _is_known(run, first) for run in again.runs if again.sources.issuperset(run.stems)
    )


def _replaces(again: ContentWords, first: ContentWords) -> bool:
    """Tell whether a word stands in the place of another, in what is else the same order.

    A paraphrase changes the order, or leaves out and adds; a contrast keeps the frame and puts
    another word into it: "Spending on schools will be cut by a third", "on libraries".
    """
    one = [word for word in first.stems if word not in first.sayers or word in again.distinct]
    other = [word for word in again.stems if word not in again.sayers or word in first.distinct]
    edits = list(LCSseq.opcodes(one, other))
    shared = sum(edit.src_end - edit.src_start for edit in edits if edit.tag == "equal")
    if 2 * shared < max(len(one), len(other)):
        return False
    for at, (edit, following) in enumerate(pairwise(edits)):
        if {edit.tag, following.tag} != {"delete", "insert"}:
            continue
        gone = one[edit.src_start : following.src_end]
        come = other[edit.dest_start : following.dest_end]
        if not (first.distinct.isdisjoint(come) and again.distinct.isdisjoint(gone)):
            continue
        inside = 0 < at < len(edits) - 2
        longest = max(len(gone), len(come))
        if longest <= (_SHORT_INSIDE if inside else _SHORT) and (shared < _ROOM or longest > 1):
            return True
    return False


def _turns_round(again: ContentWords, first: ContentWords) -> bool:
    """Tell whether doer and done-to change places around a word, both in the same voice."""
    if again.passive != first.passive:
        return False
    one = [word for word in first.stems if word in again.distinct]
    other = [word for word in again.stems if word in first.distinct]
    if not one or one[0] == other[0]:
        return False
    doer, done_to = one[0], other[0]
    there = set(one[1 : one.index(done_to)])
    here = set(other[1 : other.index(doer)])
    return bool(there) and len(there & here) >= _SAME_MIDDLE * len(there | here)
