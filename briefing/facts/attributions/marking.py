"""Attributions: who says what, found by rules."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from briefing.facts.attributions.carried_quotations import carry_over
from briefing.facts.attributions.confidence import weigh
from briefing.facts.attributions.drafts import Draft
from briefing.facts.attributions.passages import Passage, read_passage
from briefing.facts.attributions.plausible import mend_source
from briefing.facts.attributions.rules import find_drafts
from briefing.facts.attributions.source_kinds import kind_of
from briefing.facts.attributions.speakers import name_speakers
from briefing.facts.attributions.vias import find_vias
from briefing.model import Attribution, Document
from briefing.spans import inside

_LEAST = 0.3
"""Below it more is wrong than a reader gains."""
_GOES_ON = 30
"""Sentences of one quotation behind the words that say whose it is."""
_BLOCKS = 10
"""Blocks over which a quotation may go on, and the one that says whose it is."""
_MARKS = ('"', "“", "''", "‘", "«")
_PROSE = ("title", "heading", "paragraph", "item", "quote", "caption")


def mark_attributions(document: Document) -> Document:
    """Add the attributions, in text order."""
    found = []
    for each in name_speakers(document, find_attributions(document)):
        vias = find_vias(document, each)
        found.append(replace(each, via=vias) if vias else each)
    return replace(document, attributions=tuple(found))


def find_attributions(document: Document) -> Iterator[Attribution]:
    """Find who says what in the sentences that are no repeat."""
    passages = tuple(read_passages(document))
    for at, passage in enumerate(passages):
        drafts = read_drafts(passage, passages[at + 1 : at + _BLOCKS])
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


def read_drafts(passage: Passage, following: Sequence[Passage] = ()) -> list[Draft]:
    """Find what the rules see in a block, in text order."""
    mended = (mend_source(passage.text, draft) for draft in find_drafts(passage))
    drafts = [_extend(passage, draft) for draft in mended if draft]
    return sorted(
        carry_over(passage, drafts, following), key=lambda draft: (draft.sentence, draft.cue)
    )


def _extend(passage: Passage, draft: Draft) -> Draft:
    """Add to a quotation the sentences that only go on with it: “C1,” said S. “C2.”."""
    quoted = passage.quoted
    following = passage.sentences[draft.sentence + 1 : draft.sentence + _GOES_ON]
    if not following or quoted[following[0][0]] < 0:
        return draft
    if not any(mark in span.of(passage.text) for span in draft.content for mark in _MARKS):
        return draft
    more = []
    for begin, end in following:
        if min(quoted[begin:end]) < 0:
            break
        more.append(passage.tokens.span(begin, end - 1))
    return draft._replace(content=(*draft.content, *more))
