"""Scare quotes: a word or two in quotation marks, without saying whose words they are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from briefing.facts.caveat_triggers import Trigger
from briefing.lexicons import load_words
from briefing.spans import Span

_QUOTED = re.compile(r"“([^“”]{1,60})”|(?<!\w)\"([^\"]{1,60})\"|(?<!\w)''([^']{1,60})''")
_MARKS = re.compile(r"[“”\"]|''")
_MENTIONED = re.compile(
    r"\b(?:word|words|term|phrase|phrases|slogan|song|film|movie|book|novel|show|series|play|album"
    r"|episode|titled|entitled|headlined|headline|reads?|reading|called|named|known as|dubbed"
    r"|nicknamed|labell?ed|chant(?:s|ed|ing)?|shout(?:s|ed|ing)?|sign|signs|tweet|hashtag|band|poem"
    r"|essay|article|column|speech|on|of|in|for|from|and|,)\s*$",
    re.IGNORECASE,
)
_WORDS = 4
"""More of them are a quotation, not a word."""


@cache
def _cues() -> frozenset[str]:
    return frozenset(load_words("caveats/people")["cues"])


def find_scare_quotes(text: str, sentence: Span) -> Iterator[Trigger]:
    """Find quoted words of nobody in the sentence.

    None is taken where the sentence has a verb of saying, quotes more than a few words, or
    stands in a longer quotation; none that are capitalised like a title or a name.
    """
    quoted = list(_QUOTED.finditer(text, *sentence))
    if not quoted or 2 * len(quoted) != len(_MARKS.findall(text, *sentence)):
        return
    said = sentence.of(text).lower()
    if not _cues().isdisjoint(re.findall(r"[a-z]+", said)):
        return
    for match in quoted:
        span = Span(*match.span(match.lastindex or 0))
        words = span.of(text).split()
        if not 1 <= len(words) <= _WORDS or words[-1][-1] in ".,?!;:":
            continue
        if not words[0][:1].islower():
            continue
        if _MENTIONED.search(text, max(sentence.start, match.start() - 20), match.start()):
            continue
        yield Trigger(span, "scare_quoted")
