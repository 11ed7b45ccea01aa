"""Find the words of the caveat lexicon in a sentence, in one pass over its words."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import chain
from types import MappingProxyType
from typing import NamedTuple

from briefing.lexicons.caveat_words import load_caveats
from briefing.lexicons.patterns import ANY_KEY, END_KEY, NAME_KEY, NUMBER_KEY, Pattern
from briefing.model import CaveatKind, Scope
from briefing.spans import Span, merge_spans

# Not the second half of "Johnny-come-lately".
_WORD = re.compile(r"(?<!\w-)[^\W_]+")


class Trigger(NamedTuple):
    """Words that show a caveat."""

    span: Span
    kind: CaveatKind
    scope: Scope = "fact"


class _Entry(NamedTuple):
    kind: CaveatKind
    scope: Scope | None
    """None: the words show no caveat of the kind."""
    pattern: Pattern


class Listed(NamedTuple):
    """What the lexicon says of a sentence."""

    triggers: tuple[Trigger, ...]
    voided: tuple[Trigger, ...]
    """Words that show nothing of the kind: "May" in "Theresa May" no date."""


def find_triggers(text: str, sentence: Span) -> Listed:
    """Find what the lexicon lists.

    Returns:
        Triggers in text order; those of one kind do not overlap: of two that do, the longer
        stands. Words that an ``unless`` pattern covers show nothing.
    """
    found: list[Trigger] = []
    voided: list[Trigger] = []
    for entry, span in _matches(text, sentence):
        if entry.scope is None:
            voided.append(Trigger(span, entry.kind))
        else:
            found.append(Trigger(span, entry.kind, entry.scope))
    standing = keep_longest(leave_out(found, voided)) if found else ()
    return Listed(standing, tuple(voided))


def keep_longest(triggers: Iterable[Trigger]) -> tuple[Trigger, ...]:
    """Leave out what overlaps a longer trigger of its kind; the rest comes in text order."""
    kept: list[Trigger] = []
    last: dict[CaveatKind, int] = {}
    for trigger in sorted(triggers, key=_by_start):
        at = last.get(trigger.kind)
        if at is None or kept[at].span.end <= trigger.span.start:
            last[trigger.kind] = len(kept)
            kept.append(trigger)
        elif _length(trigger) > _length(kept[at]):
            kept[at] = trigger
    return tuple(sorted(kept))


def leave_out(triggers: Iterable[Trigger], taken: Iterable[Trigger]) -> tuple[Trigger, ...]:
    """Leave out what shares a word with one of ``taken`` of its kind."""
    spans: dict[CaveatKind, list[Span]] = defaultdict(list)
    for other in taken:
        spans[other.kind].append(other.span)
    merged = {kind: merge_spans(listed) for kind, listed in spans.items()}
    return tuple(t for t in triggers if not meets_any(t.span, merged.get(t.kind, ())))


def meets_any(span: Span, merged: Sequence[Span]) -> bool:
    """Tell whether one of ``merged`` (sorted, without overlap) shares a character with the span."""
    at = bisect_left(merged, (span.end, 0)) - 1
    return at >= 0 and merged[at].meets(span)


def _by_start(trigger: Trigger) -> tuple[int, int, bool]:
    # Of equal spans the wider scope stands.
    return trigger.span.start, -trigger.span.end, trigger.scope == "fact"


def _length(trigger: Trigger) -> int:
    return trigger.span.end - trigger.span.start


def _matches(text: str, sentence: Span) -> Iterator[tuple[_Entry, Span]]:
    entries_of = _index().get
    end = sentence.end
    words = [(word[0], word.start()) for word in _WORD.finditer(text, *sentence)]
    if not words:
        return
    keys = [_keys(letters) for letters, _ in words]
    initial = True
    for (_, at), firsts, seconds in zip(words, keys, (*keys[1:], ()), strict=True):
        for first in firsts:
            group = entries_of(first)
            if group is None:
                continue
            for entry in group.fitting(seconds):
                if entry.pattern.initial and not initial:
                    continue
                match = entry.pattern.expression.match(text, at, end)
                if match:
                    yield entry, Span(*match.span("t"))
        initial = False


def _keys(letters: str) -> tuple[str, ...]:
    if not letters[0].isalpha():
        return letters.lower(), NUMBER_KEY
    return (letters,) if letters.islower() else (letters.lower(), NAME_KEY)


class _Group:
    """The patterns that may begin with one word, by the word that may follow it."""

    def __init__(self, pairs: Iterable[tuple[str, _Entry]]) -> None:
        pairs = tuple(pairs)
        free = {entry for second, entry in pairs if second in (ANY_KEY, END_KEY)}
        self.always = tuple(dict.fromkeys(entry for _, entry in pairs if entry in free))
        following: dict[str, list[_Entry]] = defaultdict(list)
        for second, entry in pairs:
            if entry not in free:
                following[second].append(entry)
        self.following = {key: tuple(entries) for key, entries in following.items()}

    def fitting(self, keys: tuple[str, ...]) -> tuple[_Entry, ...]:
        """Return the patterns that a following word with these keys leaves possible."""
        fitting = self.always
        for key in keys:
            fitting += self.following.get(key, ())
        return fitting


@cache
def _index() -> Mapping[str, _Group]:
    """Return the patterns by what their first word can be."""
    pairs: dict[str, list[tuple[str, _Entry]]] = defaultdict(list)
    for entry in chain.from_iterable(map(_entries, load_caveats())):
        for first, second in sorted(entry.pattern.heads):
            pairs[first].append((second, entry))
    return MappingProxyType({first: _Group(found) for first, found in pairs.items()})


def _entries(kind: CaveatKind) -> Iterator[_Entry]:
    words = load_caveats()[kind]
    lists: tuple[tuple[Scope | None, tuple[Pattern, ...]], ...] = (
        ("fact", words.triggers),
        ("document", words.document),
        (None, words.unless),
    )
    return (_Entry(kind, scope, pattern) for scope, patterns in lists for pattern in patterns)
