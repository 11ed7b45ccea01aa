"""How firmly the article lets a claim stand: one table, of which the lowest row that fits wins."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from briefing.facts.clauses import Word, bases, find_predicate
from briefing.lexicons import load_words
from briefing.model import Caveat, CaveatKind, Standing


class Verdict(NamedTuple):
    """A standing, and what decided it."""

    standing: Standing
    reason: str
    """Words of ours around words of the text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """Everything about one claim that its standing depends on."""

    text: str
    words: Sequence[Word]
    """Of the claim, with its condition."""
    cues: Sequence[Word] = ()
    """Of its attribution, and of attributions within the claim."""
    caveats: Sequence[Caveat] = ()
    """Those that limit it."""
    attributed: bool = False
    direct: bool = False
    """The very words of somebody."""
    withheld: bool = False
    """Its source did not say it."""


def judge(evidence: Evidence) -> Verdict:
    """Find the standing of a claim.

    Source: where several rows fit one claim, the lower of the table wins, so the table is
    read from below.
    """
    for standing, decide in reversed(ROWS):
        reason = decide(evidence)
        if reason is not None:
            return Verdict(standing, reason)
    return Verdict("stated", _OWN)


_OWN = "the article's own words"
_Row = Callable[[Evidence], str | None]


@cache
def _listed(name: str) -> frozenset[str]:
    return frozenset(load_words("standing")[name])


def _stated(evidence: Evidence) -> str | None:
    return _OWN


def _reported(evidence: Evidence) -> str | None:
    if evidence.withheld:
        return None
    if evidence.attributed:
        return _cue_reason(evidence.cues[0]) if evidence.cues else "it has a source"
    return "the quotation marks" if evidence.direct else None


def _assessed(evidence: Evidence) -> str | None:
    if evidence.withheld:
        return None
    return _by_cue(evidence, "assessed") or _by_caveat(evidence, ("hedged",), _is_judgement)


def _alleged(evidence: Evidence) -> str | None:
    if evidence.withheld:
        return None
    return _by_cue(evidence, "alleged") or _by_caveat(evidence, ("alleged",))


def _speculative(evidence: Evidence) -> str | None:
    if evidence.withheld:
        return None
    return (
        _by_caveat(evidence, ("conditional",), _is_condition)
        or _by_caveat(evidence, ("hedged",), _is_possibility)
        or _by_would(evidence)
    )


def _disputed(evidence: Evidence) -> str | None:
    if evidence.withheld:
        return None
    return _by_cue(evidence, "denied") or _by_caveat(evidence, ("denied",))


# From the firmest to the least firm.
ROWS: tuple[tuple[Standing, _Row], ...] = (
    ("stated", _stated),
    ("reported", _reported),
    ("assessed", _assessed),
    ("alleged", _alleged),
    ("speculative", _speculative),
    ("disputed", _disputed),
)


def _by_cue(evidence: Evidence, name: str) -> str | None:
    listed = _listed(name)
    for word in evidence.cues:
        if any(base in listed for base in bases(word.lower)):
            return _cue_reason(word)
    return None


def _cue_reason(word: Word) -> str:
    return f"the cue ‘{word.lower}’"


def _by_caveat(
    evidence: Evidence,
    kinds: Iterable[CaveatKind],
    counts: Callable[[Sequence[str]], bool] = lambda words: True,
) -> str | None:
    for caveat in evidence.caveats:
        if caveat.kind in kinds:
            written = " ".join(caveat.span.of(evidence.text).split())
            if counts(written.lower().split()):
                return f"‘{written}’ in the claim"
    return None


def _is_possibility(words: Sequence[str]) -> bool:
    return not _listed("possible").isdisjoint(words)


def _is_judgement(words: Sequence[str]) -> bool:
    return not _is_possibility(words)


def _is_condition(words: Sequence[str]) -> bool:
    return " ".join(words[:2]) not in _listed("regardless")


def _by_would(evidence: Evidence) -> str | None:
    """Find a "would" whose condition is plain though unsaid.

    Not in reported speech, where it is a "will" shifted back ("said she would run"), and not
    after another verb, where it is a future seen from the past ("feared it would rain").
    """
    if evidence.attributed and not evidence.direct:
        return None
    predicate = find_predicate(evidence.words)
    for at, word in enumerate(evidence.words):
        if word.lower not in ("would", "wouldn't"):
            continue
        if not evidence.direct and at != predicate:
            return None
        following = [other.lower for other in evidence.words[at + 1 : at + 3]]
        if _listed("polite").isdisjoint((*following, " ".join(following))):
            return f"‘{word.lower}’ in the claim"
    return None
