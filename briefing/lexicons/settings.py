"""Read YAML that a user wrote: whatever the file holds, it costs little and is told in a sentence.

References inside YAML ("aliases") let a page of text stand for gigabytes, and a pipe that nobody
writes into would be waited for without end, so neither is taken.
"""

from __future__ import annotations

import stat
from pathlib import Path

from briefing.errors import LexiconError, describe

_LARGEST = 64 * 1024
"""Bytes; a file that names every colour or key is a tenth of it."""
_DEEPEST = 20


def read_settings(path: Path) -> object:
    """Read a YAML file.

    Raises:
        LexiconError: It can't be read, is too large, or not plain YAML; the key is the line.
    """
    import yaml  # takes a while, and what comes of a file is kept

    loader: type = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    text = _read_text(path)
    try:
        _check_events(path, text, loader)
        return yaml.load(text, Loader=loader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = f"line {mark.line + 1}" if mark else "-"
        raise LexiconError(path.name, line, f"is not YAML: {error.problem}") from error
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        # ValueError: a day that no calendar has.
        raise LexiconError(path.name, "-", "is not YAML") from error


def _read_text(path: Path) -> str:
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            raise IsADirectoryError
        if not stat.S_ISREG(status.st_mode):
            raise LexiconError(path.name, "-", "is no ordinary file")
        if status.st_size > _LARGEST:
            raise LexiconError(path.name, "-", f"is larger than {_LARGEST >> 10} kB")
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise LexiconError(path.name, "-", "is not UTF-8") from error
    except OSError as error:
        raise LexiconError(path.name, "-", describe(error).rstrip(".")) from error


def _check_events(path: Path, text: str, loader: type) -> None:
    """Go through the file without building anything of it."""
    import yaml

    depth = 0
    for event in yaml.parse(text, Loader=loader):
        mark = event.start_mark
        line = f"line {mark.line + 1}" if mark is not None else "-"
        if isinstance(event, yaml.AliasEvent):
            raise LexiconError(path.name, line, "refers to another part of the file")
        depth += isinstance(event, yaml.CollectionStartEvent)
        depth -= isinstance(event, yaml.CollectionEndEvent)
        if depth > _DEEPEST:
            raise LexiconError(path.name, line, "is nested too deeply")
