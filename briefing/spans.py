"""Offsets into a text and their arithmetic: the one way of pointing at words."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from typing import NamedTuple


class Span(NamedTuple):
    """A half-open run of code points: ``text[start:end]``."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """Cut the words out of the text that the span points into."""
        return text[self.start : self.end]

    def covers(self, other: tuple[int, int]) -> bool:
        """Tell whether the other span lies wholly inside this one."""
        return self.start <= other[0] and other[1] <= self.end

    def meets(self, other: tuple[int, int]) -> bool:
        """Tell whether the two share a character."""
        return self.start < other[1] and other[0] < self.end

    def shift(self, by: int) -> Span:
        """Move both ends, as from offsets of a part to offsets of the whole."""
        return Span(self.start + by, self.end + by)

    def strip(self, text: str) -> Span:
        """Leave out white space at both ends; an empty span stays at its start."""
        words = text[self.start : self.end]
        start = self.start + len(words) - len(words.lstrip())
        return Span(start, max(start, self.start + len(words.rstrip())))


def merge_spans(spans: Iterable[tuple[int, int]]) -> tuple[Span, ...]:
    """Join spans that touch or overlap; the result is sorted and has gaps between its spans."""
    merged: list[Span] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, end))
        else:
            merged.append(Span(start, end))
    return tuple(merged)


def is_covered(span: tuple[int, int], merged: Sequence[Span]) -> bool:
    """Tell whether one of ``merged`` (sorted, without overlap) covers the span."""
    at = bisect_right(merged, (span[0], 1 << 62)) - 1
    return at >= 0 and merged[at].covers(span)


def holds_any(span: tuple[int, int], others: Sequence[Span]) -> bool:
    """Tell whether one of ``others`` (sorted, without overlap) begins in the span."""
    at = bisect_left(others, (span[0], 0))
    return at < len(others) and others[at].start < span[1]


def inside(spans: Sequence[Span], outer: tuple[int, int]) -> Sequence[Span]:
    """Return those of ``spans`` (sorted, without overlap) that lie wholly in ``outer``."""
    first = bisect_left(spans, (outer[0], 0))
    last = first
    while last < len(spans) and spans[last].end <= outer[1]:
        last += 1
    return spans[first:last]
