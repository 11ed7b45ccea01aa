"""What was opened before, in words: where, when, how many documents."""

from __future__ import annotations

import os
from collections.abc import Sequence
from datetime import datetime, timedelta
from pathlib import Path

from rich.cells import cell_len

from briefing.gate import clean

_WEEK = timedelta(days=6)


def name_paths(paths: Sequence[str], home: str) -> str:
    """Name paths that were opened together, safe to show; the home folder is written ``~``."""
    first, *others = paths
    home = home.rstrip(os.sep)
    if home and (first == home or first.startswith(home + os.sep)):
        first = f"~{first[len(home) :]}"
    return clean(first) + (f" and {len(others)} more" if others else "")


def shorten_path(path: str, cells: int) -> str:
    """Leave out the beginning of a path that is too long, and then the end of its name."""
    if cell_len(path) <= cells:
        return path
    parts = Path(path).parts
    for at in range(1, len(parts)):
        if cell_len(short := str(Path("…", *parts[at:]))) <= cells:
            return short
    name = parts[-1]
    while name and cell_len(name) > cells - 1:
        name = name[:-1]
    return f"{name}…"


def tell_when(opened: datetime, now: datetime) -> str:
    """Say when something was opened: the nearer, the more exactly.

    Args:
        opened: Local time.
        now: Local time too; an earlier one counts as another day.
    """
    days = now.date() - opened.date()
    if not days:
        return f"today {opened:%H:%M}"
    if days == timedelta(days=1):
        return f"yesterday {opened:%H:%M}"
    if timedelta(0) < days <= _WEEK:
        return f"{opened:%A}"
    year = f" {opened.year}" if opened.year != now.year else ""
    return f"{opened.day} {opened:%B}{year}"


def tell_documents(documents: int | None) -> str:
    """Say how many there were; nothing where nobody knows."""
    if documents is None:
        return ""
    return "1 document" if documents == 1 else f"{documents:,} documents"
