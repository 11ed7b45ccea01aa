"""Let every repeat point at words that stand: no original is folded away itself."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from briefing.model import RepeatKind
from briefing.spans import Span

_STEPS = 4
"""From a third copy to the second to the first; no chain found is longer."""


class Pair(NamedTuple):
    """A passage and where it stood first, before the repeats are numbered."""

    span: Span
    of: Span
    kind: RepeatKind
    run: int
    """Any number that only the pairs of one run share."""


def settle(text: str, pairs: Iterable[Pair]) -> list[Pair]:
    """Follow chains to their first link; drop what overlaps, or would leave no original.

    Returns:
        Pairs in text order whose spans do not overlap, neither each other nor an original.
    """
    apart: list[Pair] = []
    for pair in sorted(pairs):
        if not apart or apart[-1].span.end <= pair.span.start:
            apart.append(pair)
    starts = [pair.span.start for pair in apart]
    followed = [_follow(text, pair, apart, starts) for pair in apart]
    return [pair for pair in followed if _meeting(pair.of, apart, starts) is None]


def _follow(text: str, pair: Pair, apart: Sequence[Pair], starts: Sequence[int]) -> Pair:
    for _ in range(_STEPS):
        link = _meeting(pair.of, apart, starts)
        if link is None:
            break
        if link.span == pair.of:
            pair = pair._replace(of=link.of, kind=_weaker(pair.kind, link.kind))
        elif link.span.covers(pair.of) and link.span.of(text) == link.of.of(text):
            pair = pair._replace(of=pair.of.shift(link.of.start - link.span.start))
        else:
            break
    return pair


def _meeting(span: Span, apart: Sequence[Pair], starts: Sequence[int]) -> Pair | None:
    """Return the last pair whose span shares a character with the one given."""
    at = bisect_right(starts, span.end - 1) - 1
    return apart[at] if at >= 0 and apart[at].span.meets(span) else None


def _weaker(kind: RepeatKind, other: RepeatKind) -> RepeatKind:
    return "part" if "part" in (kind, other) else kind
