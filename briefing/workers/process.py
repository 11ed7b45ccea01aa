"""The worker as the loader sees it: a function is called, its answer comes back."""

from __future__ import annotations

import gc
import pickle
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from threading import Lock, Timer
from typing import IO, TypeVar, TypeVarTuple, cast

from briefing.errors import LostWorkerError, NoWorkerError, WorkerError
from briefing.workers.worker import READY, Answer, read_frame, write_frame

Ts = TypeVarTuple("Ts")
T = TypeVar("T")

_PATIENCE = 20.0
"""Seconds that a worker may take to start."""
# The worker finds modules where this process does, however it was started, and nowhere else:
# a folder of articles may hold a yaml.py.
_CODE = (
    "import sys; sys.path[:] = {path!r}; "
    "from briefing.workers.worker import work; work(urgent={urgent})"
)


class WorkerProcess:
    """At most one process, started with the first call and after each loss.

    It ends when it is killed or closed, and by itself as soon as this process is no more,
    however that came about: its input closes then.
    """

    def __init__(self, python: str | None = None) -> None:
        """``python`` is the interpreter to start; None for the one that runs this."""
        self._python = python
        self._process: subprocess.Popen[bytes] | None = None
        self._greeted = False
        self._killed = False
        self._lock = Lock()

    def begin(self, name: str, *args: object) -> None:
        """Start the worker and give it its first job, or one more, and wait for nothing.

        Args:
            name: Of a function, ``module:function``; it is not imported here.
            args: What to call it with.
        """
        # What goes wrong here is seen again, and raised, by whoever wants the answer.
        with suppress(_EndedError, WorkerError):
            _send(self._process or self._open(urgent=True), name, args)

    def finish(self) -> object:
        """Wait for what was begun, one job after the other, before anything is called.

        Raises:
            NoWorkerError: There is none, and it can't be started.
            LostWorkerError: It ended before it answered.
            BaseException: Whatever the function raises.
        """
        if self._process is None:
            raise NoWorkerError
        if not self._greeted:
            self._greet(self._process)
        with self._losing(self._process):
            return _receive(self._process)

    def call(self, function: Callable[[*Ts], T], *args: *Ts) -> T:
        """Call a function in the worker and wait for what it returns.

        Raises:
            NoWorkerError: There is none, and it can't be started.
            LostWorkerError: It ended before it answered.
            BaseException: Whatever the function raises.
        """
        process = self._process
        if process is None:
            process = self._open()
            self._greet(process)
        with self._losing(process):
            _send(process, function, args)
            return cast(T, _receive(process))

    def kill(self) -> None:
        """End the worker at once, whatever it does, from any thread; calls find it lost."""
        with self._lock:
            self._killed = True
            if self._process is not None:
                self._process.kill()

    def close(self) -> None:
        """End the worker between two calls, and leave nothing of it behind."""
        self.kill()
        if self._process is not None:
            _end(self._process)

    def _open(self, *, urgent: bool = False) -> subprocess.Popen[bytes]:
        python = self._python or sys.executable
        if not python or getattr(sys, "frozen", False):  # a frozen program is no interpreter
            raise NoWorkerError
        code = _CODE.format(path=sys.path, urgent=urgent)
        with self._lock:
            if self._killed:
                raise LostWorkerError
            try:
                self._process = subprocess.Popen(
                    [python, "-P", f"-Xutf8={sys.flags.utf8_mode}", "-c", code],
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    stderr=subprocess.DEVNULL,  # the screen is there
                )
            except OSError as error:
                raise NoWorkerError from error
            self._greeted = False
            return self._process

    def _greet(self, process: subprocess.Popen[bytes]) -> None:
        """Wait until the process says that it is a worker."""
        late = Timer(_PATIENCE, process.kill)
        late.daemon = True
        late.start()
        try:
            ready = _pipes(process)[1].read(len(READY)) == READY
        finally:
            late.cancel()
        if not ready:
            self._process = None
            _end(process)
            raise LostWorkerError if self._killed else NoWorkerError
        self._greeted = True

    @contextmanager
    def _losing(self, process: subprocess.Popen[bytes]) -> Iterator[None]:
        """Let go of a process that ends meanwhile."""
        try:
            yield
        except _EndedError as lost:
            self._process = None
            _end(process)
            raise LostWorkerError from lost


class _EndedError(Exception):
    """The other end of a pipe has closed."""


def _send(process: subprocess.Popen[bytes], function: object, args: tuple[object, ...]) -> None:
    job = pickle.dumps((function, args), pickle.HIGHEST_PROTOCOL)
    try:
        write_frame(_pipes(process)[0], job)
    except (OSError, EOFError) as error:
        raise _EndedError from error


def _receive(process: subprocess.Popen[bytes]) -> object:
    """Wait for an answer, and return or raise what it says."""
    try:
        frame = read_frame(_pipes(process)[1])
        result, error = _unpickle(frame)
    except (OSError, EOFError) as lost:
        raise _EndedError from lost
    if error is not None:
        raise error
    return result


def _pipes(process: subprocess.Popen[bytes]) -> tuple[IO[bytes], IO[bytes]]:
    if process.stdin is None or process.stdout is None:
        raise EOFError
    return process.stdin, process.stdout


def _end(process: subprocess.Popen[bytes]) -> None:
    """Leave neither a process nor a pipe behind."""
    process.kill()
    for pipe in _pipes(process):
        with suppress(OSError):  # what could not be sent can't be flushed either
            pipe.close()
    process.wait()


def _unpickle(frame: bytes) -> Answer:
    with _uncollected():
        return cast(Answer, pickle.loads(frame))


@contextmanager
def _uncollected() -> Iterator[None]:
    """Keep the garbage collector away from what is made inside, now and later.

    A document holds no circles, yet looking for some in the facts of 1 MB stopped every key for
    200 ms: while they were read, and again and again as long as they were there.
    """
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:  # not so before the first screen is there
            gc.freeze()
            gc.enable()
