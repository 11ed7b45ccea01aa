"""What the loader knows of each file, and which files have the same bytes."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from briefing.library.folder import Found
from briefing.library.stamps import Print, Stamp
from briefing.model import Headline, Summary


@dataclass(slots=True)
class Record:
    """One file."""

    file: Found
    stamp: Stamp | None = None
    """When it was read; None before."""
    print: Print | None = None
    headline: Headline | None = None
    summary: Summary | None = None
    """None until it is analysed."""
    key: bytes | None = None
    """Of the document that was found, in the store."""
    kept: bool = False
    """Whether the store had it."""
    gone: bool = False
    """It was there, and is no longer."""


class Records:
    """Files by number. Numbers never change; what appears later comes behind."""

    def __init__(self) -> None:
        self._records: dict[int, Record] = {}
        self._numbers: dict[Path, int] = {}
        """By absolute path."""
        self._alike: dict[str, list[int]] = defaultdict(list)

    def add(self, number: int, file: Found) -> None:
        """Know of a file."""
        self._records[number] = Record(file)
        self._numbers[file.path.absolute()] = number

    def __getitem__(self, number: int) -> Record:
        return self._records[number]

    def __contains__(self, number: int) -> bool:
        return number in self._records

    def __iter__(self) -> Iterator[int]:
        return iter(tuple(self._records))

    def number_of(self, path: Path) -> int | None:
        """Find a file by its absolute path."""
        return self._numbers.get(path)

    def note(self, number: int, stamp: Stamp, made_from: Print, headline: Headline) -> Record:
        """Write down what was seen when a file was read; what was found before is void."""
        record = self._records[number]
        if record.print is None or record.print.sha256 != made_from.sha256:
            self._leave_alike(number, record)
            insort(self._alike[made_from.sha256], number)
        record.stamp, record.print, record.headline = stamp, made_from, headline
        record.summary, record.key, record.kept, record.gone = None, None, False, False
        return record

    def forget(self, number: int) -> Record:
        """Know no more of a file than its path."""
        record = self._records[number]
        self._leave_alike(number, record)
        self._records[number] = Record(record.file)
        return self._records[number]

    def copy_of(self, number: int) -> int:
        """Count the files with the same bytes up to this one, as far as they were read."""
        record = self._records[number]
        if record.print is None:
            return 1
        return bisect_left(self._alike[record.print.sha256], number) + 1

    def _leave_alike(self, number: int, record: Record) -> None:
        if record.print is not None:
            self._alike[record.print.sha256].remove(number)
