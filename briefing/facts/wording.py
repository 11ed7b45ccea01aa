"""The words of a sentence, cut once and looked at by many."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
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

    __slots__ = ("_ends", "_starts", "text", "words")

    def __init__(self, text: str, span: Span) -> None:
        self.text = text
        """The whole of it, which the spans point into."""
        self.words = cut_words(text, span)
        self._starts = [word.start for word in self.words]
        self._ends = [word.end for word in self.words]

    def within(self, span: tuple[int, int]) -> Sequence[Word]:
        """Return the words that lie wholly in the span."""
        return self.words[bisect_left(self._starts, span[0]) : bisect_right(self._ends, span[1])]

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


def bases(word: str) -> Iterator[str]:
    """Yield what a word can be a form of: "denies" of "deny", "accused" of "accuse"."""
    yield word
    if len(word) > _LONGEST or word[-1:] not in "sdg":
        return
    for ending, others in _ENDINGS:
        if word.endswith(ending):
            stem = word[: -len(ending)]
            for other in others:
                yield stem + other
            if len(stem) > 2 and stem[-1] == stem[-2]:
                yield stem[:-1]
