"""Where configuration, state and cache lie: the platform's folders, or where one variable says."""

from __future__ import annotations

import os
from pathlib import Path

HOME_VARIABLE = "BRIEFING_HOME"
"""Names a folder that takes configuration, state and cache in place of the home folder's."""


def config_folder() -> Path:
    """Where the reader's own themes and settings lie. It need not exist."""
    return _folder("config")


def state_folder() -> Path:
    """Where the program keeps what it remembers. It need not exist."""
    return _folder("state")


def cache_folder() -> Path:
    """Where the program keeps what it could find out again. It need not exist."""
    return _folder("cache")


def _folder(kind: str) -> Path:
    if home := os.environ.get(HOME_VARIABLE):
        return Path(home, kind)
    import platformdirs  # only where the variable is not set

    folders = platformdirs.PlatformDirs("briefing", appauthor=False)
    return Path(getattr(folders, f"user_{kind}_path"))
