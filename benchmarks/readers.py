"""Programs in a terminal of 160 by 48, and how far a reader in one of them is."""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "tools"))

from terminal import Terminal

READER = (sys.executable, "-m", "briefing")
_SILENCE = 600.0
"""Seconds without a byte after which a reader does not go on; it analyses 10 MB in silence."""


def open_terminal(command: Sequence[str], home: Path | str, **env: str) -> Terminal:
    """Run a command, whose settings, memory and cache lie in a folder."""
    return Terminal(command, columns=160, lines=48, env={"BRIEFING_HOME": str(home), **env})


def is_done(terminal: Terminal, total: int) -> bool:
    """Tell whether the outline has stopped to count what is read."""
    return re.search(rb"\b1 of %d(?!\d| loaded| analysed)." % total, terminal.output) is not None


def wait_until_done(terminal: Terminal, total: int) -> None:
    """Read until everything is read and analysed.

    Raises:
        TimeoutError: The reader has ended, or doesn't go on.
    """
    while not is_done(terminal, total):
        if not terminal.read(_SILENCE):
            raise TimeoutError("the reading does not go on")
