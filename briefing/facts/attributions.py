"""Attributions: who says what, found by rules."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from briefing.facts.attribution_rules import find_drafts
from briefing.facts.confidence import confidence_of
from briefing.facts.drafts import Draft
from briefing.facts.passages import Passage, read_passage
from briefing.facts.source_kinds import kind_of
from briefing.model import Attribution, Document
from briefing.spans import Span, inside

_LEAST = 0.3
"""Below it more is wrong than a reader gains."""
_PROSE = ("title", "heading", "paragraph", "item", "quote", "caption")


def mark_attributions(document: Document) -> Document:
    """Add the attributions, in text order."""
    found = tuple(find_attributions(document))
    return replace(document, attributions=found)


def find_attributions(document: Document) -> Iterator[Attribution]:
    """Find who says what in the sentences that are no repeat."""
    for passage in read_passages(document):
        for draft in find_drafts(passage):
            confidence = confidence_of(draft)
            if confidence < _LEAST:
                continue
            yield Attribution(
                source=draft.source,
                cue=draft.cue,
                content=extend(passage, draft),
                source_kind=kind_of(document, draft.source),
                confidence=round(confidence, 2),
            )


def read_passages(document: Document) -> Iterator[Passage]:
    """Cut every block that has fresh sentences."""
    fresh = document.fresh_sentences
    for block in document.blocks:
        sentences = inside(fresh, block.span)
        if sentences and block.kind in _PROSE:
            yield read_passage(document.text, block, sentences)


def extend(passage: Passage, draft: Draft) -> tuple[Span, ...]:
    """Add the sentences that go on with the quotation: “C1,” said S. “C2.”"""
    last = draft.content[-1]
    tokens, quoted = passage.tokens, passage.quoted
    _, end = passage.sentences[draft.sentence]
    if not any(q.span.meets(span) for span in draft.content for q in passage.quotations):
        return draft.content
    more = []
    for begin, stop in passage.sentences[draft.sentence + 1 :]:
        if quoted[begin] < 0 or any(q < 0 for q in quoted[begin:stop]):
            break
        more.append(tokens.span(begin, stop - 1))
    return (*draft.content, *more) if more else draft.content
