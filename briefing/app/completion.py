"""What a path that is being typed can become: folders, and files that a reader knows."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from briefing.errors import describe
from briefing.gate import clean
from briefing.library.folder import is_document, natural, why_nothing

_ADDRESS = re.compile(r"https?:/")
_NO_ADDRESS = (
    "It is an address, and briefing reads files. Save the page first, "
    "or: curl -s ADDRESS | briefing -"
)
_MOST = 500
"""Rows; somebody who sees as many types on."""


class Choice(NamedTuple):
    """A folder or file that the typed words may mean."""

    path: str
    """As typed up to its last part; not safe to show."""
    is_folder: bool

    @property
    def name(self) -> str:
        """Its last part, safe to show; a folder's ends in a separator."""
        name = Path(self.path).name
        return clean(f"{name}{os.sep}" if self.is_folder else name)


class Choices(NamedTuple):
    """All that the typed words may mean."""

    words: str
    rows: tuple[Choice, ...] = ()
    more: int = 0
    """How many there are beyond the rows."""
    problem: str | None = None
    """Why the folder can't be listed."""


def choices_for(words: str) -> Choices:
    """List what begins like the last part of a path, in the folder before it.

    Capitals are ignored. What is hidden is listed only where a dot is typed.

    Args:
        words: A path, absolute, relative or from a home folder: ``"~/ne"``.
    """
    if words == "~":
        return Choices(words, (Choice(words, is_folder=True),))
    folder, begun = os.path.split(words)
    head = words[: len(words) - len(begun)]
    try:
        with os.scandir(Path(folder).expanduser()) as entries:
            found = [
                Choice(_join(head, entry.name), _is_folder(entry))
                for entry in entries
                if _is_meant(entry, begun)
            ]
    # A NUL is no part of a path, and not everybody has a home.
    except (OSError, ValueError, RuntimeError) as error:
        return Choices(words, problem=_why(error))
    found.sort(key=lambda choice: (not choice.is_folder, natural(choice.path), choice.path))
    return Choices(words, tuple(found[:_MOST]), max(0, len(found) - _MOST))


def complete(choices: Choices) -> str:
    """Go on as far as all choices go; behind the only folder, into it.

    Returns:
        What was typed, and more. Names that can't be typed as they are count for nothing.
    """
    rows = [row for row in choices.rows if row.path == clean(row.path)]
    if not rows:
        return choices.words
    if len(rows) == 1 and not choices.more:
        return rows[0].path + (os.sep if rows[0].is_folder else "")
    begun = rows[0].path
    for row in rows:
        begun = _shared(begun, row.path)
    return begun if len(begun) > len(choices.words) else choices.words


def typed_path(words: str) -> str:
    """Turn what was typed, or dragged from a window that puts it in quotes, into a path."""
    words = words.strip()
    for quote in "'\"":
        if len(words) > 1 and words.startswith(quote) and words.endswith(quote):
            words = words[1:-1]
    try:
        return str(Path(words).expanduser())
    except RuntimeError:  # there is no such home
        return words


def why_not(path: str) -> str | None:
    """Say why a path can't be opened; None where it may be."""
    if _ADDRESS.match(path):
        return _NO_ADDRESS
    return why_nothing(path)


def why_none(paths: Sequence[str]) -> str | None:
    """Say why none of some paths can be opened; None where one of them may be. Not safe to show."""
    whys = list(map(why_not, paths))
    return None if None in whys else f"{paths[0]}: {whys[0]}"


def _join(head: str, name: str) -> str:
    # Without a folder before it, a tilde would be somebody's home.
    return f"{head or os.curdir + os.sep}{name}" if name.startswith("~") else f"{head}{name}"


def _shared(one: str, other: str) -> str:
    """Cut one path where the other goes on with another letter."""
    pairs = enumerate(zip(one, other, strict=False))
    stop = next((at for at, (a, b) in pairs if a.casefold() != b.casefold()), None)
    return one[: min(len(one), len(other)) if stop is None else stop]


def _is_meant(entry: os.DirEntry[str], begun: str) -> bool:
    if entry.name.startswith(".") and not begun.startswith("."):
        return False
    if not entry.name.casefold().startswith(begun.casefold()):
        return False
    return is_document(entry.name) or _is_folder(entry)


def _is_folder(entry: os.DirEntry[str]) -> bool:
    """Tell a folder; a link that leads in a circle, or where nobody may look, is none."""
    try:
        return entry.is_dir()
    except OSError:
        return False


def _why(error: Exception) -> str:
    return describe(error) if isinstance(error, OSError) else "There is no such file or folder."
