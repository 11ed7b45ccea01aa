"""What an amount is of: "13,000 [shipping containers]", "a third of [the workers]"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from briefing.lexicons.values import load_list
from briefing.spans import Span

_MOST = 4
"""Words."""
_WORD = re.compile(r"\s{1,3}(?P<word>[A-Za-z][\w’'&-]*)")
_OF = re.compile(r"\sof(?:\s(?:the|its|their|his|her|our|all|these|those))?(?=\s)")
_SINGULAR = ("ss", "us", "is", "'s", "’s")
_COMPOUND = ("people", "children", "women", "men")
_PARTICIPLE = re.compile(r"(?:ed|ing)$")


@dataclass(frozen=True, slots=True)
class _Words:
    ends: frozenset[str]
    plurals: frozenset[str]
    openers: frozenset[str]
    """Words that only go before a noun."""


@cache
def _words() -> _Words:
    return _Words(
        ends=frozenset(load_list("numbers", "not_counted")),
        plurals=frozenset(load_list("numbers", "plain_plurals")),
        openers=frozenset(load_list("numbers", "before_nouns")),
    )


def find_counted(text: str, at: int, end: int, *, has_unit: bool, one: bool) -> Span | None:
    """Find the nouns that an amount counts.

    Args:
        text: The document's.
        at: Where the amount ends.
        end: Where the sentence does.
        has_unit: Then only what stands behind "of" can be counted.
        one: The amount is one, or a part of one: no plural follows.
    """
    linked = _OF.match(text, at, end)
    if linked:
        return _nouns(text, linked.end(), end, one=False)
    return None if has_unit else _nouns(text, at, end, one=one)


def counts_many(text: str, at: int, end: int) -> bool:
    """Tell whether a plural is counted by the number that ends there."""
    nouns = _nouns(text, at, min(end, len(text)), one=False)
    return nouns is not None and _is_plural(nouns.of(text).rsplit(None, 1)[-1].lower())


def _nouns(text: str, at: int, end: int, *, one: bool) -> Span | None:
    """Take words up to the first plural, or to where a clause goes on."""
    words, start, stop = _words(), None, at
    for _ in range(_MOST):
        match = _WORD.match(text, stop, end)
        if match is None:
            break
        word = match["word"].lower()
        if word in words.ends or (start is not None and _PARTICIPLE.search(word)):
            break
        start = match.start("word") if start is None else start
        stop = match.end()
        if not one and _is_plural(word):
            break
    if start is None or _is_no_noun(text[start:stop].lower()):
        return None
    return Span(start, stop)


def _is_no_noun(words: str) -> bool:
    """Tell whether nothing but "signed" or "more" was found: of what, is said elsewhere."""
    if words.endswith(("'s", "’s")):
        return True
    return words in _words().openers or (" " not in words and bool(_PARTICIPLE.search(words)))


def _is_plural(word: str) -> bool:
    return (
        word in _words().plurals
        or word.endswith(_COMPOUND)
        or (word.endswith("s") and not word.endswith(_SINGULAR))
    )
