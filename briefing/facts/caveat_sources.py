"""Sources that are described but not named: noun phrases around a word for people."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from briefing.facts.caveat_triggers import Trigger
from briefing.lexicons import load_words
from briefing.spans import Span

_WORD = re.compile(r"(?:[A-Z]\.){2,}|[^\W_]+(?:['’.&-][^\W_]+)*['’]?|[^\w\s]")
_LEFT = 6
"""Words before the noun that are looked at."""
_REACH = 14
"""Words after the noun among which a verb of saying may stand."""
_TAIL = 8
"""Words that may say which people they are: "familiar with the talks"."""
# Who is described by what they know is a source, even before they say anything.
_CLAUSE = ("who", "which", ",")
_PARTIES = ("republicans", "democrats")
_KNOWING = ("familiar", "briefed", "privy", "knowledgeable", "knowledge")


class _Word(NamedTuple):
    span: Span
    written: str
    lower: str

    @property
    def capital(self) -> bool:
        return self.written[0].isupper()


class _Lists(NamedTuple):
    always: frozenset[str]
    people: frozenset[str]
    loose: frozenset[str]
    cues: frozenset[str]
    before: frozenset[str]
    determiners: frozenset[str]
    modifiers: frozenset[str]
    prepositions: frozenset[str]
    light: frozenset[str]


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
    people = lists.people | lists.always
    lower = text[slice(*sentence)].lower()
    if not any(word in people for word in re.findall(r"[a-z-]+", lower)):
        return
    words = [_Word(Span(*m.span()), m[0], m[0].lower()) for m in _WORD.finditer(text, *sentence)]
    anonymous = "anonymity" in lower
    for at, word in enumerate(words):
        if word.lower not in people or (word.capital and at and word.lower not in _PARTIES):
            continue
        first = _first(words, at, lists)
        if _is_named(words, first, at):
            continue
        if _speaks(words, first, at, lists) or anonymous:
            anonymous = False
            last = _last(words, at, lists)
            yield Trigger(Span(words[first].span.start, words[last].span.end), "unnamed_source")


def _first(words: Sequence[_Word], at: int, lists: _Lists) -> int:
    """Return where the noun phrase begins."""
    first = at
    while first > max(0, at - _LEFT):
        word = words[first - 1]
        if word.lower in lists.determiners:
            first -= 1
            break
        possessive = word.lower.endswith(("'s", "’s", "’", "'"))
        if not (word.capital or word.lower in lists.modifiers or possessive):
            break
        if not word.written[0].isalnum():
            break
        first -= 1
    while first < at and words[first].lower in ("and", "or", "of", "even"):
        first += 1
    return first


def _last(words: Sequence[_Word], at: int, lists: _Lists) -> int:
    """Return where the noun phrase ends: a tail counts where a verb or a mark ends it."""
    if at + 1 == len(words) or words[at + 1].lower not in lists.prepositions:
        return at
    for last in range(at + 2, min(len(words), at + 2 + _TAIL)):
        word = words[last]
        ends = (
            word.lower in lists.cues or word.lower in lists.light or word.lower in ("who", "that")
        )
        if (ends and word.lower != "and") or not word.written[0].isalnum():
            return last - 1
    return at


def _is_named(words: Sequence[_Word], first: int, at: int) -> bool:
    """Tell whether a name stands beside the noun: "aide Jo Hall", "Jo Hall, an aide"."""
    after = words[at + 1] if at + 1 < len(words) else None
    if after and after.capital and after.lower not in _lists().cues:
        return True
    if after and after.lower == "," and at + 2 < len(words) and words[at + 2].capital:
        ends = [w.lower for w in words[at + 3 : at + 7]]
        if "," in ends and words[at].lower.endswith("s") is False:
            return True
    opener = words[first].lower
    return (
        first >= 2
        and words[first - 1].lower == ","
        and words[first - 2].capital
        and opener in ("a", "an", "the", "one", "his", "her", "its")
    )


def _speaks(words: Sequence[_Word], first: int, at: int, lists: _Lists) -> bool:
    """Tell whether the people are the source of something."""
    if words[at].lower in lists.always:
        return True
    if _is_after_cue(words, first, lists):
        return True
    if any(word.lower in _KNOWING for word in words[at + 1 : at + 4]):
        return True
    loose = words[at].lower in lists.loose
    opener = words[first].lower
    if opener == "the" and first == at - 1 and not words[at].lower.endswith("s"):
        loose = True
    linked = False
    for distance, word in enumerate(words[at + 1 : at + 1 + _REACH]):
        if word.lower in lists.cues:
            return not (loose and linked)
        if distance == 0 and (word.lower in lists.prepositions or word.lower in _CLAUSE):
            linked = True
            continue
        if word.lower in lists.light or linked:
            continue
        return False
    return False


def _is_after_cue(words: Sequence[_Word], first: int, lists: _Lists) -> bool:
    if not first:
        return False
    before = words[first - 1].lower
    two = f"{words[first - 2].lower} {before}" if first > 1 else ""
    if two in lists.before:
        return True
    if before not in lists.before:
        return False
    if before in ("citing", "quoting", "quoted"):
        return True
    # Turned round: “…,” said one official. Not: she told officials.
    return first > 1 and words[first - 2].lower in (",", "”", '"', "''", "?", "!", "'", "’")
