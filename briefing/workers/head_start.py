"""Work that begins before there is a screen, while the screen is being imported."""

from __future__ import annotations

from threading import Event, Thread

from briefing.errors import WorkerError
from briefing.workers.process import WorkerProcess


class _Awaited:
    """What a job answers, once it does."""

    def __init__(self) -> None:
        self.answer: object = None
        self.error: BaseException | None = None
        self.done = Event()

    def wait(self, seconds: float) -> object:
        self.done.wait(seconds)
        if self.error is not None:
            raise self.error
        return self.answer


class HeadStart:
    """The first jobs of a worker. Each answer is waited for only as long as somebody likes."""

    def __init__(self, name: str, *args: object, then: str | None = None) -> None:
        """Begin; see ``WorkerProcess.begin``.

        Args:
            name: Of the function that the screen waits for.
            args: What to call it with.
            then: Name of a function that is called afterwards, with the same.
        """
        self._worker = WorkerProcess()
        self._first, self._second = _Awaited(), _Awaited()
        self._jobs = [self._first]
        self._worker.begin(name, *args)
        if then is not None:
            self._jobs.append(self._second)
            self._worker.begin(then, *args)
        self._lost = False
        Thread(target=self._finish, name="head start", daemon=True).start()

    def wait(self, seconds: float) -> object:
        """Return the first answer; None where it does not come in time, or the worker was lost.

        Raises:
            BaseException: Whatever the function raises.
        """
        return self._first.wait(seconds)

    def wait_for_more(self, seconds: float) -> object:
        """Return the second answer, as ``wait`` does the first; None where nothing was asked.

        Raises:
            BaseException: Whatever the function raises.
        """
        return self._second.wait(seconds) if self._second in self._jobs else None

    def take_worker(self) -> WorkerProcess | None:
        """Hand over the worker, which is free now; one that is not is ended."""
        if all(job.done.is_set() for job in self._jobs) and not self._lost:
            return self._worker
        self._worker.kill()
        return None

    def stop(self) -> None:
        """End the worker, whoever has it now."""
        self._worker.kill()

    def _finish(self) -> None:
        for job in self._jobs:
            try:
                if not self._lost:
                    job.answer = self._worker.finish()
            except (WorkerError, MemoryError):
                self._lost = True
                self._worker.close()
            except BaseException as error:  # an error in a thread would be lost
                job.error = error
            finally:
                job.done.set()
