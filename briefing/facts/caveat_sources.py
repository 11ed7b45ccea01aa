"""Sources that are described but not named: noun phrases around a word for people."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from briefing.facts.caveat_triggers import Trigger
from briefing.lexicons import load_words
from briefing.spans import Span

_WORD = re.compile(r"(?:[A-Z]\.){2,}|[^\W_]+(?:['’.&-][^\W_]+)*['’]?|''|[^\w\s]")
_LEFT = 7
"""Words before the noun that are looked at."""
_TAIL = 9
"""Words after it that may say which people they are: "familiar with the talks"."""
_CLAUSE = 14
"""Words of a clause between people and their verb: "who spoke on condition of anonymity"."""


class _Word(NamedTuple):
    start: int
    end: int
    written: str
    lower: str

    @property
    def capital(self) -> bool:
        return self.written[0].isupper()

    @property
    def mark(self) -> bool:
        return not self.written[0].isalnum()


class _Lists(NamedTuple):
    """The lists of ``people.yaml``, each explained there."""

    people: frozenset[str]
    crowds: frozenset[str]
    loose: frozenset[str]
    cues: frozenset[str]
    before: frozenset[str]
    inverted: frozenset[str]
    determiners: frozenset[str]
    modifiers: frozenset[str]
    quantifiers: frozenset[str]
    openers: frozenset[str]
    predicates: frozenset[str]
    prepositions: frozenset[str]
    breaks: frozenset[str]
    knowing: frozenset[str]
    fresh: frozenset[str]
    light: frozenset[str]
    be: frozenset[str]


class _Phrase(NamedTuple):
    """A noun phrase: indexes of its first word, its noun and its last word."""

    first: int
    noun: int
    last: int


@cache
def _lists() -> _Lists:
    words = load_words("caveats/people")
    return _Lists(*(frozenset(words[name]) for name in _Lists._fields))


def find_unnamed(text: str, sentence: Span) -> Iterator[Trigger]:
    """Find people who are the source of something and have no name in the sentence.

    Yields:
        The noun phrase, with what says which people they are ("familiar with the talks").
    """
    lists = _lists()
    nouns = lists.people | lists.crowds
    lower = sentence.of(text).lower()
    if nouns.isdisjoint(re.findall(r"[a-z-]+", lower)):
        return
    found = _WORD.finditer(text, *sentence)
    words = [_Word(m.start(), m.end(), m[0], m[0].lower()) for m in found]
    anonymous = "anonymity" in lower
    for noun, word in enumerate(words):
        if word.lower not in nouns or (word.capital and noun and word.lower not in lists.crowds):
            continue
        phrase = _Phrase(_first(words, noun, lists), noun, _last(words, noun, lists))
        if _is_named(words, phrase, lists):
            continue
        if anonymous or _speaks(words, phrase, lists):
            anonymous = False
            span = Span(words[phrase.first].start, words[phrase.last].end)
            yield Trigger(span, "unnamed_source")


def _first(words: Sequence[_Word], noun: int, lists: _Lists) -> int:
    """Return where the noun phrase begins."""
    first = noun
    while first > max(0, noun - _LEFT):
        word = words[first - 1]
        if not _may_modify(word, lists):
            break
        first -= 1
    while first < noun and words[first].lower in ("and", "or", "of", "even"):
        first += 1
    return first


def _may_modify(word: _Word, lists: _Lists) -> bool:
    """Tell whether the word may stand between article and noun; capitalised ones mostly may."""
    if word.lower in lists.determiners or word.lower.endswith(("'s", "’s", "s’", "s'")):
        return True
    if word.lower in lists.openers or word.lower in lists.cues:
        return False
    return not word.mark and (word.capital or word.lower in lists.modifiers)


def _last(words: Sequence[_Word], noun: int, lists: _Lists) -> int:
    """Return where the noun phrase ends: a tail counts where a verb or a mark ends it."""
    after = _lower(words, noun + 1)
    if after not in lists.prepositions:
        return noun
    for last in range(noun + 2, min(len(words), noun + 2 + _TAIL)):
        word = words[last]
        if word.lower in lists.breaks:
            return noun
        if word.mark or word.lower in lists.cues or word.lower in ("who", "that"):
            return last - 1
        if word.lower in lists.light and word.lower not in lists.prepositions:
            return last - 1
    return noun + (len(words) - noun <= 2)


def _is_named(words: Sequence[_Word], phrase: _Phrase, lists: _Lists) -> bool:
    """Tell whether a name stands beside the noun.

    "aide Jo Hall"; "Jo Hall, an aide, said"; "said an aide, Jo Hall"; "Jo Hall is an aide".
    """
    before, after = _lower(words, phrase.first - 1), _lower(words, phrase.last + 1)
    beside = phrase.noun + 1
    if beside < len(words) and words[beside].capital and _lower(words, beside) not in lists.cues:
        return not _is_day(words[beside])
    if before in lists.predicates:
        return True
    one = not words[phrase.noun].lower.endswith("s") or words[phrase.first].lower in ("a", "an")
    if not one:
        return False
    if after == "," and phrase.last + 2 < len(words):
        name = words[phrase.last + 2]
        if name.capital and len(name.written) > 1 and not _is_day(name):
            return True
    stands_apart = after in (",", ".", "who", "and", "", ")", "—", "-")
    return before == "," and phrase.first > 1 and words[phrase.first - 2].capital and stands_apart


def _speaks(words: Sequence[_Word], phrase: _Phrase, lists: _Lists) -> bool:
    """Tell whether the people are the source of something."""
    tail = {word.lower for word in words[phrase.noun + 1 : phrase.noun + 4]}
    if phrase.last > phrase.noun and tail & lists.knowing:
        return True
    noun = words[phrase.noun].lower
    # "the leader said": somebody whom the text has named before.
    if words[phrase.first].lower == "the" and noun not in lists.fresh and not noun.endswith("s"):
        return False
    quantified = any(word.lower in lists.quantifiers for word in words[phrase.first : phrase.noun])
    if noun in lists.crowds and not quantified:
        return False
    if _is_after_cue(words, phrase, lists):
        return True
    if noun in lists.loose and phrase.last > phrase.noun:
        return False
    at = phrase.last + 1
    if noun == "insiders" and _lower(words, at) in lists.light | lists.be:
        return True
    if _lower(words, at) == "who":
        clause = words[at + 1 : at + 1 + _CLAUSE]
        return noun not in lists.loose and any(word.lower in lists.cues for word in clause)
    return _meets_cue(words, _after_clause(words, at), lists)


def _meets_cue(words: Sequence[_Word], at: int, lists: _Lists) -> bool:
    """Tell whether a verb of saying comes next: "have long argued", "are saying".

    Not where they are spoken of: "were told", "accused of theft".
    """
    being = False
    while at < len(words):
        word = words[at]
        if word.lower in lists.cues:
            passive = _lower(words, at + 1) in ("of", "by", "as")
            return word.lower.endswith("ing") if being else not passive
        being = being or word.lower in lists.be
        if not (word.lower in lists.light or word.lower in lists.be or word.lower.endswith("ly")):
            return False
        at += 1
    return False


def _after_clause(words: Sequence[_Word], at: int) -> int:
    """Return what follows a clause in commas: "critics, many of them Catholics, argue"."""
    if _lower(words, at) != ",":
        return at
    for end in range(at + 1, min(len(words), at + 1 + _CLAUSE)):
        if words[end].lower in (",", "-", "—"):
            return end + 1
    return at


def _is_after_cue(words: Sequence[_Word], phrase: _Phrase, lists: _Lists) -> bool:
    """Tell whether what makes a source stands before: "according to"; “…,” said one."""
    before = _lower(words, phrase.first - 1)
    two = f"{_lower(words, phrase.first - 2)} {before}"
    if before in lists.before or two in lists.before:
        return True
    # Turned round, and not "she told officials": a quotation or a comma stands before the verb.
    turned = _lower(words, phrase.first - 2) in (",", "”", '"', "''", "?", "!", "'", "’")
    return before in lists.inverted and turned


def _lower(words: Sequence[_Word], at: int) -> str:
    return words[at].lower if 0 <= at < len(words) else ""


def _is_day(word: _Word) -> bool:
    return word.lower.endswith("day") or word.written == "I"
