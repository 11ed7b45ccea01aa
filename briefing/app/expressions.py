r"""Finding regular expressions that may be hostile.

``(a+)+b`` takes longer than the world will last, and Python's engine lets no other thread run
meanwhile: the keys would be dead. So the engine works in a process of its own, which is killed
when it takes too long or when nobody waits for it any more.
"""

from __future__ import annotations

import re
import subprocess
import sys
from array import array
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from threading import Thread
from time import monotonic
from typing import IO

from briefing.app import expression_process
from briefing.app.layout.searching import Matches, Query

_COMMAND = (sys.executable, "-I", "-S", "-W", "ignore", str(Path(expression_process.__file__)))
_PATIENCE = 2.0
"""Seconds that a reader waits for an expression."""
_GLANCE = 0.05
"""Seconds between two looks whether somebody still waits."""


def find_expression(
    text: str,
    query: Query,
    stopped: Callable[[], bool] = lambda: False,
    patience: float = _PATIENCE,
) -> Matches:
    """Find a regular expression in a text; see ``find_expressions``."""
    return find_expressions([text], query, stopped, patience)[0]


def find_expressions(
    texts: Sequence[str],
    query: Query,
    stopped: Callable[[], bool] = lambda: False,
    patience: float = _PATIENCE,
) -> list[Matches]:
    """Find a regular expression of Python's kind; ``^`` and ``$`` are the ends of a line.

    Args:
        texts: Where to look; each for itself.
        query: Its words are the expression.
        stopped: Tells that nobody waits any more.
        patience: Seconds until the expression counts as slow.

    Returns:
        For each text the matches that are not empty, or for all the problem that there was.
    """
    if not query.words:
        return [Matches() for _ in texts]
    flags = re.MULTILINE | (0 if query.case else re.IGNORECASE)
    pattern = query.words.encode("utf-8", "surrogatepass")
    bodies = [text.encode("utf-8", "surrogatepass") for text in texts]
    head = f"{int(flags)} {len(pattern)} {len(bodies)}\n".encode()
    sizes = array("q", map(len, bodies)).tobytes()
    process = subprocess.Popen(
        _COMMAND,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        start_new_session=True,  # ctrl+c in the terminal is for the reader
    )
    found = _wait(process, b"".join((head, pattern, sizes, *bodies)), stopped, patience)
    if found is None:
        return [Matches(problem="slow")] * len(texts)
    if process.returncode:
        broken = process.returncode == expression_process.BROKEN
        return [Matches(problem="broken" if broken else "slow")] * len(texts)
    return list(_part(array("q", found), len(texts)))


def _part(offsets: array[int], texts: int) -> Iterator[Matches]:
    """Give each text its matches; see ``expression_process`` for how they come."""
    half = (len(offsets) - texts) // 2
    at = texts
    for count in offsets[:texts]:
        yield Matches(offsets[at : at + count], offsets[at + half : at + half + count])
        at += count


def _wait(
    process: subprocess.Popen[bytes], given: bytes, stopped: Callable[[], bool], patience: float
) -> bytes | None:
    """Give the process its input and wait; None if it had to be killed."""
    # ``communicate`` forgets what it has not written yet when its time is over.
    pipe, process.stdin = process.stdin, None
    feeder = Thread(target=_feed, args=(pipe, given), name="expression", daemon=True)
    feeder.start()
    until = monotonic() + patience
    while True:
        try:
            return process.communicate(timeout=_GLANCE)[0]
        except subprocess.TimeoutExpired:
            if stopped() or monotonic() > until:
                process.kill()
                process.communicate()
                return None


def _feed(pipe: IO[bytes], given: bytes) -> None:
    with suppress(OSError), pipe:  # the process may be killed meanwhile
        pipe.write(given)
