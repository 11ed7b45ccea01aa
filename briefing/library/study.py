"""What the worker is asked for: what lists show of many files, and everything about one."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from time import monotonic
from typing import NamedTuple

from briefing.errors import UnreadableError, describe
from briefing.library.folder import Found
from briefing.library.gathering import as_copy
from briefing.library.stamps import UNSETTLED, Print, Stamp, print_of, stamp_of
from briefing.library.store import Kept, Store, key_of
from briefing.model import Document, Headline, Summary, headline_of, summarise
from briefing.model.packed import pack, unpack
from briefing.places import cache_folder
from briefing.reading import read_document

SMALL = 256 * 1024
"""Bytes of a file that is read at once where it is wanted; a longer text is only begun."""
BEGINNING = 64_000
"""Characters of a long text that are shown while all of it is being read."""
_GLANCE = 0.1
"""Seconds after which a glance ends, so that what is wanted meanwhile need not wait."""
_HELD = 16_000_000
"""Characters of documents that were read for a glance and will soon be analysed."""


class Glance(NamedTuple):
    """What is seen of a file when it is read."""

    stamp: Stamp
    print: Print
    headline: Headline


class Study(NamedTuple):
    """Everything about a file."""

    glance: Glance
    summary: Summary
    key: bytes
    kept: bool
    """Whether the store has the document."""
    packed: bytes | None
    """None where nobody wants it now and the store has it."""


class Desk:
    """Reads and analyses, with a store at hand. A worker has one."""

    def __init__(self, folder: Path) -> None:
        """``folder`` is where the store lies."""
        self.store = Store(folder)
        self._read: dict[Path, tuple[Glance, Document]] = {}
        self._held = 0

    def glance(self, files: Sequence[Found]) -> list[Glance | str]:
        """See ``glance_at``."""
        until = monotonic() + _GLANCE
        seen: list[Glance | str] = []
        for file in files:
            try:
                glance, document = self.open(file)
            except UnreadableError as error:
                seen.append(error.reason)
            else:
                seen.append(glance)
                self.hold(file, glance, document)
            if monotonic() > until:
                break
        return seen

    def open(self, file: Found) -> tuple[Glance, Document]:
        """Read a file, unless it has just been read and is the same still.

        Raises:
            UnreadableError: It holds nothing to read.
        """
        if (held := self._read.pop(file.path, None)) is not None:
            self._held -= len(held[1].text)
            if _is_still(file.path, held[0].stamp):
                return held
        return read_file(file)

    def hold(self, file: Found, glance: Glance, document: Document) -> None:
        """Keep a document that will soon be analysed, as far as there is room."""
        if self._held + len(document.text) <= _HELD:
            self._held += len(document.text)
            self._read[file.path] = (glance, document)

    def study(self, file: Found, copy: int, wanted: bool) -> Study:
        """See ``study``."""
        glance, document = self.open(file)
        key = key_of(glance.print, copy)
        before = self.store.take(key)
        if before is not None:
            packed, summary = before, summarise(unpack(before))
        else:
            from briefing.pipeline import analyse  # brings the word lists

            document = analyse(as_copy(document, copy))
            packed, summary = pack(document), summarise(document)
        kept = glance.stamp != UNSETTLED and self.store.keep(
            file.path, Kept(*glance, summary, key), packed if before is None else None
        )
        return Study(glance, summary, key, kept, None if kept and not wanted else packed)


def read_file(file: Found, most: int | None = None) -> tuple[Glance, Document]:
    """Read a file, or its beginning (see ``read_document``), and see what it is made from.

    Raises:
        UnreadableError: It holds nothing to read.
    """
    try:
        stamp = stamp_of(file.path)
    except OSError as error:
        raise UnreadableError(file.path, describe(error)) from error
    document = read_document(file.path, file.shown, most=most)
    if not _is_still(file.path, stamp):
        stamp = UNSETTLED
    made_from = print_of(file.path, document.sha256)
    return Glance(stamp, made_from, headline_of(document)), document


def glance_at(files: Sequence[Found]) -> list[Glance | str]:
    """Read the first of some files, as many as a moment allows; a reason for what can't be."""
    return _desk(cache_folder()).glance(files)


def read_packed(file: Found) -> tuple[Glance, bytes]:
    """Read a file that somebody waits for.

    Raises:
        UnreadableError: It holds nothing to read.
    """
    desk = _desk(cache_folder())
    glance, document = desk.open(file)
    desk.hold(file, glance, document)
    return glance, pack(document)


def study(file: Found, copy: int, wanted: bool) -> Study:
    """Find everything in a file, or take what was found before.

    Args:
        file: Where it lies.
        copy: See ``key_of``.
        wanted: Somebody waits for the document.

    Raises:
        UnreadableError: It holds nothing to read.
    """
    return _desk(cache_folder()).study(file, copy, wanted)


@lru_cache(maxsize=1)
def _desk(folder: Path) -> Desk:
    return Desk(folder)


def _is_still(path: Path, stamp: Stamp) -> bool:
    try:
        return stamp_of(path) == stamp
    except OSError:
        return False
