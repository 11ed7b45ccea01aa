"""Which engine found something: findings of another one are not taken for its own."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from functools import cache
from hashlib import blake2b
from pathlib import Path

import msgspec

import briefing

_PARTS = ("reading", "repeats", "facts", "lexicons", "model", "library")
_MODULES = ("spans.py", "words.py", "pipeline.py")
_SOURCES = (".py", ".yaml")


@cache
def engine_version() -> str:
    """Name the engine by what it is made of, at the cost of a look at 150 folder entries.

    A number that people raise is forgotten the one time that it matters, and a hash of the
    contents takes 20 ms of every start. So sizes and times of the sources count, and what a
    package index gives all files of a wheel the same time for, the package's version. A reader
    of web pages that is brought up to date changes what is found, too: the folder of packages
    then has another time.
    """
    package = Path(briefing.__file__).parent
    mark = blake2b(digest_size=16)
    mark.update(f"{briefing.__version__} {sys.version_info[:2]}".encode())
    mark.update(str(_time(Path(msgspec.__file__).parent.parent)).encode())
    for line in sorted(_listing(package)):
        mark.update(line.encode())
    return mark.hexdigest()


def _listing(package: Path) -> Iterator[str]:
    """Write a line for every source; an engine inside an archive has none."""
    for name in _MODULES:
        yield f"{name} {_time(package / name)}\n"
    waiting = [str(package / part) for part in _PARTS]
    while waiting:
        try:
            with os.scandir(waiting.pop()) as entries:
                found = list(entries)
        except OSError:
            continue
        for entry in found:
            if entry.name.endswith(_SOURCES):
                status = entry.stat()
                yield f"{entry.path} {status.st_size} {status.st_mtime_ns}\n"
            elif entry.is_dir() and entry.name != "__pycache__":
                waiting.append(entry.path)


def _time(path: Path) -> int:
    try:
        return path.stat().st_mtime_ns
    except OSError:
        return 0
