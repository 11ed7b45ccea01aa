"""How exact an amount is, and whether it says by how much something changed."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import NamedTuple, cast

from briefing.facts.tries import trie
from briefing.lexicons.values import load_list, load_names
from briefing.model import Comparator, Direction

_WINDOW = 56
"""Characters before a number in which its comparator and its change stand."""
_WORD = re.compile(r"[<>]=|[<>≤≥~≈=]|[^\s(“\"<>≤≥~≈=]+")
_LONGEST = 5
"""Words of the longest phrase."""


_CHANGE_OF: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "": frozenset(),
        "_of_money": frozenset(["rate", "currency"]),
        "_of_rates": frozenset(["rate"]),
    }
)
"""Ends of the lexicon's keys, and the kinds of unit that their words count with."""


class Before(NamedTuple):
    """What stands before a number."""

    start: int
    """Where the comparator begins; where the number does, if there is none."""
    comparator: Comparator | None
    change: Direction | None
    change_of: frozenset[str]
    """Kinds of unit that the change counts with; empty if with any, or none."""


@dataclass(frozen=True, slots=True)
class _Phrases:
    before: Mapping[str, str]
    behind: re.Pattern[str]
    behind_names: Mapping[str, str]
    changes: Mapping[str, tuple[Direction, frozenset[str]]]
    glue: frozenset[str]


@cache
def _phrases() -> _Phrases:
    changes: dict[str, tuple[Direction, frozenset[str]]] = {}
    for direction in ("up", "down"):
        for suffix, kinds in _CHANGE_OF.items():
            for phrase in load_list("numbers", direction + suffix):
                changes[phrase] = (direction, kinds)
    behind = load_names("numbers", "comparators_behind")
    ways = "|".join(
        re.escape(way) if not way[0].isalpha() else rf"\s{re.escape(way)}\b"
        for way in sorted(behind, key=len, reverse=True)
    )
    return _Phrases(
        before=load_names("numbers", "comparators"),
        behind=re.compile(rf"(?P<way>{ways})(?![\w])", re.IGNORECASE),
        behind_names=behind,
        changes=changes,
        glue=frozenset(load_list("numbers", "glue")),
    )


def read_before(text: str, start: int, at: int) -> Before:
    """Read what stands between ``start`` and a number, from the number backwards."""
    begin = max(start, at - _WINDOW)
    words = list(_WORD.finditer(text, begin, at))
    if begin > start and words and words[0].start() == begin:
        words = words[1:]  # It may be cut in two.
    phrases = _phrases()
    written = [word[0].lower() for word in words]
    left, comparator, taken = len(written), None, at
    while count := _phrase(phrases.before, written, left):
        comparator = comparator or phrases.before[" ".join(written[left - count : left])]
        left -= count
        taken = words[left].start()
    change, change_of = None, frozenset[str]()
    while left:
        if count := _phrase(phrases.changes, written, left):
            change, change_of = phrases.changes[" ".join(written[left - count : left])]
            break
        if written[left - 1] not in phrases.glue:
            break
        left -= 1
    return Before(taken, cast("Comparator | None", comparator), change, change_of)


@cache
def _lasting() -> re.Pattern[str]:
    return re.compile(rf"\b{trie(load_list('numbers', 'before_durations'))}\s$")


def is_during(text: str, start: int, before: Before, at: int) -> bool:
    """Tell "repeal it over five years" from "for over five years": there "over" means during."""
    if text[before.start : at].strip().lower() != "over":
        return False
    return _lasting().search(text, max(start, before.start - 12), before.start) is None


def _phrase(phrases: Mapping[str, object], written: list[str], left: int) -> int:
    """How many words before ``left`` are the longest phrase that ends there; 0 if none."""
    for count in range(min(_LONGEST, left), 0, -1):
        if " ".join(written[left - count : left]) in phrases:
            return count
    return 0


def read_behind(text: str, at: int, end: int) -> tuple[Comparator, int] | None:
    """Read the "or more" behind an amount: the comparator and where it ends."""
    match = _phrases().behind.match(text, at, end)
    if match is None:
        return None
    way = match["way"].strip().lower()
    return cast("Comparator", _phrases().behind_names[way]), match.end()
