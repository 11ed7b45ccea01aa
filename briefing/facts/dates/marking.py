"""Dates: the days, months and years that an article names."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import chain

from msgspec.structs import replace

from briefing.facts.dates.finding import CLAUSE, Mention, find_bound, find_lean, find_mentions
from briefing.facts.dates.readings import Fixed
from briefing.facts.dates.resolution import resolve
from briefing.facts.dates.values import days_of
from briefing.model import DateExpression, Document
from briefing.spans import Span


def mark_dates(document: Document) -> Document:
    """Add the dates named, in text order, none overlapping.

    What is counted from the day of publication stays unresolved where that is unknown.
    """
    found = (
        find_dates(document.text, span, document.published) for span in document.fresh_sentences
    )
    return replace(document, dates=tuple(chain.from_iterable(found)))


def find_dates(
    text: str, sentence: Span, published: date | None = None
) -> Iterator[DateExpression]:
    """Yield the dates of a sentence in text order, none overlapping."""
    for mention in find_mentions(text, sentence):
        yield _express(text, sentence, mention, published)


def _express(text: str, sentence: Span, mention: Mention, published: date | None) -> DateExpression:
    before = text[max(sentence.start, mention.span.start - CLAUSE) : mention.span.start]
    bound = find_bound(before)
    behind = text[mention.span.end : min(sentence.end, mention.span.end + CLAUSE)]
    lean = "ahead" if bound == "until" else find_lean(before, behind)
    value = resolve(mention.reading, published, lean)
    earliest, latest = (None, None) if value is None else days_of(value)
    return DateExpression(
        span=mention.span,
        value=value,
        earliest=earliest,
        latest=latest,
        relative=not isinstance(mention.reading, Fixed),
        resolved=value is not None,
        bound=bound,
    )
