"""Whether a file is still what it was: by a look at it, or by its bytes."""

from __future__ import annotations

import os
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

from briefing.errors import UnreadableError
from briefing.reading.metadata import SIDE_SUFFIX
from briefing.reading.opening import read_bytes


class Stamp(NamedTuple):
    """Changes when a file or its side file is written, and is had without opening either."""

    size: int
    modified: int
    """Nanoseconds, of the file."""
    side_size: int = -1
    """-1: there is no side file."""
    side_modified: int = 0


UNSETTLED = Stamp(-1, -1)
"""Of a file that was written while it was read; no file has it, so it will be read again."""


def stamp_of(path: Path) -> Stamp:
    """Look at a file and its side file.

    Raises:
        OSError: The file is not there, or can't be looked at.
    """
    status = os.stat(path)  # noqa: PTH116 (a third of the time, for thousands of files)
    try:
        side = os.stat(f"{path}{SIDE_SUFFIX}")  # noqa: PTH116
    except OSError:
        return Stamp(status.st_size, status.st_mtime_ns)
    return Stamp(status.st_size, status.st_mtime_ns, side.st_size, side.st_mtime_ns)


class Print(NamedTuple):
    """What a document is made from."""

    sha256: str
    """Of the file's bytes."""
    beside: bytes
    """Of what else counts: its kind and its side file."""


def print_of(path: Path, sha256: str) -> Print:
    """Add to the hash of a file what else its document depends on.

    The same bytes are another document as Markdown, with another day of publication beside
    them, or with a side file that has another name to complain of.
    """
    mark = blake2b(path.suffix.lower().encode("utf-8", "surrogateescape"), digest_size=16)
    side = path.with_name(path.name + SIDE_SUFFIX)
    if side.exists():
        mark.update(os.fsencode(side.name) + (b" link " if side.is_symlink() else b" file "))
        try:
            mark.update(read_bytes(side, lines=False))
        except UnreadableError as error:
            mark.update(error.reason.encode())
    return Print(sha256, mark.digest())
