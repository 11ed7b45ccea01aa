"""Which caveats of a sentence limit which of its claims."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence

from briefing.facts.claims.finding import Claim, ClaimSentence
from briefing.model import Caveat, CaveatKind
from briefing.spans import Span

# They limit whatever the sentence claims; the others only the words that they stand among, as
# the "several hundred" whom somebody told does not make inexact what they were told.
_WHEREVER: frozenset[CaveatKind] = frozenset(
    (
        "secondhand",
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
    places = [_Places(claim) for claim in sentence.claims]
    for index, caveat in caveats.items():
        if _counts_speakers(caveat, sentence):
            continue
        if not _hang(caveat.span, index, places, hung):
            _hang_outside(caveat, index, places, hung)
    return tuple(tuple(tuple(sorted(found)) for found in clauses) for clauses in hung)


def _counts_speakers(caveat: Caveat, sentence: ClaimSentence) -> bool:
    """Tell whether the number of those who say something is inexact, not what they say."""
    if caveat.kind != "approximate":
        return False
    said = [claim.part for claim in sentence.claims if claim.part and claim.manner == "said"]
    content = (span for part in said for span in part.content)
    return any(role.covers(caveat.span) for part in said for role in part.source) and not any(
        span.meets(caveat.span) for span in content
    )


class _Places:
    """Where a claim stands."""

    def __init__(self, claim: Claim) -> None:
        self.claim = claim
        self._pieces = sorted(
            (span, number) for number, clause in enumerate(claim.clauses) for span in clause
        )
        part = claim.part
        self._roles = () if part is None else (*part.source, *part.cue)

    def find(self, span: Span) -> tuple[int, ...]:
        """Return which clauses share a word with the span: all, where source or cue does."""
        if any(role.meets(span) for role in self._roles):
            return tuple(range(len(self.claim.clauses)))
        at = bisect_left(self._pieces, ((span.end, 0), -1))
        found = []
        while at and self._pieces[at - 1][0].end > span.start:
            at -= 1
            found.append(self._pieces[at][1])
        return tuple(found)


def _hang(
    span: Span, index: int, places: Sequence[_Places], hung: Sequence[Sequence[set[int]]]
) -> bool:
    placed = False
    for place, clauses in zip(places, hung, strict=True):
        for number in place.find(span):
            clauses[number].add(index)
            placed = True
    return placed


def _hang_outside(
    caveat: Caveat, index: int, places: Sequence[_Places], hung: Sequence[Sequence[set[int]]]
) -> None:
    """Hang a caveat that stands in no claim."""
    if caveat.kind == "approximate":
        return
    named = [_hang(span, index, places, hung) for span in caveat.about]
    if any(named) or caveat.kind not in _WHEREVER:
        return
    starts = (place.claim.clauses[0][0] for place in places)
    following = (at for at, start in enumerate(starts) if start > caveat.span)
    # A condition limits what comes after it: what came before has its own.
    found = next(following, None if caveat.kind == "conditional" else len(places) - 1)
    if found is not None:
        hung[found][0].add(index)
