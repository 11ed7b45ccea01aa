"""Denials beside a claim: in the sentence that holds it, or in the next one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from msgspec.structs import replace

from briefing.facts.claims.predicates import clause_words
from briefing.facts.claims.wording import bases, cut_words
from briefing.lexicons import load_words
from briefing.model import Document, Fact
from briefing.spans import Span

_REACH = 3
"""Facts before a denial that it can be about, in its own sentence and the one before."""
_ALIKE = 0.6
"""Share of the denial's words that the claim must hold."""
_FEWEST = 2
"""Words that both must share."""
_DENIABLE = ("reported", "assessed", "alleged")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Denial:
    """A fact that denies, and the words that show it."""

    fact: Fact
    trigger: str
    words: frozenset[str]
    points: bool
    """It denies what was said before: "denied the allegation"."""


def dispute_denied(document: Document, facts: Sequence[Fact]) -> Iterator[Fact]:
    """Turn claims that are denied right beside them into disputed ones.

    A denial is about a claim that it says again ("denied that he had paid"), or, where it
    only points back ("denied the allegations"), about what is alleged before it.
    """
    standing = list(facts)
    ranks = {span: rank for rank, span in enumerate(document.fresh_sentences)}
    for at, fact in enumerate(facts):
        denial = _find_denial(document, fact)
        if denial is None:
            continue
        for other in range(max(0, at - _REACH), at):
            near = ranks[fact.span] - ranks[facts[other].span] <= 1
            if near and _is_about(document, denial, facts[other]):
                reason = f"‘{denial.trigger}’ beside it"
                standing[other] = replace(facts[other], standing="disputed", reason=reason)
    yield from standing


def _find_denial(document: Document, fact: Fact) -> _Denial | None:
    if fact.standing != "disputed":
        return None
    found = next((at for at in fact.caveats if document.caveats[at].kind == "denied"), None)
    if found is None:
        return None
    trigger = document.caveats[found].span
    words = _content_words(document.text, [span for span in fact.claim if span != trigger])
    whole = {word.lower for word in cut_words(document.text, fact.span)}
    return _Denial(
        fact=fact,
        trigger=" ".join(trigger.of(document.text).split()),
        words=words,
        points=not whole.isdisjoint(_pointing()),
    )


def _is_about(document: Document, denial: _Denial, fact: Fact) -> bool:
    if fact.standing not in _DENIABLE or fact.attribution == denial.fact.attribution:
        return False
    if denial.points and fact.standing == "alleged":
        return True
    shared = len(denial.words & _content_words(document.text, fact.claim))
    return shared >= _FEWEST and shared >= _ALIKE * len(denial.words)


@cache
def _pointing() -> frozenset[str]:
    return frozenset(load_words("standing")["pointing"])


def _content_words(text: str, spans: Sequence[Span]) -> frozenset[str]:
    """Return what words are forms of, without words of grammar."""
    grammar = clause_words().grammar
    words = (word.lower for span in spans for word in cut_words(text, span))
    return frozenset(min(bases(word), key=len) for word in words if word not in grammar)
