"""The words and marks of a document as numbers, equal ones the same: what repeats are read in."""

from __future__ import annotations

import re
from array import array
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from briefing.repeats.folding import UNSPACED, fold
from briefing.spans import Span

_TOKEN = re.compile(
    rf"\d\w*(?:[.,:]\d\w*)*%?|[{UNSPACED}]|[^\W{UNSPACED}]+(?:['’][^\W{UNSPACED}]+)*|[^\w\s]"
)
_MARKS = frozenset(".,:;…-‐‑‒–—―()[]*'\"“”„‘’‚«»\u00ad\u200b\u200c\u200d\u2060\ufeff")
"""Marks, and characters that can't be seen, which a copy may lose on its way; a question mark
is none of them."""


class Offsets(NamedTuple):
    """Where the tokens of a block stand: of each its start, and its end."""

    starts: array[int]
    ends: array[int]

    def span(self, first: int, end: int) -> Span:
        """Return the text from one token up to, not with, another; empty spans stand behind."""
        if first == end:
            at = self.ends[first - 1] if first else self.starts[0]
            return Span(at, at)
        return Span(self.starts[first], self.ends[end - 1])


def offsets_of(text: str, span: Span) -> Offsets:
    """Find where each token of a block stands."""
    spans = [match.span() for match in _TOKEN.finditer(text, span.start, span.end)]
    return Offsets(array("q", [start for start, _ in spans]), array("q", [end for _, end in spans]))


class _Vocabulary(dict[str, int]):
    """Numbers tokens as they come; equal words, in whatever typography, get the same number."""

    def __init__(self) -> None:
        super().__init__()
        self._folded: dict[str, int] = {}

    def __missing__(self, token: str) -> int:
        code = self[token] = self._folded.setdefault(fold(token), len(self._folded))
        return code


class Tokens(NamedTuple):
    """The tokens of some blocks, one block behind the other."""

    codes: NDArray[np.uint32]
    bounds: NDArray[np.int64]
    """Where each block begins in ``codes``, and behind the last one where all end."""
    marks: frozenset[int]
    """The codes of marks such as a comma, which are no words."""

    def of(self, number: int) -> NDArray[np.uint32]:
        """Return the codes of one block, by its place among those that were cut."""
        return self.codes[self.bounds[number] : self.bounds[number + 1]]


def cut_into_tokens(text: str, spans: Sequence[Span]) -> Tokens:
    """Cut blocks into words and single marks."""
    vocabulary = _Vocabulary()
    codes = array("I")
    bounds = array("q", [0])
    for start, end in spans:
        codes.extend(map(vocabulary.__getitem__, _TOKEN.findall(text, start, end)))
        bounds.append(len(codes))
    marks = frozenset(vocabulary[mark] for mark in _MARKS if mark in vocabulary)
    return Tokens(
        np.frombuffer(codes, dtype=np.uint32) if codes else np.empty(0, np.uint32),
        np.frombuffer(bounds, dtype=np.int64),
        marks,
    )
