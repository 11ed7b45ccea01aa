"""Run a program in a pseudo-terminal, press keys and read what it paints.

Used by the tests and the benchmarks; needs nothing but the standard library (POSIX).
"""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import struct
import termios
import time
from collections.abc import Mapping, Sequence


class Terminal:
    """A terminal of a given size with one program in it.

    Everything the program sends is kept in ``output``. Waiting ends when the words have come,
    and raises TimeoutError when they don't.
    """

    def __init__(
        self,
        command: Sequence[str],
        *,
        columns: int = 100,
        lines: int = 30,
        env: Mapping[str, str] | None = None,
        stdin: int | None = None,
    ) -> None:
        """``stdin``: what the program reads in place of the terminal, as behind a pipe."""
        self.output = b""
        self.started = time.perf_counter()
        self._status: int | None = None
        self.pid, self._fd = pty.fork()
        if self.pid == 0:
            if stdin is not None:
                os.dup2(stdin, 0)
            size = {"COLUMNS": str(columns), "LINES": str(lines), "TERM": "xterm-256color"}
            os.execvpe(command[0], list(command), {**os.environ, **size, **(env or {})})
        fcntl.ioctl(self._fd, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))

    def __enter__(self) -> Terminal:
        return self

    def __exit__(self, *_: object) -> None:
        if self._status is None:
            os.kill(self.pid, signal.SIGKILL)
            os.waitpid(self.pid, 0)
        os.close(self._fd)

    def modes(self) -> list[object]:
        """How the terminal treats keys now: echo, whole lines, signals."""
        return termios.tcgetattr(self._fd)

    def press(self, keys: str) -> None:
        """Send keys, as a terminal encodes them."""
        os.write(self._fd, keys.encode())

    def wait_for(self, words: str, *, seconds: float = 30, since: int = 0) -> float:
        """Read until the words have been painted; returns the seconds since the start."""
        wanted = words.encode()
        deadline = time.perf_counter() + seconds
        while wanted not in self.output[since:]:
            if not self._read(deadline):
                raise TimeoutError(f"{words!r} did not appear within {seconds} s")
        return time.perf_counter() - self.started

    def wait_for_exit(self, *, seconds: float = 30) -> int:
        """Read until the program ends; returns its exit status."""
        deadline = time.perf_counter() + seconds
        while self._read(deadline):
            pass
        if time.perf_counter() >= deadline:
            raise TimeoutError(f"the program did not end within {seconds} s")
        _, status = os.waitpid(self.pid, 0)
        self._status = os.waitstatus_to_exitcode(status)
        return self._status

    def read(self, seconds: float) -> bool:
        """Read what comes next; tells whether anything came within the seconds."""
        return self._read(time.perf_counter() + seconds)

    def _read(self, deadline: float) -> bool:
        ready, _, _ = select.select([self._fd], [], [], max(0.0, deadline - time.perf_counter()))
        if not ready:
            return False
        try:
            received = os.read(self._fd, 1 << 16)
        except OSError:  # Linux says EIO when the program has ended.
            return False
        self.output += received
        return bool(received)
