"""Whether words have a finite verb, and where: no parser, but lists and endings."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import chain
from types import MappingProxyType
from typing import NamedTuple

from briefing.facts.claims.wording import Word, bases
from briefing.lexicons import load_words

HARD_STOP = re.compile(r"[;:](?=\s)|\s(?:[–—]|--?)\s|[—]")
"""Between two words: a semicolon, a colon or a dash."""


class ClauseWords(NamedTuple):
    """The word list, as sets."""

    after_comma: frozenset[str]
    without_comma: frozenset[str]
    relative: frozenset[str]
    interrogative: frozenset[str]
    temporal: frozenset[str]
    tags: frozenset[str]
    concessions: frozenset[str]
    subordinators: frozenset[str]
    relative_possibility: frozenset[str]
    prepositions: frozenset[str]
    conjunctions: frozenset[str]
    pronouns: frozenset[str]
    referring: frozenset[str]
    determiners: frozenset[str]
    auxiliaries: frozenset[str]
    pasts: frozenset[str]
    verbs: frozenset[str]
    commands: frozenset[str]
    before_commands: frozenset[str]
    around_attribution: frozenset[str]
    behind_verbs: frozenset[str]
    behind_participles: frozenset[str]
    inner: frozenset[str]
    """They open a clause that is not the main one."""
    objects: frozenset[str]
    """What follows a command."""
    dependent: frozenset[str]
    """A claim that begins with one of them needs its sentence."""
    grammar: frozenset[str]
    """Words that name nothing."""


_NONE = Word(0, 0, "")
_JOINED = MappingProxyType(
    {
        "inner": ("temporal", "relative", "without_comma", "interrogative"),
        "objects": ("determiners", "pronouns", "prepositions", "adverbs"),
        "dependent": ("referring", "prepositions", "conjunctions", "relative"),
        "grammar": ("auxiliaries", "prepositions", "determiners", "pronouns"),
    }
)


@cache
def clause_words() -> ClauseWords:
    """Load the words that set clauses apart."""
    words = load_words("clauses")
    return ClauseWords(
        *(
            frozenset(chain.from_iterable(words[part] for part in _JOINED.get(name, (name,))))
            for name in ClauseWords._fields
        )
    )


def find_predicate(words: Sequence[Word]) -> int | None:
    """Return where the first finite verb stands; None where there is none.

    No parser: words that are verbs in every context, then endings that make a verb of a
    word unless the word before makes a noun or an adjective of it ("the alarmed crew").
    """
    lists = clause_words()
    for at, word in enumerate(words):
        before = words[at - 1].lower if at else ""
        after = words[at + 1].lower if at + 1 < len(words) else ""
        if _is_finite(word.lower, before, after, lists):
            return at
    return None


def _is_finite(word: str, before: str, after: str, lists: ClauseWords) -> bool:
    if word in lists.auxiliaries:
        return before != "to"
    if word in lists.pasts:
        return before not in lists.determiners and before != "to"
    if not before or before in lists.determiners:
        return False
    if word.endswith("ed"):
        return len(word) > 3
    if word.endswith("s"):
        return not lists.verbs.isdisjoint(bases(word)) or _links(word, before, after, lists)
    plural = before in lists.pronouns or (before.endswith("s") and not before.endswith("'s"))
    return plural and before != "to" and word in lists.verbs


def _links(word: str, before: str, after: str, lists: ClauseWords) -> bool:
    """Tell whether a word in -s stands as a verb does: "the ship sails under a new flag"."""
    if word.endswith(("'s", "ss", "us")) or before.endswith("s"):
        return False
    return after in lists.behind_verbs


def has_main_predicate(text: str, words: Sequence[Word]) -> bool:
    """Tell whether a finite verb stands before any clause of time, relative or aside.

    "attacks since the board took over" has none, nor have "matters related to the attacks".
    """
    lists = clause_words()
    last = len(words)
    for at in range(1, len(words)):
        start, end = words[at - 1].end, words[at].start
        stops = end - start > 1 and HARD_STOP.search(text[start:end])
        if stops or words[at].lower in lists.inner:
            last = at
            break
    return any(
        _is_finite(word.lower, before.lower, after.lower, lists)
        and not (word.lower.endswith("ed") and after.lower in lists.behind_participles)
        for before, word, after in zip(
            (_NONE, *words), words[:last], (*words[1:], _NONE), strict=False
        )
    )


def opens_relative(words: Sequence[Word], at: int) -> bool:
    """Tell whether a word opens a relative clause: "a pact that binds", not "said that"."""
    lists = clause_words()
    if not at or words[at].lower not in lists.relative:
        return False
    # Behind a comma "that" points back: "without a seat, that will not help".
    if words[at].lower == "that" and words[at].start > words[at - 1].end + 1:
        return False
    before = words[at - 1].lower
    return before not in lists.auxiliaries and not any(
        base in lists.verbs or base in lists.pasts for base in bases(before)
    )
