"""Who reads, as the screen sees it: what is wanted is asked for, news come back."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Event, Thread
from typing import TYPE_CHECKING

from briefing.app.loading.messages import Failed, News
from briefing.app.loading.telling import Tell, Telling
from briefing.errors import WorkerError
from briefing.model import Document
from briefing.model.glimpse import Glimpse

if TYPE_CHECKING:  # bring SQLite and the readers, which the import of the app can't wait for
    from briefing.app.loading.librarian import Librarian
    from briefing.library import Found
    from briefing.library.inventory import Inventory
    from briefing.workers.head_start import HeadStart
    from briefing.workers.process import WorkerProcess

_INVENTORY = "briefing.library.inventory:take_inventory"
_FIRST_TEXT = 0.1
"""Seconds that the screen waits for the first text, to save an empty first screen."""
_LONGEST = 10.0
"""Seconds that a glimpse of the first file may take."""
_PATIENCE = 2.0
"""Seconds that the loader waits for the first text to be painted."""


class Loader:
    """A thread that has what is wanted read first, and gives out what has been read.

    It begins before there is a screen, so that the first screen has the text on it; what it
    finds until somebody listens is kept. Once the first text is on the screen, a worker
    process does the rest, as a busy thread would slow every key. Leaving is immediate also
    while a long text is being analysed: nothing is left half done that counts.
    """

    def __init__(
        self,
        paths: Sequence[str | Found],
        *,
        apart: bool = False,
        live: bool = False,
        wanted: int = 0,
    ) -> None:
        """Prepare to read.

        Args:
            paths: Of files and folders.
            apart: Let a worker process do the work, where one can be started.
            live: Watch the paths, and read again what is written.
            wanted: Which file is looked at first.
        """
        self._paths = paths
        self._apart = apart
        self._live = live
        self._wanted = wanted
        self._head_start: HeadStart | None = None
        self._telling = Telling()
        self._librarian: Librarian | None = None
        self._inbox: SimpleQueue[Callable[[], object]] = SimpleQueue()
        self._first = Event()
        self._painted = Event()
        self._thread = Thread(target=self._run, name="loader", daemon=True)

    def start(self, head_start: HeadStart | None = None) -> None:
        """Begin to read.

        Args:
            head_start: A worker that looks at the first file already, and is the loader's now.
        """
        self._head_start = head_start
        self._thread.start()

    def listen(self, tell: Tell) -> list[News]:
        """Hear of everything from now on.

        Args:
            tell: Called from the loader's thread.

        Returns:
            What has been found so far; a short first text is waited for.
        """
        self._first.wait(_FIRST_TEXT)
        return self._telling.listen(tell)

    def stop(self) -> None:
        """Begin nothing new, leave what was begun, and say nothing more."""
        self._telling.stopped.set()
        self._painted.set()
        if self._head_start is not None:
            self._head_start.stop()
        if self._librarian is not None:
            self._librarian.hands.stop()
        self._inbox.put(_wake)

    def painted(self) -> None:
        """Hear that a first text is on the screen: from now on the processor may be shared."""
        self._painted.set()

    def want(self, number: int) -> Document | None:
        """Take this file before all others.

        Returns:
            The document, as far as it is at hand; else it comes as news.
        """
        self._wanted = number
        librarian = self._librarian
        if librarian is None:
            return None
        librarian.wanted = number
        document = librarian.shelves.held.get(number)
        self._inbox.put(partial(librarian.turn_to, number, given=document is not None))
        self._inbox.put(partial(librarian.prepare, number))
        return document

    def look(self, number: int) -> None:
        """Read a file again if it was written, or its side file; it comes as news."""
        if self._librarian is not None:
            self._inbox.put(partial(self._librarian.look, number))

    def documents(self, numbers: Iterable[int] | None = None) -> Iterator[tuple[int, Document]]:
        """Yield all that has been read so far, by number; for a thread other than the screen's.

        A document that is neither at hand nor in the store is read again.

        Args:
            numbers: Of the documents that are asked for; None for all.
        """
        if self._librarian is not None:
            yield from self._librarian.shelves.documents(numbers)

    def _run(self) -> None:
        try:
            self._load()
        except BaseException as error:  # an error in a thread would be lost
            self._telling.say(Failed(error))
        finally:
            self._first.set()
            self._settle()
            if self._librarian is not None:
                self._librarian.shelves.close()

    def _load(self) -> None:
        glimpse, worker = self._take_over()
        if worker is not None:
            # Not before the first text is painted, which it would take the processor from.
            worker.begin(_INVENTORY, list(self._paths))
        # Imported here, in the thread: the first screen must not wait for the word lists.
        from briefing.app.loading.librarian import Librarian

        inventory = _finish(worker) if worker is not None else None
        librarian = self._librarian = Librarian(
            self._telling, self._inbox.put, apart=self._apart, worker=worker
        )
        librarian.wanted = self._wanted
        librarian.list_files(self._paths, inventory)
        if glimpse is not None and inventory is None:
            # The text is on a screen. The next one is drawn once, with all that is known.
            librarian.recall()
        self._telling.flush()
        if librarian.go_on(glimpse) if glimpse else librarian.turn_to(librarian.wanted):
            librarian.tell_if_done()
            self._first.set()
            self._painted.wait(_PATIENCE)
        self._first.set()
        self._settle()
        librarian.recall()
        self._telling.flush()
        if self._live:
            self._watch(librarian)
        while not self._telling.stopped.is_set():
            librarian.give_work()
            try:
                act = self._inbox.get(timeout=self._telling.wait)
            except Empty:
                self._telling.flush()
            else:
                act()

    def _take_over(self) -> tuple[Glimpse | None, WorkerProcess | None]:
        """Wait for what was seen of the first file already, and take whoever saw it."""
        if self._head_start is None:
            return None, None
        seen = self._head_start.wait(_LONGEST)
        return seen if isinstance(seen, Glimpse) else None, self._head_start.take_worker()

    def _settle(self) -> None:
        """Collect garbage from now on, but not in what the start has brought."""
        if self._apart:
            gc.freeze()
        gc.enable()

    def _watch(self, librarian: Librarian) -> None:
        """Have changes noticed beside the work."""
        from briefing.library.watching import watch_files

        def changed(paths: frozenset[Path]) -> None:
            self._inbox.put(partial(librarian.change, paths))

        watched = (self._paths, changed, self._telling.stopped)
        Thread(target=watch_files, args=watched, name="watcher", daemon=True).start()


def _finish(worker: WorkerProcess) -> Inventory | None:
    """Wait for the inventory; None where the worker was lost, and the files are listed here."""
    from briefing.library.inventory import Inventory

    try:
        found = worker.finish()
    except (WorkerError, MemoryError):
        return None
    return found if isinstance(found, Inventory) else None


def _wake() -> None:
    """Let the thread see that it is to end."""
