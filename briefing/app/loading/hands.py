"""Whoever does the work: a process of its own where one can be had, else a thread."""

from __future__ import annotations

from collections.abc import Callable
from queue import SimpleQueue
from threading import Lock, Thread
from typing import TYPE_CHECKING, TypeVarTuple

from briefing.errors import LostWorkerError, NoWorkerError

if TYPE_CHECKING:  # subprocesses are not needed for the first screen
    from briefing.workers.process import WorkerProcess

Ts = TypeVarTuple("Ts")
Answer = Callable[[object, BaseException | None], None]
"""Is told what a function returned, or what it raised; called from another thread."""


class Hands:
    """Do one thing at a time, while whoever asked goes on."""

    def __init__(self, *, apart: bool, worker: WorkerProcess | None = None) -> None:
        """Prepare to work.

        Args:
            apart: By a worker process, as long as one can be started.
            worker: One that is there already.
        """
        self._apart = apart
        self._worker = worker
        self._stopped = False
        self._lock = Lock()
        self._orders: SimpleQueue[Callable[[], None]] = SimpleQueue()
        self._thread: Thread | None = None

    def begin(self, answer: Answer, function: Callable[[*Ts], object], *args: *Ts) -> None:
        """Have a function called that can be imported, with what can be sent to a process."""
        if self._thread is None:
            self._thread = Thread(target=self._run, name="hands", daemon=True)
            self._thread.start()
        self._orders.put(lambda: self._do(answer, function, *args))

    def rest(self) -> None:
        """End the worker and give back its memory; another is hired when there is work again."""
        with self._lock:
            worker, self._worker = self._worker, None
        if worker is not None:
            worker.close()

    def interrupt(self) -> bool:
        """Leave what was begun; it ends as lost. False where there is no worker to end."""
        with self._lock:
            worker, self._worker = self._worker, None
        if worker is not None:
            worker.kill()
        return worker is not None

    def stop(self) -> None:
        """Leave what was begun, from any thread, and begin nothing more."""
        with self._lock:
            self._stopped = True
            if self._worker is not None:
                self._worker.kill()
        self._orders.put(_end)

    def _run(self) -> None:
        while not self._stopped:
            self._orders.get()()

    def _do(self, answer: Answer, function: Callable[[*Ts], object], *args: *Ts) -> None:
        try:
            result = self._call(function, *args)
        except BaseException as error:  # whoever asked decides what it means
            answer(None, error)
        else:
            answer(result, None)

    def _call(self, function: Callable[[*Ts], object], *args: *Ts) -> object:
        if self._apart:
            try:
                return self._hire().call(function, *args)
            except NoWorkerError:
                self._apart = False
        return function(*args)

    def _hire(self) -> WorkerProcess:
        from briefing.workers.process import WorkerProcess

        with self._lock:
            if self._stopped:
                raise LostWorkerError
            if self._worker is None:
                self._worker = WorkerProcess()
            return self._worker


def _end() -> None:
    """Wake the thread, so that it ends."""
