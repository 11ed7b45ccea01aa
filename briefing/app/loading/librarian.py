"""Who has each document fetched, read or analysed, and tells of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from msgspec.structs import replace

from briefing.app.loading.agenda import BATCH, Agenda
from briefing.app.loading.hands import Answer, Hands
from briefing.app.loading.held import unpacked
from briefing.app.loading.messages import Added, Analysed, Begun, Done, Listed, Read, Unread
from briefing.app.loading.shelves import Shelves
from briefing.app.loading.telling import Telling
from briefing.app.shelf import Entry
from briefing.errors import LostWorkerError, UnreadableError, describe
from briefing.library.folder import Found, find_files
from briefing.library.stamps import stamp_of
from briefing.library.study import (
    BEGINNING,
    SMALL,
    Glance,
    Study,
    glance_at,
    read_file,
    read_packed,
    study,
)
from briefing.model import Document, summarise
from briefing.model.glimpse import Glimpse
from briefing.reading import READERS

if TYPE_CHECKING:  # not where the work is done here
    from briefing.workers.process import WorkerProcess

T = TypeVar("T")

_ENDED = "the process at work on it was ended, as happens when memory runs out."
_NOT_READ = f"It could not be read: {_ENDED}"
_NOT_ANALYSED = f"Its facts could not be looked for: {_ENDED}"
_GONE = "It is no longer there."
_TOO_MUCH = (LostWorkerError, MemoryError)


class Librarian:
    """Gives out the document that is wanted; of all others only what lists show.

    What is wanted is read here, if that takes a moment, so that nobody waits until the
    analysis of something else has ended. Everything else is done by other hands. All is
    called from the loader's thread.
    """

    def __init__(
        self,
        telling: Telling,
        soon: Callable[[Callable[[], object]], None],
        *,
        apart: bool,
        worker: WorkerProcess | None = None,
    ) -> None:
        """Begin with nothing.

        Args:
            telling: What tells the screen.
            soon: Has something called in the loader's thread; itself called from any.
            apart: Let a worker process do the work, where one can be started.
            worker: One that is there already.
        """
        self.wanted = 0
        """Set by the screen, from its thread, before it asks what is at hand."""
        self.shelves = Shelves()
        self.hands = Hands(apart=apart, worker=worker)
        self._records = self.shelves.records
        self._telling = telling
        self._soon = soon
        self._agenda = Agenda()
        self._paths: Sequence[str | Found] = ()
        self._total = 0
        """Entries that the screen knows, also of paths that lead nowhere."""
        self._given: int | None = None
        """The file whose document the screen has, or will have with the news on their way."""
        self._working = False
        self._overtaken: set[int] = set()
        """Files that were written since the work in hand was begun; its answer is void."""
        self._done = False
        self._batch = BATCH

    # Which files there are

    def list_files(self, paths: Sequence[str | Found]) -> None:
        """Find the files and tell of them."""
        self._paths = paths
        files, problems = find_files(paths)
        entries = self._number(files)
        entries += [Entry(Path(p.path), p.path, problem=p.error) for p in problems]
        self._total = len(entries)
        self._telling.say(Listed(entries))

    def recall(self, numbers: Iterable[int] | None = None) -> None:
        """Strike out what the store has, and tell what lists show of it."""
        unread = [n for n in numbers or self._records if not self._agenda.is_read(n)]
        for number in self.shelves.recall(unread):
            self._agenda.drop(number)
            self._tell_known(number)
        if not self._agenda.texts_left:
            self._number_copies()

    def change(self, paths: Iterable[Path]) -> None:
        """Look at documents and folders that were written, made or removed."""
        numbers = [self._records.number_of(path) for path in paths]
        for number in numbers:
            if number is not None:
                self.look(number)
        if None in numbers:
            self._list_again()

    def look(self, number: int) -> None:
        """Read a file again if it was written since, or its side file."""
        if number not in self._records:
            return
        record = self._records[number]
        try:
            unchanged = stamp_of(record.file.path) == record.stamp
        except (FileNotFoundError, NotADirectoryError):
            self._lose(number)
            return
        except OSError as error:
            self._fail(number, describe(error))
            return
        if unchanged and record.gone:
            record.gone = False
            self._tell_known(number)
            self._give(number)
        if unchanged:
            return
        self._overtaken.add(number)
        self.shelves.forget(number)
        self._agenda.add([number])
        if number == self.wanted:
            self._open(number, again=True)

    def _number(self, files: Iterable[Found]) -> list[Entry]:
        entries = []
        for number, file in enumerate(files, self._total):
            self._records.add(number, file)
            self._agenda.add([number])
            entries.append(Entry(file.path, file.shown))
        return entries

    def _list_again(self) -> None:
        """Tell of files that have appeared, and look for those of folders that have gone."""
        files, _ = find_files(self._paths)
        new = [file for file in files if self._records.number_of(file.path.absolute()) is None]
        there = {file.path for file in files}
        for number in self._records:
            if self._records[number].file.path not in there:
                self.look(number)
        if new:
            entries = self._number(new)
            self._total += len(entries)
            self._telling.say(Added(entries))
            self.recall(range(self._total - len(entries), self._total))

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
        if given:
            self._given = number
        if self._given == number:
            return True
        self._given = None
        return self._give(number) or self._open(number)

    def prepare(self, number: int) -> None:
        """Have at hand what is turned to next, as far as the store has it."""
        for near in (number + 1, number - 1):
            if near in self._records and near not in self.shelves.held:
                self.shelves.fetch(near)

    def go_on(self, glimpse: Glimpse) -> bool:
        """Give out what was seen of the wanted file before there was a loader; see ``turn_to``."""
        number = self.wanted
        if number not in self._records or str(self._records[number].file.path) != glimpse.path:
            return self.turn_to(number)
        self._agenda.wanted = self._given = number
        document = unpacked(glimpse.packed, glimpse.shown)
        if glimpse.beginning:
            self._agenda.defer(number)
            self._telling.say(Begun(number, document))
        elif glimpse.summary is None:
            self._telling.say(Read(number, document))
        else:
            self._telling.say(Analysed(number, document, glimpse.summary))
        return True

    def _give(self, number: int) -> bool:
        """Give out a document that is at hand or in the store."""
        if not self._agenda.is_read(number):
            self.recall([number])
        document = self.shelves.fetch(number)
        if document is not None:
            self._hand_out(number, document)
        return document is not None

    def _hand_out(self, number: int, document: Document) -> None:
        """Give out a document, if it is still wanted."""
        if number != self.wanted:
            return
        self._given = number
        record = self._records[number]
        if record.summary is None:
            self._telling.say(Read(number, document))
        else:
            self._telling.say(Analysed(number, document, record.summary))
        if record.gone:
            self._telling.say(Unread(number, _GONE))

    def _open(self, number: int, *, again: bool = False) -> bool:
        """Read a file here, or its beginning; what takes longer the worker reads.

        Args:
            number: Of the file.
            again: An older text is on the screen, and stays there until all of this is read.

        Returns:
            Whether a text was given out.
        """
        file = self._records[number].file
        self._agenda.add([number])
        try:
            if stamp_of(file.path).size <= SMALL:
                glance, document = read_file(file)
                self._note(number, glance)
                self.shelves.hold(number, document, spare=True)
                self._hand_out(number, document)
                return True
            self._agenda.defer(number)
            form = READERS.get(file.path.suffix.lower())
            if form is not None and not form.markup and not again:
                _, document = read_file(file, BEGINNING)
                self._given = number
                self._telling.say(Begun(number, document))
                return True
        except UnreadableError as error:
            self._fail(number, error.reason)
        except OSError as error:
            self._fail(number, describe(error))
        return False

    # What is done meanwhile

    def give_work(self) -> None:
        """Have the next thing done, if nothing is being done."""
        job = None if self._working else self._agenda.next()
        if job is None:
            self.tell_if_done()
            return
        self._working, self._done = True, False
        self._overtaken.clear()
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

    def tell_if_done(self) -> None:
        """Tell it once when nothing is left to do, for now."""
        if self._done or self._working or self._agenda.next() is not None:
            return
        self._done = True
        self.hands.rest()
        self._telling.flush()
        self._telling.say(Done())

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
            if number in self._overtaken:
                continue
            if isinstance(glance, str):
                self._fail(number, glance)
            else:
                self._note(number, glance)
        if not self._agenda.texts_left:
            self._number_copies()

    def _was_read(
        self, number: int, read: tuple[Glance, bytes] | None, error: BaseException | None
    ) -> None:
        if number in self._overtaken:
            return
        if read is None:
            self._fail(number, _reason(error))
            return
        glance, packed = read
        self._note(number, glance)
        self.shelves.hold(number, packed, spare=True)
        self._hand_out(number, self.shelves.unpack(number, packed))

    def _studied(self, number: int, found: Study | None, error: BaseException | None) -> None:
        if number in self._overtaken:
            return
        if isinstance(error, UnreadableError):
            self._fail(number, error.reason)
            return
        self._agenda.drop(number)
        if found is None:
            self._leave_unanalysed(number)
            return
        document = self.shelves.add(number, found)
        self._tell_known(number)
        if document is not None:
            self._hand_out(number, document)
        elif number == self.wanted and not self._give(number):
            self._open(number)

    def _leave_unanalysed(self, number: int) -> None:
        """Give out a text with a fault where its facts can't be looked for."""
        document = self.shelves.held.get(number)
        if document is None:
            self._fail(number, _NOT_ANALYSED)
            return
        document = replace(document, faults=(*document.faults, _NOT_ANALYSED))
        self._records[number].summary = summarise(document)
        self.shelves.hold(number, document, spare=False)
        self._tell_known(number)
        self._hand_out(number, document)

    def _number_copies(self) -> None:
        for number in self.shelves.wrong_copies():
            self._agenda.add_study(number)

    def _note(self, number: int, glance: Glance) -> None:
        self._records.note(number, *glance)
        self._agenda.read(number)
        self._telling.read(number, glance.headline)

    def _tell_known(self, number: int) -> None:
        record = self._records[number]
        if record.headline is not None:
            self._telling.read(number, record.headline)
        if record.summary is not None:
            self._telling.analysed(number, record.summary)

    def _lose(self, number: int) -> None:
        """Tell that a file is gone; what was read of it can be read on."""
        self._overtaken.add(number)
        self._agenda.drop(number)
        self._records[number].gone = True
        self._tell_problem(number, _GONE)

    def _fail(self, number: int, reason: str) -> None:
        self._agenda.drop(number)
        self.shelves.forget(number)
        self._tell_problem(number, reason)

    def _tell_problem(self, number: int, reason: str) -> None:
        self._given = None if self._given == number else self._given
        self._telling.failed(number, reason)
        if number == self.wanted:
            self._telling.say(Unread(number, reason))


def _reason(error: BaseException | None) -> str:
    return error.reason if isinstance(error, UnreadableError) else _NOT_READ
