"""Run a program in a pseudo-terminal, press keys and read what it paints.

Used by the tests and the benchmarks; needs nothing but the standard library (POSIX).
"""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import signal
import struct
import termios
import time
from collections.abc import Mapping, Sequence

_STEERING = re.compile(r"(\x1b\[[0-9;?<>=$]*[a-zA-Z]\s*)+")
_SWITCH = re.compile(r"\x1b\[\?([0-9;]+)([hl])")


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
        # The program holds one end as long as it lives, and nobody writes.
        self._life, held = os.pipe()
        self.pid, self._fd = pty.fork()
        if self.pid == 0:
            os.set_inheritable(held, True)
            _set_size(1, columns, lines)
            if stdin is not None:
                os.dup2(stdin, 0)
            os.execvpe(command[0], list(command), {**_environment(), **(env or {})})
        os.close(held)

    def __enter__(self) -> Terminal:
        return self

    def __exit__(self, *_: object) -> None:
        if self._status is None:
            os.kill(self.pid, signal.SIGKILL)
            os.waitpid(self.pid, 0)
        os.close(self._life)
        self.close()

    def modes(self) -> list[object]:
        """How the terminal treats keys now: echo, whole lines, signals."""
        return termios.tcgetattr(self._fd)

    def switches(self) -> set[str]:
        """Private modes that the program has switched on and not off again, ``"1049"``.

        Those that a terminal begins with (``"25"``, the cursor, and ``"7"``, the wrapping of
        lines) are named with a minus while they are off.
        """
        on = {"25", "7"}
        for numbers, how in _SWITCH.findall(self.output.decode("utf-8", "replace")):
            for number in numbers.split(";"):
                (on.add if how == "h" else on.discard)(number)
        return (on - {"25", "7"}) | {f"-{number}" for number in {"25", "7"} - on}

    def resize(self, columns: int, lines: int) -> None:
        """Give the terminal another size; the kernel tells the program."""
        _set_size(self._fd, columns, lines)

    def signal(self, number: int) -> None:
        """Send the program a signal."""
        os.kill(self.pid, number)

    def close(self) -> None:
        """Close the terminal, as its window would be; the program may still run."""
        if self._fd >= 0:
            os.close(self._fd)
            self._fd = -1

    def press(self, keys: str) -> None:
        """Send keys, as a terminal encodes them."""
        os.write(self._fd, keys.encode())

    def wait_for(self, words: str, *, seconds: float = 30, since: int = 0) -> float:
        """Read until the words have been painted; returns the seconds since the start."""
        wanted = words.encode()
        deadline = time.perf_counter() + seconds
        while wanted not in self.output[since:]:
            if not self._read(deadline):
                ended = time.perf_counter() < deadline
                within = "before the program ended" if ended else f"within {seconds} s"
                raise TimeoutError(f"{words!r} did not appear {within}:\n{self._shown()}")
        return time.perf_counter() - self.started

    def wait_for_exit(self, *, seconds: float = 30) -> int:
        """Read until the program ends; returns its exit status."""
        deadline = time.perf_counter() + seconds
        while self._fd >= 0 and self._read(deadline):
            pass
        status = self._wait(deadline)
        if status is None:
            raise TimeoutError(f"the program did not end within {seconds} s")
        self._status = os.waitstatus_to_exitcode(status)
        return self._status

    def read(self, seconds: float) -> bool:
        """Read what comes next; tells whether anything came within the seconds."""
        return self._read(time.perf_counter() + seconds)

    def _shown(self) -> str:
        """The last that the program sent, without what steers a terminal."""
        return _STEERING.sub(" ", self.output.decode("utf-8", "replace"))[-1500:]

    def _wait(self, deadline: float) -> int | None:
        """Wait for the end; what it still paints must not hold it up."""
        ready, _, _ = select.select([self._life], [], [], max(0.0, deadline - time.perf_counter()))
        return os.waitpid(self.pid, 0)[1] if ready else None

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


def _set_size(terminal: int, columns: int, lines: int) -> None:
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))


def _environment() -> dict[str, str]:
    """What a program in a terminal of our own must not hear of the one that we run in."""
    ours = {"COLUMNS", "LINES", "NO_COLOR", "COLORTERM", "TERM_PROGRAM"}
    kept = {name: value for name, value in os.environ.items() if name not in ours}
    return {**kept, "TERM": "xterm-256color"}
