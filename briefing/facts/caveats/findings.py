"""Caveats that other stages' findings show: attributions, quantities and dates."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from briefing.facts.caveats.people import load_people
from briefing.facts.caveats.triggers import Trigger
from briefing.model import Document
from briefing.spans import Span

_FIGURE = re.compile(r"[£$€]?\d")
_LETTERS = re.compile(r"[a-z-]+")
_SURE = 0.8
"""Attributions below this are right too seldom to warn of their source."""


def find_beyond_words(
    document: Document, sentences: Iterable[Span]
) -> Mapping[Span, tuple[Trigger, ...]]:
    """Return, by sentence, what findings show; the words may show the same.

    Args:
        document: With attributions, quantities and dates, as far as they are found.
        sentences: In text order.
    """
    found = sorted(
        (*_from_attributions(document), *_from_quantities(document), *_from_dates(document))
    )
    grouped: dict[Span, tuple[Trigger, ...]] = {}
    at = 0
    for sentence in sentences:
        while at < len(found) and found[at].span.start < sentence.start:
            at += 1
        first = at
        while at < len(found) and found[at].span.start < sentence.end:
            at += 1
        if first < at:
            grouped[sentence] = tuple(found[first:at])
    return grouped


def _from_attributions(document: Document) -> Iterator[Trigger]:
    for attribution in document.attributions:
        if attribution.confidence < _SURE:
            continue
        unnamed = attribution.source_kind == "unnamed"
        if unnamed and any(_names_people(span.of(document.text)) for span in attribution.source):
            yield Trigger(attribution.source[0], "unnamed_source")
        for via in attribution.via:
            words = via.span.of(document.text)
            if _names_people(words) if via.kind == "origin" else words != words.lower():
                yield Trigger(via.span, "secondhand")


def _names_people(words: str) -> bool:
    """Tell "the lawyer" from "the poll", which has no name either, and from "Americans"."""
    return not load_people().people.isdisjoint(_LETTERS.findall(words.lower()))


def _from_quantities(document: Document) -> Iterator[Trigger]:
    for quantity in document.quantities:
        if quantity.comparator == "=":
            continue
        # The comparator alone, where it stands before a figure: "over" of "over 13,000".
        words = quantity.span.of(document.text)
        figure = _FIGURE.search(words)
        before = Span(quantity.span.start, quantity.span.start + (figure.start() if figure else 0))
        before = before.strip(document.text)
        yield Trigger(before if before.start < before.end else quantity.span, "approximate")


def _from_dates(document: Document) -> Iterator[Trigger]:
    for date in document.dates:
        if date.relative or not date.resolved:
            yield Trigger(date.span, "relative_date")
