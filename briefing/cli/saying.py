"""What commands say: the export on standard output, all else in sentences on standard error."""

from __future__ import annotations

import sys
from time import monotonic

from briefing.errors import OutputError
from briefing.gate import clean

_PATIENCE = 1.0
"""Seconds before a wait is worth a word."""
_CLEAR_LINE = "\r\x1b[K"


def say(words: str) -> None:
    """Say one sentence on standard error; nothing in a file's name can steer the terminal."""
    if sys.stderr is not None:
        print(f"briefing: {_printable(words)}", file=sys.stderr)


def print_whole(text: str) -> None:
    """Write an export to standard output, as UTF-8 whatever the locale is.

    Raises:
        BrokenPipeError: Whoever read it has left.
        OutputError: It is closed, or what is behind it is full.
    """
    # Python leaves no stream where the caller closed it.
    if sys.stdout is None:
        raise OutputError("Standard output is closed; name a file with -o FILE.")
    try:
        sys.stdout.buffer.write(text.encode("utf-8", "replace"))
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        raise OutputError(f"Standard output can't be written: {error.strerror}.") from error


class Progress:
    """One line that says how far a long work is; only on a terminal, gone at the end."""

    def __init__(self) -> None:
        self._began = monotonic()
        self._shown = False

    def __enter__(self) -> Progress:
        return self

    def __exit__(self, *_: object) -> None:
        if self._shown:
            print(_CLEAR_LINE, end="", file=sys.stderr, flush=True)

    def show(self, done: int, of: int, name: str) -> None:
        """Say that work on another file begins.

        Args:
            done: How many files are done.
            of: How many there are.
            name: Of the file that is next.
        """
        if sys.stderr is None or not sys.stderr.isatty():
            return
        if monotonic() - self._began < _PATIENCE:
            return
        self._shown = True
        # Wide characters take two cells: a longer line would wrap, and half of it stay.
        line = _printable(f"{done} of {of} read; {name[-24:]}")
        print(f"{_CLEAR_LINE}{line}", end="", file=sys.stderr, flush=True)


def _printable(words: str) -> str:
    """Pass the gate, and leave out what the terminal's encoding does not have."""
    encoding = getattr(sys.stderr, "encoding", None) or "utf-8"
    return clean(words).encode(encoding, "replace").decode(encoding)
