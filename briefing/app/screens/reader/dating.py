"""Saying on which day an article was published."""

from __future__ import annotations

from datetime import date
from functools import partial
from pathlib import Path
from typing import ClassVar

from textual.binding import Binding, BindingType

from briefing.app.screens.reader.base import ReaderBase
from briefing.errors import OutputError
from briefing.gate import clean
from briefing.reading.metadata import SIDE_SUFFIX

_PIPED = "Standard input has no place to keep it in; it holds until the reader ends."


class Dating(ReaderBase):
    """Asks for the day of publication and keeps it in the side file."""

    KEYS: ClassVar[list[BindingType]] = [
        Binding("d", "date", "Day of publication", show=False, id="date"),
    ]

    def action_date(self) -> None:
        """Ask for the day of publication."""
        entry = self.entry
        if entry is None or entry.document is None:
            self.notify("There is no text to date.", severity="warning", markup=False)
            return
        from briefing.app.screens.day import DayScreen  # brings an input
        from briefing.library.standard_input import is_laid_apart

        side = f"It will be kept in {entry.path.name}{SIDE_SUFFIX}, beside the article."
        where = _PIPED if is_laid_apart(entry.path) else side
        document = entry.document
        asked = DayScreen(entry.name, document.published, document.published_from, where)
        self.app.push_screen(asked, partial(self._keep_day, self.current, entry.path))

    def _keep_day(self, number: int, path: Path, answer: tuple[date | None] | None) -> None:
        if answer is None:
            return
        from briefing.app.day_keeping import keep_day  # brings YAML

        try:
            keep_day(path, *answer)
        except OutputError as error:
            self.notify(clean(str(error)), severity="error", markup=False)
        else:
            self.loader.look(number)
