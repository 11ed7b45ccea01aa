"""``briefing PATH...``: open the reader."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from briefing.cli.colours import count_colours
from briefing.cli.piped import STANDARD_INPUT, open_keyboard, take_keys_from, with_piped
from briefing.cli.saying import say
from briefing.cli.status import ALL_READ, SOMETHING_UNREAD, USAGE
from briefing.errors import InputError

if TYPE_CHECKING:  # brings the readers
    from briefing.library import Found
    from briefing.workers.head_start import HeadStart

_NO_SCREEN = "The reader needs a terminal. For a brief without one: briefing export PATH..."
_NO_KEYS = (
    "Standard input is no terminal to take keys from. To read what is piped in: … | briefing -"
)
_NOT_PIPED = "For a brief without the reader: … | briefing export -"


def read(paths: Sequence[str]) -> int:
    """Open the reader on the paths, or where one can choose what to open.

    Returns:
        The exit status: 2 without a terminal, 1 where no path leads anywhere or a mistake of
        ours ended the reader.
    """
    piped = STANDARD_INPUT in paths
    if not _has_screen():
        say(_NO_SCREEN)
        return USAGE
    if not piped and not _has_keys():
        say(_NO_KEYS)
        return USAGE
    useless = {path: why for path in paths if (why := _why_useless(path))}
    for path, why in useless.items():
        say(f"{path}: {why}")
    if paths and len(useless) == len(set(paths)):
        return SOMETHING_UNREAD
    try:
        keyboard = open_keyboard() if piped else None
        with with_piped(paths, "briefing -") as given:
            if keyboard is not None:
                take_keys_from(keyboard)
            return _open(given)
    except InputError as error:
        say(f"{error} {_NOT_PIPED}")
        return USAGE


def _open(paths: Sequence[str | Found]) -> int:
    # Until the first text is painted nothing is worth a search for garbage, which would take
    # a tenth of that time; the app's loader collects it again from then on.
    if paths:
        gc.disable()
    head_start = _start_ahead(paths)
    colours = count_colours(os.environ)
    if not colours:
        # Rich sends a terminal that it calls dumb not even bold letters.
        os.environ["TEXTUAL_COLOR_SYSTEM"] = "standard"
    from briefing.app import BriefingApp

    app = BriefingApp(paths, apart=True, head_start=head_start, colours=colours)
    app.run()
    return app.return_code or ALL_READ


def _start_ahead(paths: Sequence[str | Found]) -> HeadStart | None:
    """Have another process look at the first file while this one imports the screen for it."""
    if not paths or (os.cpu_count() or 1) == 1:
        return None
    from briefing.workers.head_start import HeadStart

    return HeadStart("briefing.library.glimpse:glimpse_at", list(paths))


def _has_screen() -> bool:
    """Tell whether there is a terminal, or a browser that textual-serve speaks for.

    Textual draws on standard error: where that is a file, nobody would see the reader.
    """
    if "TEXTUAL_DRIVER" in os.environ:
        return True
    return all(stream and stream.isatty() for stream in (sys.stdout, sys.stderr))


def _has_keys() -> bool:
    """Tell whether keys come from standard input."""
    return "TEXTUAL_DRIVER" in os.environ or (sys.stdin is not None and sys.stdin.isatty())


def _why_useless(path: str) -> str | None:
    """Say why a path leads to nothing to read; None where only reading can tell."""
    if path == STANDARD_INPUT or os.path.isfile(path) or os.path.isdir(path):  # noqa: PTH112, PTH113
        return None
    from briefing.library.folder import why_nothing  # brings the readers

    return why_nothing(path)
