"""Claims: what attributions say, and what the article asserts where none of them reaches."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefing.facts.attributions.confidence import SURE
from briefing.facts.claims.claim_words import asks
from briefing.facts.claims.clauses import find_clauses
from briefing.facts.claims.direct_speech import find_quoted, is_mostly_quoted
from briefing.facts.claims.inner_sentences import group_sentences
from briefing.facts.claims.manner import Manner, find_manner
from briefing.facts.claims.own_claims import find_own
from briefing.facts.claims.predicates import clause_words
from briefing.facts.claims.sentence_parts import Part, part_attributions
from briefing.facts.claims.wording import Wording
from briefing.model import Block, BlockKind, Document
from briefing.spans import Span

_CLAIMING: frozenset[BlockKind] = frozenset({"paragraph", "item", "quote"})
"""Kinds of blocks in which the article asserts anything itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """Words that hold one claim or several, all of one attribution or of none."""

    clauses: tuple[tuple[Span, ...], ...]
    """Untrimmed; a clause is broken in two where a cue stands inside."""
    part: Part | None = None
    """What the attribution takes of the sentence."""
    direct: bool = False
    """The very words of somebody."""
    manner: Manner = "said"
    """Not ``said``: the article's own, about what the source of ``part`` did."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimSentence:
    """A sentence and its claims, in text order."""

    span: Span
    wording: Wording
    section: int
    claims: tuple[Claim, ...]
    cues: tuple[Span, ...]
    """Of its attributions, as far as they are sure."""


def find_claims(document: Document) -> Iterator[ClaimSentence]:
    """Find the claims of every fresh sentence that has any, in text order."""
    text, blocks = document.text, document.blocks
    sentences = document.fresh_sentences
    parts = part_attributions(document, sentences)
    at, quoted = -1, None
    for sentence in sentences:
        while at + 1 < len(blocks) and blocks[at + 1].span.start <= sentence.start:
            at, quoted = at + 1, None
        block = blocks[at] if at >= 0 else Block(kind="paragraph", span=sentence)
        if quoted is None:
            quoted = find_quoted(text, block.span)
        here = parts.get(sentence, [])
        sure = frozenset(p.attribution for p in here if is_sure(document, p.attribution))
        asserts = block.kind in _CLAIMING
        wording = Wording(text, sentence)
        claims = [*_claims_of(wording, sentence, here, quoted, sure=sure, asserts=asserts)]
        if claims:
            claims.sort(key=lambda claim: claim.clauses[0][0])
            cues = tuple(span for p in here if p.attribution in sure for span in p.cue)
            yield ClaimSentence(
                span=sentence,
                wording=wording,
                section=block.section,
                claims=tuple(claims),
                cues=cues,
            )


def is_sure(document: Document, attribution: int) -> bool:
    """Tell whether an attribution is sure enough to take a claim from the article.

    One that is not is shown when asked for.
    """
    return document.attributions[attribution].confidence >= SURE


def _claims_of(
    wording: Wording,
    sentence: Span,
    parts: Sequence[Part],
    quoted: tuple[Span, ...],
    *,
    sure: frozenset[int],
    asserts: bool,
) -> Iterator[Claim]:
    """Find the claims of a sentence.

    Args:
        wording: Of the sentence.
        sentence: Its span.
        parts: What attributions take of it.
        quoted: The direct speech of its block.
        sure: Attributions that are sure enough to take a claim from the article.
        asserts: The article asserts something itself here: in prose, not in headings.
    """
    text = wording.text
    said: list[Part] = []
    told: list[tuple[Part, Manner]] = []
    doubtful: list[Part] = []
    for part in parts:
        if not part.content or not _has_words(text, part.content):
            continue
        direct = is_mostly_quoted(max(part.content, key=_length), quoted)
        inner = any(_holds(other, part) for other in parts if other is not part)
        manner: Manner = "said" if inner else find_manner(wording, part, direct=direct)
        if part.attribution not in sure:
            doubtful.append(part)
            continue
        if manner != "said":
            told.append((part, manner))
            continue
        said.append(part)
        for pieces in group_sentences(text, part.content):
            if not _is_question(text, pieces[-1], sentence):
                yield Claim(clauses=_clauses(wording, pieces), part=part, direct=direct)
    own = [*_own_sentences(wording, sentence, said)] if asserts else []
    shared = [*_share_out(text, told, own)]
    for part, manner, span in shared:
        yield Claim(clauses=_clauses(wording, (span,)), part=part, manner=manner)
    own = [span for span in own if not any(span.covers(piece) for _, _, piece in shared)]
    for part in doubtful:
        # Within what somebody says it is said too, whoever else may be meant.
        within = any(part.hull.meets(other.hull) for other in said)
        manner = "said" if within else "narrated"
        yield Claim(clauses=((part.hull,),), part=part, manner=manner)
    for span in own:
        direct = is_mostly_quoted(span, quoted)
        yield Claim(clauses=_clauses(wording, (span,)), direct=direct)


def _share_out(
    text: str, told: Sequence[tuple[Part, Manner]], own: Sequence[Span]
) -> Iterator[tuple[Part, Manner, Span]]:
    """Give each part that the article tells of its own piece of the article's clauses.

    The first in a clause speaks of all of it, up to the next that stands wholly behind; one
    that shares words with the first ("He did not deny it, but declined to explain") tells
    nothing more.
    """
    left = list(told)
    for span in own:
        inside = sorted((p for p in left if span.meets(p[0].hull)), key=lambda p: p[0].hull)
        apart: list[tuple[Part, Manner]] = []
        for pair in inside:
            if not apart or pair[0].hull.start >= apart[-1][0].hull.end:
                apart.append(pair)
        left = [pair for pair in left if pair not in inside]
        starts = [span.start, *(part.hull.start for part, _ in apart[1:])]
        for (part, manner), start, end in zip(apart, starts, [*starts[1:], span.end], strict=False):
            yield part, manner, Span(start, end).strip(text)
    for part, manner in left:
        yield part, manner, part.hull


def _own_sentences(wording: Wording, sentence: Span, parts: Sequence[Part]) -> Iterator[Span]:
    if parts:
        yield from find_own(wording, sentence, parts)
        return
    for (span,) in group_sentences(wording.text, (sentence,)):
        yield from find_own(wording, span, parts)


def _clauses(wording: Wording, pieces: Sequence[Span]) -> tuple[tuple[Span, ...], ...]:
    """Cut pieces into clauses; one that a cue breaks goes on in the next piece."""
    clauses: list[tuple[Span, ...]] = []
    for piece in pieces:
        found = [(clause,) for clause in find_clauses(wording, piece)]
        words = wording.within(piece)
        if clauses and words and words[0].lower not in clause_words().after_comma:
            clauses[-1] = (*clauses[-1], *found.pop(0))
        clauses += found
    return tuple(clauses)


def _length(span: Span) -> int:
    return span.end - span.start


def _has_words(text: str, spans: Sequence[Span]) -> bool:
    return any(char.isalnum() for span in spans for char in span.of(text))


def _holds(outer: Part, part: Part) -> bool:
    return any(span.covers(part.hull) for span in outer.content)


def _is_question(text: str, piece: Span, sentence: Span) -> bool:
    """Tell whether words are asked; the mark may stand behind them."""
    end = piece.end
    while end < min(sentence.end, piece.end + 4) and not text[end].isalnum():
        end += 1
    return asks(text, Span(piece.start, end))
