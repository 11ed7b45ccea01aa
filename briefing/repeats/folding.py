"""When two pieces of text are the same: typography and white space do not count, words do."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
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
    """The words and marks of a block, each as a number that equal ones share."""

    codes: Sequence[int]
    spans: Sequence[Span]


class Vocabulary:
    """Numbers tokens; equal words, in whatever typography, get the same number."""

    def __init__(self) -> None:
        self._codes: dict[str, int] = {}
        self._folded: dict[str, int] = {}

    def tokens(self, text: str, span: Span) -> Tokens:
        """Cut a block into words and single marks."""
        found = list(_TOKEN.finditer(text, span.start, span.end))
        codes = [self._code(match[0]) for match in found]
        return Tokens(codes, [Span(*match.span()) for match in found])

    def _code(self, token: str) -> int:
        code = self._codes.get(token)
        if code is None:
            code = self._folded.setdefault(fold(token), len(self._folded))
            self._codes[token] = code
        return code
