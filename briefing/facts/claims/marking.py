"""Facts: every claim of a document, with everything that limits it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from msgspec.structs import replace

from briefing.facts.claims.claim_words import trim_claim, trim_end, trim_marks
from briefing.facts.claims.denials import dispute_denied
from briefing.facts.claims.finding import Claim, ClaimSentence, find_claims, is_sure
from briefing.facts.claims.inherited import inherit_unnamed
from briefing.facts.claims.limits import assign_caveats
from briefing.facts.claims.parentheses import cut_parentheses
from briefing.facts.claims.predicates import clause_words
from briefing.facts.claims.reappearances import find_repeated, find_restated
from briefing.facts.claims.standing import Evidence, Verdict, judge
from briefing.facts.claims.weight import weigh_facts
from briefing.facts.claims.wording import Wording
from briefing.model import Document, Fact
from briefing.spans import Span


def mark_facts(document: Document) -> Document:
    """Add every claim, in text order, weighed against the others."""
    found = tuple(inherit_unnamed(document, tuple(find_facts(document))))
    facts = tuple(dispute_denied(document, found))
    weighed = weigh_facts(document, tuple(_add_reappearances(document, facts)))
    return replace(document, facts=tuple(weighed))


def find_facts(document: Document) -> Iterator[Fact]:
    """Find the claims of fresh sentences, and what limits each.

    Yields:
        Facts in text order, not yet weighed, without where they stand again.
    """
    caveats = _Places(caveat.span for caveat in document.caveats)
    quantities = _Places(quantity.span for quantity in document.quantities)
    dates = _Places(date.span for date in document.dates)
    number = 0
    for sentence in find_claims(document):
        judged = _claims_of(document, sentence, caveats.inside(sentence.span))
        found = _drop_doubles(document, [*judged])
        for entry in found:
            number += 1
            held = entry.pieces if len(found) > 1 else (sentence.span,)
            part = entry.claim.part
            yield Fact(
                id=f"{document.id}-{number:02}",
                span=sentence.span,
                section=sentence.section,
                claim=entry.pieces,
                standing=entry.verdict.standing,
                reason=entry.verdict.reason,
                weight=0.0,
                attribution=None if part is None else part.attribution,
                caveats=entry.caveats,
                quantities=quantities.within(held),
                dates=dates.within(held),
            )


class _Judged(NamedTuple):
    """A clause, untrimmed, and how it stands."""

    verdict: Verdict
    clause: tuple[Span, ...]
    caveats: tuple[int, ...]


class _Group(NamedTuple):
    """Clauses that are one claim."""

    rows: list[_Judged]
    verdict: Verdict


class _Entry(NamedTuple):
    """One claim that stands in one way."""

    claim: Claim
    pieces: tuple[Span, ...]
    verdict: Verdict
    caveats: tuple[int, ...]


def _claims_of(
    document: Document, sentence: ClaimSentence, indexes: Sequence[int]
) -> Iterator[_Entry]:
    """Judge every clause; neighbours that stand alike are one claim."""
    near = {at: document.caveats[at] for at in indexes if document.caveats[at].scope == "fact"}
    for claim, limits in zip(sentence.claims, assign_caveats(sentence, near), strict=True):
        judged = [
            _Judged(_judge(document, sentence, claim, clause, caveats), clause, caveats)
            for clause, caveats in zip(claim.clauses, limits, strict=True)
        ]
        for rows, verdict in _join_alike(sentence.wording, judged):
            spans = [span for row in rows for span in row.clause]
            if not claim.direct:
                spans = [piece for span in spans for piece in cut_parentheses(document.text, span)]
            pieces = _trim(sentence.wording, spans)
            if pieces:
                caveats = sorted({index for row in rows for index in row.caveats})
                yield _Entry(claim, pieces, verdict, tuple(caveats))


def _drop_doubles(document: Document, entries: Sequence[_Entry]) -> list[_Entry]:
    """Keep one of entries with the same words: a sure source's, else the article's own."""
    kept: dict[tuple[Span, ...], _Entry] = {}
    for entry in entries:
        other = kept.get(entry.pieces)
        if other is None:
            kept[entry.pieces] = entry
            continue
        first = _firmness(document, entry) > _firmness(document, other)
        limits = tuple(sorted({*entry.caveats, *other.caveats}))
        kept[entry.pieces] = (entry if first else other)._replace(caveats=limits)
    return list(kept.values())


def _firmness(document: Document, entry: _Entry) -> float:
    """Rank claims of the same words: doubtful attributions come behind the article's own."""
    if entry.claim.part is None:
        return 0.0
    number = entry.claim.part.attribution
    confidence = document.attributions[number].confidence
    return confidence if is_sure(document, number) else confidence - 1


