"""What to say where a file needs more than a plain installation brings."""

from __future__ import annotations

from pathlib import Path

from briefing.errors import UnreadableError


def not_installed(path: Path, what: str) -> UnreadableError:
    """Make the error of a file whose reader is not installed.

    Args:
        path: Of the file.
        what: Its kind, in the plural: ``"PDF files"``.
    """
    reason = f"Reading {what} needs more than is installed: pip install 'briefing[documents]'."
    return UnreadableError(path, reason)
