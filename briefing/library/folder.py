"""Which files a path leads to."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from briefing.errors import describe
from briefing.model import Problem
from briefing.reading import READERS
from briefing.reading.metadata import SIDE_SUFFIX

_NUMBER = re.compile(r"(\d+)")


class Found(NamedTuple):
    """A file to read."""

    path: Path
    shown: str
    """As given on the command line, joined with the path inside a folder."""


def find_files(paths: Iterable[str]) -> tuple[tuple[Found, ...], tuple[Problem, ...]]:
    """List the files that the paths lead to.

    A folder is read recursively in natural order ("part 2" before "part 10"), without hidden
    files, side files and files that no reader knows; no link leads out of it, and no file is
    listed twice.

    Returns:
        The files, and what is wrong with the paths that lead nowhere.
    """
    found: dict[Path, Found] = {}
    problems: list[Problem] = []
    for shown in paths:
        path = Path(shown)
        try:
            if path.is_dir():
                inside = list(_walk(path, shown))
                if not inside:
                    problems.append(Problem(path=shown, error=_why_empty(path)))
            else:
                path.stat()
                inside = [Found(path, shown)]
        except OSError as error:
            problems.append(Problem(path=shown, error=describe(error)))
            continue
        for file in inside:
            found.setdefault(file.path.resolve(), file)
    return tuple(found.values()), tuple(problems)


def natural(name: str) -> list[tuple[int, int, str]]:
    """Order names as people do: numbers by value, letters without regard to case."""
    parts = _NUMBER.split(name.casefold())
    return [(0, int(part), "") if part.isdigit() else (1, 0, part) for part in parts if part]


def _walk(folder: Path, shown: str) -> Iterator[Found]:
    root = folder.resolve()
    for where, folders, files in os.walk(folder):
        folders[:] = sorted((f for f in folders if not f.startswith(".")), key=natural)
        for name in sorted(files, key=natural):
            path = Path(where, name)
            if name.startswith(".") or name.endswith(SIDE_SUFFIX):
                continue
            if path.suffix.lower() not in READERS:
                continue
            if path.is_symlink() and not path.resolve().is_relative_to(root):
                continue
            yield Found(path, str(Path(shown, path.relative_to(folder))))


def _why_empty(folder: Path) -> str:
    if not any(folder.iterdir()):
        return "The folder is empty."
    known = ", ".join(READERS)
    return f"The folder holds no document that can be read ({known})."
