"""Writing the brief of the document that is read."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType

from briefing.app.screens.reader.base import ReaderBase
from briefing.model import Collection


class Exporting(ReaderBase):
    """Asks where the brief goes."""

    KEYS: ClassVar[list[BindingType]] = [
        Binding("e", "export", "Export", tooltip="Export the brief", id="export"),
    ]

    def action_export(self) -> None:
        """Ask where the brief goes, then write it."""
        entry = self.entry
        if entry is None or entry.document is None:
            self.notify("There is no text to export.", severity="warning", markup=False)
        elif entry.summary is None:
            self.notify("Facts are still being looked for.", severity="warning", markup=False)
        else:
            from briefing.app.screens.export import ExportScreen  # brings inputs and buttons

            self.app.push_screen(ExportScreen(Collection(documents=(entry.document,))))
