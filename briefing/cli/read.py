"""``briefing PATH...``: open the reader."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from briefing.gate import clean

USAGE = 2
NOTHING_READ = 1


def read(paths: Sequence[str]) -> int:
    """Open the reader on the paths.

    Returns:
        The exit status: 2 without a path or without a terminal, 1 where no path leads anywhere.
    """
    if not paths:
        _say("Name a file or a folder of articles, as in: briefing seeds/")
        return USAGE
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        _say("The reader needs a terminal. For a brief without one: briefing export PATH...")
        return USAGE
    missing = [path for path in paths if not os.path.lexists(path)]
    for path in missing:
        _say(f"{path}: There is no such file or folder.")
    if len(missing) == len(paths):
        return NOTHING_READ
    from briefing.app import BriefingApp

    BriefingApp(paths).run()
    return 0


def _say(words: str) -> None:
    print(f"briefing: {clean(words)}", file=sys.stderr)
