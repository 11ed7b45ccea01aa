"""The words of a sentence, cut once and looked at by many."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from briefing.spans import Span

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_LONGEST = 16
"""Letters of a word that is looked up as an inflected one."""


class Word(NamedTuple):
    """A word where it stands."""

    start: int
    end: int
    lower: str
    """Lower case, with a straight apostrophe."""


class Wording:
    """A stretch of a text and its words."""

    __slots__ = ("text", "words")

    def __init__(self, text: str, span: Span) -> None:
        self.text = text
        """The whole of it, which the spans point into."""
        self.words = cut_words(text, span)

    def within(self, span: tuple[int, int]) -> Sequence[Word]:
        """Return the words that lie wholly in the span."""
        start, end = span
        first, last = bisect_left(self.words, (start,)), bisect_left(self.words, (end,))
        if last > first and self.words[last - 1].end > end:
            last -= 1
        return self.words[first:last]

    def among(self, spans: Sequence[tuple[int, int]]) -> list[Word]:
        """Return the words that lie wholly in one of the spans, in their order."""
        return [word for span in spans for word in self.within(span)]


def cut_words(text: str, span: tuple[int, int]) -> tuple[Word, ...]:
    """Cut a stretch of a text into words."""
    return tuple(
        [
            Word(*match.span(), match[0].lower().replace("’", "'"))
            for match in _WORD.finditer(text, *span)
        ]
    )


_ENDINGS = (
    ("ies", ("y",)),
    ("ied", ("y",)),
    ("es", ("", "e")),
    ("s", ("",)),
    ("ed", ("", "e")),
    ("ing", ("", "e")),
)


@lru_cache(maxsize=8192)
def bases(word: str) -> tuple[str, ...]:
    """Return what a word can be a form of: "denies" of "deny", "accused" of "accuse"."""
    if len(word) > _LONGEST or word[-1:] not in "sdg":
        return (word,)
    found = [word]
    for ending, others in _ENDINGS:
        if word.endswith(ending):
            stem = word[: -len(ending)]
            found += [stem + other for other in others]
            if len(stem) > 2 and stem[-1] == stem[-2]:
                found.append(stem[:-1])
    return tuple(found)
