"""Standard input among the paths: read to its end, then a file that lies apart for a while.

So it is read, analysed and shown as every other file is, also by another process.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
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
    with TemporaryDirectory(prefix=_PREFIX, ignore_cleanup_errors=True) as folder:
        path = Path(folder, SHOWN)
        path.write_bytes(content)
        yield Found(path, SHOWN)


def is_laid_apart(path: Path) -> bool:
    """Tell whether a file is standard input, which nobody finds again once the program ends."""
    folder = path.parent
    apart = folder.name.startswith(_PREFIX) and folder.parent == Path(gettempdir())
    return apart and path.name == SHOWN
