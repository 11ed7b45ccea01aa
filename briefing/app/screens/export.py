"""Ask where the brief goes; write over nothing unless told to."""

from __future__ import annotations

import os
from pathlib import Path
from typing import ClassVar

from textual import getters, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Button, Input, Label

from briefing.app.completion import typed_path
from briefing.app.screens.dialog import Dialog
from briefing.app.widgets.line_field import LineField
from briefing.errors import OutputError
from briefing.gate import clean
from briefing.model import Collection


class ExportScreen(Dialog[None], inherit_bindings=False):
    """A file name, and two buttons."""

    DEFAULT_CSS = """
    ExportScreen {
        & > Vertical { width: 72; padding: 1 2; }
        #problem { color: $ink-disputed; height: auto; width: 100%; display: none; margin-top: 1; }
        &.-problem #problem { display: block; }
        Horizontal { height: auto; align-horizontal: right; margin-top: 1; }
        Button { margin-left: 2; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss", "Close", id="export.close"),
        Binding("tab", "app.focus_next", "Next field", show=False, id="export.next"),
        Binding("shift+tab", "app.focus_previous", "Back", show=False, id="export.previous"),
    ]

    where = getters.query_one(Input)
    problem = getters.query_one("#problem", Label)
    write = getters.query_one("#write", Button)

    def __init__(self, collection: Collection) -> None:
        super().__init__()
        self._collection = collection
        self._refused: str | None = None

    def compose(self) -> ComposeResult:
        """Offer a name beside the article's own."""
        stem = Path(self._collection.documents[0].path).stem
        with Vertical() as box:
            box.border_title = Content("Export the brief")
            yield Label(Content("Write it to"))
            yield LineField(clean(f"{stem}.brief.md"), compact=False)
            yield Label(id="problem")
            with Horizontal():
                yield Button("Cancel", id="cancel")
                yield Button("Write", id="write", variant="primary")

    @on(Input.Changed)
    def _forget_refusal(self) -> None:
        self._refused = None
        self.write.label = "Write"
        self.remove_class("-problem")

    @on(Button.Pressed, "#cancel")
    def _cancel(self) -> None:
        self.dismiss()

    @on(Input.Submitted)
    @on(Button.Pressed, "#write")
    def _write(self) -> None:
        from briefing.exports import export, write_whole  # only an export needs them

        where = self.where.value.strip()
        if not where:
            self._refuse("Name a file.")
            return
        path = Path(typed_path(where))
        force = self._refused == where
        if os.path.lexists(path) and not force:
            self._refused = where
            self._refuse("There is such a file already. Write again to replace it.")
            self.write.label = "Replace"
            return
        try:
            write_whole(path, export(self._collection, "markdown"), force=force)
        except OutputError as error:
            self._refuse(str(error))
            return
        self.app.notify(clean(f"The brief is in {path}."), markup=False)
        self.dismiss()

    def _refuse(self, words: str) -> None:
        self.problem.update(Content(clean(words)))
        self.add_class("-problem")
