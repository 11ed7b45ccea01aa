"""Passages that stood earlier inside another block: tails that start again in the middle."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from briefing.repeats.folding import Tokens, Vocabulary, count_words
from briefing.spans import Span, inside

_SEED = 8
"""Tokens in a row that must be the same for two blocks to be compared."""
_TELLING = 8
"""Words that a passage must have; fewer are a turn of phrase."""
_LONGEST = 200_000
"""Characters. A longer block is no prose; it is only compared whole."""


class Passage(NamedTuple):
    """Words of a block that stand in another one as well."""

    block: int
    span: Span
    other: int
    of: Span
    lifted: bool
    """This block is the earlier one: a quotation pulled out of the other."""


class _Known(NamedTuple):
    """A block that later ones are compared with."""

    tokens: Tokens
    begins: tuple[int, ...]
    """At which tokens its sentences begin, with and without the marks that open them."""
    ends: tuple[int, ...]
    """Behind which tokens its sentences end, with and without the marks that close them."""
    sentences: int

    @property
    def size(self) -> int:
        return len(self.tokens.codes)


class _Match(NamedTuple):
    """Equal tokens: from ``start`` in this block, from ``of`` in the other."""

    start: int
    other: int
    of: int
    length: int


class PassageFinder:
    """Compares blocks, one after the other, with all that came before.

    Every eighth run of eight tokens, and each that begins a sentence or ends a block, is
    remembered; every run of a new block is looked up. So a passage of sixteen tokens is
    always found, a shorter one where it begins a sentence or ends a block. Time and memory
    grow with the text.
    """

    def __init__(self, text: str, sentences: Sequence[Span]) -> None:
        self._text = text
        self._sentences = sentences
        self._vocabulary = Vocabulary()
        self._seeds: dict[int, tuple[int, int]] = {}
        self._known: dict[int, _Known] = {}
        self._lifted: set[int] = set()

    def find(self, number: int, span: Span) -> list[Passage]:
        """Return the passages that a block shares with earlier ones, and remember it.

        They consist of whole sentences, but for one that the block begins or ends in the
        middle of. An earlier block of one sentence that stands in this one too is the
        repeat of the two: a quotation pulled out of its paragraph.
        """
        if not 2 * _TELLING <= span.end - span.start + 1 <= _LONGEST:
            return []
        known = self._read(span)
        if known.size < _SEED:
            return []
        hashes = _hashes(known.tokens.codes)
        matches = self._without_variants(known, list(self._matches(known, hashes)))
        # A paragraph made of earlier ones is their repeat; only beside something new can one
        # of them have been pulled out of it.
        new = sum(match.length for match in matches) < known.size
        found = [p for match in matches if (p := self._passage(number, known, match, new=new))]
        self._lifted.update(passage.block for passage in found if passage.lifted)
        self._remember(number, known, hashes)
        return found

    def _read(self, span: Span) -> _Known:
        tokens = self._vocabulary.tokens(self._text, span)
        sentences = inside(self._sentences, span)
        begins = {bisect_left(tokens.starts, sentence.start) for sentence in sentences}
        ends = {bisect_right(tokens.ends, sentence.end) for sentence in sentences}
        begins.add(0)
        ends.add(len(tokens.codes))
        for at in tuple(begins):
            begins.update(range(at, self._skip_marks(tokens, at, 1) + 1))
        for at in tuple(ends):
            ends.update(range(self._skip_marks(tokens, at - 1, -1) + 1, at))
        return _Known(tokens, tuple(sorted(begins)), tuple(sorted(ends)), len(sentences))

    def _skip_marks(self, tokens: Tokens, at: int, step: int) -> int:
        while 0 <= at < len(tokens.codes) and self._vocabulary.is_mark(tokens.codes[at]):
            at += step
        return at

    def _remember(self, number: int, known: _Known, hashes: Sequence[int]) -> None:
        self._known[number] = known
        last = len(hashes) - 1
        for at in {*range(0, last, _SEED), *(b for b in known.begins if b < last), last}:
            first = self._seeds.get(hashes[at])
            if first is None or first[0] in self._lifted:
                self._seeds[hashes[at]] = (number, at)

    def _matches(self, known: _Known, hashes: Sequence[int]) -> Iterator[_Match]:
        if self._seeds.keys().isdisjoint(hashes):
            return
        at = free = 0
        while at < len(hashes):
            seed = self._seeds.get(hashes[at])
            match = self._extend(known.tokens.codes, at, seed, free) if seed else None
            if match is None:
                at += 1
                continue
            yield match
            at = free = match.start + match.length

    def _extend(
        self, codes: Sequence[int], at: int, seed: tuple[int, int], free: int
    ) -> _Match | None:
        """Verify a seed, and reach as far to both sides as the tokens are the same."""
        number, of = seed
        others = self._known[number].tokens.codes
        end = at
        most = min(len(codes), at + len(others) - of)
        while end < most and codes[end] == others[end - at + of]:
            end += 1
        # Different words may have equal hashes.
        if end - at < _SEED:
            return None
        start, behind = at, of
        while start > free and behind > 0 and codes[start - 1] == others[behind - 1]:
            start, behind = start - 1, behind - 1
        return _Match(start, number, behind, end - start)

    def _without_variants(self, known: _Known, matches: list[_Match]) -> list[_Match]:
        """Leave out blocks that say the same with other words, or figures, in between.

        Folding what did not change would hide what did: the second version of a paragraph
        is read as a whole.
        """
        by_other: dict[int, list[_Match]] = {}
        for match in matches:
            by_other.setdefault(match.other, []).append(match)
        variants = {
            other
            for other, shared in by_other.items()
            if _is_variant(shared, known.size, self._known[other].size)
        }
        return [match for match in matches if match.other not in variants]

    def _passage(self, number: int, known: _Known, match: _Match, *, new: bool) -> Passage | None:
        other = self._known[match.other]
        if new and other.sentences == 1 and match.other not in self._lifted:
            mirrored = _Match(match.of, number, match.start, match.length)
            if whole := _trim(mirrored, other):
                return self._point(match.other, other, whole, known, lifted=True)
        if trimmed := _trim(match, known):
            return self._point(number, known, trimmed, other, lifted=False)
        return None

    def _point(
        self, block: int, here: _Known, match: _Match, there: _Known, *, lifted: bool
    ) -> Passage | None:
        span = here.tokens.span(match.start, match.length)
        if count_words(span.of(self._text), _TELLING) < _TELLING:
            return None
        of = there.tokens.span(match.of, match.length)
        return Passage(block, span, match.other, of, lifted)


def _is_variant(shared: Sequence[_Match], size: int, other_size: int) -> bool:
    """Tell whether most of two blocks is the same, and each has words of its own beside it."""
    if 2 * sum(match.length for match in shared) < max(size, other_size):
        return False
    first, last = shared[0], shared[-1]
    begins = first.start > 0 and first.of > 0
    ends = last.start + last.length < size and last.of + last.length < other_size
    return begins or ends or len(shared) > 1


def _trim(match: _Match, known: _Known) -> _Match | None:
    """Cut a match down to whole sentences of its block, and to its beginning and end."""
    first = bisect_left(known.begins, match.start)
    last = bisect_right(known.ends, match.start + match.length) - 1
    if first == len(known.begins) or last < 0 or known.ends[last] <= known.begins[first]:
        return None
    start = known.begins[first]
    length = known.ends[last] - start
    return _Match(start, match.other, match.of + start - match.start, length)


def _hashes(codes: Sequence[int]) -> list[int]:
    return list(map(hash, zip(*(codes[i:] for i in range(_SEED)), strict=False)))
