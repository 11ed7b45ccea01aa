"""Cues: verbs that say whose words, thoughts or wishes stand beside them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from briefing.facts.attributions.passages import Passage
from briefing.lexicons import load_words

_ADVERBS = 6
"""Adverbs and auxiliaries before a verb that are looked at."""


class CueWords(NamedTuple):
    """Word classes of ``cues.yaml``; its comments say what each is for."""

    auxiliaries: frozenset[str]
    be: frozenset[str]
    negations: frozenset[str]
    plain_inverting: frozenset[str]
    finite: frozenset[str]
    adverbs: frozenset[str]
    not_adverbs: frozenset[str]
    chains: frozenset[str]
    pronouns: frozenset[str]
    clause_pronouns: frozenset[str]
    object_pronouns: frozenset[str]
    relatives: frozenset[str]
    openers: frozenset[str]
    subordinators: frozenset[str]
    prepositions: frozenset[str]
    leading: frozenset[str]
    occasions: frozenset[str]
    days: frozenset[str]
    interrogatives: frozenset[str]
    determiners: frozenset[str]
    recipients: frozenset[str]
    inverting: frozenset[str]
    parenthetical: frozenset[str]
    clausal: frozenset[str]
    raising: frozenset[str]
    circumstances: frozenset[str]
    comma_openers: frozenset[str]
    openings: frozenset[str]
    asides: frozenset[str]
    nouns: frozenset[str]
    noun_forms: frozenset[str]
    particles: frozenset[str]
    moments: frozenset[str]
    views: frozenset[str]
    possessives: frozenset[str]
    no_labels: frozenset[str]
    plurals: frozenset[str]
    unchanging: frozenset[str]


class VerbGroup(NamedTuple):
    """A verb with its auxiliaries and adverbs, as token indexes, both ends included."""

    first: int
    head: int
    last: int
    """The head, or the preposition behind it: "called for"."""
    lemma: str
    form: str
    """finite | base | modal | chained | progressive | passive | participle | infinitive"""


@cache
def cue_words() -> CueWords:
    """Read the word classes, once."""
    words = load_words("cues")
    return CueWords(*(frozenset(words[name]) for name in CueWords._fields))


@cache
def cue_verbs() -> Mapping[str, str]:
    """Return the lemma of every form of a verb that can be a cue."""
    return {form: lemma for lemma, forms in load_words("cue_verbs").items() for form in forms}


def is_adverb(word: str) -> bool:
    """Tell whether a lower-case word may stand between auxiliary and verb."""
    words = cue_words()
    return word in words.adverbs or (word.endswith("ly") and word not in words.not_adverbs)


def read_group(passage: Passage, begin: int, head: int, lemma: str) -> VerbGroup:
    """Find where the group of a verb begins, and in which form it stands.

    Args:
        passage: The block.
        begin: The sentence's first token: no group reaches over it.
        head: The verb.
        lemma: Its lemma.
    """
    words = cue_words()
    lower = passage.tokens.lower
    first = head
    auxiliary = ""
    infinitive = False
    while first > max(begin, head - _ADVERBS):
        word = lower[first - 1]
        if word == "to" and not auxiliary:
            infinitive = True
        elif word in words.negations:
            pass
        elif word in words.auxiliaries or (infinitive and word in words.chains):
            auxiliary = auxiliary or word
        elif not is_adverb(word):
            break
        first -= 1
    return VerbGroup(first, head, head, lemma, _form(lower[head], lemma, auxiliary, infinitive))


def _form(word: str, lemma: str, auxiliary: str, infinitive: bool) -> str:
    be = auxiliary in cue_words().be
    if infinitive:
        return "chained" if auxiliary else "infinitive"
    if word.endswith("ing") and not lemma.endswith("ing"):
        return "progressive" if be else "participle"
    if be and word != lemma:
        return "passive"
    if word == lemma:
        return "modal" if auxiliary else "base"
    return "finite"
