"""Who reads what, and when: what is wanted first, its text before its facts."""

from __future__ import annotations

import gc
from collections import Counter, deque
from collections.abc import Callable, Sequence
from pathlib import Path
from threading import Event, Lock, Thread
from typing import TYPE_CHECKING, TypeVar, TypeVarTuple

from msgspec.structs import replace
from textual.message import Message

from briefing.app.loading.messages import Analysed, Done, Failed, Listed, Read, Unread
from briefing.app.shelf import Entry
from briefing.errors import LostWorkerError, NoWorkerError, UnreadableError
from briefing.model import Document, summarise

if TYPE_CHECKING:  # subprocesses are not needed for the first screen
    from briefing.app.loading.process import WorkerProcess

Ts = TypeVarTuple("Ts")
T = TypeVar("T")

_FIRST_TEXT = 0.1
"""Seconds that the screen waits for the first text, to save an empty first screen."""
_PATIENCE = 2.0
"""Seconds that the loader waits for the first text to be painted."""
_ENDED = "the process at work on it was ended, as happens when memory runs out."
_NOT_READ = f"It could not be read: {_ENDED}"
_NOT_ANALYSED = f"Its facts could not be looked for: {_ENDED}"
_TOO_MUCH = (LostWorkerError, MemoryError)


class Loader:
    """One thread that has what is wanted read first.

    It begins before there is a screen, so that the first screen has the text on it; what it
    finds until somebody listens is kept. The first text it reads itself. Once that is on the
    screen, a worker process does the rest, as a busy thread would slow every key. Leaving is
    immediate also while a long text is being analysed: nothing is written, so nothing is left
    half done.
    """

    def __init__(self, paths: Sequence[str], *, apart: bool = False) -> None:
        """``apart``: let a worker process do the work, where one can be started."""
        self._paths = paths
        self._apart = apart
        self._worker: WorkerProcess | None = None
        self._tell: Callable[[Message], object] | None = None
        self._kept: list[Message] = []
        self._lock = Lock()
        self._stopped = Event()
        self._first = Event()
        self._painted = Event()
        self._unread: deque[int] = deque()
        self._read: dict[int, Document] = {}
        self._wanted = 0
        self._thread = Thread(target=self._run, name="loader", daemon=True)

    def start(self) -> None:
        """Begin to read."""
        self._thread.start()

    def listen(self, tell: Callable[[Message], object]) -> list[Message]:
        """Hear of everything from now on.

        Args:
            tell: Called from the loader's thread.

        Returns:
            What has been found so far; a short first text is waited for.
        """
        self._first.wait(_FIRST_TEXT)
        with self._lock:
            self._tell = tell
            kept, self._kept = self._kept, []
        return kept

    def stop(self) -> None:
        """Begin nothing new, and leave what was begun."""
        self._stopped.set()
        with self._lock:
            if self._worker is not None:
                self._worker.kill()

    def painted(self) -> None:
        """Hear that a first text is on the screen: from now on the processor may be shared."""
        self._painted.set()

    def want(self, number: int) -> None:
        """Take this file before all others."""
        with self._lock:
            self._wanted = number

    def _run(self) -> None:
        try:
            self._load()
        except BaseException as error:  # an error in a thread would be lost
            self._say(Failed(error))
        finally:
            self._first.set()
            self._settle()

    def _load(self) -> None:
        # Imported here, in the thread: the first screen must not wait for the word lists.
        from briefing.library.folder import find_files
        from briefing.library.gathering import number_copy

        files, problems = find_files(self._paths)
        entries = [Entry(file.path, file.shown) for file in files]
        entries += [Entry(Path(p.path), p.path, problem=p.error) for p in problems]
        self._unread.extend(range(len(files)))
        self._say(Listed(entries))
        seen: Counter[str] = Counter()
        while not self._stopped.is_set() and (job := self._next()) is not None:
            number, document = job
            if document is None:
                document = self._open(number, entries[number])
                if document is not None:
                    document = number_copy(document, seen)
                    self._read[number] = document
                    self._say(Read(number, document))
                    self._share()
            else:
                self._analyse(number, document)
        self._dismiss()
        self._say(Done())

    def _share(self) -> None:
        """Give the first text the processor until it is painted."""
        if not self._first.is_set():
            self._first.set()
            self._painted.wait(_PATIENCE)
            self._settle()

    def _settle(self) -> None:
        """Collect garbage from now on, but not in what the start has brought."""
        if self._apart:
            gc.freeze()
        gc.enable()

    def _next(self) -> tuple[int, Document | None] | None:
        """Choose: the wanted one, first its text, then its facts; then all others likewise."""
        with self._lock:
            wanted = self._wanted
        if wanted in self._read:
            return wanted, self._read.pop(wanted)
        if wanted in self._unread:
            self._unread.remove(wanted)
            return wanted, None
        if self._unread:
            return self._unread.popleft(), None
        if self._read:
            number = min(self._read)
            return number, self._read.pop(number)
        return None

    def _open(self, number: int, entry: Entry) -> Document | None:
        from briefing.reading import read_document

        try:
            return self._call(read_document, entry.path, entry.shown)
        except UnreadableError as error:
            self._say(Unread(number, error.reason))
        except _TOO_MUCH:
            self._say(Unread(number, _NOT_READ))
        return None

    def _analyse(self, number: int, document: Document) -> None:
        from briefing.library.worker import analyse_and_summarise

        try:
            analysed, summary = self._call(analyse_and_summarise, document)
        except _TOO_MUCH:
            analysed = replace(document, faults=(*document.faults, _NOT_ANALYSED))
            summary = summarise(analysed)
        self._say(Analysed(number, analysed, summary))

    def _call(self, function: Callable[[*Ts], T], *args: *Ts) -> T:
        """Have it done by the worker, or do it here where there is none."""
        if self._apart and self._first.is_set():
            try:
                return self._hire().call(function, *args)
            except NoWorkerError:
                self._apart = False
        return function(*args)

    def _hire(self) -> WorkerProcess:
        from briefing.app.loading.process import WorkerProcess

        with self._lock:
            if self._stopped.is_set():
                raise LostWorkerError
            if self._worker is None:
                self._worker = WorkerProcess()
            return self._worker

    def _dismiss(self) -> None:
        """End the worker and give back its memory; another is hired when there is work again."""
        with self._lock:
            worker, self._worker = self._worker, None
        if worker is not None:
            worker.close()

    def _say(self, message: Message) -> None:
        if self._stopped.is_set():
            return
        with self._lock:
            if self._tell is None:
                self._kept.append(message)
                return
        self._tell(message)
