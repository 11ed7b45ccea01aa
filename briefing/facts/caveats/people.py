"""People spoken of without a name: noun phrases around a word for people."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from briefing.lexicons import load_words
from briefing.spans import Span

_WORD = re.compile(r"(?:[A-Z]\.){2,}|[^\W_]+(?:['’.&-][^\W_]+)*['’]?|''|[^\w\s]")
_LETTERS = re.compile(r"[a-z-]+")
_POSSESSIVES = ("'s", "’s", "s’", "s'")
_LEFT = 7
"""Words before the noun that are looked at."""
_TAIL = 9
"""Words after it that may say which people they are: "familiar with the talks"."""


class PeopleWords(NamedTuple):
    """The lists of ``caveats/people.yaml``, each explained there."""

    people: frozenset[str]
    crowds: frozenset[str]
    quantifiers: frozenset[str]
    loose: frozenset[str]
    cues: frozenset[str]
    before: frozenset[str]
    inverted: frozenset[str]
    determiners: frozenset[str]
    modifiers: frozenset[str]
    openers: frozenset[str]
    predicates: frozenset[str]
    objects: frozenset[str]
    prepositions: frozenset[str]
    breaks: frozenset[str]
    ends: frozenset[str]
    knowing: frozenset[str]
    fresh: frozenset[str]
    light: frozenset[str]
    be: frozenset[str]


@cache
def load_people() -> PeopleWords:
    """Read the lists, once."""
    words = load_words("caveats/people")
    return PeopleWords(*(frozenset(words[name]) for name in PeopleWords._fields))


class Word(NamedTuple):
    """A word or a mark of a sentence."""

    start: int
    end: int
    written: str
    lower: str

    @property
    def capital(self) -> bool:
        """It begins with a capital."""
        return self.written[0].isupper()

    @property
    def mark(self) -> bool:
        """It is no word."""
        return not self.written[0].isalnum()

    @property
    def day(self) -> bool:
        """It has its capital for another reason than being a name."""
        return self.lower.endswith("day") or self.written == "I"


class Phrase(NamedTuple):
    """A noun phrase in the words of its sentence."""

    words: Sequence[Word]
    first: int
    noun: int
    last: int

    @property
    def span(self) -> Span:
        """Where it stands in the text."""
        return Span(self.words[self.first].start, self.words[self.last].end)

    def lower(self, at: int) -> str:
        """Return a word of the sentence in lower case; empty outside of it."""
        return self.words[at].lower if 0 <= at < len(self.words) else ""


def find_people(text: str, sentence: Span) -> Iterator[Phrase]:
    """Find the people in a sentence beside whom no name stands."""
    known = load_people()
    nouns = known.people | known.crowds
    if nouns.isdisjoint(_LETTERS.findall(sentence.of(text).lower())):
        return
    found = _WORD.finditer(text, *sentence)
    words = tuple(Word(m.start(), m.end(), m[0], m[0].lower()) for m in found)
    for noun, word in enumerate(words):
        if word.lower not in nouns or (word.capital and noun and word.lower not in known.crowds):
            continue
        phrase = Phrase(words, _first(words, noun), noun, _last(words, noun))
        if not _is_named(phrase):
            yield phrase


def _first(words: Sequence[Word], noun: int) -> int:
    """Return where the noun phrase begins.

    A word that no list knows belongs to it between two that do: "senior port officials".
    """
    first = noun
    for at in range(noun - 1, max(-1, noun - 1 - _LEFT), -1):
        if _may_modify(words[at]):
            first = at
        elif at + 1 != first or _is_known(words[at]) or not (at and _may_modify(words[at - 1])):
            break
    while first < noun and words[first].lower in ("and", "or", "of", "even"):
        first += 1
    return first


def _may_modify(word: Word) -> bool:
    """Tell whether the word may stand before the noun; capitalised ones mostly may."""
    known = load_people()
    if word.lower in known.determiners or word.lower.endswith(_POSSESSIVES):
        return True
    if not word.capital:
        return word.lower in known.modifiers
    return word.lower not in known.openers and word.lower not in known.cues


def _is_known(word: Word) -> bool:
    """Tell whether the word, as a mark or a word of another use, is no noun before a noun."""
    known = load_people()
    uses = (known.openers, known.cues, known.light, known.be, known.prepositions, known.ends)
    return word.mark or any(word.lower in use for use in uses)


def _last(words: Sequence[Word], noun: int) -> int:
    """Return where the noun phrase ends: a tail counts where a verb or a mark ends it."""
    known = load_people()
    tail = words[noun + 1 : noun + 2 + _TAIL]
    if len(tail) < 2 or tail[0].lower not in known.prepositions or tail[1].day:
        return noun
    for length, word in enumerate(tail[1:], start=1):
        if word.lower in known.breaks:
            return noun
        if word.mark or _ends_tail(word.lower, known):
            return noun + length
    return noun


def _ends_tail(word: str, known: PeopleWords) -> bool:
    if word in known.prepositions:
        return False
    return any(word in ends for ends in (known.cues, known.ends, known.be, known.light))


def _is_named(phrase: Phrase) -> bool:
    """Tell whether a name stands beside the noun.

    "aide Jo Hall"; "said an aide, Jo Hall"; "Jo Hall, an aide, said"; "Jo Hall is an aide".
    """
    known = load_people()
    words, first, noun, last = phrase
    if noun + 1 < len(words) and words[noun + 1].capital:
        # "Officials Say" of a headline is no name, "spokeswoman Hope Hicks" is.
        named = noun + 2 < len(words) and words[noun + 2].capital
        return (named or words[noun + 1].lower not in known.cues) and not words[noun + 1].day
    if phrase.lower(first - 1) in known.predicates:
        return True
    several = words[noun].lower.endswith("s") and words[first].lower not in ("a", "an")
    after = phrase.lower(last + 1)
    if after == "," and _names(words, last + 2) > several:
        return True
    apart = phrase.lower(first - 1) == "," and first > 1 and words[first - 2].capital
    return not several and apart and after in (",", ".", "who", "and", "", ")", "—", "-")


def _names(words: Sequence[Word], at: int) -> int:
    """Count the capitalised words from here; none where a verb follows: "an aide, Hall said"."""
    end = at
    while end < len(words) and words[end].capital and not words[end].day:
        end += 1
    alone = end == len(words) or words[end].mark or words[end].lower == "and"
    return end - at if alone else 0
