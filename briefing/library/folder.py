"""Which files a path leads to."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from briefing.errors import describe
from briefing.model import Problem
from briefing.reading import READERS
from briefing.reading.metadata import SIDE_SUFFIX
from briefing.reading.opening import NO_FILE

_NUMBER = re.compile(r"(\d+)")


class Found(NamedTuple):
    """A file to read."""

    path: Path
    shown: str
    """As given on the command line, joined with the path inside a folder; can be written."""


def find_files(paths: Iterable[str | Found]) -> tuple[tuple[Found, ...], tuple[Problem, ...]]:
    """List the files that the paths lead to; one that is found already stays as it is.

    A folder is read recursively in natural order ("part 2" before "part 10"), without hidden
    files, side files and files that no reader knows; no link leads out of it or round in a
    circle, and no file is listed twice. A file that is named itself is listed whatever it is
    called, unless it is the side file of another, as in ``seeds/*``.

    Returns:
        The files, and what is wrong with the paths that lead nowhere.
    """
    found: dict[tuple[int, int] | str, Found] = {}
    problems: list[Problem] = []
    for path in paths:
        if isinstance(path, Found):
            found.setdefault(str(path.path), path)
            continue
        try:
            status = Path(path).stat()
            if stat.S_ISDIR(status.st_mode):
                _add_folder(path, found, problems)
            else:
                found.setdefault(_identity(status, path), _found(path))
        except OSError as error:
            problems.append(Problem(path=presentable(path), error=describe(error)))
    return tuple(_without_sides(found.values())), tuple(problems)


def why_nothing(path: str) -> str | None:
    """Say why nothing can be read at a path; None where only reading can tell."""
    try:
        mode = Path(path).stat().st_mode
    except OSError as error:
        return describe(error)
    except ValueError:  # a NUL is no part of a path
        return describe(FileNotFoundError())
    return None if stat.S_ISREG(mode) or stat.S_ISDIR(mode) else NO_FILE


def natural(name: str) -> list[tuple[int, int, str]]:
    """Order names as people do: numbers by value, letters without regard to case."""
    parts = _NUMBER.split(name.casefold())
    return [(0, int(part), "") if part.isdecimal() else (1, 0, part) for part in parts if part]


def is_document(name: str) -> bool:
    """Tell whether a file of that name is listed where its folder is named."""
    suffix = os.path.splitext(name)[1]  # noqa: PTH122 (a fifth of the time, for thousands of files)
    return suffix.lower() in READERS and not name.endswith(SIDE_SUFFIX)


def presentable(path: str) -> str:
    """Write a path as UTF-8 can; bytes of its name that are none become �."""
    return os.fsencode(path).decode("utf-8", "replace")


def _without_sides(found: Collection[Found]) -> Iterator[Found]:
    """Leave out the side files of documents that are listed too."""
    sides = {f"{file.path}{SIDE_SUFFIX}" for file in found}
    return (file for file in found if str(file.path) not in sides)


def _found(path: str) -> Found:
    return Found(Path(path), presentable(path))


def _identity(status: os.stat_result, path: str) -> tuple[int, int] | str:
    """Tell a file from others, whatever it is called; some file systems number none."""
    return (status.st_dev, status.st_ino) if status.st_ino else os.path.realpath(path)


def _add_folder(
    folder: str, found: dict[tuple[int, int] | str, Found], problems: list[Problem]
) -> None:
    """List what a folder holds, or say why it holds nothing.

    Raises:
        OSError: The folder itself can't be read.
    """
    before = len(problems)
    empty = True
    for entry in _walk(folder, problems):
        empty = False
        try:
            found.setdefault(_identity(entry.stat(), entry.path), _found(entry.path))
        except OSError:
            error = "It is a link to something that is no longer there."
            problems.append(Problem(path=presentable(entry.path), error=error))
    if empty and len(problems) == before:
        problems.append(Problem(path=presentable(folder), error=_why_empty(folder)))


def _walk(folder: str, problems: list[Problem]) -> Iterator[os.DirEntry[str]]:
    """Yield the documents below a folder, in natural order of their paths.

    A folder inside that can't be read becomes a problem.
    """
    root = os.path.realpath(folder)
    waiting = list(_entries(folder))
    while waiting:
        entry = waiting.pop()
        if entry.is_dir(follow_symlinks=False):
            try:
                waiting += _entries(entry.path)
            except OSError as error:
                problems.append(Problem(path=presentable(entry.path), error=describe(error)))
        elif is_document(entry.name) and not (entry.is_symlink() and _leads_out(entry, root)):
            yield entry


def _entries(folder: str) -> list[os.DirEntry[str]]:
    """List what is not hidden, the last one first. Linked folders are reached without the link."""
    with os.scandir(folder) as entries:
        shown = [entry for entry in entries if not entry.name.startswith(".")]
    return sorted(shown, key=lambda entry: (natural(entry.name), entry.name), reverse=True)


def _leads_out(entry: os.DirEntry[str], root: str) -> bool:
    """Tell whether a link leads out of the folder that was named, or to a folder."""
    return entry.is_dir() or not Path(os.path.realpath(entry.path)).is_relative_to(root)


def _why_empty(folder: str) -> str:
    with os.scandir(folder) as entries:
        if next(entries, None) is None:
            return "The folder is empty."
    return f"The folder holds no document that can be read ({', '.join(READERS)})."
