"""Passages that stood in another block, word for word or edited."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from itertools import chain, groupby, pairwise
from typing import NamedTuple

from briefing.model import Block, Change
from briefing.model.repeat import ChangeOp
from briefing.repeats.aligning import Codes, Step, align, clip, turn
from briefing.repeats.folding import count_words
from briefing.repeats.shingles import Candidate, find_candidates
from briefing.repeats.substance import is_substantive
from briefing.repeats.tokens import Offsets, cut_into_tokens, offsets_of
from briefing.spans import Span, inside

_TELLING = 8
"""Words that a passage must have; fewer are a turn of phrase."""
_SAID = 0.6
"""Of the tokens of a sentence: so many must stand in the other block for it to be said again."""
_OWN, _OWN_NAMED = 4, 2
"""Words in a row, and such as hold a name or a figure. A sentence with more of its own says
something new."""
_MOSTLY = 0.75
"""Of the tokens of a block: so many must be said for an edited sentence to count as a copy, not
as one that an author has used twice."""
_SHORT = 40
_ALIKE, _ALIKE_SHORT = 0.85, 0.93
"""Similarity that a passage must have, and one of fewer than ``_SHORT`` tokens."""
_VARIANTS = 3
"""A paragraph with more edited copies is a form that is filled in, not one that is repeated."""
_COMPARED = 8
"""Other blocks that one is compared with in full."""

_KEPT = 256
"""Blocks whose tokens are kept located."""


class Passage(NamedTuple):
    """Words of a block that stand in another one as well."""

    block: int
    span: Span
    other: int
    of: Span
    similarity: float = 1.0
    edited: bool = False
    """The two do not read the same, be it only for a comma."""
    changes: tuple[Change, ...] = ()


def find_passages(
    text: str, blocks: Sequence[Block], sentences: Sequence[Span], among: Sequence[int]
) -> list[Passage]:
    """Find what some blocks share with earlier ones.

    A passage consists of whole sentences, of which each is said there as well, word for word
    or with a few words changed. An earlier block of one sentence that stands in a later one
    beside something new is the repeat of the two: a quotation pulled out of its paragraph.

    Args:
        text: The document's.
        blocks: All of it.
        sentences: All of it.
        among: Indexes of the blocks to compare, rising.

    Returns:
        Passages in no order that matters; none overlap.
    """
    tokens = cut_into_tokens(text, [blocks[number].span for number in among])

    # An original is compared with copy after copy.
    @lru_cache(maxsize=_KEPT)
    def side(place: int) -> _Side:
        number = among[place]
        return _Side(number, blocks[number].span, tokens.of(place), text, sentences)

    finder = _Finder(side, tokens.marks)
    found = list(chain.from_iterable(map(finder.find, find_candidates(tokens))))
    variants = Counter(passage.other for passage in found if passage.changes)
    return [p for p in found if not p.changes or variants[p.other] <= _VARIANTS]


@dataclass(frozen=True)
class _Side:
    """One of two blocks that are compared."""

    number: int
    span: Span
    codes: Codes
    text: str
    every_sentence: Sequence[Span]

    @cached_property
    def offsets(self) -> Offsets:
        return offsets_of(self.text, self.span)

    @cached_property
    def sentences(self) -> list[tuple[int, int]]:
        """Of each sentence the first token, and the one behind its last; none is left between."""
        starts = self.offsets.starts
        sentences = inside(self.every_sentence, self.span)
        begins = (bisect_left(starts, sentence.start) for sentence in sentences)
        return list(pairwise(sorted({0, *begins, len(starts)})))

    def words(self, start: int, end: int) -> Iterator[str]:
        """Cut the words and marks of some tokens out of the text."""
        for at in range(start, end):
            yield self.offsets.span(at, at + 1).of(self.text)

    def opens(self, token: int) -> bool:
        """Tell whether a sentence begins with a token, but for its marks."""
        begin = max(first for first, _ in self.sentences if first <= token)
        return not any(word[:1].isalnum() for word in self.words(begin, token))


@dataclass(frozen=True)
class _Comparison:
    """Two blocks, and how the one leads to the other."""

    here: _Side
    there: _Side
    steps: Sequence[Step]
    marks: frozenset[int]

    def turned(self) -> _Comparison:
        """Look at it from the other side."""
        return replace(self, here=self.there, there=self.here, steps=turn(self.steps))

    def passages(self, taken: list[bool]) -> Iterator[Passage]:
        """Find the passages of this side.

        Args:
            taken: Of each sentence whether it is known to be said elsewhere; brought up to date.
        """
        sentences = self.here.sentences
        said = [
            not known and self._is_said(start, end)
            for known, (start, end) in zip(taken, sentences, strict=True)
        ]
        covered = sum(
            end - start for (start, end), again in zip(sentences, said, strict=True) if again
        )
        is_copy = covered >= _MOSTLY * len(self.here.codes)
        for first, end in _groups(said):
            steps = self._cut(sentences[first][0], sentences[end - 1][1])
            passage = self._point(steps)
            if passage and (is_copy or not passage.edited):
                taken[first:end] = [True] * (end - first)
                yield passage

    def _is_said(self, start: int, end: int) -> bool:
        """Tell whether a sentence stands in the other block, with few words of its own."""
        equal = 0
        for step in clip(self.steps, start, end):
            if step.equal:
                equal += step.end - step.start
            elif self._is_new(step):
                return False
        return equal >= _SAID * (end - start)

    def _is_new(self, step: Step) -> bool:
        words = self._count_words(self.here, step.start, step.end)
        if words <= _OWN_NAMED:
            return False
        text = self.here.offsets.span(step.start, step.end).of(self.here.text)
        return words > _OWN or any(c.isupper() or c.isdigit() for c in text)

    def _cut(self, start: int, end: int) -> list[Step]:
        """Cut the alignment to some sentences, without marks that only they have at the ends."""
        steps = clip(self.steps, start, end)
        for at in (0, -1):
            while steps and not (steps[at].equal or self._has_words(steps[at])):
                steps.pop(at)
        return steps

    def _has_words(self, step: Step) -> bool:
        return self._count_words(self.here, step.start, step.end) > 0

    def _point(self, steps: Sequence[Step]) -> Passage | None:
        if not steps:
            return None
        size, of_size = steps[-1].end - steps[0].start, steps[-1].of_end - steps[0].of
        equal = sum(step.end - step.start for step in steps if step.equal)
        similarity = 2 * equal / (size + of_size)
        if similarity < (_ALIKE_SHORT if size < _SHORT else _ALIKE):
            return None
        span = self.here.offsets.span(steps[0].start, steps[-1].end)
        if count_words(span.of(self.here.text), _TELLING) < _TELLING:
            return None
        return Passage(
            block=self.here.number,
            span=span,
            other=self.there.number,
            of=self.there.offsets.span(steps[0].of, steps[-1].of_end),
            similarity=similarity,
            edited=not all(step.equal for step in steps),
            changes=tuple(map(self._change, filter(self._differs, steps))),
        )

    def _differs(self, step: Step) -> bool:
        """Tell whether words differ, not only marks such as a comma."""
        return not step.equal and (
            self._has_words(step) or self._count_words(self.there, step.of, step.of_end) > 0
        )

    def _count_words(self, side: _Side, start: int, end: int) -> int:
        return sum(code not in self.marks for code in side.codes[start:end].tolist())

    def _change(self, step: Step) -> Change:
        op: ChangeOp = "replace"
        if step.start == step.end:
            op = "delete"
        elif step.of == step.of_end:
            op = "insert"
        now, was = self.here.words(step.start, step.end), self.there.words(step.of, step.of_end)
        return Change(
            op=op,
            span=self.here.offsets.span(step.start, step.end),
            of=self.there.offsets.span(step.of, step.of_end),
            substantive=is_substantive(now, was, opens=self.here.opens(step.start)),
        )


class _Finder:
    """Compares each block with the earlier ones that share words with it."""

    def __init__(self, side: Callable[[int], _Side], marks: frozenset[int]) -> None:
        self._side = side
        self._marks = marks
        self._lifted: set[int] = set()
        """Blocks that were pulled out of others."""
        self._variants: Counter[int] = Counter()
        """How often a block was found again with words changed."""

    def find(self, candidates: Sequence[Candidate]) -> Iterator[Passage]:
        """Find what a block shares with its candidates."""
        here = self._side(candidates[0].block)
        taken = [False] * len(here.sentences)
        passages: list[Passage] = []
        single: list[_Comparison] = []
        for rank, candidate in enumerate(candidates):
            there = self._side(candidate.other)
            if there.number in self._lifted:
                continue
            alike = (
                candidate.alike and rank < _COMPARED and self._variants[there.number] <= _VARIANTS
            )
            steps = align(here.codes, there.codes, candidate.runs, alike=alike)
            comparison = _Comparison(here, there, steps, self._marks)
            if len(there.sentences) == 1 < len(here.sentences):
                single.append(comparison)
            passages.extend(comparison.passages(taken))
        # A paragraph made of earlier ones is their repeat; only beside something new can one
        # of them have been pulled out of it.
        if not all(taken):
            for comparison in single:
                for lifted in comparison.turned().passages([False]):
                    self._lifted.add(lifted.block)
                    passages = [p for p in passages if p.other != lifted.block]
                    yield lifted
        self._variants.update(passage.other for passage in passages if passage.changes)
        yield from passages


def _groups(said: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """Find the stretches of what is said, half-open."""
    at = 0
    for is_said, group in groupby(said):
        end = at + sum(1 for _ in group)
        if is_said:
            yield at, end
        at = end
