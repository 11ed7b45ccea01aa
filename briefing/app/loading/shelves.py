"""Where each document is: at hand, in the store, or in its file alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from briefing.app.loading.held import Held, unpacked
from briefing.app.loading.records import Record, Records
from briefing.errors import UnreadableError
from briefing.library.stamps import stamp_of
from briefing.library.store import Kept, Store, key_of
from briefing.library.study import Study, read_file
from briefing.model import Document


class Shelves:
    """Fetches documents, and remembers what was found in their files, now or in another run."""

    def __init__(self) -> None:
        self.records = Records()
        self.held = Held()
        self._store = Store()
        self._used: list[bytes] = []
        """Keys of what was recalled, and has not been counted as used."""

    def close(self) -> None:
        """Leave nothing open."""
        self._store.close()

    def recall(self, numbers: Iterable[int]) -> list[int]:
        """Remember files that were read and analysed before and not written since.

        Returns:
            Those of the numbers that are known now.
        """
        paths = {self.records[number].file.path: number for number in numbers}
        known = []
        for path, kept in self._store.recall(list(paths)).items():
            try:
                if stamp_of(path) != kept.stamp:
                    continue
            except OSError:
                continue
            self.remember(paths[path], kept)
            known.append(paths[path])
        return known

    def remember(self, number: int, kept: Kept) -> None:
        """Know of a file what the store has, and still holds."""
        record = self.records.note(number, kept.stamp, kept.print, kept.headline)
        record.summary, record.key, record.kept = kept.summary, kept.key, True
        self._used.append(kept.key)

    def count_use(self) -> None:
        """Let the store know what was of use, so that it keeps that longest."""
        used, self._used = self._used, []
        if used:
            self._store.touch(used)

    def wrong_copies(self) -> list[int]:
        """List what was analysed before it was known to be a copy of another file, or none."""
        return [
            number
            for number in self.records
            if (record := self.records[number]).print is not None
            and record.key not in (None, key_of(record.print, self.records.copy_of(number)))
        ]

    def fetch(self, number: int) -> Document | None:
        """Take a document from where it is at hand, or out of the store, and keep it at hand."""
        document = self.held.get(number)
        if document is None and (packed := self._take(number)) is not None:
            document = self.unpack(number, packed)
            self.hold(number, packed, spare=True)
        return document

    def documents(self, numbers: Iterable[int] | None = None) -> Iterator[tuple[int, Document]]:
        """See ``Loader.documents``. Called from any thread."""
        for number in self.records if numbers is None else numbers:
            if number not in self.records or self.records[number].headline is None:
                continue
            document = self.held.get(number)
            if document is None and (packed := self._take(number)) is not None:
                document = self.unpack(number, packed)
            try:
                yield number, document or read_file(self.records[number].file)[1]
            except UnreadableError:
                continue

    def hold(self, number: int, document: Document | bytes, *, spare: bool) -> None:
        """Have a document at hand; ``spare`` says that it can be had again."""
        self.held.put(number, document, self.records[number].file.shown, spare=spare)

    def add(self, number: int, found: Study) -> Document | None:
        """Keep what was found in a file; returns the document, if it came with it."""
        record = self.records.note(number, *found.glance)
        record.summary, record.key, record.kept = found.summary, found.key, found.kept
        self.held.drop(number)
        if found.packed is None:
            return None
        self.hold(number, found.packed, spare=found.kept)
        return self.unpack(number, found.packed)

    def forget(self, number: int) -> Record:
        """Know no more of a file than its path."""
        self.held.drop(number)
        return self.records.forget(number)

    def unpack(self, number: int, packed: bytes) -> Document:
        """Make a document of its bytes."""
        return unpacked(packed, self.records[number].file.shown)

    def _take(self, number: int) -> bytes | None:
        """Ask the store; it may have lost what it had."""
        record = self.records[number]
        if record.key is None or not record.kept:
            return None
        packed = self._store.take(record.key)
        record.kept = packed is not None
        return packed
