"""Clauses: where a sentence can be cut."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from briefing.facts.claims.predicates import HARD_STOP, clause_words, find_predicate, opens_relative
from briefing.facts.claims.wording import Word, Wording
from briefing.spans import Span

_FEWEST = 3
"""Words of a clause."""
_LONGEST_CONCESSION = 30
"""Words of a clause that "while" opens: in longer ones a comma is no sure end."""


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
    lists = clause_words()
    if len(words) < _FEWEST or find_predicate(words) is None:
        return False
    # "— from the mayor, who may run, to the clerk" is no clause, "— after he left" is one.
    opener = words[0].lower
    return opener not in lists.prepositions or opener in lists.after_comma


def _cuts(text: str, words: Sequence[Word]) -> Iterator[int]:
    lists = clause_words()
    conceded = 0 if words and words[0].lower in lists.concessions else None
    for at in range(1, len(words)):
        start, end = words[at - 1].end, words[at].start
        # Most words are parted by a space, which is no stop.
        between = text[start:end] if end - start > 1 else ""
        comma = "," in between
        if (between and HARD_STOP.search(between)) or _is_cut(words, at, comma):
            yield at
            conceded = at if words[at].lower in lists.concessions else None
        elif comma and conceded is not None and _is_conceded(words[conceded:at]):
            # "While it lost money, it grew": the comma is the cut.
            yield at
            conceded = None


def _is_conceded(words: Sequence[Word]) -> bool:
    return len(words) <= _LONGEST_CONCESSION and find_predicate(words) is not None


def _is_cut(words: Sequence[Word], at: int, comma: bool) -> bool:
    lists = clause_words()
    word = words[at].lower
    following = words[at + 1].lower if at + 1 < len(words) else ""
    if comma:
        return word in lists.after_comma or f"{word} {following}" in lists.after_comma
    if word in lists.without_comma:
        return True
    return following in lists.relative_possibility and opens_relative(words, at)
