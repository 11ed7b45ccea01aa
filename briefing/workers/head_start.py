"""Work that begins before there is a screen, while the screen is being imported."""

from __future__ import annotations

from threading import Event, Thread

from briefing.errors import WorkerError
from briefing.workers.process import WorkerProcess


class HeadStart:
    """The first job of a worker. Its answer is waited for only as long as somebody likes."""

    def __init__(self, name: str, *args: object) -> None:
        """Begin; see ``WorkerProcess.begin``."""
        self._worker = WorkerProcess()
        self._worker.begin(name, *args)
        self._answer: object = None
        self._error: BaseException | None = None
        self._lost = False
        self._done = Event()
        Thread(target=self._finish, name="head start", daemon=True).start()

    def wait(self, seconds: float) -> object:
        """Return the answer; None where it does not come in time, or the worker was lost.

        Raises:
            BaseException: Whatever the function raises.
        """
        self._done.wait(seconds)
        if self._error is not None:
            raise self._error
        return self._answer

    def take_worker(self) -> WorkerProcess | None:
        """Hand over the worker, which is free now; one that is not is ended."""
        if self._done.is_set() and not self._lost:
            return self._worker
        self._worker.kill()
        return None

    def stop(self) -> None:
        """End the worker, whoever has it now."""
        self._worker.kill()

    def _finish(self) -> None:
        try:
            self._answer = self._worker.finish()
        except (WorkerError, MemoryError):
            self._lost = True
            self._worker.close()
        except BaseException as error:  # an error in a thread would be lost
            self._error = error
        finally:
            self._done.set()
