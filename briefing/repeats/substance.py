"""Whether an edited copy says something else: figures, names and negations that differ."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import cast

from briefing.lexicons import load_lexicon, load_words

_NUMBERS = ("small", "tens", "scales")
"""What the lexicon of numbers calls the words that are one by themselves."""


def is_substantive(now: Iterable[str], was: Iterable[str], *, opens: bool) -> bool:
    """Tell whether other words say something else, not the same in another way.

    Args:
        now: Words and marks of the copy.
        was: Those of the original that they stand for.
        opens: They begin a sentence, where a capital makes no name.
    """
    here, there = list(now), list(was)
    names = _names(here, opens=opens) ^ _names(there, opens=opens)
    said = {word.casefold() for word in here} & {word.casefold() for word in there}
    return (
        _figures(here) != _figures(there)
        or _count_negations(here) != _count_negations(there)
        or bool(names - said)
    )


def _figures(words: Iterable[str]) -> list[str]:
    folded = map(str.casefold, words)
    return [word for word in folded if word in _number_words() or any(map(str.isdigit, word))]


def _names(words: list[str], *, opens: bool) -> set[str]:
    return {word.casefold() for word in words[int(opens) :] if word[:1].isupper()}


def _count_negations(words: Iterable[str]) -> int:
    return sum(map(_is_negation, words))


def _is_negation(word: str) -> bool:
    folded = word.casefold()
    return folded in _negations() or folded.endswith(load_words("repeats")["contractions"])


@cache
def _number_words() -> frozenset[str]:
    numbers = load_lexicon("numbers")
    return frozenset(word for key in _NUMBERS for word in cast("Iterable[str]", numbers[key]))


@cache
def _negations() -> frozenset[str]:
    words = load_words("repeats")
    return frozenset(words["negations"] + words["elsewhere"])
