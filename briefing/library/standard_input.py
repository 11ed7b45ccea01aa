"""Standard input among the paths: read to its end, then a file that lies apart for a while.

So it is read, analysed and shown as every other file is, also by another process. Who is killed
leaves that file behind, but not the lock on its folder: the next one to lay something apart finds
the folder without a lock, and takes it away.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory, gettempdir
from typing import IO

from briefing.errors import UnreadableError, describe
from briefing.library.folder import Found

SHOWN = "standard input"
MAX_BYTES = 100 * 1024 * 1024

_PREFIX = "briefing-"
_CHUNK = 1 << 16
_NOTHING = Path(SHOWN)


def read_to_end(source: IO[bytes]) -> bytes:
    """Wait for all that somebody pipes in.

    Raises:
        UnreadableError: There is nothing, too much, or it can't be read.
    """
    content = bytearray()
    try:
        while chunk := os.read(source.fileno(), _CHUNK):
            content += chunk
            if len(content) > MAX_BYTES:
                reason = f"It is larger than {MAX_BYTES >> 20} MB; save it as a file and split it."
                raise UnreadableError(_NOTHING, reason)
    except OSError as error:
        raise UnreadableError(_NOTHING, describe(error)) from error
    if not content.strip():
        raise UnreadableError(_NOTHING, "It is empty.")
    return bytes(content)


@contextmanager
def laid_apart(content: bytes) -> Iterator[Found]:
    """Let it be a file until the end, in a folder that nobody else may look into."""
    for left in Path(gettempdir()).glob(f"{_PREFIX}*/{SHOWN}"):
        with suppress(OSError):  # somebody else's, or gone by now
            _remove_if_left(left.parent)
    with TemporaryDirectory(prefix=_PREFIX, ignore_cleanup_errors=True) as folder:
        path = Path(folder, SHOWN)
        with _locked(Path(folder), wait=True):
            path.write_bytes(content)
            yield Found(path, SHOWN)


def _remove_if_left(folder: Path) -> None:
    """Remove a folder of ours that nobody has a lock on.

    Raises:
        OSError: It is another user's, in use, or no such folder.
    """
    if sys.platform == "win32":  # nobody can be sure there
        return
    with _locked(folder, wait=False) as handle:
        if os.fstat(handle).st_uid != os.geteuid():
            return
        for held in list(os.scandir(handle)):
            os.unlink(held.name, dir_fd=handle)
        folder.rmdir()


@contextmanager
def _locked(folder: Path, *, wait: bool) -> Iterator[int]:
    """Lock a folder for as long as this process lives; the handle is that of the folder.

    Raises:
        OSError: Somebody has locked it, or it is no folder.
    """
    if sys.platform == "win32":
        yield -1
        return
    from fcntl import LOCK_EX, LOCK_NB, flock

    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
    try:
        try:
            flock(handle, LOCK_EX if wait else LOCK_EX | LOCK_NB)
        except OSError:
            if not wait:  # else no lock can be had in this place, so nobody takes it away, either
                raise
        yield handle
    finally:
        os.close(handle)


def is_laid_apart(path: Path) -> bool:
    """Tell whether a file is standard input, which nobody finds again once the program ends."""
    folder = path.parent
    apart = folder.name.startswith(_PREFIX) and folder.parent == Path(gettempdir())
    return apart and path.name == SHOWN
