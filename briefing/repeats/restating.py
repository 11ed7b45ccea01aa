"""Sentences that say an earlier one again in other words."""

from __future__ import annotations

import math
from bisect import bisect_left
from collections import Counter, defaultdict, deque
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

from msgspec.structs import replace

from briefing.model import Document, Restatement
from briefing.repeats.content_words import ContentWords, is_denied, read_content_words
from briefing.repeats.contrasts import differ
from briefing.repeats.folding import fold
from briefing.spans import Span, inside, is_covered, merge_spans

_SAYS_NOTHING = ("title", "heading", "table", "code")
"""Kinds of blocks that announce, list or compute what others say."""
_LEAST_WORDS, _MOST_WORDS = 4, 80
"""Content words. Less says too little to be said again; more is no sentence."""
_LEAST_LIGHT = 2
"""Words that hold a sentence together; a label has none."""
_LEAST_SHARED = 3
"""Words that are neither names nor numbers."""
_LEAST_SIMILAR, _LEAST_SIMILAR_BY_FEW = 0.55, 0.65
"""By how much two sentences must be alike; more of it where they only share the fewest words."""
_LEAST_KNOWN = 0.5
"""Share of the later sentence that the earlier one has said."""
_NAME_WEIGHT = 0.6
"""Beside another word: whom a sentence is about tells less than what it says of them."""
_FLOOR = 30
"""Sentences. In a shorter text, words seem common that are not."""
_EARLY, _LATE = 4, 8
"""Of the sentences that share a word: the first ones, where leads stand, and the nearest."""
_TRIED = 3


def mark_restatements(document: Document) -> Document:
    """Link the sentences that say an earlier one again; nothing of them is folded."""
    return replace(document, restatements=tuple(_find_restatements(document)))


def _find_restatements(document: Document) -> Iterator[Restatement]:
    """Find them in text order, each with the earlier sentence that it is most alike."""
    spans = _unfolded(document)
    words = _read(document, spans)
    names = {word for each in words for run in each.runs if not run.opens for word in run.stems}
    weights = _weigh(words, names)
    silent = merge_spans(b.span for b in document.blocks if b.kind in _SAYS_NOTHING)
    index = _Index(weights)
    for number, each in enumerate(words):
        if not _LEAST_WORDS <= len(each.stems) <= _MOST_WORDS:
            continue
        if each.light >= _LEAST_LIGHT and not is_covered(spans[number], silent):
            for earlier in index.nearest(each):
                first = words[earlier]
                similarity = _compare(each, first, names, weights)
                if not similarity or differ(each, first, names):
                    continue
                again, of = spans[number], spans[earlier]
                # Word for word is no matter of other words.
                if fold(again.of(document.text)) != fold(of.of(document.text)):
                    yield Restatement(span=again, of=of, similarity=round(similarity, 3))
                    break
        index.add(number, each)


def _unfolded(document: Document) -> Sequence[Span]:
    """Return the sentences that no repeat meets: a folded one is not to be seen."""
    repeated = document.repeated
    ends = [span.end for span in repeated]

    def is_met(sentence: Span) -> bool:
        at = bisect_left(ends, sentence.start + 1)
        return at < len(repeated) and repeated[at].meets(sentence)

    return [sentence for sentence in document.sentences if not is_met(sentence)]


def _read(document: Document, spans: Sequence[Span]) -> list[ContentWords]:
    # Who "did not respond" says nothing: that is the claim, not the source of one.
    told = [said for said in document.attributions if not is_denied(document.text, said.cue)]
    sources = merge_spans(chain.from_iterable(said.source for said in told))
    cues = merge_spans(chain.from_iterable(said.cue for said in told))
    return [
        read_content_words(document.text, span, inside(sources, span), inside(cues, span))
        for span in spans
    ]


def _weigh(words: Sequence[ContentWords], names: set[str]) -> Mapping[str, float]:
    """Weigh words by how few sentences of the document hold them."""
    counts = Counter(chain.from_iterable(each.distinct for each in words))
    total = max(len(words), _FLOOR) + 1
    return {
        word: (math.log(total / count) + 0.5) * (_NAME_WEIGHT if word in names else 1)
        for word, count in counts.items()
    }


def _compare(
    again: ContentWords, first: ContentWords, names: set[str], weights: Mapping[str, float]
) -> float:
    """Return how much of each is in the other, 0–1; 0 where that is too little."""
    shared = again.distinct & first.distinct
    telling = len(shared - names - again.numbers)
    if telling < _LEAST_SHARED:
        return 0.0
    # Who says so counts only where the other sentence names it too.
    mine = _sum(weights, again.distinct - (again.sayers - shared))
    its = _sum(weights, first.distinct - (first.sayers - shared))
    both = _sum(weights, shared)
    similarity = both / math.sqrt(mine * its)
    least = _LEAST_SIMILAR_BY_FEW if telling == _LEAST_SHARED else _LEAST_SIMILAR
    return similarity if similarity >= least and both >= _LEAST_KNOWN * mine else 0.0


def _sum(weights: Mapping[str, float], words: frozenset[str]) -> float:
    return math.fsum(weights[word] for word in words)


class _Index:
    """Which sentences hold a word: a bounded number of each, so that time stays linear."""

    def __init__(self, weights: Mapping[str, float]) -> None:
        self._weights = weights
        self._first: defaultdict[str, list[int]] = defaultdict(list)
        self._last: defaultdict[str, deque[int]] = defaultdict(lambda: deque(maxlen=_LATE))

    def add(self, number: int, words: ContentWords) -> None:
        """Note a sentence below each of its words."""
        for word in words.distinct:
            first = self._first[word]
            if len(first) < _EARLY:
                first.append(number)
            else:
                self._last[word].append(number)

    def nearest(self, words: ContentWords) -> list[int]:
        """Return the few sentences that share most with these words, the best one first."""
        shared: defaultdict[int, float] = defaultdict(float)
        for word in sorted(words.distinct):
            if word not in self._first:
                continue
            weight = self._weights[word]
            for number in (*self._first[word], *self._last[word]):
                shared[number] += weight
        best = sorted(shared, key=lambda number: (-shared[number], -number))
        return best[:_TRIED]
