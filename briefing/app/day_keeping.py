"""Keeping the day of publication in the side file of an article."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

from briefing.errors import OutputError
from briefing.exports import write_whole
from briefing.reading.side_files import read_to_change, set_day, side_of


def keep_day(path: Path, day: date | None) -> None:
    """Write the day beside an article, or take it out; what else is written there stays.

    Args:
        path: Of the article.
        day: None takes out what the side file says. A file that would hold nothing goes.

    Raises:
        OutputError: It can't be kept, and why.
    """
    side = side_of(path)
    before = read_to_change(side)
    after = set_day(before, day, side.name)
    if after == before:
        return
    if after.strip():
        write_whole(side, after, force=True)
        return
    try:
        side.unlink(missing_ok=True)
    except OSError as error:
        raise OutputError(f"{os.fspath(side)} can't be removed: {error.strerror}.") from error
