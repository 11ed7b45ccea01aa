"""Which language a text is in: by its script, then by its function words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache
from types import MappingProxyType

from msgspec.structs import replace

from briefing.lexicons import load_words
from briefing.model import Document
from briefing.words import ENGLISH_ONLY

ENGLISH = "en"
UNKNOWN = "und"
"""ISO 639-2 for a language that nobody has determined."""

_SAMPLE = 20_000  # characters from the beginning, and as many from the middle
_SHORT = 40
"""Words. A shorter text counts as declared, or as English: names and numbers say little."""
_PROSE = 0.12
"""Share of function words below which a text is hardly running prose in a language."""
_FOREIGN = 0.04
"""English prose never has so few of its function words; lists and names do, but no facts."""
_CLEAR = 2.0
"""So many times as many function words as the declared language has: the text is right."""

# Unicode ranges of the scripts that one language, or a few, are written in.
_SCRIPTS: Mapping[str, re.Pattern[str]] = MappingProxyType(
    {
        "el": re.compile("[\u0370-\u03ff\u1f00-\u1fff]"),
        "ru": re.compile("[\u0400-\u052f]"),
        "he": re.compile("[\u0590-\u05ff]"),
        "ar": re.compile("[\u0600-\u06ff\u0750-\u077f]"),
        "hi": re.compile("[\u0900-\u097f]"),
        "th": re.compile("[\u0e00-\u0e7f]"),
        "ja": re.compile("[\u3040-\u30ff]"),
        "zh": re.compile("[\u3400-\u4dbf\u4e00-\u9fff]"),
        "ko": re.compile("[\u1100-\u11ff\uac00-\ud7af]"),
    }
)
_CYRILLIC = ("ru", "uk", "bg")
_FEW_LETTERS = 20
_WORD = re.compile(r"[^\W\d_]+")
# Many pages declare Norwegian by its two written forms.
_SAME = MappingProxyType({"nb": "no", "nn": "no", "iw": "he", "in": "id"})


def mark_language(document: Document) -> Document:
    """Set the language; say so where facts are not read in it."""
    language = find_language(document.text, document.language)
    notices = document.notices
    if language != ENGLISH and ENGLISH_ONLY not in notices:
        notices = (*notices, ENGLISH_ONLY)
    return replace(document, language=language, notices=notices)


def find_language(text: str, declared: str = ENGLISH) -> str:
    """Tell which language a text is in.

    Args:
        text: Any length; a bounded part of it is read.
        declared: What the file says of itself: ``"de-AT"``. The text overrules it only
            where it is clear.

    Returns:
        ISO 639-1, or ``"und"`` for running text in none of the languages that are known.
    """
    declared = _plain_code(declared)
    sample = "".join(_sample(text))
    script = _script(sample)
    if script is not None:
        return _by_words(sample, declared, _CYRILLIC) or script if script == "ru" else script
    return _by_words(sample, declared, tuple(_latin())) or declared


def _plain_code(declared: str) -> str:
    code = re.split(r"[-_]", declared.strip().lower(), maxsplit=1)[0]
    return _SAME.get(code, code) or ENGLISH


def _sample(text: str) -> Iterator[str]:
    yield text[:_SAMPLE]
    if len(text) > 2 * _SAMPLE:
        yield text[len(text) // 2 :][:_SAMPLE]


def _script(sample: str) -> str | None:
    """Return the language that the script of most letters stands for; None for Latin."""
    letters = len("".join(_WORD.findall(sample)))
    counts = {code: len(pattern.findall(sample)) for code, pattern in _SCRIPTS.items()}
    if letters < _FEW_LETTERS or 2 * sum(counts.values()) < letters:
        return None
    # Japanese writes most of its nouns with Chinese characters.
    if 10 * counts["ja"] > counts["zh"] and counts["ja"] + counts["zh"] > letters / 2:
        return "ja"
    return max(counts, key=counts.__getitem__)


@cache
def _latin() -> Mapping[str, frozenset[str]]:
    words = load_words("languages")
    return MappingProxyType({c: frozenset(w) for c, w in words.items() if c not in _CYRILLIC})


def _by_words(sample: str, declared: str, codes: tuple[str, ...]) -> str | None:
    """Count function words; None where they do not overrule what is declared."""
    counted = Counter(_WORD.findall(sample.lower()))
    total = sum(counted.values())
    if total < _SHORT:
        return None
    lexicon = load_words("languages")
    shares = {code: sum(counted[w] for w in set(lexicon[code])) / total for code in codes}
    best = max(shares, key=shares.__getitem__)
    if shares[best] >= _PROSE and shares[best] > _CLEAR * shares.get(declared, 0):
        return best
    if declared == ENGLISH and shares.get(ENGLISH, 1) < _FOREIGN:
        return UNKNOWN
    return None
