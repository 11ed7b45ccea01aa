"""Attributions: who says what, found by rules."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from briefing.facts.attribution_rules import find_drafts
from briefing.facts.confidence import weigh
from briefing.facts.drafts import Draft
from briefing.facts.passages import Passage, read_passage
from briefing.facts.source_kinds import kind_of
from briefing.facts.speakers import name_speakers
from briefing.facts.vias import find_vias
from briefing.model import Attribution, Document
from briefing.spans import Span, inside

_LEAST = 0.3
"""Below it more is wrong than a reader gains."""
_GOES_ON = 30
"""Sentences of one quotation behind the words that say whose it is."""
_MARKS = ('"', "“", "''", "‘", "«")
_PROSE = ("title", "heading", "paragraph", "item", "quote", "caption")


def mark_attributions(document: Document) -> Document:
    """Add the attributions, in text order."""
    found = name_speakers(document, find_attributions(document))
    return replace(
        document,
        attributions=tuple(replace(each, via=find_vias(document, each)) for each in found),
    )


def find_attributions(document: Document) -> Iterator[Attribution]:
    """Find who says what in the sentences that are no repeat."""
    for passage in read_passages(document):
        drafts = sorted(
            (draft._replace(content=extend(passage, draft)) for draft in find_drafts(passage)),
            key=lambda draft: (draft.sentence, draft.cue),
        )
        for draft, confidence in zip(drafts, weigh(passage, drafts), strict=True):
            if confidence < _LEAST:
                continue
            yield Attribution(
                source=draft.source,
                cue=draft.cue,
                content=draft.content,
                source_kind=kind_of(
                    draft.source[0].of(document.text) if draft.source else "", document.publisher
                ),
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
    """Add to a quotation the sentences that only go on with it: “C1,” said S. “C2.”."""
    quoted = passage.quoted
    begin, end = passage.sentences[draft.sentence]
    if max(quoted[begin:end]) < 0 or not any(
        mark in span.of(passage.text) for span in draft.content for mark in _MARKS
    ):
        return draft.content
    more = []
    for begin, end in passage.sentences[draft.sentence + 1 : draft.sentence + _GOES_ON]:
        if min(quoted[begin:end]) < 0:
            break
        more.append(passage.tokens.span(begin, end - 1))
    return (*draft.content, *more)
