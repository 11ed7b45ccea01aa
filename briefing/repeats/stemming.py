"""English words without their endings: rough, but the same for the forms of one word."""

from __future__ import annotations

_LEAST = 3
"""Letters that remain of a word."""
_ENDINGS = (
    ("ies", "y"), ("sses", "ss"), ("ches", "ch"), ("shes", "sh"), ("xes", "x"), ("zes", "z"),
    ("ss", "ss"), ("us", "us"), ("is", "is"), ("s", ""),
)  # fmt: skip
_PARTICIPLES = ("ing", "ed")
_DERIVED = (("ion", 5), ("al", 5), ("ment", 4), ("ly", 4))
"""Endings that make a noun, an adjective or an adverb, and the letters that must remain."""
_VOWELS = frozenset("aeiouy")


def stem(word: str) -> str:
    """Take plural, participle and a final "e" off a word in lower case: "shared" is "shar"."""
    for ending, instead in _ENDINGS:
        if word.endswith(ending):
            if len(word) - len(ending) >= _LEAST:
                word = word[: len(word) - len(ending)] + instead
            break
    for ending, least in _DERIVED:
        if word.endswith(ending) and len(word) - len(ending) >= least:
            word = word[: -len(ending)]
            break
    for ending in _PARTICIPLES:
        rest = word.removesuffix(ending)
        if rest != word and len(rest) >= _LEAST and not _VOWELS.isdisjoint(rest):
            word = rest
            if word[-1] == word[-2] and word[-1] not in "lsz":
                word = word[:-1]
            break
    if len(word) > _LEAST and word.endswith("e"):
        word = word[:-1]
    return word[:-1] + "i" if len(word) > _LEAST and word.endswith("y") else word
