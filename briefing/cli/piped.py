"""``-`` among the paths: standard input is waited for and takes the place of a file."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from threading import Timer
from typing import TYPE_CHECKING

from briefing.cli.saying import say
from briefing.errors import InputError, UnreadableError

if TYPE_CHECKING:  # brings the readers
    from briefing.library import Found

STANDARD_INPUT = "-"
"""How it is written among the paths; a file of that name is ``./-``."""
_PATIENCE = 1.0
"""Seconds before a wait is worth a word."""
_CLOSED = "Standard input is closed, so there is nothing to read at “-”."
_TYPED = "Nothing is piped in to be read at “-”; as in: curl -s ADDRESS | {command}"


@contextmanager
def with_piped(paths: Sequence[str], command: str) -> Iterator[list[str | Found]]:
    """Put what is piped in where ``-`` stands among the paths.

    Args:
        paths: As given on the command line.
        command: How it is called, for an example.

    Raises:
        InputError: There is no pipe, nothing in it, or too much.
    """
    if STANDARD_INPUT not in paths:
        yield list(paths)
        return
    content = _read(command)
    from briefing.library.standard_input import laid_apart

    with laid_apart(content) as found:
        yield [found if path == STANDARD_INPUT else path for path in paths]


def open_keyboard() -> int:
    """Open the terminal that keys come from, whatever standard input is.

    Raises:
        InputError: There is none, or this system has no way to ask for it.
    """
    if sys.platform == "win32":
        raise InputError("On Windows the keys can't be taken beside a pipe; save it as a file.")
    try:
        return os.open("/dev/tty", os.O_RDWR)
    except OSError as error:
        raise InputError("There is no terminal to take the keys from.") from error


def take_keys_from(keyboard: int) -> None:
    """Let the terminal be standard input, as the reader expects, once the pipe is read."""
    os.dup2(keyboard, 0)
    os.close(keyboard)


def _read(command: str) -> bytes:
    if sys.stdin is None:
        raise InputError(_CLOSED)
    if sys.stdin.isatty():
        raise InputError(_TYPED.format(command=command))
    from briefing.library.standard_input import read_to_end

    waiting = Timer(_PATIENCE, _say_that_it_waits)
    waiting.daemon = True
    waiting.start()
    try:
        return read_to_end(sys.stdin.buffer)
    except UnreadableError as error:
        raise InputError(str(error)) from error
    finally:
        waiting.cancel()


def _say_that_it_waits() -> None:
    if sys.stderr is not None and sys.stderr.isatty():
        say("Waiting for the end of standard input; Ctrl+C ends it.")
