"""What we raise; only ``cli`` and ``app`` catch it.

BriefingError
├── UnreadableError  a file that no reader can turn into text
├── InputError       standard input, or the keyboard beside it, that can't be had
├── LexiconError     a word list or theme with a mistake
├── OutputError      an export that can't be written
│   └── OutputExistsError  a file is there already
├── OutsideError     a browser, editor or viewer that does not do what it is asked
└── WorkerError      another process can't do our work
    ├── NoWorkerError      it can't be started here
    └── LostWorkerError    it ended before it was done
"""

from __future__ import annotations

import errno
from pathlib import Path


class BriefingError(Exception):
    """The root of every error of ours."""


class UnreadableError(BriefingError):
    """A file that no reader can turn into text."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(path, reason)
        self.path = path
        self.reason = reason
        """One sentence for the reader: what is wrong and, where something helps, what to do."""

    def __str__(self) -> str:
        return f"{self.path}: {self.reason}"


class InputError(BriefingError):
    """Standard input, or the keyboard beside it, that can't be had; says why and what to do."""


class LexiconError(BriefingError):
    """A word list or a theme with a mistake; says in which file and under which key."""

    def __init__(self, file: str, key: str, reason: str) -> None:
        super().__init__(file, key, reason)
        self.file = file
        self.key = key
        self.reason = reason

    def __str__(self) -> str:
        return f"{self.file}: {self.key}: {self.reason}"


class OutputError(BriefingError):
    """An export that can't be written; says where and what to do."""


class OutputExistsError(OutputError):
    """A file is there already, and nobody asked to replace it."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.path = path

    def __str__(self) -> str:
        return f"There is a file {self.path} already."


class OutsideError(BriefingError):
    """A browser, editor or viewer that does not do what it is asked; says why."""


class WorkerError(BriefingError):
    """Another process can't do our work."""


class NoWorkerError(WorkerError):
    """It can't be started here."""


class LostWorkerError(WorkerError):
    """It ended before it was done, as when memory runs out."""


def describe(error: OSError) -> str:
    """Say in one sentence why a path can't be read."""
    match error:
        case FileNotFoundError() | NotADirectoryError():
            return "There is no such file or folder."
        case PermissionError():
            return "You have no permission to read it."
        case IsADirectoryError():
            return "It is a folder, not a file."
        case OSError(errno=errno.ELOOP):
            return "It is a link that leads in a circle."
        case _:
            return f"It can't be opened: {error.strerror or error}."
