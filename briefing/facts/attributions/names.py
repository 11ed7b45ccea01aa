"""Full names in a document, and whom a short form of one stands for."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from itertools import islice
from typing import NamedTuple

from briefing.facts.attributions.source_kinds import source_words
from briefing.spans import Span

# Two or more words with capitals, on one line; "Mr." and "de" may stand among them. What is
# repeated is bounded: "A-A-A-…" would be read again from every letter.
_CAPITAL = r"[A-Z][^\W\d_]*(?:[.’'-][^\W\d_]+){0,4}\.?"
_SMALL = r"(?:de|van|von|der|al|bin|la|del|of|for)(?= [A-Z])"
_NAME = re.compile(rf"\b{_CAPITAL}(?: (?:{_CAPITAL}|{_SMALL})){{1,9}}")
_WORD = re.compile(r"[^\W_]+(?:[.’'-][^\W_]+)*")
_UNCOUNTED = frozenset({"of", "for", "the", "and"})
_GENDERS = {"mr": "male", "sir": "male", "mrs": "female", "ms": "female", "miss": "female"}
_MOST = 50
"""Mentions of a word that are looked at."""
_POSSESSIVE = ("'s", "’s")


class Name(NamedTuple):
    """A full name where it stands first."""

    span: Span
    words: tuple[str, ...]
    """Lower case, without titles."""


class Names:
    """The full names of a document, to be asked by one of their words."""

    def __init__(self, text: str, blocks: Iterable[Span]) -> None:
        self._text = text
        self._by_word: dict[str, list[Span]] = defaultdict(list)
        self._by_initials: dict[str, list[Span]] = defaultdict(list)
        self._genders: dict[str, str] = {}
        read: set[str] = set()
        for block in blocks:
            for match in _NAME.finditer(text, *block):
                if match[0] not in read:
                    read.add(match[0])
                    self._add(Span(*match.span()), match[0])

    def _add(self, span: Span, written: str) -> None:
        words = [_plain(word) for word in written.split()]
        for word in set(words):
            self._by_word[word].append(span)
        if words[0] in _GENDERS:
            self._genders.setdefault(words[-1], _GENDERS[words[0]])
        initials = "".join(word[:1] for word in words if word not in _UNCOUNTED)
        if len(initials) > 2:
            self._by_initials[initials].append(span)

    def full(self, short: str, before: int) -> Name | None:
        """Return the one full name that a short form can stand for.

        Args:
            short: "Mr. Lee", "Lee", "NIS".
            before: Only what ends before this offset was told to the reader.
        """
        words = _plain_words(short)
        if len(words) != 1:
            return None
        [word] = words
        found = self._stripped(self._by_word.get(word, ()), before)
        found = [name for name in found if word in (name.words[0], name.words[-1])]
        last = [name for name in found if name.words[-1] == word] or found
        if not last and word.upper() in short:
            last = self._stripped(self._by_initials.get(word, ()), before)
        # "Hillary Clinton" and "Hillary Rodham Clinton" are one, "Bill Clinton" is another.
        if len({(name.words[0], name.words[-1]) for name in last}) != 1:
            return None
        return last[0]

    def _stripped(self, spans: Iterable[Span], before: int) -> list[Name]:
        near = (strip_name(self._text, span) for span in islice(spans, _MOST) if span.end <= before)
        return [name for name in near if name and len(name.words) > 1]

    def gender(self, name: str) -> str:
        """Return what a title or the first name tells: male | female | ""."""
        words = [_plain(word) for word in name.split()]
        classes = source_words()
        for word in words[:1]:
            if word in classes.male_names:
                return "male"
            if word in classes.female_names:
                return "female"
        return self._genders.get(words[-1], "") if words else ""


def _plain(word: str) -> str:
    return word.lower().removesuffix("'s").removesuffix("’s").rstrip(".’'")


def strip_name(text: str, span: Span) -> Name | None:
    """Leave out titles and what else stands before a name."""
    classes = source_words()
    found = [(m[0].lower(), m.span()) for m in _WORD.finditer(text, *span)]
    while found and (found[0][0] in classes.no_names or found[0][0] in classes.titles):
        del found[0]
    while found and found[-1][0] in classes.suffixes | classes.no_names:
        del found[-1]
    if not found:
        return None
    last = found[-1][0]
    end = found[-1][1][1] - (2 if last.endswith(_POSSESSIVE) else 0)
    words = (*(word for word, _ in found[:-1]), last.removesuffix("'s").removesuffix("’s"))
    return Name(Span(found[0][1][0], end), words)


def _plain_words(short: str) -> list[str]:
    """Return the words of a short form in lower case, without titles and possessive."""
    classes = source_words()
    words = [word.lower() for word in _WORD.findall(short)]
    words = [word.removesuffix("'s").removesuffix("’s") for word in words]
    return [
        word
        for word in words
        if word not in classes.titles and word not in ("the",) and word not in classes.suffixes
    ]
