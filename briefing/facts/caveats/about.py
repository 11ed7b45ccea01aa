"""Which claims a caveat limits, where an attribution tells."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence

from briefing.facts.caveats.triggers import Trigger
from briefing.model import Attribution, Document
from briefing.spans import Span

_MOST = 64
"""Attributions of a sentence that are looked at: more stand in no real one."""


def group_claims(
    document: Document, sentences: Sequence[Span]
) -> Mapping[Span, tuple[Attribution, ...]]:
    """Return, by sentence (in text order), the attributions whose cue stands in it."""
    starts = [sentence.start for sentence in sentences]
    grouped: dict[Span, list[Attribution]] = defaultdict(list)
    for attribution in document.attributions:
        cue = attribution.cue or attribution.source or attribution.content
        at = bisect_right(starts, cue[0].start) - 1
        if at >= 0 and cue[0].start < sentences[at].end:
            grouped[sentences[at]].append(attribution)
    return {sentence: tuple(found[:_MOST]) for sentence, found in grouped.items()}


def claims_of(trigger: Trigger, attributions: Sequence[Attribution]) -> tuple[Span, ...]:
    """Return the claims that the trigger limits.

    The contents of the innermost attribution that holds the trigger in its source, cue or
    content; empty where none does, or where the caveat holds for more than a fact.
    """
    if trigger.scope != "fact":
        return ()
    holding = (
        attribution.content
        for attribution in attributions
        for span in (*attribution.source, *attribution.cue, *attribution.content)
        if span.meets(trigger.span)
    )
    return min(holding, key=_extent, default=())


def _extent(spans: tuple[Span, ...]) -> int:
    return sum(span.end - span.start for span in spans)
