"""Who knows where each document is, and has it fetched, read or analysed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from msgspec.structs import replace

from briefing.app.loading.agenda import BATCH, Agenda
from briefing.app.loading.hands import Answer, Hands
from briefing.app.loading.held import Held, unpacked
from briefing.app.loading.messages import Analysed, Begun, Done, Listed, Read, Unread
from briefing.app.loading.records import Record, Records
from briefing.app.loading.telling import Telling
from briefing.app.shelf import Entry
from briefing.errors import LostWorkerError, UnreadableError, describe
from briefing.library.folder import Found, find_files
from briefing.library.stamps import Print, Stamp, stamp_of
from briefing.library.store import Store, key_of
from briefing.library.study import Glance, Study, glance_at, read_file, read_packed, study
from briefing.model import Document, Headline, summarise
from briefing.reading import READERS

T = TypeVar("T")

SMALL = 256 * 1024
"""Bytes of a file that is read here, at once; a longer text is only begun here."""
_BEGINNING = 64_000
"""Characters of a long text that are shown while all of it is being read."""
_ENDED = "the process at work on it was ended, as happens when memory runs out."
_NOT_READ = f"It could not be read: {_ENDED}"
_NOT_ANALYSED = f"Its facts could not be looked for: {_ENDED}"
_TOO_MUCH = (LostWorkerError, MemoryError)


class Librarian:
    """Gives out the document that is wanted; of all others only what lists show.

    What is wanted it reads itself, if that takes a moment, so that nobody waits until the
    analysis of something else has ended. Everything else is done by other hands. All is
    called from the loader's thread, but for ``documents`` and what says otherwise.
    """

    def __init__(
        self, telling: Telling, soon: Callable[[Callable[[], object]], None], *, apart: bool
    ) -> None:
        """Begin with nothing.

        Args:
            telling: What tells the screen.
            soon: Has something called in the loader's thread; itself called from any.
            apart: Let a worker process do the work, where one can be started.
        """
        self.wanted = 0
        """Set by the screen, from its thread, before it asks what is at hand."""
        self.held = Held()
        self.hands = Hands(apart=apart)
        self._telling = telling
        self._soon = soon
        self._agenda = Agenda()
        self._records = Records()
        self._store = Store()
        self._paths: Sequence[str | Found] = ()
        self._working = False
        self._done = False
        self._batch = BATCH

    def close(self) -> None:
        """Leave nothing open."""
        self._store.close()

    # Which files there are

    def list_files(self, paths: Sequence[str | Found]) -> None:
        """Find the files and tell of them."""
        self._paths = paths
        files, problems = find_files(paths)
        entries = [Entry(file.path, file.shown) for file in files]
        entries += [Entry(Path(p.path), p.path, problem=p.error) for p in problems]
        for number, file in enumerate(files):
            self._records.add(number, file)
        self._agenda.add(range(len(files)))
        self._telling.say(Listed(entries))

    def recall(self, numbers: Iterable[int]) -> None:
        """Strike out what the store has: read and analysed before, and not written since."""
        numbers = [number for number in numbers if not self._agenda.is_read(number)]
        paths = {self._records[number].file.path: number for number in numbers}
        for path, kept in self._store.recall(list(paths)).items():
            try:
                if stamp_of(path) != kept.stamp:
                    continue
            except OSError:
                continue
            number = paths[path]
            record = self._records.note(number, kept.stamp, kept.print, kept.headline)
            record.summary, record.key, record.kept = kept.summary, kept.key, True
            self._agenda.drop(number)
            self._telling.read(number, kept.headline)
            self._telling.analysed(number, kept.summary)

    def recall_all(self) -> None:
        """Strike out all that the store has, and tell what lists show of it."""
        self.recall(self._records)
        self._telling.flush()
        if not self._agenda.texts_left:
            self._number_copies()

    def documents(self, numbers: Iterable[int] | None = None) -> Iterator[tuple[int, Document]]:
        """See ``Loader.documents``. Called from any thread."""
        for number in self._records if numbers is None else numbers:
            if number not in self._records:
                continue
            document = self._fetch(number)
            if document is None and self._records[number].headline is not None:
                try:
                    document = read_file(self._records[number].file)[1]
                except UnreadableError:
                    continue
            if document is not None:
                yield number, document

    # What is wanted

    def turn_to(self, number: int, *, given: bool = False) -> bool:
        """Take a file before all others, and give out its document as far as it is there.

        Args:
            number: Of the file.
            given: The screen has what is at hand.

        Returns:
            Whether the screen has something to paint.
        """
        if number not in self._records:
            return False
        self._agenda.wanted = number
        shown = given or self._give(number) or self._open(number)
        for near in (number + 1, number - 1):
            if near in self._records and near not in self.held:
                self._fetch(near)
        return shown

    def _give(self, number: int) -> bool:
        """Give out a document that is at hand or in the store."""
        if not self._agenda.is_read(number):
            self.recall([number])
        document = self._fetch(number)
        if document is not None:
            self._hand_out(number, document)
        return document is not None

    def _hand_out(self, number: int, document: Document) -> None:
        """Give out a document, if it is still wanted."""
        if number != self.wanted:
            return
        summary = self._records[number].summary
        known = Read(number, document) if summary is None else Analysed(number, document, summary)
        self._telling.say(known)

    def _fetch(self, number: int) -> Document | None:
        """Take a document out of memory or the store."""
        document = self.held.get(number)
        record = self._records[number]
        if document is None and record.key is not None and record.kept:
            packed = self._store.take(record.key)
            if packed is None:
                record.kept = False
                return None
            document = self._hold(number, packed, spare=True)
        return document

    def _hold(self, number: int, packed: bytes, *, spare: bool) -> Document:
        """Have a document at hand; ``spare`` says that it can be had again."""
        shown = self._records[number].file.shown
        self.held.put(number, packed, shown, spare=spare)
        return unpacked(packed, shown)

    def _open(self, number: int) -> bool:
        """Read a file here, or its beginning; what takes longer the worker reads."""
        file = self._records[number].file
        self._agenda.add([number])
        try:
            small = stamp_of(file.path).size <= SMALL
            if small:
                glance, document = read_file(file)
                self._note(number, *glance)
                self.held.put(number, document, file.shown, spare=True)
                self._hand_out(number, document)
                return True
            self._agenda.defer(number)
            form = READERS.get(file.path.suffix.lower())
            if form is not None and not form.markup:
                _, document = read_file(file, _BEGINNING)
                self._telling.say(Begun(number, document))
                return True
        except UnreadableError as error:
            self._fail(number, error.reason)
        except OSError as error:
            self._fail(number, describe(error))
        return False

    def look(self, number: int) -> None:
        """Read a file again if it was written since, or its side file."""
        if number not in self._records:
            return
        record = self._records[number]
        try:
            if stamp_of(record.file.path) == record.stamp:
                return
        except OSError as error:
            self._fail(number, describe(error))
            return
        self.held.drop(number)
        self._records.forget(number)
        self._agenda.add([number])
        if number == self.wanted:
            self._open(number)

    # What is done meanwhile

    def give_work(self) -> None:
        """Have the next thing done, if nothing is being done; tell when nothing is left."""
        if self._working:
            return
        job = self._agenda.next()
        if job is None:
            if not self._done:
                self._done = True
                self.hands.rest()
                self._telling.flush()
                self._telling.say(Done())
            return
        self._working, self._done = True, False
        number, *others = job.numbers
        file = self._records[number].file
        match job.kind:
            case "glance":
                numbers = (number, *others)[: self._batch]
                files = [self._records[each].file for each in numbers]
                self.hands.begin(self._tell(self._glanced, numbers), glance_at, files)
            case "read":
                self.hands.begin(self._tell(self._was_read, number), read_packed, file)
            case "study":
                copy, wanted = self._records.copy_of(number), number == self.wanted
                self.hands.begin(self._tell(self._studied, number), study, file, copy, wanted)

    def _tell(self, hear: Callable[[T, Any, BaseException | None], None], about: T) -> Answer:
        """Let an answer be heard in the loader's thread."""

        def answer(result: object, error: BaseException | None) -> None:
            self._soon(partial(self._hear, hear, about, result, error))

        return answer

    def _hear(
        self,
        hear: Callable[[T, Any, BaseException | None], None],
        about: T,
        result: object,
        error: BaseException | None,
    ) -> None:
        self._working = False
        if error is not None and not isinstance(error, (UnreadableError, *_TOO_MUCH)):
            raise error
        hear(about, result, error)

    def _glanced(
        self, numbers: tuple[int, ...], seen: list[Glance | str], error: BaseException | None
    ) -> None:
        if error is not None and len(numbers) > 1:
            self._batch = 1  # one of them is too much for the worker; see which
            return
        self._batch = BATCH
        for number, glance in zip(numbers, seen or [_NOT_READ], strict=False):
            if isinstance(glance, str):
                self._fail(number, glance)
            else:
                self._note(number, *glance)
        if not self._agenda.texts_left:
            self._number_copies()

    def _was_read(
        self, number: int, read: tuple[Glance, bytes] | None, error: BaseException | None
    ) -> None:
        if read is None:
            self._fail(number, _reason(error))
            return
        glance, packed = read
        self._note(number, *glance)
        self._hand_out(number, self._hold(number, packed, spare=True))

    def _studied(self, number: int, found: Study | None, error: BaseException | None) -> None:
        if isinstance(error, UnreadableError):
            self._fail(number, error.reason)
            return
        self._agenda.drop(number)
        if found is None:
            self._leave_unanalysed(number)
            return
        record = self._note(number, *found.glance)
        record.summary, record.key, record.kept = found.summary, found.key, found.kept
        self.held.drop(number)
        self._telling.analysed(number, found.summary)
        if found.packed is not None:
            self._hand_out(number, self._hold(number, found.packed, spare=found.kept))
        elif number == self.wanted and not self._give(number):
            self._open(number)

    def _leave_unanalysed(self, number: int) -> None:
        """Give out a text with a fault where its facts can't be looked for."""
        record = self._records[number]
        document = self.held.get(number)
        if document is None:
            self._fail(number, _NOT_ANALYSED)
            return
        document = replace(document, faults=(*document.faults, _NOT_ANALYSED))
        record.summary = summarise(document)
        self.held.put(number, document, record.file.shown, spare=False)
        self._telling.analysed(number, record.summary)
        self._hand_out(number, document)

    def _number_copies(self) -> None:
        """Analyse again what was analysed before it was known to be a copy of another file."""
        for number in self._records:
            record = self._records[number]
            if record.print is not None and record.key is not None:
                right = key_of(record.print, self._records.copy_of(number))
                if right != record.key:
                    self._agenda.add_study(number)

    def _note(self, number: int, stamp: Stamp, made_from: Print, headline: Headline) -> Record:
        record = self._records.note(number, stamp, made_from, headline)
        self._agenda.read(number)
        self._telling.read(number, headline)
        return record

    def _fail(self, number: int, reason: str) -> None:
        self._agenda.drop(number)
        self._records.forget(number)
        self.held.drop(number)
        self._telling.failed(number, reason)
        if number == self.wanted:
            self._telling.say(Unread(number, reason))


def _reason(error: BaseException | None) -> str:
    return error.reason if isinstance(error, UnreadableError) else _NOT_READ
