"""How much a claim weighs in its document, and whether it is shown unasked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from msgspec.structs import replace

from briefing.facts.claims.finding import is_sure
from briefing.facts.claims.predicates import clause_words, find_predicate
from briefing.facts.claims.wording import Word, cut_words
from briefing.lexicons import load_words
from briefing.model import Document, Fact, SourceKind
from briefing.spans import Span

_LEAD_SENTENCES = 2
_NAMES = 4
"""Named actors of a claim that has as many as it needs."""
_KEYWORDS = 5
"""Words of title and lead in a claim that says as much of them as one claim can."""
_TINY = 4
"""Words of a claim that says too little to be shown unasked."""
_FEWEST_SAID = 3
"""Words of a claim of a source that says enough to be shown unasked."""
_SHORT = 7
"""Words of a claim that needs its sentence when it begins with a pronoun."""

# What makes a claim worth a place in a summary. Chosen so that the order agrees with briefs
# written by hand; each is the most that its feature can add or take.
_BASE = 0.3
_EARLY = 0.2
_TOPIC = 0.2
_SAID = 0.1
_BY_SOURCE: Mapping[SourceKind, float] = MappingProxyType({"named": 0.05, "pronoun": -0.05})
_FIGURE = 0.1
_ACTORS = 0.1
_AGAIN = 0.05
_DEPENDENT = -0.2
_POSSIBLE = -0.15
_PLAIN = -0.05
_INNER = -0.15
_TOO_SHORT = -0.2


@dataclass(frozen=True, slots=True, kw_only=True)
class _Setting:
    """What claims of a document are weighed against."""

    document: Document
    keywords: frozenset[str]
    """Of the title and the first sentences that claim anything."""
    early: int
    """Sentences with claims in which position counts."""


def weigh_facts(document: Document, facts: Sequence[Fact]) -> Iterator[Fact]:
    """Weigh facts, in text order, and decide which are shown unasked."""
    sentences = list(dict.fromkeys(fact.span for fact in facts))
    setting = _Setting(
        document=document,
        keywords=_find_keywords(document, sentences[:_LEAD_SENTENCES]),
        early=max(6, len(sentences) // 3),
    )
    ranks = {span: rank for rank, span in enumerate(sentences)}
    before: Fact | None = None
    for fact in facts:
        words = [word for span in fact.claim for word in cut_words(document.text, span)]
        inner = before is not None and any(span.covers(fact.claim[0]) for span in before.claim)
        weight = _weigh(setting, fact, words, ranks[fact.span]) + (_INNER if inner else 0.0)
        shown = _is_sure(document, fact) and not _is_fragile(document, fact, words)
        before = before if inner else fact
        yield replace(fact, weight=round(min(1.0, max(0.0, weight)), 3), shown=shown)


def _weigh(setting: _Setting, fact: Fact, words: Sequence[Word], rank: int) -> float:
    document = setting.document
    source = None if fact.attribution is None else document.attributions[fact.attribution]
    topical = len({word.lower for word in words} & setting.keywords)
    actors = len(_names(document.text, words))
    weight = _BASE + _EARLY * max(0.0, 1 - rank / setting.early)
    weight += _TOPIC * min(1.0, topical / _KEYWORDS) + _ACTORS * min(1.0, actors / _NAMES)
    if source is not None and source.source and fact.standing != "stated":
        weight += _SAID + _BY_SOURCE.get(source.source_kind, 0.0)
    if fact.quantities:
        weight += _FIGURE
    if fact.repeated_at or fact.restated_at:
        weight += _AGAIN
    if _depends(words):
        weight += _DEPENDENT
    if fact.standing == "speculative":
        weight += _POSSIBLE
    if fact.standing == "stated" and not fact.quantities and actors < _NAMES:
        weight += _PLAIN
    return weight + (_TOO_SHORT if len(words) < _TINY else 0.0)


def _find_keywords(document: Document, lead: Sequence[Span]) -> frozenset[str]:
    title = next((block.span for block in document.blocks if block.kind == "title"), None)
    spans = [*lead, *([title] if title else [])]
    words = {word.lower for span in spans for word in cut_words(document.text, span)}
    return frozenset(word for word in words - _function_words() if len(word) > 3)


@cache
def _function_words() -> frozenset[str]:
    words = load_words("clauses")
    return frozenset().union(*(words[name] for name in words if name != "verbs"))


def _names(text: str, words: Sequence[Word]) -> frozenset[str]:
    """Return the capitalised words; the first one only where it is no word of grammar."""
    return frozenset(
        word.lower
        for word in words
        if text[word.start].isupper() and word.lower not in _function_words()
    )


def _depends(words: Sequence[Word]) -> bool:
    """Tell whether a claim needs its sentence: it begins with a pronoun, or with no subject."""
    lists = clause_words()
    first = words[0].lower if words else ""
    return first in lists.dependent or first.endswith("ing") or find_predicate(words) in (None, 0)


def _is_sure(document: Document, fact: Fact) -> bool:
    return fact.attribution is None or is_sure(document, fact.attribution)


def _is_fragile(document: Document, fact: Fact, words: Sequence[Word]) -> bool:
    """Tell whether a claim says too little alone: "to leave", "the implications are grave"."""
    if fact.quantities:
        return False
    if _is_stub(document, fact, words):
        return True
    if fact.attribution is not None:
        return len(words) < _FEWEST_SAID
    return len(words) <= _TINY or (
        len(words) <= _SHORT and words[0].lower in clause_words().referring
    )


def _is_stub(document: Document, fact: Fact, words: Sequence[Word]) -> bool:
    """Tell whether words only end another clause: "to be named", "how to fill", "told her".

    What a source said of its own name is a condition of its speaking, and no claim.
    """
    lists = clause_words()
    if len(words) > _TINY:
        return False
    lower = [word.lower for word in words]
    asked = lower[0] in lists.interrogative and lower[1:2] == ["to"]
    verb = lower[0] in lists.pasts or lower[0] in lists.auxiliaries or lower[0].endswith("ed")
    terms = (document.caveats[at] for at in fact.caveats)
    return (
        asked
        or lower[:2] == ["to", "be"]
        or (verb and fact.standing == "stated")
        or any(t.kind == "undisclosed" and t.span.covers(fact.claim[0]) for t in terms)
    )
