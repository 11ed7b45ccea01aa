"""``briefing PATH...``: open the reader."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence

from briefing.cli.saying import say
from briefing.cli.status import ALL_READ, SOMETHING_UNREAD, USAGE


def read(paths: Sequence[str]) -> int:
    """Open the reader on the paths.

    Returns:
        The exit status: 2 without a path or without a terminal, 1 where no path leads anywhere
        or a mistake of ours ended the reader.
    """
    if not paths:
        say("Name a file or a folder of articles, as in: briefing seeds/")
        return USAGE
    if not all(stream and stream.isatty() for stream in (sys.stdin, sys.stdout)):
        say("The reader needs a terminal. For a brief without one: briefing export PATH...")
        return USAGE
    missing = [path for path in paths if not os.path.lexists(path)]
    for path in missing:
        say(f"{path}: There is no such file or folder.")
    if len(missing) == len(paths):
        return SOMETHING_UNREAD
    # Until the first text is painted nothing is worth a search for garbage, which would take
    # a tenth of that time; the app's loader collects it again from then on.
    gc.disable()
    from briefing.app import BriefingApp

    app = BriefingApp(paths, apart=True)
    app.run()
    return app.return_code or ALL_READ
