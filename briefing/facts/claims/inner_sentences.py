"""Sentences within a sentence: a quotation may hold several, each with its own claim."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from briefing.lexicons import load_words
from briefing.spans import Span

_END = re.compile(r"[.!?…][”\"’')\]]{0,3}\s+(?=[“\"‘'(\[]{0,3}[A-Z0-9])")
_ENDED = re.compile(r"[.!?…][”\"’')\]]{0,3}\s*$")
_NEAR = 24
"""Characters before an end in which an abbreviation is looked for."""


@cache
def _abbreviated() -> re.Pattern[str]:
    words = load_words("sentences")
    listed = "|".join(map(re.escape, (*words["titles"], *words["before_figures"])))
    return re.compile(rf"(?:\b(?:{listed})|\b[A-Za-z])\.$")


def group_sentences(text: str, pieces: Sequence[Span]) -> tuple[tuple[Span, ...], ...]:
    """Cut pieces of a text where a sentence ends inside them.

    Returns:
        Sentences, each as the pieces that hold it: one that a cue breaks goes on in the next
        piece (“We lost,” he said, “the harvest. The insurer pays.”).
    """
    groups: list[tuple[Span, ...]] = []
    goes_on = False
    for piece in pieces:
        cut = _cut(text, piece)
        if goes_on and groups:
            groups[-1] = (*groups[-1], cut.pop(0))
        groups += [(span,) for span in cut]
        goes_on = _ENDED.search(text, max(piece.start, piece.end - 8), piece.end) is None
    return tuple(groups)


def _cut(text: str, piece: Span) -> list[Span]:
    cuts = [piece.start]
    for match in _END.finditer(text, *piece):
        near = text[max(piece.start, match.start() - _NEAR) : match.start() + 1]
        if not _abbreviated().search(near):
            cuts.append(match.end())
    ends = [*cuts[1:], piece.end]
    found = [Span(*pair).strip(text) for pair in zip(cuts, ends, strict=True)]
    return [span for span in found if any(char.isalnum() for char in span.of(text))] or [piece]
