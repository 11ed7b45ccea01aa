"""Who knows which files there are, and whether they are still what they were."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from briefing.app.loading.giving import GONE
from briefing.app.loading.messages import Added, Listed
from briefing.app.loading.working import Working
from briefing.app.shelf import Entry
from briefing.errors import describe
from briefing.library.folder import Found, find_files
from briefing.library.inventory import Inventory
from briefing.library.stamps import stamp_of


class Librarian(Working):
    """Lists the files, and has those read again that were written since."""

    _paths: Sequence[str | Found] = ()
    _total = 0
    """Entries that the screen knows, also of paths that lead nowhere."""

    def list_files(self, paths: Sequence[str | Found], inventory: Inventory | None = None) -> None:
        """Find the files and tell of them.

        Args:
            paths: Of files and folders.
            inventory: What was found there already, and is remembered.
        """
        self._paths = paths
        if inventory is not None:
            files, problems = inventory.files, inventory.problems
        else:
            files, problems = find_files(paths)
        entries = self._number(files)
        entries += [Entry(Path(p.path), p.path, problem=p.error) for p in problems]
        self._total = len(entries)
        self._telling.say(Listed(entries))
        if inventory is not None:
            rows = enumerate(inventory.remembered())
            self.remember((number, kept) for number, kept in rows if kept is not None)

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
        was_gone, record.gone = record.gone, False
        if unchanged and was_gone:
            if record.summary is None:
                self._agenda.add_study(number)
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
        """Tell of files that have appeared, and look at all others.

        Those of folders that have gone are gone; and while the watch turns to a folder that has
        come, what is written elsewhere is not noticed.
        """
        files, _ = find_files(self._paths)
        new = [file for file in files if self._records.number_of(file.path.absolute()) is None]
        there = {file.path for file in files}
        for number in self._records:
            record = self._records[number]
            if record.stamp is not None or record.gone or record.file.path not in there:
                self.look(number)
        if new:
            entries = self._number(new)
            self._total += len(entries)
            self._telling.say(Added(entries))
            self.recall(range(self._total - len(entries), self._total))

    def _lose(self, number: int) -> None:
        """Tell that a file is gone; what was read of it can be read on."""
        self._overtaken.add(number)
        self._agenda.drop(number)
        self._records[number].gone = True
        self._tell_problem(number, GONE)
