"""Write a file whole or not at all, and nothing over another unasked."""

from __future__ import annotations

import os
import stat
from contextlib import suppress
from pathlib import Path
from secrets import token_hex

from briefing.errors import OutputError, OutputExistsError

_BINARY: int = getattr(os, "O_BINARY", 0)  # Windows would turn LF into CRLF


def write_whole(path: Path, text: str, *, force: bool = False) -> None:
    """Write a text as UTF-8, so that the file appears whole or not at all.

    It is written beside its place and moved there when all of it is on the disk; an
    interruption leaves nothing behind. A link stays, and what it leads to is written.

    Args:
        path: Where to; its folder must exist.
        text: All of it.
        force: Replace a file that is there.

    Raises:
        OutputExistsError: There is such a file and ``force`` is not given.
        OutputError: It can't be written there.
    """
    content = text.encode("utf-8", "replace")
    try:
        if _is_device(path):
            path.write_bytes(content)
            return
        check_free(path, force=force)
        _write(Path(os.path.realpath(path)), content, force=force)
    except FileExistsError as error:
        raise OutputExistsError(path) from error
    except OSError as error:
        raise OutputError(_why(path, error)) from error


def check_free(path: Path, *, force: bool = False) -> None:
    """Tell, before the work is done, that a file can't be written over.

    Raises:
        OutputExistsError: There is such a file and ``force`` is not given.
        OutputError: It is a folder, or there is no folder to hold it.
    """
    try:
        is_folder, has_folder = path.is_dir(), path.parent.is_dir()
    except OSError as error:
        raise OutputError(_why(path, error)) from error
    if is_folder:
        raise OutputError(f"{path} is a folder; name a file in it.")
    if not has_folder:
        raise OutputError(f"There is no folder {path.parent} to write {path.name} in.")
    if os.path.lexists(path) and not force and not _is_device(path):
        raise OutputExistsError(path)


def _write(path: Path, content: bytes, *, force: bool) -> None:
    draft = path.parent / f".briefing-{token_hex(8)}.part"
    # The mode leaves the rest to the user's umask, as for any other new file.
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY, 0o666)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        if force:
            with suppress(FileNotFoundError):
                draft.chmod(stat.S_IMODE(path.stat().st_mode))
            draft.replace(path)
        else:
            _move_to_free_place(draft, path)
    finally:
        draft.unlink(missing_ok=True)


def _move_to_free_place(draft: Path, path: Path) -> None:
    """Move a file to where none is; ``FileExistsError`` if one has appeared meanwhile."""
    try:
        path.hardlink_to(draft)
    except FileExistsError:
        raise
    except OSError:
        # This file system has no links. What is left is a moment in which another program
        # could create the file.
        if os.path.lexists(path):
            raise FileExistsError(path) from None
        draft.rename(path)


def _is_device(path: Path) -> bool:
    """Tell whether a path is a terminal, a pipe or the like: those can't be moved over."""
    try:
        mode = path.stat().st_mode
    except OSError:
        return False
    return not (stat.S_ISREG(mode) or stat.S_ISDIR(mode))


def _why(path: Path, error: OSError) -> str:
    if isinstance(error, PermissionError):
        return f"No permission to write {path}."
    return f"{path} can't be written: {error.strerror or error}."
