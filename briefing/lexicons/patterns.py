"""A small pattern language for word lists: what an editor writes, turned into a safe expression.

=================  ==========================================================================
``declined to``    these words, in any case, with any white space between; ``'`` is ``’`` too
``(a|b c)``        one of these
``[a|b c]``        one of these, or nothing
``{number}``       one of a class of words: built in (below), or listed by the word list
``<a b>``          the trigger; what stands outside is context. Without it, all of it
``!(a|b)``         what follows is none of these
``,``              a comma
``^``              the sentence begins here
``=May``           this word, with exactly these capitals
=================  ==========================================================================

Built in: ``{number}`` figures with their currency sign, ``{year}``, ``{name}`` a run of one to
four capitalised words, ``{word}`` any word, ``{some}`` up to three words within a clause.

Every repetition is bounded, so a match costs a constant at each word of the text.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from types import MappingProxyType

from briefing.errors import BriefingError

Classes = Mapping[str, tuple[str, ...]]
"""Names of classes and their members, themselves patterns without ``<>``."""

Head = tuple[str, str]
"""The first two words that a match can have, in lower case, or the keys below."""
NUMBER_KEY = "0"
"""Any word that is not letters only: a figure."""
NAME_KEY = "A"
"""Any capitalised word."""
ANY_KEY = "*"
END_KEY = ""
"""The match may end before a second word."""

# Between two words quotation marks may stand: dismissed it as “absurd”.
_SPACE = r"[”\"’']{0,2}+\s{1,8}+[“\"‘']{0,2}+"
_PIECE = re.compile(r"\{[a-z_ ]+\}|[<>()\[\]|,^!]|[^\s<>()\[\]|,^!{}]+|\S")
_WORD = r"[\w$£€%][\w'’.&-]{0,40}+"
_BUILT_IN: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "number": (r"(?:US)?[$£€]?\d(?:[\d,.]{0,20}\d)?(?:st|nd|rd|th)?", NUMBER_KEY),
        "year": (r"(?:19|20)\d\d\b", NUMBER_KEY),
        "name": (
            rf"(?-i:[A-Z])[\w'’.&-]{{0,40}}+(?:{_SPACE}(?-i:[A-Z])[\w'’.&-]{{0,40}}+){{0,3}}+",
            NAME_KEY,
        ),
        "word": (_WORD, ANY_KEY),
        "some": (rf"(?:{_WORD}{_SPACE}){{0,2}}?{_WORD}", ANY_KEY),
    }
)


class PatternError(BriefingError):
    """A pattern that cannot be read, and why."""


# Compared by identity: comparing and hashing what it holds would cost more than matching.
@dataclass(frozen=True, kw_only=True, eq=False)
class Pattern:
    """A pattern, ready to be matched where a word begins."""

    written: str
    """As in the word list."""
    heads: frozenset[Head]
    """How a match can begin: whoever looks for patterns at a word tries only those that fit."""
    initial: bool
    """Only at the beginning of a sentence."""
    source: str
    """Regular expression; its group ``t`` is the trigger."""

    @cached_property
    def expression(self) -> re.Pattern[str]:
        """Compiled when a text first holds one of the keys: most texts need few."""
        return re.compile(self.source, re.IGNORECASE)


def read_pattern(written: str, classes: Classes = MappingProxyType({})) -> Pattern:
    """Read a pattern.

    Raises:
        PatternError: A bracket is open, a class is unknown, nothing is sure to match, or the
            first word can be any.
    """
    reader = _Reader(written, classes)
    source, heads = reader.read()
    if "(?P<t>" not in source:
        source = f"(?P<t>{source})"
    return Pattern(written=written, heads=heads, initial=reader.initial, source=source)


@dataclass(frozen=True, slots=True)
class _Part:
    source: str
    heads: frozenset[Head] = frozenset()
    optional: bool = False
    attached: bool = False
    """Follows the word before without white space: a comma, a look ahead."""


class _Reader:
    """One pattern, read from left to right."""

    def __init__(self, written: str, classes: Classes) -> None:
        self.written = written
        self.classes = classes
        self.pieces = _PIECE.findall(written)
        self.at = 0
        self.initial = bool(self.pieces) and self.pieces[0] == "^"
        self.at += self.initial

    def read(self) -> tuple[str, frozenset[Head]]:
        part = self._alternatives(None)
        known = all(first != ANY_KEY for first, _ in part.heads)
        if not part.heads or not known or part.source.startswith((",", "(?!")):
            raise self._error("must begin with words that are known")
        return part.source, part.heads

    def _alternatives(self, closing: str | None) -> _Part:
        branches = [self._sequence(closing)]
        while self._peek() == "|":
            self.at += 1
            branches.append(self._sequence(closing))
        if self._peek() != closing:
            raise self._error(f"{closing or 'no bracket'} expected at {self._peek()!r}")
        self.at += closing is not None
        # Longest first, as written words: "more than" before "more".
        sources = sorted((b.source for b in branches), key=len, reverse=True)
        joined = sources[0] if len(sources) == 1 else f"(?:{'|'.join(sources)})"
        heads = frozenset[Head]().union(*(branch.heads for branch in branches))
        return _Part(joined, heads, attached=all(branch.attached for branch in branches))

    def _sequence(self, closing: str | None) -> _Part:
        parts = []
        while (piece := self._peek()) not in (closing, "|", None):
            self.at += 1
            parts.append(self._part(piece or ""))
        return self._join(parts)

    def _part(self, piece: str) -> _Part:
        match piece:
            case "(":
                return self._alternatives(")")
            case "[":
                return replace(self._alternatives("]"), optional=True)
            case "<":
                inner = self._alternatives(">")
                return _Part(f"(?P<t>{inner.source})", inner.heads)
            case "!":
                inner = self._part(self._next())
                return _Part(rf"(?!\W{{1,3}}+{inner.source})", attached=True)
            case ",":
                return _Part(r",(?!\d)", attached=True)
        if piece.startswith("{") and len(piece) > 1:
            return self._class(piece[1:-1])
        if piece.startswith("=") and len(piece) > 1:
            word = _literal(piece[1:])
            return _Part(f"(?-i:{word.source})", word.heads)
        if not re.match(r"[\w'’$%-]", piece):
            raise self._error(f"{piece!r} has no meaning here")
        return _literal(piece)

    def _class(self, name: str) -> _Part:
        if name in _BUILT_IN:
            source, key = _BUILT_IN[name]
            return _Part(source, frozenset({(key, ANY_KEY)}))
        if name not in self.classes:
            raise self._error(f"there is no class {{{name}}}")
        others = {key: members for key, members in self.classes.items() if key != name}
        return _Reader(f"({'|'.join(self.classes[name])})", others)._sequence(None)

    def _join(self, parts: Sequence[_Part]) -> _Part:
        if parts and all(part.attached for part in parts):
            return _Part("".join(part.source for part in parts), attached=True)
        source = ""
        sure = False
        for part in parts:
            if part.attached:
                source += f"(?:{part.source})?" if part.optional else part.source
            elif part.optional:
                source += f"(?:{_SPACE}{part.source})?" if sure else f"(?:{part.source}{_SPACE})?"
            else:
                source += f"{_SPACE}{part.source}" if sure else part.source
                sure = True
        if not sure:
            raise self._error("holds nothing that must be there")
        return _Part(source, _heads(parts))

    def _peek(self) -> str | None:
        return self.pieces[self.at] if self.at < len(self.pieces) else None

    def _next(self) -> str:
        piece = self._peek()
        if piece is None:
            raise self._error("ends too early")
        self.at += 1
        return piece

    def _error(self, reason: str) -> PatternError:
        return PatternError(f"pattern {self.written!r}: {reason}")


def _heads(parts: Sequence[_Part]) -> frozenset[Head]:
    """Return the first two words of parts in a row; commas and looks ahead are no words."""
    after: frozenset[Head] = frozenset()
    may_end = True
    for part in reversed(parts):
        if part.attached:
            continue
        seconds = {first for first, _ in after} | ({END_KEY} if may_end else set())
        heads: set[Head] = set()
        for first, second in part.heads:
            heads.update((first, then) for then in (seconds if second == END_KEY else {second}))
        after = frozenset(heads) | after if part.optional else frozenset(heads)
        may_end = may_end and part.optional
    return after


def _literal(word: str) -> _Part:
    source = re.escape(word).replace("'", "['’]")
    if word[-1].isalnum():
        source += r"\b"
    pieces = re.findall(r"[^\W_]+", word.lower()) or [word]
    # What stands behind a hyphen or an apostrophe may be no word of its own to the reader.
    return _Part(source, frozenset({(pieces[0], END_KEY if len(pieces) == 1 else ANY_KEY)}))
