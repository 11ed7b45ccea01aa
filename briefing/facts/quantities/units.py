"""Units: what stands before and behind the figures of an amount."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal, NamedTuple

from briefing.lexicons.values import load_list, load_names

Kind = Literal["currency", "rate", "time", "measure"]


class Unit(NamedTuple):
    """A unit and where its words stand."""

    start: int
    end: int
    name: str
    kind: Kind


@dataclass(frozen=True, slots=True)
class _Units:
    before: re.Pattern[str]
    behind: re.Pattern[str]
    per: re.Pattern[str]
    before_names: Mapping[str, str]
    names: Mapping[str, tuple[str, Kind]]
    """By the way of writing; in lower case where capitals do not count."""


_SPACE = r"\s{1,3}"
_LETTERS = 16
"""Longest way of writing a currency before figures."""
_ORDINAL = "second"
"""A unit only with a hyphen before it: "a 30-second spot"."""
_AS_WRITTEN = 2
"""Up to so many letters, and wherever the list has capitals, capitals count."""


def _any(ways: Iterable[str]) -> str:
    escaped = []
    for way in sorted(ways, key=len, reverse=True):
        source = re.escape(way).replace(r"\ ", _SPACE).replace(r"\-", "[-‑ ]")
        escaped.append(source if _is_exact(way) else f"(?i:{source})")
    return "|".join(escaped)


def _is_exact(way: str) -> bool:
    return len(way) <= _AS_WRITTEN or way != way.lower()


def _key(way: str) -> str:
    way = re.sub(r"[-‑\s]+", " ", way).strip()
    return way if _is_exact(way) else way.lower()


@cache
def _units() -> _Units:
    kinds: dict[str, Kind] = {
        "currency_behind": "currency", "rates": "rate", "time": "time", "measures": "measure",
    }  # fmt: skip
    names: dict[str, tuple[str, Kind]] = {}
    ways: list[str] = []
    for key, kind in kinds.items():
        for way, name in load_names("units", key).items():
            names.setdefault(_key(way), (name, kind))
            ways.append(way)
    before = load_names("units", "currency_before")
    signs = [way for way in ways if not way[-1].isalnum()]
    worded = [way for way in ways if way[-1].isalnum()]
    per = [
        *load_list("units", "per"),
        *load_names("units", "time"),
        *load_names("units", "measures"),
    ]
    return _Units(
        before=re.compile(rf"(?<![A-Za-z])(?P<way>{_any(before)}){_SPACE[:-5]}{{0,1}}$"),
        behind=re.compile(rf"\s?-?(?P<way>(?:{_any(worded)})(?![\w])|{_any(signs)})"),
        per=re.compile(
            rf"(?:{_SPACE}(?:per|an?|each|every|for{_SPACE}each){_SPACE}|-an?-|/)(?P<way>{_any(per)})(?!\w)",
        ),
        before_names=before,
        names=names,
    )


def read_currency(text: str, start: int, at: int) -> Unit | None:
    """Read the currency that ends right before figures, not before ``start``."""
    # Nearly always a word stands there, so the last letters are looked at before anything else.
    last = text[at - 2 : at].strip()[-1:] if at - start > 1 else text[start:at]
    if not last or (last.islower() and last not in "sp"):
        return None
    begin = max(start, at - _LETTERS)
    match = _units().before.search(text[begin:at])
    if match is None:
        return None
    way = re.sub(r"\s+", " ", match["way"])
    name = _units().before_names[way]
    return Unit(begin + match.start(), at, name, "currency")


def read_unit(text: str, at: int, end: int) -> Unit | None:
    """Read the unit that begins right behind a number, "per" and what follows included."""
    match = _units().behind.match(text, at, end)
    if match is None:
        return None
    names, key = _units().names, _key(match["way"])
    name, kind = names.get(key) or names[key.lower()]
    if match["way"].lower() == _ORDINAL and text[match.start("way") - 1] != "-":
        return None  # "6,300 second homes"
    return read_rate(text, Unit(match.start("way"), match.end(), name, kind), end)


def read_rate(text: str, unit: Unit, end: int) -> Unit:
    """Read the "a barrel" behind a unit, if there is one."""
    match = _units().per.match(text, unit.end, end)
    if match is None:
        return unit
    way = match["way"]
    base = _units().names.get(_key(way))
    name = f"{unit.name} per {base[0] if base else way.lower()}"
    return unit._replace(end=match.end(), name=name.removeprefix(" "))
