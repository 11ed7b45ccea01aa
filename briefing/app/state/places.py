"""Where the reader was in each document, and what was opened."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

MOST_DOCUMENTS = 2000
MOST_RECENT = 20
_SHA256 = re.compile(r"[0-9a-f]{64}")
_FARTHEST = 2**53
"""Beyond this a number of a JSON file is not exact."""
_LATEST = 2**37
"""Seconds since 1970: the year 6325. A date has no more than four digits of a year."""
_LONGEST = 4096
"""Characters of a path."""
_MOST_PATHS = 100
"""Paths of one start that are remembered; a shell's wildcard gives thousands."""


class Kept(NamedTuple):
    """What is remembered of a document."""

    offset: int
    """Of the first word in view."""
    read: bool = True
    """Whether it counts as read."""


class Recent(NamedTuple):
    """Paths that were opened together."""

    paths: tuple[str, ...]
    """Absolute, as the file system writes them; not safe to show."""
    opened: float
    """Seconds since 1970."""
    documents: int | None = None
    """How many there were; None where the reader left before it was known."""


def read_places(content: object) -> dict[str, Kept]:
    """Take the documents of a file's content, oldest first, as far as they make sense."""
    if not isinstance(content, dict):
        return {}
    return {
        sha256: Kept(entry[0], bool(entry[1]))
        for sha256, entry in content.items()
        if _SHA256.fullmatch(sha256)
        and isinstance(entry, list)
        and len(entry) == 2
        and type(entry[0]) is int
        and 0 <= entry[0] < _FARTHEST
        and entry[1] in (0, 1)
    }


def write_places(places: Mapping[str, Kept]) -> dict[str, list[int]]:
    """Give the newest documents the form that a file takes."""
    newest = list(places.items())[-MOST_DOCUMENTS:]
    return {sha256: [kept.offset, int(kept.read)] for sha256, kept in newest}


def read_recent(content: object) -> tuple[Recent, ...]:
    """Take what was opened, newest first, as far as it makes sense."""
    found = map(_recent, content if isinstance(content, list) else [])
    return newest_of(recent for recent in found if recent is not None)


def newest_of(recent: Iterable[Recent]) -> tuple[Recent, ...]:
    """Keep what was opened last, each time once, newest first."""
    newest: dict[tuple[str, ...], Recent] = {}
    for opened in sorted(recent, key=lambda held: held.opened, reverse=True):
        newest.setdefault(opened.paths, opened)
    return tuple(newest.values())[:MOST_RECENT]


def write_recent(recent: Iterable[Recent]) -> list[dict[str, object]]:
    """Give what was opened the form that a file takes."""
    return [opened._asdict() for opened in recent]


def _recent(entry: object) -> Recent | None:
    if not isinstance(entry, dict):
        return None
    paths, opened, documents = entry.get("paths"), entry.get("opened"), entry.get("documents")
    if not isinstance(paths, list) or not 0 < len(paths) <= _MOST_PATHS:
        return None
    if not all(isinstance(path, str) and 0 < len(path) <= _LONGEST for path in paths):
        return None
    if not isinstance(opened, int | float) or not 0 <= opened < _LATEST:
        return None
    counted = isinstance(documents, int) and 0 <= documents < _FARTHEST
    return Recent(tuple(paths), float(opened), documents if counted else None)
