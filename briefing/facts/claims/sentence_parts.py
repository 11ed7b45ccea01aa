"""What attributions take of each sentence: a quotation may run on over several."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from briefing.model import Attribution, Document
from briefing.spans import Span

Spans = tuple[Span, ...]
_MOST = 24
"""Attributions of a sentence that are looked at: more stand in no real one."""


class Part(NamedTuple):
    """The roles of one attribution as far as they stand in one sentence."""

    attribution: int
    source: Spans
    cue: Spans
    content: Spans

    @property
    def hull(self) -> Span:
        """From the first word of any role to the last."""
        spans = (*self.source, *self.cue, *self.content)
        return Span(min(span.start for span in spans), max(span.end for span in spans))


def part_attributions(document: Document, sentences: Sequence[Span]) -> Mapping[Span, list[Part]]:
    """Return the parts in each of the sentences (sorted, without overlap), in text order."""
    parted: dict[Span, list[Part]] = defaultdict(list)
    for index, attribution in enumerate(document.attributions):
        for sentence, part in _part(index, attribution, sentences):
            if len(parted[sentence]) < _MOST:
                parted[sentence].append(part)
    for parts in parted.values():
        parts.sort(key=lambda part: (part.content or part.cue or part.source)[0])
    return parted


def _part(
    index: int, attribution: Attribution, sentences: Sequence[Span]
) -> Iterator[tuple[Span, Part]]:
    roles: dict[Span, tuple[list[Span], list[Span], list[Span]]] = {}
    for role, spans in enumerate((attribution.source, attribution.cue, attribution.content)):
        for span in spans:
            for sentence, piece in _cut(span, sentences):
                roles.setdefault(sentence, ([], [], []))[role].append(piece)
    for sentence, (source, cue, content) in roles.items():
        yield sentence, Part(index, tuple(source), tuple(cue), tuple(content))


def _cut(span: Span, sentences: Sequence[Span]) -> Iterator[tuple[Span, Span]]:
    at = max(0, bisect_right(sentences, (span.start, 1 << 62)) - 1)
    while at < len(sentences) and sentences[at].start < span.end:
        sentence = sentences[at]
        if sentence.meets(span):
            piece = Span(max(span.start, sentence.start), min(span.end, sentence.end))
            yield sentence, piece
        at += 1
