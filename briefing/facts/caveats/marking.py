"""Caveats: reasons, written in the text itself, to hold a claim less firmly than it sounds."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from briefing.facts.caveats.about import claims_of, group_claims
from briefing.facts.caveats.conditions import find_inverted, widen_condition
from briefing.facts.caveats.findings import find_beyond_words
from briefing.facts.caveats.scare_quotes import find_scare_quotes
from briefing.facts.caveats.triggers import Listed, Trigger, find_triggers, keep_longest, leave_out
from briefing.facts.caveats.unnamed import find_unnamed
from briefing.facts.negations import is_negated_before
from briefing.lexicons.caveat_words import load_caveats
from briefing.model import Caveat, Document, Likelihood
from briefing.spans import Span, is_covered

_LONGEST = 10_000
"""Characters; a longer sentence is no prose and is read in pieces, so that memory stays small."""


def mark_caveats(document: Document) -> Document:
    """Add the caveats of every fresh sentence, in text order."""
    return replace(document, caveats=tuple(find_caveats(document)))


def find_caveats(document: Document) -> Iterator[Caveat]:
    """Find what the words show, and what quantities, dates and attributions show beyond that.

    Yields:
        Caveats in text order. Two of one kind share no word.
    """
    text = document.text
    headings = [b.span for b in document.blocks if b.kind in ("heading", "title")]
    # A heading claims nothing, so there is nothing to hold less firmly.
    claiming = (s for s in document.fresh_sentences if not is_covered(s, headings))
    sentences = [piece for whole in claiming for piece in _pieces(text, whole)]
    findings = find_beyond_words(document, sentences)
    claims = group_claims(document, sentences)
    for sentence in sentences:
        worded, voided = find_in_sentence(text, sentence)
        beyond = leave_out(findings.get(sentence, ()), (*worded, *voided))
        for trigger in keep_longest((*worded, *beyond)):
            if trigger.kind == "secondhand" and _is_own(document, trigger):
                continue
            yield Caveat(
                kind=trigger.kind,
                span=trigger.span,
                scope=trigger.scope,
                explanation=load_caveats()[trigger.kind].explanation,
                about=claims_of(trigger, claims.get(sentence, ())),
                likelihood=_likelihood(text, trigger),
            )


def find_in_sentence(text: str, sentence: Span) -> Listed:
    """Find the triggers that the words alone show, in text order, and the words that show none."""
    triggers, voided = find_triggers(text, sentence)
    found = (
        *(widen_condition(text, sentence, t) if t.kind == "conditional" else t for t in triggers),
        *find_inverted(text, sentence),
        *find_unnamed(text, sentence),
        *find_scare_quotes(text, sentence),
    )
    standing = (t for t in found if not (t.kind == "denied" and is_negated_before(text, t.span)))
    return Listed(keep_longest(standing), voided)


def _pieces(text: str, sentence: Span) -> Iterator[Span]:
    start = sentence.start
    while sentence.end - start > _LONGEST:
        space = text.rfind(" ", start + 1, start + _LONGEST)
        end = space if space > 0 else start + _LONGEST
        yield Span(start, end)
        start = end
    yield Span(start, sentence.end)


def _is_own(document: Document, trigger: Trigger) -> bool:
    """Tell whether who retells it is the publisher: "told CNN", on CNN."""
    publisher = (document.publisher or "").lower().removeprefix("the ")
    return bool(publisher) and publisher in trigger.span.of(document.text).lower()


def _likelihood(text: str, trigger: Trigger) -> Likelihood | None:
    terms = load_caveats()[trigger.kind].terms
    return terms.get(" ".join(trigger.span.of(text).lower().split()))
