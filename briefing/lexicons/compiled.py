"""What was made of a file, kept until the file changes: YAML takes thirty times as long as JSON.

The word lists take 60 ms to parse, PyYAML another 15 to import, every time. What comes of them
is a few values that JSON holds, so it lies in the cache folder, one small file for each, with the
size and time of change of what it was made of and of the module that made it. A file there that
is missing, stale, broken or cannot be written counts as none: then the work is done again.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from threading import get_ident
from typing import TypeVar
from zlib import crc32

import msgspec

from briefing.decoders import json_decoder
from briefing.places import cache_folder

T = TypeVar("T")

_FOLDER = "compiled"


class _Stamp(msgspec.Struct, array_like=True):
    """Tells a file from what it was before."""

    path: str
    size: int
    changed: int
    """Nanoseconds."""


class _Kept(msgspec.Struct, array_like=True):
    made_of: _Stamp
    made_by: _Stamp
    value: msgspec.Raw


def compiled(path: Path, make: Callable[[Path], T]) -> T:
    """Return what ``make`` makes of a file, or made of it before.

    Args:
        path: A file that is there.
        make: A function of a module. What it returns is kept if JSON holds it: mappings with
            strings as keys, lists, strings, numbers, True, False and None.

    Raises:
        OSError: The file can't be read.
        Exception: Whatever ``make`` raises; nothing is kept then.
    """
    made_of = _stamp(path)
    made_by = _stamp(Path(make.__code__.co_filename))
    place = cache_folder() / _FOLDER / f"{crc32(os.fsencode(made_of.path)):08x}.json"
    try:
        kept: _Kept = json_decoder(_Kept).decode(place.read_bytes())
        if (kept.made_of, kept.made_by) == (made_of, made_by):
            value: T = msgspec.json.decode(kept.value)
            return value
    except (OSError, ValueError, RecursionError):
        pass
    value = make(path)
    _keep(place, made_of, made_by, value)
    return value


def _stamp(path: Path) -> _Stamp:
    status = path.stat()
    return _Stamp(str(path.absolute()), status.st_size, status.st_mtime_ns)


def _keep(place: Path, made_of: _Stamp, made_by: _Stamp, value: object) -> None:
    try:
        raw = msgspec.json.encode(value)
        if msgspec.json.decode(raw) != value:
            return  # a day, a number as a key: JSON would give something else back
        content = msgspec.json.encode(_Kept(made_of, made_by, msgspec.Raw(raw)))
        _replace(place, content)
    except (OSError, ValueError, TypeError):
        pass


def _replace(place: Path, content: bytes) -> None:
    """Write a file whole or not at all, whoever else writes it at the same time."""
    place.parent.mkdir(parents=True, exist_ok=True)
    half = place.with_suffix(f".{os.getpid()}-{get_ident()}")
    try:
        half.write_bytes(content)
        half.replace(place)
    except OSError:
        half.unlink(missing_ok=True)
        raise
