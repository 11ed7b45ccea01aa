"""Which caveats of a sentence limit which of its claims."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from briefing.facts.claims import Claim, ClaimSentence
from briefing.model import Caveat, CaveatKind
from briefing.spans import Span

# They limit whatever the sentence claims; the others only the words that they stand among.
_WHEREVER: frozenset[CaveatKind] = frozenset(
    (
        "secondhand",
        "approximate",
        "undisclosed",
        "no_comment",
        "unverified",
        "relative_date",
        "conditional",
        "unnamed_source",
    )
)


def assign_caveats(
    sentence: ClaimSentence, caveats: Mapping[int, Caveat]
) -> tuple[tuple[tuple[int, ...], ...], ...]:
    """Hang each caveat on the clauses that it limits.

    Args:
        sentence: A sentence and its claims.
        caveats: The caveats of scope ``fact`` in the sentence, by index.

    Returns:
        For each claim, for each of its clauses: indexes, rising. Those within the clause;
        those in the source and the cue of its attribution; what ``about`` names; and, of
        kinds that limit whatever is said, those outside every claim: they go to the claim
        that follows.
    """
    hung: list[list[set[int]]] = [[set() for _ in claim.clauses] for claim in sentence.claims]
    for index, caveat in caveats.items():
        if not _hang_within(sentence.claims, index, caveat, hung):
            _hang_outside(sentence.claims, index, caveat, hung)
    return tuple(tuple(tuple(sorted(found)) for found in clauses) for clauses in hung)


def _hang_within(
    claims: Sequence[Claim], index: int, caveat: Caveat, hung: Sequence[Sequence[set[int]]]
) -> bool:
    placed = False
    for claim, found in zip(claims, hung, strict=True):
        if _speaks_of(claim, caveat):
            for indexes in found:
                indexes.add(index)
            placed = True
            continue
        for clause, indexes in zip(claim.clauses, found, strict=True):
            if _meets(clause, caveat.span):
                indexes.add(index)
                placed = True
    return placed


def _hang_outside(
    claims: Sequence[Claim], index: int, caveat: Caveat, hung: Sequence[Sequence[set[int]]]
) -> None:
    placed = False
    for claim, found in zip(claims, hung, strict=True):
        for clause, indexes in zip(claim.clauses, found, strict=True):
            if any(_meets(clause, span) for span in caveat.about):
                indexes.add(index)
                placed = True
    if placed or caveat.kind not in _WHEREVER:
        return
    following = (at for at, claim in enumerate(claims) if claim.clauses[0][0] > caveat.span)
    # A condition limits what comes after it: what came before has its own.
    at = next(following, None if caveat.kind == "conditional" else len(claims) - 1)
    if at is not None:
        hung[at][0].add(index)


def _speaks_of(claim: Claim, caveat: Caveat) -> bool:
    """Tell whether the caveat stands in the source or the cue of the claim."""
    if claim.part is None:
        return False
    return _meets((*claim.part.source, *claim.part.cue), caveat.span)


def _meets(spans: Sequence[Span], span: Span) -> bool:
    return any(other.meets(span) for other in spans)
