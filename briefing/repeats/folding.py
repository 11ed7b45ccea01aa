"""When two pieces of text are the same: typography and white space do not count, words do."""

from __future__ import annotations

import re
import unicodedata
from array import array
from typing import NamedTuple

from briefing.spans import Span

# A saved copy often has its quotation marks and dashes straightened, or curled, on the way.
_TYPOGRAPHY = str.maketrans(
    {
        **dict.fromkeys("“”„‟«»″", '"'),
        **dict.fromkeys("‘’‚‛`´′", "'"),
        **dict.fromkeys("‐‑‒–—―−", "-"),
        **dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff"),
    }
)
_MARKS = frozenset(".,:;!?…-–—()[]*'\"“”‘’«»")
_TOKEN = re.compile(r"\w+|[^\w\s]")
_WORD = re.compile(r"[^\W\d_]+")


def fold(text: str) -> str:
    """Make texts that read the same equal; case and every word still tell them apart."""
    folded = unicodedata.normalize("NFKC", text.translate(_TYPOGRAPHY))
    return " ".join(folded.split())


def count_words(text: str, most: int) -> int:
    """Count the words that hold letters, up to ``most``."""
    count = 0
    for count, _ in enumerate(_WORD.finditer(text), start=1):
        if count == most:
            break
    return count


class Tokens(NamedTuple):
    """The words and marks of a block: numbers, the same for equal ones, and offsets."""

    codes: array[int]
    starts: array[int]
    ends: array[int]

    def span(self, first: int, count: int) -> Span:
        """Return the text of some tokens in a row."""
        return Span(self.starts[first], self.ends[first + count - 1])


class Vocabulary:
    """Numbers tokens; equal words, in whatever typography, get the same number."""

    def __init__(self) -> None:
        self._codes: dict[str, int] = {}
        self._folded: dict[str, int] = {}
        self._marks: set[int] = set()

    def tokens(self, text: str, span: Span) -> Tokens:
        """Cut a block into words and single marks."""
        tokens = Tokens(array("q"), array("q"), array("q"))
        for match in _TOKEN.finditer(text, span.start, span.end):
            tokens.codes.append(self._code(match[0]))
            tokens.starts.append(match.start())
            tokens.ends.append(match.end())
        return tokens

    def is_mark(self, code: int) -> bool:
        """Tell whether a number stands for a mark such as a comma, not for a word."""
        return code in self._marks

    def _code(self, token: str) -> int:
        code = self._codes.get(token)
        if code is None:
            code = self._folded.setdefault(fold(token), len(self._folded))
            self._codes[token] = code
            if token in _MARKS:
                self._marks.add(code)
        return code
