"""What changes on disk while somebody reads: files written, made, moved and removed."""

from __future__ import annotations

import logging
import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from threading import Event

from briefing.library.folder import Found
from briefing.library.stamps import Stamp, stamp_of
from briefing.reading import READERS
from briefing.reading.metadata import SIDE_SUFFIX

logger = logging.getLogger(__name__)

_GATHERED = 500
"""Milliseconds over which changes are told together."""
_STEP = 100
"""Milliseconds without a change after which they are told."""
_MOST_FOLDERS = 2_000
"""Folders that are watched: each takes a little of what the system has for all programs."""
_SETTLING = 0.2
"""Seconds that a file must stay as it is before it counts as written."""
_LOOKS = 15
"""Times that it is looked at; what is written on and on is read in between."""


def watch_files(
    paths: Iterable[str | Found], changed: Callable[[frozenset[Path]], object], stopped: Event
) -> None:
    """Tell of changes until stopped; go without where they can't be noticed.

    Args:
        paths: Of files and folders, as given on the command line.
        changed: Called from this thread, with absolute paths: of documents, whether they were
            written, made or removed, or their side files, once nobody writes to them any
            more; and of folders that came or went.
        stopped: Ends the watch, within a moment.
    """
    try:
        from watchfiles import watch  # 50 ms that the first screen must not wait for
    except ImportError:  # it is not made for this platform
        return
    watched = Watched([path.path if isinstance(path, Found) else Path(path) for path in paths])
    try:
        while not stopped.is_set() and (folders := watched.folders()):
            for changes in watch(
                *folders,
                watch_filter=lambda _, path: watched.document_of(Path(path)) is not None,
                debounce=_GATHERED,
                step=_STEP,
                stop_event=stopped,
                raise_interrupt=False,
                recursive=False,
            ):
                found = frozenset(filter(None, (watched.document_of(Path(p)) for _, p in changes)))
                _settle(found, stopped)
                changed(found)
                if any(path.is_dir() or path in folders for path in found):
                    break  # and watch the folders that are there now
    except (OSError, RuntimeError) as error:
        logger.info("Changes are not noticed: %s", error)


class Watched:
    """Which changes matter to whoever reads some files and folders."""

    def __init__(self, paths: Iterable[Path]) -> None:
        self._named = frozenset(path.absolute() for path in paths)
        self._inside: frozenset[Path] = frozenset()

    def folders(self) -> frozenset[Path]:
        """List the folders in which something can happen, as they are now.

        These are the folders named and all below them, but no hidden ones and no links, and
        those that hold a file named: one that is written anew is often another file that takes
        its place.
        """
        inside: set[Path] = set()
        waiting = [path for path in sorted(self._named) if path.is_dir()]
        while waiting and len(inside) < _MOST_FOLDERS:
            folder = waiting.pop()
            if folder not in inside:
                inside.add(folder)
                waiting += _below(folder)
        self._inside = frozenset(inside)
        around = {path.parent for path in self._named - inside if path.parent.is_dir()}
        return self._inside | around

    def document_of(self, path: Path) -> Path | None:
        """Tell which document, or folder, a change is about; None where it matters to none."""
        beside = path.name.endswith(SIDE_SUFFIX)
        document = path.with_name(path.name.removesuffix(SIDE_SUFFIX)) if beside else path
        if document in self._named or document in self._inside:
            return document
        if document.parent not in self._inside or document.name.startswith("."):
            return None
        known = document.suffix.lower() in READERS or document.is_dir()
        return document if known else None


def _below(folder: Path) -> Iterator[Path]:
    try:
        with os.scandir(folder) as entries:
            for entry in entries:
                if not entry.name.startswith(".") and entry.is_dir(follow_symlinks=False):
                    yield folder / entry.name
    except OSError:
        return  # it has gone, or may not be looked into


def _settle(paths: Iterable[Path], stopped: Event) -> None:
    """Wait until files stay as they are: half an article is none."""
    before: dict[Path, Stamp | None] | None = None
    for _ in range(_LOOKS):
        now = {path: _look(path) for path in paths}
        if now == before or stopped.wait(_SETTLING):
            return
        before = now


def _look(path: Path) -> Stamp | None:
    try:
        return stamp_of(path)
    except OSError:
        return None
