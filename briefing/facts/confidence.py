"""How likely a finding of a rule is right: counted, not felt."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from briefing.facts.drafts import Draft
from briefing.lexicons import load_lexicon

_BACKING = 3.0
"""Findings that a frame's mean is worth beside a lemma's own."""


@cache
def _counts() -> Mapping[str, tuple[int, int]]:
    counts: dict[str, tuple[int, int]] = {}
    for key, pair in load_lexicon("cue_counts").items():
        found, right = str(pair).split("/")[::-1]
        counts[key] = int(found), int(right)
    return counts


def confidence_of(draft: Draft) -> float:
    """Return the share of right findings among those of the same shape, frame and lemma.

    Few findings of a lemma lean on those of its frame.
    """
    if draft.quoted:
        return 0.05
    counts = _counts()
    found, right = counts.get(f"{draft.shape} {draft.frame}", (0, 0))
    mean = (right + 0.3) / (found + 1)
    found, right = counts.get(f"{draft.shape} {draft.frame} {draft.lemma}", (0, 0))
    return (right + mean * _BACKING) / (found + _BACKING)
