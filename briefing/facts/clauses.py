"""Clauses: where a sentence can be cut, and whether a stretch of it says anything."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from briefing.lexicons import load_words
from briefing.spans import Span

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_HARD = re.compile(r"[;:](?=\s)|\s(?:[–—]|--?)\s|[—]")
_LONGEST = 16
"""Letters of a word that is looked up as an inflected one."""
_FEWEST = 3
"""Words of a clause."""


class Word(NamedTuple):
    """A word where it stands."""

    span: Span
    lower: str
    """Lower case, with a straight apostrophe."""


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
    around_attribution: frozenset[str]


@cache
def clause_words() -> ClauseWords:
    """Load the words that set clauses apart."""
    words = load_words("clauses")
    return ClauseWords(*(frozenset(words[name]) for name in ClauseWords._fields))


def read_words(text: str, span: Span) -> tuple[Word, ...]:
    """Cut a stretch into words."""
    return tuple(
        Word(Span(*match.span()), match[0].lower().replace("’", "'"))
        for match in _WORD.finditer(text, *span)
    )


def bases(word: str) -> Iterator[str]:
    """Yield what a word can be a form of: "denies" of "deny", "accused" of "accuse"."""
    yield word
    if len(word) > _LONGEST:
        return
    for ending, others in _ENDINGS:
        if word.endswith(ending):
            stem = word[: -len(ending)]
            for other in others:
                yield stem + other
            if len(stem) > 2 and stem[-1] == stem[-2]:
                yield stem[:-1]


_ENDINGS = (
    ("ies", ("y",)),
    ("ied", ("y",)),
    ("es", ("", "e")),
    ("s", ("",)),
    ("ed", ("", "e")),
    ("ing", ("", "e")),
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
    if word.endswith(("'s", "ss", "us")) or before.endswith("s") or before in lists.conjunctions:
        return False
    return after in lists.determiners or after in lists.prepositions


def has_main_predicate(text: str, words: Sequence[Word]) -> bool:
    """Tell whether a finite verb stands before any clause of time, relative or aside.

    "attacks since the board took over" has none.
    """
    lists = clause_words()
    inner = lists.temporal | lists.relative | lists.without_comma | lists.interrogative
    last = len(words)
    for at in range(1, len(words)):
        between = text[words[at - 1].span.end : words[at].span.start]
        if words[at].lower in inner or _HARD.search(between):
            last = at
            break
    return find_predicate(words[:last]) is not None


def find_clauses(text: str, span: Span) -> tuple[Span, ...]:
    """Cut a stretch where one clause ends and the next begins.

    Returns:
        Spans that cover all words; a piece without a finite verb stays with the one before
        it, so that lists ("ships, planes and trains") are not cut.
    """
    words = read_words(text, span)
    cuts = [0, *_cuts(text, words), len(words)]
    kept: list[int] = []
    for first, last in pairwise(cuts):
        if not kept:
            kept.append(0)
        elif _can_stand(words[first:last]) and find_predicate(words[kept[-1] : first]) is not None:
            kept.append(first)
    if len(kept) < 2:
        return (span,)
    starts = [span.start, *(words[at].span.start for at in kept[1:])]
    ends = [*starts[1:], span.end]
    return tuple(Span(*pair).strip(text) for pair in zip(starts, ends, strict=True))


def _can_stand(words: Sequence[Word]) -> bool:
    return len(words) >= _FEWEST and find_predicate(words) is not None


def _cuts(text: str, words: Sequence[Word]) -> Iterator[int]:
    lists = clause_words()
    conceding = bool(words) and words[0].lower in lists.concessions
    for at in range(1, len(words)):
        between = text[words[at - 1].span.end : words[at].span.start]
        if _HARD.search(between) or _is_cut(words, at, "," in between):
            yield at
            conceding = words[at].lower in lists.concessions
        elif conceding and "," in between and find_predicate(words[:at]) is not None:
            # "While it lost money, it grew": the comma is the cut.
            yield at
            conceding = False


def _is_cut(words: Sequence[Word], at: int, comma: bool) -> bool:
    lists = clause_words()
    word = words[at].lower
    following = words[at + 1].lower if at + 1 < len(words) else ""
    if comma:
        return word in lists.after_comma or f"{word} {following}" in lists.after_comma
    if word in lists.without_comma:
        return True
    return following in lists.relative_possibility and opens_relative(words, at)


def opens_relative(words: Sequence[Word], at: int) -> bool:
    """Tell whether a word opens a relative clause: "a pact that binds", not "said that"."""
    lists = clause_words()
    if not at or words[at].lower not in lists.relative:
        return False
    # Behind a comma "that" points back: "without a seat, that will not help".
    if words[at].lower == "that" and words[at].span.start > words[at - 1].span.end + 1:
        return False
    before = words[at - 1].lower
    return before not in lists.auxiliaries and not any(
        base in lists.verbs or base in lists.pasts for base in bases(before)
    )
