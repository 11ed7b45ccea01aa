"""What a document says again, in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import groupby

from briefing.exports.brief_notes import Notes
from briefing.exports.escaping import quote
from briefing.model import Change, Document, Repeat
from briefing.spans import Span

_FEW = 6
"""Words that a long passage is quoted by, at its beginning and at its end."""
_OPENING, _CLOSING = '“"', '”"'
_PLURALS = {"quote": "quotations", "code": "pieces of code"}
_SINGULARS = {"quote": "quotation", "code": "piece of code"}


def repeat_lines(document: Document, notes: Notes) -> Iterator[str]:
    """Write each run of repeats, and each restated sentence, as a list item."""
    kinds = {block.span: block.kind for block in document.blocks}
    for repeats, times in _runs(document.repeats):
        counted = Counter(kinds.get(repeat.span, "part") for repeat in repeats)
        what = " and ".join(_count(number, kind) for kind, number in counted.items())
        verb = "stands" if sum(counted.values()) == 1 else "stand"
        which = _which(document, repeats)
        changes = _changes(document, repeats)
        mark = notes.at((repeats[0].span,))
        often = "twice" if times == 2 else f"{times} times"
        yield f"- {what}, {which}, {verb} {often}; {changes}.{mark}"
    for restated in document.restatements:
        again, first = restated.span.of(document.text), restated.of.of(document.text)
        yield f"- {quote(again)}{notes.at((restated.span,))} says {quote(first)} again."


def _runs(repeats: Iterable[Repeat]) -> Iterator[tuple[tuple[Repeat, ...], int]]:
    """Put runs that repeat the same words together.

    Yields:
        The first of them, and how often its words stand in the document.
    """
    runs: dict[tuple[tuple[Span, tuple[Change, ...]], ...], list[tuple[Repeat, ...]]] = {}
    for _, members in groupby(repeats, key=lambda repeat: repeat.run):
        run = tuple(members)
        runs.setdefault(tuple((repeat.of, repeat.changes) for repeat in run), []).append(run)
    for same in runs.values():
        yield same[0], len(same) + 1


def _count(number: int, kind: str) -> str:
    if kind == "part":
        return "part of a paragraph" if number == 1 else f"parts of {number} paragraphs"
    if number == 1:
        return f"1 {_SINGULARS.get(kind, kind)}"
    return f"{number} {_PLURALS.get(kind, f'{kind}s')}"


def _which(document: Document, repeats: tuple[Repeat, ...]) -> str:
    """Quote a passage whole where it is short, else its first and its last words."""
    first = repeats[0].span.of(document.text).split()
    last = repeats[-1].span.of(document.text).split()
    if len(repeats) == 1 and len(first) <= 3 * _FEW:
        return quote(" ".join(first))
    begin, end = " ".join(first[:_FEW]).lstrip(_OPENING), " ".join(last[-_FEW:]).rstrip(_CLOSING)
    return f"from {quote(begin)} to {quote(end)}"


def _changes(document: Document, repeats: tuple[Repeat, ...]) -> str:
    changes = [change for repeat in repeats for change in repeat.changes]
    if not changes:
        return "no word differs"
    text = document.text
    said = (f"{quote(c.of.of(text))} → {quote(c.span.of(text))}" for c in changes)
    return f"what differs: {', '.join(said)}"
