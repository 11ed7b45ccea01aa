"""Claims: what attributions say, and what the article asserts where none of them reaches."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from briefing.facts.clauses import bases, clause_words, find_clauses, read_words
from briefing.facts.direct_speech import find_quoted, is_quoted
from briefing.facts.own_claims import find_own
from briefing.facts.sentence_parts import Part, part_attributions
from briefing.lexicons import load_words
from briefing.model import Block, BlockKind, Document
from briefing.spans import Span

_CLAIMING: frozenset[BlockKind] = frozenset({"paragraph", "item", "quote"})
"""Kinds of blocks in which the article asserts anything itself."""
_BEFORE_CUE = 24
"""Characters before a cue in which it may be negated."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """Words that hold one claim or several, all of one attribution or of none."""

    clauses: tuple[tuple[Span, ...], ...]
    """Untrimmed; a clause is broken in two where a cue stands inside."""
    part: Part | None = None
    """What the attribution takes of the sentence."""
    direct: bool = False
    """The very words of somebody."""
    withheld: bool = False
    """Its source did not say it: "declined to say whether"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimSentence:
    """A sentence and its claims, in text order."""

    span: Span
    section: int
    claims: tuple[Claim, ...]
    cues: tuple[Span, ...]
    """The cues of all its attributions."""


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
        claims = [*_attributed(text, here, quoted)]
        if block.kind in _CLAIMING:
            claims += _own(text, sentence, here, quoted)
        if claims:
            claims.sort(key=lambda claim: claim.clauses[0][0])
            cues = tuple(span for part in here for span in part.cue)
            yield ClaimSentence(
                span=sentence, section=block.section, claims=tuple(claims), cues=cues
            )


def _attributed(text: str, parts: Sequence[Part], quoted: tuple[Span, ...]) -> Iterator[Claim]:
    for part in parts:
        if not part.content:
            continue
        if _is_withheld(text, part):
            yield Claim(clauses=((part.hull,),), part=part, withheld=True)
            continue
        pieces = [p for p in part.content if any(char.isalnum() for char in p.of(text))]
        if pieces and not _is_question(text, pieces[-1]):
            direct = all(is_quoted(text, piece, quoted) for piece in pieces)
            yield Claim(clauses=_clauses(text, pieces), part=part, direct=direct)


def _own(
    text: str, sentence: Span, parts: Sequence[Part], quoted: tuple[Span, ...]
) -> Iterator[Claim]:
    for span in find_own(text, sentence, parts):
        direct = is_quoted(text, span, quoted)
        yield Claim(clauses=_clauses(text, (span,)), direct=direct)


def _clauses(text: str, pieces: Sequence[Span]) -> tuple[tuple[Span, ...], ...]:
    """Cut pieces into clauses; one that a cue breaks goes on in the next piece."""
    clauses: list[tuple[Span, ...]] = []
    for piece in pieces:
        found = [(clause,) for clause in find_clauses(text, piece)]
        words = read_words(text, Span(piece.start, min(piece.end, piece.start + 60)))
        if clauses and words and words[0].lower not in clause_words().after_comma:
            clauses[-1] = (*clauses[-1], *found.pop(0))
        clauses += found
    return tuple(clauses)


def _is_question(text: str, piece: Span) -> bool:
    return text[max(piece.start, piece.end - 4) : piece.end].rstrip("”\"’') ").endswith("?")


@cache
def _negations() -> frozenset[str]:
    return frozenset(load_words("standing")["negations"])


@cache
def _judging() -> frozenset[str]:
    return frozenset(load_words("standing")["assessed"])


def _is_withheld(text: str, part: Part) -> bool:
    """Tell whether the cue is negated: "did not say", "declined to say".

    Not where it judges: who "does not believe" something holds an opinion.
    """
    if not part.cue:
        return False
    cue = Span(part.cue[0].start, part.cue[-1].end)
    words = read_words(text, Span(max(0, cue.start - _BEFORE_CUE), cue.end))
    first = next((at for at, word in enumerate(words) if word.span.start >= cue.start), 0)
    near = words[max(0, first - 2) :]
    forms = {base for word in near for base in bases(word.lower)}
    if any(word.lower.endswith("n't") for word in near):
        forms.add("not")
    return not forms.isdisjoint(_negations()) and forms.isdisjoint(_judging())
