"""The worker: a process of its own that reads and analyses for somebody with a screen.

Jobs and answers are pickles in frames: eight bytes of length, then the pickle. Whoever starts
the worker owns the other ends of both pipes; the worker ends when they close.
"""

from __future__ import annotations

import os
import pickle
import signal
import struct
import sys
from collections.abc import Callable
from contextlib import suppress
from importlib import import_module
from queue import SimpleQueue
from threading import Thread
from typing import IO

Job = tuple[Callable[..., object] | str, tuple[object, ...]]
"""A function that can be imported, or its name as in ``module:function``, and its arguments."""
Answer = tuple[object, BaseException | None]
"""What the function returned, or what it raised."""

READY = b"briefing worker\n"
"""What the worker says before its first job; anything else comes from another program."""
_LENGTH = struct.Struct("<Q")
_POLITE = 5
"""Niceness: on a single core, too, the screen comes first."""


def write_frame(pipe: IO[bytes], frame: bytes) -> None:
    """Send a frame.

    Raises:
        OSError: The other end has closed.
    """
    pipe.write(_LENGTH.pack(len(frame)))
    pipe.write(frame)
    pipe.flush()


def read_frame(pipe: IO[bytes]) -> bytes:
    """Wait for a frame.

    Raises:
        EOFError: The other end has closed.
    """
    length = pipe.read(_LENGTH.size)
    if len(length) < _LENGTH.size:
        raise EOFError
    [size] = _LENGTH.unpack(length)
    frame = pipe.read(size)
    if len(frame) < size:
        raise EOFError
    return frame


def work(*, urgent: bool = False) -> None:
    """Do the jobs that come on standard input, until it closes.

    Args:
        urgent: The screen waits for the first job.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # meant for the screen
    if not urgent:
        _give_way()
    jobs, answers = sys.stdin.buffer, sys.stdout.buffer
    # Nothing that a library prints may come between the frames.
    sys.stdout = sys.stderr
    frames: SimpleQueue[bytes] = SimpleQueue()
    Thread(target=_watch, args=(jobs, frames), daemon=True).start()
    with suppress(OSError):  # nobody listens any more
        answers.write(READY)
        answers.flush()
        while True:
            write_frame(answers, _answer(frames.get()))
            if urgent:
                urgent = False
                _give_way()


def _give_way() -> None:
    if sys.platform != "win32":
        os.nice(_POLITE)


def _watch(jobs: IO[bytes], frames: SimpleQueue[bytes]) -> None:
    """Fetch the jobs beside the work, so that the end of the other side is noticed at once."""
    try:
        while True:
            frames.put(read_frame(jobs))
    finally:
        os._exit(0)  # also in the middle of a long text; nothing is left half done


def _answer(frame: bytes) -> bytes:
    """Do one job; what it raises goes to whoever asked."""
    try:
        function, arguments = pickle.loads(frame)
        if isinstance(function, str):
            module, _, name = function.partition(":")
            function = getattr(import_module(module), name)
        return _pack((function(*arguments), None))
    except BaseException as error:
        import traceback  # takes a while

        trace = traceback.format_exc()
        error.add_note(f"In the worker:\n{trace}")
        try:
            packed = _pack((None, error))
            pickle.loads(packed)  # an exception that wants other arguments fails only here
        except Exception:  # it can be anything
            return _pack((None, RuntimeError(trace)))
        return packed


def _pack(answer: Answer) -> bytes:
    return pickle.dumps(answer, pickle.HIGHEST_PROTOCOL)
