"""Bytes of a file, without waiting for a pipe and without swallowing a disk."""

from __future__ import annotations

import os
import stat
from io import RawIOBase
from pathlib import Path

from briefing.errors import UnreadableError, describe

MAX_BYTES = 256 * 1024 * 1024
MAX_LINE = 5_000_000
"""Characters; the longest lines of real files are whole articles, a hundredth of it."""
MAX_TAGS = 1_000_000
"""Of a web page; news pages have 3,000."""
MANY_TAGS = f"It has more than {MAX_TAGS:,} tags, so it is hardly an article."
NO_FILE = (
    "It is a pipe or a device, not a file; save what it gives as a file first, "
    "or pipe it into briefing -."
)
LONG_LINE = (
    f"A line of it is longer than {MAX_LINE:,} characters, so it is hardly an article; "
    "break it into paragraphs to read it."
)

_UNREAD = ("<script", "<style")
_CHUNK = 1 << 20
# Never wait for a writer at the other end of a pipe; Windows has no such flag.
_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


def read_bytes(path: Path, *, lines: bool = True) -> bytes:
    """Read a whole ordinary file.

    Args:
        path: Where it lies; links are followed.
        lines: Stop early where a line is certainly longer than ``MAX_LINE`` characters.

    Raises:
        UnreadableError: It can't be opened, is a folder, a pipe or a device, is larger than
            ``MAX_BYTES``, or has a line that no article has.
    """
    try:
        # Looked at before it is opened: opening alone has effects on some devices.
        _check_kind(path, path.stat())
        file = os.open(path, _FLAGS)
        with os.fdopen(file, "rb", buffering=0) as source:
            _check_kind(path, os.fstat(file))
            return _read(path, source, lines=lines)
    except OSError as error:
        raise UnreadableError(path, describe(error)) from error


def has_long_line(text: str) -> bool:
    """Tell whether a line of decoded text is longer than ``MAX_LINE``."""
    start = 0
    while len(text) - start > MAX_LINE:
        end = text.rfind("\n", start, start + MAX_LINE + 1)
        if end < 0:
            return True
        start = end + 1
    return False


def has_long_passage(markup: str) -> bool:
    """Tell whether markup holds more than ``MAX_LINE`` characters of text without a tag."""
    tag, end = 0, -1
    while True:
        start = markup.find("<", end + 1)
        length = (start if start >= 0 else len(markup)) - end - 1
        if length > MAX_LINE and not markup[tag : tag + 7].lower().startswith(_UNREAD):
            return True
        tag, end = start, markup.find(">", start)
        if start < 0 or end < 0:
            return False


def _check_kind(path: Path, status: os.stat_result) -> None:
    if stat.S_ISDIR(status.st_mode):
        raise UnreadableError(path, "It is a folder, not a file.")
    if not stat.S_ISREG(status.st_mode):
        raise UnreadableError(path, NO_FILE)
    if status.st_size > MAX_BYTES:
        size = status.st_size / (1024 * 1024)
        raise UnreadableError(
            path,
            f"It is {size:,.0f} MB large, and no more than {MAX_BYTES >> 20} MB are read; "
            "split it first.",
        )


def _read(path: Path, source: RawIOBase, *, lines: bool) -> bytes:
    content = bytearray()
    line = 0
    while chunk := source.read(_CHUNK):
        content += chunk
        if len(content) > MAX_BYTES:
            raise UnreadableError(path, f"It is larger than {MAX_BYTES >> 20} MB; split it first.")
        last = max(chunk.rfind(b"\n"), chunk.rfind(b"\r"))
        line = line + len(chunk) if last < 0 else len(chunk) - last - 1
        # No encoding has more than four bytes for a character.
        if lines and line > 4 * MAX_LINE:
            raise UnreadableError(path, LONG_LINE)
    return bytes(content)
