"""When two pieces of text are the same: typography and white space do not count, words do."""

from __future__ import annotations

import re
import unicodedata

# A saved copy often has its quotation marks and dashes straightened, or curled, on the way.
_TYPOGRAPHY = str.maketrans(
    {
        **dict.fromkeys("“”„‟«»″", '"'),
        **dict.fromkeys("‘’‚‛`´′", "'"),
        **dict.fromkeys("‐‑‒–—―−", "-"),
        **dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff"),
    }
)
UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff"
"""Scripts that put no space between words, for a class of a regular expression: where words are
counted, each character is one."""
_WORD = re.compile(rf"[{UNSPACED}]|[^\W\d_{UNSPACED}]+")


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
