"""What kind of source words name: a name, a description, a pronoun, the paper itself."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from briefing.lexicons import load_words
from briefing.model import SourceKind

_WORD = re.compile(r"(?:[A-Z]\.)+|[^\W_]+(?:[.&'’/-][^\W_]+)*|[,;:(]")
_LONGEST = 400
"""Characters of a source that are looked at; names stand in the first few."""


class SourceWords(NamedTuple):
    """Word classes of ``sources.yaml``; its comments say what each is for."""

    pronouns: frozenset[str]
    persons: frozenset[str]
    masculine: frozenset[str]
    groups: frozenset[str]
    bodies: frozenset[str]
    indefinite: frozenset[str]
    definite: frozenset[str]
    determiners: frozenset[str]
    tails: frozenset[str]
    people: frozenset[str]
    outlets: frozenset[str]
    outlet_names: frozenset[str]
    origins: frozenset[str]
    second_cues: frozenset[str]
    titles: frozenset[str]
    media_nouns: frozenset[str]
    no_names: frozenset[str]
    suffixes: frozenset[str]
    male_names: frozenset[str]
    female_names: frozenset[str]


@cache
def source_words() -> SourceWords:
    """Read the word classes, once."""
    words = load_words("sources")
    return SourceWords(*(frozenset(words[name]) for name in SourceWords._fields))


@lru_cache(maxsize=4096)
def kind_of(source: str, publisher: str | None = None) -> SourceKind:
    """Tell what kind of source words name.

    Args:
        source: The words, as they stand in the text; "" where there are none.
        publisher: The document's, if known.
    """
    words = _WORD.findall(source[:_LONGEST])
    if not words:
        return "none"
    classes = source_words()
    if len(words) == 1 and words[0].lower() in classes.pronouns:
        return "pronoun"
    if publisher and _bare(source) == _bare(publisher):
        return "publisher"
    parts = _parts(words)
    return "named" if any(_is_named(part, parts) for part in parts) else "unnamed"


def _bare(name: str) -> str:
    words = re.findall(r"[^\W_]+", name.lower())
    return " ".join(words[1:] if words[:1] == ["the"] else words)


def _parts(words: list[str]) -> list[list[str]]:
    """Cut at commas and brackets: what stands behind one describes what stands before."""
    parts: list[list[str]] = [[]]
    for word in words:
        if word in (",", ";", ":", "("):
            parts.append([])
        else:
            parts[-1].append(word)
    return [part for part in parts if part]


def _is_named(part: list[str], parts: list[list[str]]) -> bool:
    head = _head(part)
    if not head:
        return False
    if part is not parts[0]:
        # "a spokeswoman, Anna White": the name stands alone between its commas.
        return len(part) >= 2 and all(word[0].isupper() for word in part)
    return any(_has_name(words) for words in _joined(head))


def _head(part: list[str]) -> list[str]:
    """Return the words up to the noun that the others say more about."""
    tails = source_words().tails
    for at, word in enumerate(part):
        if at and word in tails and not (word == "that" and at == 0):
            return part[:at]
        if (
            at
            and word.endswith("ed")
            and word.islower()
            and part[at - 1].lower() in (source_words().people)
        ):
            return part[:at]
    return part


def _joined(head: list[str]) -> list[list[str]]:
    joined: list[list[str]] = [[]]
    for word in head:
        if word in ("and", "or", "&"):
            joined.append([])
        else:
            joined[-1].append(word)
    return [words for words in joined if words]


def _has_name(words: list[str]) -> bool:
    """Tell whether a noun phrase is a name, or a body or an office that is plain from it."""
    classes = source_words()
    noun = words[-1].lower().removesuffix("'s").removesuffix("’s")
    if noun in classes.people:
        # "the Party", "Congress" aside, whoever is described by what they do has no name;
        # "Democrats" stays a description with its capital.
        return False
    if len(words) == 1 and noun in classes.indefinite:
        return False
    if words[-1][0].isupper() or words[-1][0].isdigit():
        return noun not in classes.indefinite
    first = words[0].lower()
    if first in classes.indefinite - classes.definite:
        return False
    # "the ministry", "her campaign" are bodies; "a study" and "voters" could be any.
    return (
        first in classes.definite
        or first.endswith(("'s", "’s"))
        or (any(word[0].isupper() for word in words) and not noun.endswith("s"))
        or noun in classes.media_nouns
    )
