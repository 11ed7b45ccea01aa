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
from collections.abc import Callable
from pathlib import Path
from time import monotonic

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
    """Find a regular expression of Python's kind; ``^`` and ``$`` are the ends of a line.

    Args:
        text: Where to look.
        query: Its words are the expression.
        stopped: Tells that nobody waits any more.
        patience: Seconds until the expression counts as slow.

    Returns:
        Matches that are not empty, or the problem that there was.
    """
    if not query.words:
        return Matches()
    flags = re.MULTILINE | (0 if query.case else re.IGNORECASE)
    pattern = query.words.encode("utf-8", "surrogatepass")
    head = f"{int(flags)} {len(pattern)}\n".encode()
    process = subprocess.Popen(
        _COMMAND,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        start_new_session=True,  # ctrl+c in the terminal is for the reader
    )
    given = head + pattern + text.encode("utf-8", "surrogatepass")
    found = _wait(process, given, stopped, patience)
    if found is None:
        return Matches(problem="slow")
    if process.returncode:
        broken = process.returncode == expression_process.BROKEN
        return Matches(problem="broken" if broken else "slow")
    offsets = array("q", found)
    half = len(offsets) // 2
    return Matches(offsets[:half], offsets[half:])


def _wait(
    process: subprocess.Popen[bytes], given: bytes, stopped: Callable[[], bool], patience: float
) -> bytes | None:
    """Give the process its input and wait; None if it had to be killed."""
    until = monotonic() + patience
    rest: bytes | None = given
    while True:
        try:
            return process.communicate(rest, timeout=_GLANCE)[0]
        except subprocess.TimeoutExpired:
            rest = None  # the process has the beginning and gets the rest without being told
            if stopped() or monotonic() > until:
                process.kill()
                process.communicate()
                return None
