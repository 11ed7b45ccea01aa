"""Full names in a document, and whom a short form of one stands for."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from briefing.facts.source_kinds import source_words
from briefing.spans import Span

# Two or more words with capitals, on one line; "Mr." and "de" may stand among them. What is
# repeated is bounded: "A-A-A-…" would be read again from every letter.
_NAME = re.compile(
    r"\b[A-Z][^\W\d_]*(?:[.’'-][^\W\d_]+){0,4}\.?"
    r"(?: (?:[A-Z][^\W\d_]*(?:[.’'-][^\W\d_]+){0,4}\.?|(?:de|van|von|der|al|bin|la|del|of|for)(?= [A-Z]))){1,9}"
)
_WORD = re.compile(r"[^\W_]+(?:[.’'-][^\W_]+)*")
_POSSESSIVE = ("'s", "’s")


class Name(NamedTuple):
    """A full name where it stands first."""

    span: Span
    words: tuple[str, ...]
    """Lower case, without titles."""
    gender: str
    """male | female | "" where no title tells."""


class Names:
    """The full names of a document, by their words, first and last."""

    def __init__(self, text: str, blocks: Sequence[Span]) -> None:
        self._text = text
        self._by_word: dict[str, list[Name]] = defaultdict(list)
        self._by_initials: dict[str, list[Name]] = defaultdict(list)
        self._genders: dict[str, str] = {}
        seen: set[tuple[str, ...]] = set()
        for block in blocks:
            for match in _NAME.finditer(text, *block):
                self._add(Span(*match.span()), seen)

    def _add(self, span: Span, seen: set[tuple[str, ...]]) -> None:
        name = strip_name(self._text, span)
        if name is None:
            return
        if name.gender:
            self._genders.setdefault(name.words[-1], name.gender)
        if len(name.words) < 2 or name.words in seen:
            return
        seen.add(name.words)
        for word in {name.words[0], name.words[-1]}:
            self._by_word[word].append(name)
        initials = "".join(word[0] for word in name.words if word not in ("of", "for", "the"))
        if len(initials) > 2:
            self._by_initials[initials].append(name)

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
        found = [name for name in self._by_word.get(word, ()) if name.span.end <= before]
        last = [name for name in found if name.words[-1] == word] or found
        if not last and short.isupper():
            last = [n for n in self._by_initials.get(word, ()) if n.span.end <= before]
        # "Hillary Clinton" and "Hillary Rodham Clinton" are one, "Bill Clinton" is another.
        if len({(name.words[0], name.words[-1]) for name in last}) != 1:
            return None
        return last[0]

    def gender(self, word: str) -> str:
        """Return what a title before this last name tells: male | female | ""."""
        return self._genders.get(word, "")


def strip_name(text: str, span: Span) -> Name | None:
    """Leave out titles and what else stands before a name."""
    classes = source_words()
    found = [(m[0].lower(), m.span()) for m in _WORD.finditer(text, *span)]
    gender = ""
    while found and (found[0][0] in classes.no_names or found[0][0] in classes.titles):
        if found[0][0] in classes.male_titles:
            gender = "male"
        elif found[0][0] in classes.female_titles:
            gender = "female"
        del found[0]
    while found and found[-1][0] in classes.suffixes | classes.no_names:
        del found[-1]
    if not found:
        return None
    last = found[-1][0]
    end = found[-1][1][1] - (2 if last.endswith(_POSSESSIVE) else 0)
    words = (*(word for word, _ in found[:-1]), last.removesuffix("'s").removesuffix("’s"))
    return Name(Span(found[0][1][0], end), words, gender)


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
