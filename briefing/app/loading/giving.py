"""Who gives out the document that is wanted, wherever it is."""

from __future__ import annotations

from collections.abc import Iterable

from briefing.app.loading.agenda import Agenda
from briefing.app.loading.held import unpacked
from briefing.app.loading.messages import Analysed, Begun, Read, Unread
from briefing.app.loading.shelves import Shelves
from briefing.app.loading.telling import Telling
from briefing.errors import UnreadableError, describe
from briefing.library.stamps import stamp_of
from briefing.library.store import Kept
from briefing.library.study import BEGINNING, SMALL, Glance, read_file
from briefing.model import Document
from briefing.model.glimpse import Glimpse
from briefing.reading import READERS

GONE = "It is no longer there."


class Giving:
    """Gives out what is wanted: at hand, in the store, or read here if that takes a moment.

    So nobody waits until the analysis of something else has ended. All is called from the
    loader's thread.
    """

    def __init__(self, telling: Telling) -> None:
        """``telling`` is what tells the screen."""
        self.wanted = 0
        """Set by the screen, from its thread, before it asks what is at hand."""
        self.shelves = Shelves()
        self._records = self.shelves.records
        self._agenda = Agenda()
        self._telling = telling
        self._given: int | None = None
        """The file whose document the screen has, or will have with the news on their way."""

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
        if not glimpse.beginning:
            self.shelves.hold(number, glimpse.packed, spare=True)
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
            self._telling.say(Unread(number, GONE))

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

    def recall(self, numbers: Iterable[int] | None = None) -> None:
        """Strike out what the store has, and tell what lists show of it."""
        among = self._records if numbers is None else numbers
        unread = [number for number in among if not self._agenda.is_read(number)]
        self._strike_out(self.shelves.recall(unread))

    def remember(self, known: Iterable[tuple[int, Kept]]) -> None:
        """Strike out what somebody else has recalled, and tell what lists show of it."""
        numbers = []
        for number, kept in known:
            self.shelves.remember(number, kept)
            numbers.append(number)
        self._strike_out(numbers)

    def _strike_out(self, numbers: Iterable[int]) -> None:
        for number in numbers:
            self._agenda.drop(number)
            self._tell_known(number)
        if not self._agenda.texts_left:
            self._number_copies()

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

    def _fail(self, number: int, reason: str) -> None:
        self._agenda.drop(number)
        self.shelves.forget(number)
        self._tell_problem(number, reason)

    def _tell_problem(self, number: int, reason: str) -> None:
        self._given = None if self._given == number else self._given
        self._telling.failed(number, reason)
        if number == self.wanted:
            self._telling.say(Unread(number, reason))
