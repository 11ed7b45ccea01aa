"""Who has everything else read and analysed by other hands, and hears what they found."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

from msgspec.structs import replace

from briefing.app.loading.agenda import BATCH, Job
from briefing.app.loading.giving import Giving
from briefing.app.loading.hands import Answer, Hands
from briefing.app.loading.messages import Done
from briefing.app.loading.telling import Telling
from briefing.errors import LostWorkerError, UnreadableError
from briefing.library.study import SMALL, Glance, Study, glance_at, read_packed, study
from briefing.model import summarise

if TYPE_CHECKING:  # not where the work is done here
    from briefing.workers.process import WorkerProcess

T = TypeVar("T")

_ENDED = "the process at work on it was ended, as happens when memory runs out."
_NOT_READ = f"It could not be read: {_ENDED}"
_NOT_ANALYSED = f"Its facts could not be looked for: {_ENDED}"
_TOO_MUCH = (LostWorkerError, MemoryError)


class Working(Giving):
    """Gives out the work, one job after the other, and makes known what comes back."""

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
        super().__init__(telling)
        self.hands = Hands(apart=apart, worker=worker)
        self._soon = soon
        self._job: Job | None = None
        """The work in hand."""
        self._overtaken: set[int] = set()
        """Files that are to be worked on again whatever the work in hand brings."""
        self._done = False
        self._batch = BATCH

    def give_work(self) -> None:
        """Have the next thing done, if nothing is being done."""
        job = self._agenda.next()
        if self._job is not None:
            self._make_way(self._job, job)
            return
        if job is None:
            self.tell_if_done()
            self.shelves.count_use()
            return
        self._job, self._done = job, False
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

    def _make_way(self, job: Job, wish: Job | None) -> None:
        """Leave a long analysis that nobody waits for, where somebody waits for another one."""
        number = job.numbers[0]
        if job.kind != "study" or number == self.wanted or number in self._overtaken:
            return
        stamp = self._records[number].stamp
        long = stamp is not None and stamp.size > SMALL
        if long and wish and wish.numbers == (self.wanted,) and self.hands.interrupt():
            self._overtaken.add(number)

    def tell_if_done(self) -> None:
        """Tell it once when nothing is left to do, for now."""
        if self._done or self._job or self._agenda.next() is not None:
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
        self._job = None
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
            if self._is_late(number):
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
        if self._is_late(number):
            return
        if read is None:
            self._fail(number, _reason(error))
            return
        glance, packed = read
        self._note(number, glance)
        self.shelves.hold(number, packed, spare=True)
        self._hand_out(number, self.shelves.unpack(number, packed))

    def _is_late(self, number: int) -> bool:
        """Tell whether a text is no news: it was written since, or is known from elsewhere."""
        return number in self._overtaken or self._agenda.is_read(number)

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


def _reason(error: BaseException | None) -> str:
    return error.reason if isinstance(error, UnreadableError) else _NOT_READ
