"""Footnotes that say where in the document something stands."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence

from briefing.exports.escaping import escape
from briefing.model import Document, Fact
from briefing.spans import Span
from briefing.words import LEAD

_HEADINGS = ("heading", "title")
_OVERLAPPING = 8
"""So many facts, of one sentence or neighbours, are looked through for the one that is meant."""


class Notes:
    """The footnotes of one document, numbered from where the last document stopped."""

    def __init__(self, document: Document, facts: Sequence[Fact], first: int) -> None:
        self._document = document
        self._first = first
        self._places: list[tuple[Span, ...]] = []
        self._labels: dict[tuple[Span, ...], str] = {}
        self._sentences = sorted((fact.span, fact.claim) for fact in facts)
        for fact in facts:
            self.at(fact.claim)

    @property
    def next_number(self) -> int:
        """The first number that is free for another document."""
        return self._first + len(self._places)

    def at(self, place: Iterable[Span]) -> str:
        """Return the mark of the footnote for a place; the same place has one footnote."""
        spans = tuple(place)
        if spans not in self._labels:
            self._labels[spans] = f"[^{self.next_number}]"
            self._places.append(spans)
        return self._labels[spans]

    def near(self, span: Span) -> str:
        """Return the mark of the fact whose sentence holds a span; its own, if there is none."""
        last = bisect_right(self._sentences, (Span(span.start + 1, 0),)) - 1
        holding = [
            claim
            for at, claim in self._sentences[max(0, last - _OVERLAPPING) : last + 1]
            if at.covers(span)
        ]
        closest = [claim for claim in holding if any(part.covers(span) for part in claim)]
        return self.at((closest or holding or [(span,)])[0])

    def lines(self) -> Iterator[str]:
        """Write the footnotes, in the order of their numbers."""
        numbers = paragraph_numbers(self._document)
        for number, place in enumerate(self._places, start=self._first):
            yield f"[^{number}]: {name_place(self._document, place, numbers, escape)}."


def name_place(
    document: Document, place: Sequence[Span], numbers: Sequence[int], write: Callable[[str], str]
) -> str:
    """Say where words stand: "Ferries, paragraph 2, characters 120–188".

    Args:
        document: That the words are from.
        place: One or more spans.
        numbers: As ``paragraph_numbers`` gives them.
        write: Makes a heading safe for where the words are shown.
    """
    blocks = document.blocks
    at = bisect_right(blocks, place[0].start, key=lambda block: block.span.start) - 1
    characters = ", ".join(f"{start}–{end}" for start, end in place)
    where = LEAD if at < 0 else _name_block(document, at, numbers, write)
    return f"{where}, characters {characters}"


def _name_block(
    document: Document, at: int, numbers: Sequence[int], write: Callable[[str], str]
) -> str:
    block = document.blocks[at]
    title = document.sections[block.section].title if document.sections else None
    name = write(title.of(document.text)) if title else LEAD
    if block.kind in _HEADINGS:
        return f"{name}, {block.kind}"
    return f"{name}, paragraph {numbers[at]}"


def paragraph_numbers(document: Document) -> list[int]:
    """Count the blocks of each section, from 1, without its heading."""
    counts: dict[int, int] = {}
    numbers = []
    for block in document.blocks:
        counts[block.section] = counts.get(block.section, 0) + (block.kind not in _HEADINGS)
        numbers.append(counts[block.section])
    return numbers
