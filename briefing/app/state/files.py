"""Small JSON files that are written whole, and that several readers may write."""

from __future__ import annotations

import contextlib
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

from msgspec import json

_LARGEST = 4_000_000
"""Bytes; ours are far smaller, so a larger file is not ours."""


def read_json(path: Path) -> object:
    """Read a file; one that is missing, too large or broken gives None."""
    try:
        with path.open("rb") as file:
            content = file.read(_LARGEST + 1)
        return json.decode(content) if len(content) <= _LARGEST else None
    # Thousands of brackets are nested too deeply for the parser.
    except (OSError, ValueError, RecursionError):
        return None


def write_json(path: Path, content: object) -> None:
    """Put another file in the place of one, all of it or nothing.

    Raises:
        OSError: It can't be written.
    """
    words = json.encode(content) + b"\n"
    handle, name = tempfile.mkstemp(prefix=path.name, suffix=".part", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(words)
        os.replace(name, path)  # noqa: PTH105 (``name`` is no Path)
    except OSError:
        with contextlib.suppress(OSError):
            os.unlink(name)  # noqa: PTH108
        raise


@contextlib.contextmanager
def alone_in(folder: Path) -> Iterator[None]:
    """Let nobody else write while we read, change and write again.

    Raises:
        OSError: The folder can't be written.
    """
    try:
        import fcntl
    except ImportError:  # Windows: two readers that end in the same moment; one of them wins
        yield
        return
    with (folder / ".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
