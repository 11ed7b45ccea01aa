"""Let every repeat point at words that stand: no original is folded away itself."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from msgspec.structs import replace

from briefing.model import Change, RepeatKind
from briefing.spans import Span

_STEPS = 4
"""From a third copy to the second to the first; no chain found is longer."""


class Pair(NamedTuple):
    """A passage and where it stood first, before the repeats are numbered."""

    span: Span
    of: Span
    block: int
    other: int
    """The blocks that the two lie in, by index."""
    kind: RepeatKind
    run: int | None = None
    """Any number that only the pairs of one run of whole blocks share."""
    similarity: float = 1.0
    changes: tuple[Change, ...] = ()


def settle(text: str, pairs: Iterable[Pair]) -> list[Pair]:
    """Follow chains to their first link; drop what overlaps, or would leave no original.

    Returns:
        Pairs in text order whose spans do not overlap, neither each other nor an original.
    """
    apart: list[Pair] = []
    for pair in sorted(pairs, key=lambda pair: (pair.span, pair.of)):
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
        if link.kind == "near":
            # The copy of an edited copy has the same words changed. What was edited twice is
            # no repeat of the first any more.
            if link.span != pair.of or link.span.of(text) != pair.span.of(text):
                break
            changes = _shift(link.changes, pair.span.start - link.span.start)
            pair = pair._replace(similarity=link.similarity, changes=changes)
        elif link.span == pair.of:
            pass
        elif link.span.covers(pair.of) and link.span.of(text) == link.of.of(text):
            # Of the passage only a part is said again.
            moved = pair.of.shift(link.of.start - link.span.start)
            by = moved.start - pair.of.start
            changes = tuple(replace(c, of=c.of.shift(by)) for c in pair.changes)
            pair = pair._replace(of=moved, other=link.other, changes=changes)
            continue
        else:
            break
        pair = pair._replace(of=link.of, other=link.other, kind=_weaker(pair.kind, link.kind))
    return pair


def _shift(changes: Iterable[Change], by: int) -> tuple[Change, ...]:
    return tuple(replace(change, span=change.span.shift(by)) for change in changes)


def _meeting(span: Span, apart: Sequence[Pair], starts: Sequence[int]) -> Pair | None:
    """Return the last pair whose span shares a character with the one given."""
    at = bisect_right(starts, span.end - 1) - 1
    return apart[at] if at >= 0 and apart[at].span.meets(span) else None


def _weaker(kind: RepeatKind, other: RepeatKind) -> RepeatKind:
    for weak in ("near", "part"):
        if weak in (kind, other):
            return weak
    return kind