def _join_alike(wording: Wording, clauses: Iterable[_Judged]) -> Iterator[_Group]:
    """Group neighbours that stand alike; a plain clause of time goes with what it dates."""
    rows: list[_Judged] = []
    main: _Judged | None = None
    for judged in clauses:
        setting = _is_setting(wording, judged)
        alike = setting or main is None or judged.verdict.standing == main.verdict.standing
        # "While it lost money, it grew" claims two things.
        conceding = rows and _opener(wording, rows[0]) in clause_words().concessions
        if rows and (conceding or not alike):
            yield _Group(rows, (main or rows[0]).verdict)
            rows, main = [], None
        rows.append(judged)
        # "As" may open more than a clause of time: "As he slept, police, acting fast, came".
        if main is None and (not setting or _opener(wording, judged) == "as"):
            main = judged
    if rows:
        yield _Group(rows, (main or rows[0]).verdict)


def _is_setting(wording: Wording, judged: _Judged) -> bool:
    plain = judged.verdict.standing in ("stated", "reported")
    return plain and _opener(wording, judged) in clause_words().temporal


def _opener(wording: Wording, judged: _Judged) -> str:
    words = wording.within(judged.clause[0])
    opener = next((word.lower for word in words if word.lower != "that"), "")
    return "even though" if opener == "even" else opener


def _judge(
    document: Document,
    sentence: ClaimSentence,
    claim: Claim,
    clause: Sequence[Span],
    caveats: Sequence[int],
) -> Verdict:
    cues: list[Span] = []
    if claim.part is not None and claim.manner == "said":
        inner = (cue for cue in sentence.cues if any(span.covers(cue) for span in clause))
        cues = [*claim.part.cue, *inner]
    return judge(
        Evidence(
            text=document.text,
            words=sentence.wording.among(clause),
            cues=sentence.wording.among(cues),
            caveats=[document.caveats[at] for at in caveats],
            manner=None if claim.part is None else claim.manner,
            direct=claim.direct,
        )
    )


def _trim(wording: Wording, spans: Sequence[Span]) -> tuple[Span, ...]:
    """Join clauses that follow each other, and leave out what is no part of the claim."""
    text = wording.text
    joined: list[Span] = []
    for span in spans:
        if joined and not text[joined[-1].end : span.start].strip():
            joined[-1] = Span(joined[-1].start, span.end)
        else:
            joined.append(span)
    first, *others = joined
    trimmed = [trim_claim(wording, first).span, *(trim_marks(text, span) for span in others)]
    trimmed[-1] = trim_end(text, trimmed[-1])
    return tuple(span for span in trimmed if any(char.isalnum() for char in span.of(text)))


def _add_reappearances(document: Document, facts: Sequence[Fact]) -> Iterator[Fact]:
    originals = tuple(dict.fromkeys(fact.span for fact in facts))
    repeated = find_repeated(document, originals)
    restated = find_restated(document)
    for fact in facts:
        again, otherwise = repeated.get(fact.span, ()), restated.get(fact.span, ())
        found = again or otherwise
        yield replace(fact, repeated_at=again, restated_at=otherwise) if found else fact


class _Places:
    """Findings by where they begin."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._spans = sorted((span, index) for index, span in enumerate(spans))

    def inside(self, outer: Span) -> tuple[int, ...]:
        """Return the indexes of those inside, rising."""
        at = bisect_left(self._spans, ((outer.start, 0), -1))
        found = []
        while at < len(self._spans) and self._spans[at][0].start < outer.end:
            if self._spans[at][0].end <= outer.end:
                found.append(self._spans[at][1])
            at += 1
        return tuple(sorted(found))

    def within(self, spans: Iterable[Span]) -> tuple[int, ...]:
        """Return the indexes of those inside any of the spans, rising."""
        return tuple(sorted({index for span in spans for index in self.inside(span)}))
