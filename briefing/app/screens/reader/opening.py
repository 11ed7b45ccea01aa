"""Opening something else, and this document in another program."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, cast

from textual.binding import Binding, BindingType

from briefing.app.messages import PathsChosen
from briefing.app.screens.reader.base import ReaderBase
from briefing.app.shelf import Entry
from briefing.errors import OutsideError
from briefing.gate import clean

if TYPE_CHECKING:  # bring an input and a list; the app brings this module
    from briefing.app.app import BriefingApp
    from briefing.app.screens.open import WayOut
    from briefing.app.widgets.opening_list import Target, Way

_BROWSER = "Its original, in the browser"
_EDITOR = "Its file, in the editor"
_VIEWER = "Its file, in what the system opens it with"
_NO_ADDRESS = "no address is known"
_PIPED = "it came from standard input"
_NO_FILE = "it is no file"
_SERVED = "In a browser only what was named at the start can be read."


class Opening(ReaderBase):
    """Asks what to open, and opens it."""

    KEYS: ClassVar[list[BindingType]] = [
        Binding("o", "open", "Open another file, or this one elsewhere", show=False, id="open"),
    ]

    def action_open(self) -> None:
        """Ask what to open."""
        if self.app.is_web:
            # Whoever reaches the port must not reach every file of this user.
            self.notify(_SERVED, severity="warning", markup=False)
            return
        from briefing.app.screens.open import OpenScreen  # brings an input and a list

        app = cast("BriefingApp", self.app)
        here = tuple(str(Path(path).absolute()) for path in app.paths)
        recent = [opened for opened in app.memory.recent if opened.paths != here]
        ways = list(_ways_out(self.entry)) if self.entry is not None else []
        self.app.push_screen(OpenScreen(recent, ways, now=datetime.now()), self._open)

    def _open(self, target: Target | None) -> None:
        if isinstance(target, tuple):
            self.post_message(PathsChosen(target))
        elif target is not None and self.entry is not None:
            try:
                self._show_outside(target, self.entry)
            except OutsideError as error:
                self.notify(clean(str(error)), severity="warning", markup=False)

    def _show_outside(self, way: Way, entry: Entry) -> None:
        from briefing.app import outside  # brings subprocesses
        from briefing.app.layout.addresses import judge_address

        match way:
            case "browser" if entry.document is not None and entry.document.url is not None:
                address = judge_address(entry.document.url)
                if address.url is None:
                    raise OutsideError(address.reason)
                outside.browse(self.app, address.url)
            case "editor":
                try:
                    outside.edit(self.app, entry.path)
                finally:
                    self.loader.look(self.current)
            case "viewer":
                outside.view(self.app, entry.path)


def _ways_out(entry: Entry) -> Iterator[WayOut]:
    from briefing.app.outside import editor_command
    from briefing.app.screens.open import WayOut
    from briefing.library.standard_input import is_laid_apart

    url = entry.document.url if entry.document is not None else None
    yield WayOut("browser", _BROWSER, url or _NO_ADDRESS, possible=url is not None)
    # ``Path.is_file`` raises where a name is too long.
    no_file = "" if os.path.isfile(entry.path) else _NO_FILE  # noqa: PTH113
    if is_laid_apart(entry.path):
        no_file = _PIPED
    try:
        editor, possible = editor_command()[0], True
    except OutsideError as error:
        editor, possible = str(error), False
    yield WayOut("editor", _EDITOR, no_file or editor, possible=possible and not no_file)
    yield WayOut("viewer", _VIEWER, no_file, possible=not no_file)
