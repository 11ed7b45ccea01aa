"""How firmly the article lets a claim stand: one table, of which the lowest row that fits wins."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from briefing.facts.claims.manner import Manner, is_one_of, listed_cues
from briefing.facts.claims.predicates import clause_words, find_predicate, opens_relative
from briefing.facts.claims.wording import Word
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
    manner: Manner | None = None
    """None where no attribution has a part in it."""
    direct: bool = False
    """The very words of somebody."""


def judge(evidence: Evidence) -> Verdict:
    """Find the standing of a claim.

    Source: where several rows fit one claim, the lower of the table wins, so the table is
    read from below.
    """
    if evidence.manner == "withheld":
        return Verdict("stated", _OWN)
    for standing, decide in reversed(ROWS):
        reason = decide(evidence)
        if reason is not None:
            return Verdict(standing, reason)
    return Verdict("stated", _OWN)


_OWN = "the article's own words"
# "perhaps the most severe" doubts the degree, not the claim.
_SUPERLATIVE = re.compile(
    r"\s(?:the|an?|one)\s(?:most|least|best|worst|\w{2,12}est)\b", re.IGNORECASE
)
_SAYS_WHAT = re.compile(r"\s(?:that|of)\b")
_Row = Callable[[Evidence], str | None]


def _stated(evidence: Evidence) -> str | None:
    return _OWN


def _reported(evidence: Evidence) -> str | None:
    if evidence.manner == "said":
        found = _by_cue(evidence, "reported")
        return found or _main_cue_reason(evidence.cues)
    if evidence.direct:
        return "the quotation marks"
    # Somebody speaks here, though no attribution tells what is theirs.
    return None if evidence.manner else _by_caveat(evidence, ("secondhand",))


def _assessed(evidence: Evidence) -> str | None:
    if _is_proposal(evidence):
        return None
    return (
        _by_cue(evidence, "assessed")
        or _by_caveat(evidence, ("hedged",), _is_judgement)
        or _by_opinion(evidence)
    )


def _alleged(evidence: Evidence) -> str | None:
    return _by_cue(evidence, "alleged") or _by_caveat(
        replace(evidence, caveats=[c for c in evidence.caveats if _accuses(evidence, c)]),
        ("alleged",),
    )


def _accuses(evidence: Evidence, caveat: Caveat) -> bool:
    """Tell whether an accusation is made, not only named ("commented on the allegations")."""
    named = caveat.span.of(evidence.text).lower() in listed_cues("accusation_nouns")
    return not named or _SAYS_WHAT.match(evidence.text, caveat.span.end) is not None


def _speculative(evidence: Evidence) -> str | None:
    return (
        _by_condition(evidence)
        or _by_caveat(evidence, ("hedged",), _is_possibility)
        or _by_would(evidence)
    )


def _disputed(evidence: Evidence) -> str | None:
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
    cues = listed_cues(name)
    found = next((word for word in evidence.cues if is_one_of(word, cues)), None)
    return None if found is None else _cue_reason(found)


def _main_cue_reason(cues: Sequence[Word]) -> str:
    """Name the last word that is no auxiliary: "known" of "has long been known to"."""
    grammar = clause_words().grammar
    main = [word for word in cues if word.lower not in grammar]
    return _cue_reason((main or list(cues))[-1]) if cues else "it has a source"


def _is_proposal(evidence: Evidence) -> bool:
    """Tell whether a cue of judgement only proposes: "suggested that they should leave"."""
    demands = any(word.lower in listed_cues("demands") for word in evidence.words)
    return demands and any(is_one_of(word, listed_cues("proposing")) for word in evidence.cues)


def _by_opinion(evidence: Evidence) -> str | None:
    """Find a speaker's own judgement in the very words: "I'm sure that"."""
    if not evidence.direct:
        return None
    said = f" {' '.join(word.lower for word in evidence.words)} "
    opinions = load_words("standing")["opinions"]
    found = next((words for words in opinions if f" {words} " in said), None)
    return None if found is None else f"‘{found}’ in the claim"


def _cue_reason(word: Word) -> str:
    return f"the cue ‘{word.lower}’"


def _by_caveat(
    evidence: Evidence,
    kinds: Iterable[CaveatKind],
    counts: Callable[[Sequence[str]], bool] = lambda words: True,
) -> str | None:
    for caveat in evidence.caveats:
        if caveat.kind in kinds and not _SUPERLATIVE.match(evidence.text, caveat.span.end):
            written = " ".join(caveat.span.of(evidence.text).split())
            if counts(written.lower().replace("’", "'").split()):
                return f"‘{written}’ in the claim"
    return None


def _is_possibility(words: Sequence[str]) -> bool:
    return not _is_attributive(words) and not listed_cues("possible").isdisjoint(words)


def _is_judgement(words: Sequence[str]) -> bool:
    return not _is_attributive(words) and listed_cues("possible").isdisjoint(words)


def _is_attributive(words: Sequence[str]) -> bool:
    return " ".join(words) in listed_cues("attributive")


def _by_condition(evidence: Evidence) -> str | None:
    """Find a condition of the claim, not one of a thing in it ("a pact that binds both if …")."""
    conditions = [caveat for caveat in evidence.caveats if caveat.kind == "conditional"]
    if not conditions:
        return None
    relative = next(
        (w.start for at, w in enumerate(evidence.words) if opens_relative(evidence.words, at)), None
    )
    own = [caveat for caveat in conditions if relative is None or caveat.span.start < relative]
    return _by_caveat(replace(evidence, caveats=own), ("conditional",), _is_condition)


def _is_condition(words: Sequence[str]) -> bool:
    return " ".join(words[:2]) not in listed_cues("regardless")


def _by_would(evidence: Evidence) -> str | None:
    """Find a "would" whose condition is plain though unsaid.

    Not in reported speech, where it is a "will" shifted back ("said she would run"), and not
    after another verb, where it is a future seen from the past ("feared it would rain").
    """
    if evidence.manner == "said" and not evidence.direct:
        return None
    predicate = find_predicate(evidence.words)
    for at, word in enumerate(evidence.words):
        if word.lower not in ("would", "wouldn't"):
            continue
        if not evidence.direct and at != predicate:
            return None
        following = " ".join(other.lower for other in evidence.words[at + 1 : at + 4])
        if not any(f" {words} " in f" {following} " for words in listed_cues("polite")):
            return f"‘{word.lower}’ in the claim"
    return None
