"""Clauses: where a sentence can be cut."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from briefing.facts.predicates import HARD_STOP, clause_words, find_predicate, opens_relative
from briefing.facts.wording import Word, Wording
from briefing.spans import Span

_FEWEST = 3
"""Words of a clause."""


def find_clauses(wording: Wording, span: Span) -> tuple[Span, ...]:
    """Cut a stretch where one clause ends and the next begins.

    Returns:
        Spans that cover all words; a piece without a finite verb stays with the one before
        it, so that lists ("ships, planes and trains") are not cut.
    """
    words = wording.within(span)
    cuts = [0, *_cuts(wording.text, words), len(words)]
    kept: list[int] = []
    for first, last in pairwise(cuts):
        if not kept:
            kept.append(0)
        elif _can_stand(words[first:last]) and find_predicate(words[kept[-1] : first]) is not None:
            kept.append(first)
    if len(kept) < 2:
        return (span,)
    starts = [span.start, *(words[at].start for at in kept[1:])]
    ends = [*starts[1:], span.end]
    return tuple(Span(*pair).strip(wording.text) for pair in zip(starts, ends, strict=True))


def _can_stand(words: Sequence[Word]) -> bool:
    return len(words) >= _FEWEST and find_predicate(words) is not None


def _cuts(text: str, words: Sequence[Word]) -> Iterator[int]:
    lists = clause_words()
    conceding = bool(words) and words[0].lower in lists.concessions
    for at in range(1, len(words)):
        between = text[words[at - 1].end : words[at].start]
        if HARD_STOP.search(between) or _is_cut(words, at, "," in between):
            yield at
            conceding = words[at].lower in lists.concessions
        elif conceding and "," in between and find_predicate(words[:at]) is not None:
            # "While it lost money, it grew": the comma is the cut.
            yield at
            conceding = False


def _is_cut(words: Sequence[Word], at: int, comma: bool) -> bool:
    lists = clause_words()
    word = words[at].lower
    following = words[at + 1].lower if at + 1 < len(words) else ""
    if comma:
        return word in lists.after_comma or f"{word} {following}" in lists.after_comma
    if word in lists.without_comma:
        return True
    return following in lists.relative_possibility and opens_relative(words, at)
