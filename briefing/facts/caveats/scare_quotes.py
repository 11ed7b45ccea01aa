"""Scare quotes: a word or two in quotation marks, without saying whose words they are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from briefing.facts.caveats.triggers import Trigger
from briefing.lexicons import load_words
from briefing.spans import Span

_QUOTED = re.compile(r"“([^“”]{1,60})”|(?<!\w)\"([^\"]{1,60})\"|(?<!\w)''([^']{1,60})''")
_MARKS = re.compile(r"[“”\"]|''")
_BEFORE = re.compile(r"([\w'’-]{1,40}),?\s{0,3}$")
_MOST = 3
"""Words; more of them are a quotation."""
_SO_CALLED = "so-called"


class _Lists(NamedTuple):
    cues: frozenset[str]
    mentions: frozenset[str]


@cache
def _lists() -> _Lists:
    words = load_words("caveats/quotes")
    return _Lists(frozenset(words["cues"] + words["more"]), frozenset(words["mentions"]))


def find_scare_quotes(text: str, sentence: Span) -> Iterator[Trigger]:
    """Find quoted words of nobody in the sentence.

    A sentence with a verb of saying tells whose they are, one with an odd mark lies inside a
    longer quotation, and capitals make a title or a name; "so-called" settles it always.
    """
    quoted = list(_QUOTED.finditer(text, *sentence))
    if not quoted:
        return
    lists = _lists()
    whole = 2 * len(quoted) == len(_MARKS.findall(text, *sentence))
    told = not lists.cues.isdisjoint(re.findall(r"[a-z]+", sentence.of(text).lower()))
    for match in quoted:
        span = Span(*match.span(match.lastindex or 0))
        before = _BEFORE.search(text, max(sentence.start, match.start() - 42), match.start())
        word = before[1].lower() if before else ""
        if word == _SO_CALLED or (
            whole and not told and word not in lists.mentions and _is_short(span.of(text))
        ):
            yield Trigger(span, "scare_quoted")


def _is_short(words: str) -> bool:
    """Tell whether the words are a few, begin small and end without a mark."""
    return len(words.split()) <= _MOST and words[0].islower() and words[-1].isalnum()
