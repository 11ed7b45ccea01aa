"""What is read and analysed next: what is wanted, then the texts of all, then their facts."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice
from typing import Literal, NamedTuple

BATCH = 64
"""Files that are offered to a glance; it takes as many as it has time for."""


class Job(NamedTuple):
    """Something for the worker to do."""

    kind: Literal["read", "glance", "study"]
    """read: the text of one file; glance: what lists show of many; study: everything of one."""
    numbers: tuple[int, ...]


class Agenda:
    """Which files are still to be read, and which to be analysed, in the order of the list."""

    def __init__(self) -> None:
        self.wanted = 0
        self._unread: dict[int, None] = {}
        self._unstudied: dict[int, None] = {}
        self._large: set[int] = set()

    def add(self, numbers: Iterable[int]) -> None:
        """Have files read, or read again, and analysed."""
        for number in numbers:
            self._unread[number] = None
            self._unstudied[number] = None

    def add_study(self, number: int) -> None:
        """Have a file analysed that has been read."""
        self._unstudied[number] = None

    def read(self, number: int) -> None:
        """Strike out the reading of a file."""
        self._unread.pop(number, None)
        self._large.discard(number)

    def drop(self, number: int) -> None:
        """Strike out a file: all is found in it, or nothing can be."""
        self.read(number)
        self._unstudied.pop(number, None)

    def defer(self, number: int) -> None:
        """Have a file's text read by the worker, once it is wanted, before its facts."""
        self._large.add(number)

    def is_read(self, number: int) -> bool:
        """Tell whether the text of a file is known as it is now."""
        return number not in self._unread

    @property
    def texts_left(self) -> bool:
        """Whether a file is still unread."""
        return bool(self._unread)

    def next(self) -> Job | None:
        """Choose; None where nothing is left. What is chosen stays until it is struck out."""
        if self.wanted in self._unread and self.wanted in self._large:
            return Job("read", (self.wanted,))
        if self.wanted in self._unstudied:
            return Job("study", (self.wanted,))
        if self._unread:
            return Job("glance", tuple(islice(self._unread, BATCH)))
        if self._unstudied:
            return Job("study", (next(iter(self._unstudied)),))
        return None
