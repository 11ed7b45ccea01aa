"""Where facts stand again: in repeats of their words, or said in other words."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Mapping

from briefing.model import Document, Repeat
from briefing.spans import Span

Spans = tuple[Span, ...]


def find_repeated(document: Document, originals: tuple[Span, ...]) -> Mapping[Span, Spans]:
    """Find where each of the sentences stands again.

    Returns:
        Sentence → where it stands, word for word, in a repeat of what holds it; the whole
        repeat where its words differ there.
    """
    found: dict[Span, list[Span]] = defaultdict(list)
    starts = [span.start for span in originals]
    for repeat in document.repeats:
        at = max(0, bisect_right(starts, repeat.of.start) - 1)
        while at < len(originals) and originals[at].start < repeat.of.end:
            if repeat.of.covers(originals[at]) and not _says_else(repeat, originals[at]):
                found[originals[at]].append(_locate(document.text, originals[at], repeat.span))
            at += 1
    return {span: tuple(spans) for span, spans in found.items()}


def find_restated(document: Document) -> Mapping[Span, Spans]:
    """Return where sentences are said again in other words."""
    found: dict[Span, list[Span]] = defaultdict(list)
    for restatement in document.restatements:
        found[restatement.of].append(restatement.span)
    return {span: tuple(spans) for span, spans in found.items()}


def _says_else(repeat: Repeat, sentence: Span) -> bool:
    return any(
        change.substantive and sentence.start <= change.of.start <= sentence.end
        for change in repeat.changes
    )


def _locate(text: str, sentence: Span, repeat: Span) -> Span:
    start = text.find(sentence.of(text), *repeat)
    return repeat if start < 0 else Span(start, start + sentence.end - sentence.start)
