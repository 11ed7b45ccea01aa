"""Ask what to open: another file or folder, or this document in another program."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from textual import events, getters, on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, Label
from textual.worker import get_current_worker

from briefing.app.completion import Choices, choices_for, complete, typed_path, why_none
from briefing.app.keys import key_for, keys_for
from briefing.app.screens.dialog import Dialog
from briefing.app.state import Recent
from briefing.app.widgets.line_field import LineField
from briefing.app.widgets.opening_list import OpeningList, Row, Target, Way
from briefing.app.widgets.recent_rows import find_gone, recent_rows
from briefing.gate import clean

_EXAMPLE = "a file or a folder, as in ~/news"


@dataclass(frozen=True, slots=True)
class WayOut:
    """Another program, and what it would show or why it can't."""

    way: Way
    words: str
    beside: str
    possible: bool = True


class PathField(LineField):
    """Takes a path."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab", "complete", "Complete", tooltip="Complete the path", id="path.complete"),
        Binding("down", "screen.move(1)", "Next", show=False, id="path.next"),
        Binding("up", "screen.move(-1)", "Previous", show=False, id="path.previous"),
        Binding("enter", "submit", "Open", id="path.open"),
    ]

    def __init__(self, completer: Callable[[str], str]) -> None:
        """``completer`` goes on with what was typed, as far as there is no choice."""
        super().__init__(placeholder=_EXAMPLE)
        self._completer = completer

    def action_complete(self) -> None:
        """Go on with what was typed."""
        self.value = self._completer(self.value)
        self.cursor_position = len(self.value)

    async def _on_key(self, event: events.Key) -> None:
        # Bindings are looked for once the key has bubbled up to the app. Letters that were
        # typed in the same burst would be here before that.
        if event.key in keys_for(self, "path.complete"):
            event.stop()
            event.prevent_default()
            self.action_complete()
        else:
            await super()._on_key(event)


class OpenScreen(Dialog[Target], inherit_bindings=False):
    """A field for a path, and below it what it may become, or what was opened before."""

    DEFAULT_CSS = """
    OpenScreen {
        & > Vertical { width: 76; height: 20; max-height: 92%; padding: 1 2; }
        PathField { background: $background; background-tint: $background 0%; margin-bottom: 1; }
        #problem { color: $ink-disputed; height: auto; width: 100%; display: none; }
        &.-problem #problem { display: block; margin-bottom: 1; }
        OpeningList { height: 1fr; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss", "Close", id="open.close"),
    ]

    field = getters.query_one(PathField)
    problem = getters.query_one("#problem", Label)
    offers = getters.query_one(OpeningList)

    @dataclass
    class Listed(Message):
        """It is known what the words may become."""

        choices: Choices

    def __init__(
        self, recent: Sequence[Recent] = (), ways: Sequence[WayOut] = (), *, now: datetime
    ) -> None:
        """Prepare what to offer.

        Args:
            recent: What was opened before.
            ways: To show the document that is read in another program.
            now: Local time.
        """
        super().__init__()
        self._recent = recent
        self._ways = ways
        self._now = now
        self._choices = Choices("")
        self._listed = ""
        """The words that the list is for."""
        self._gone: frozenset[Recent] = frozenset()

    def compose(self) -> ComposeResult:
        """Lay out the field and the list; the frame says what the keys do."""
        with Vertical() as box:
            box.border_title = Content("Open")
            box.border_subtitle = Content(self._keys())
            yield PathField(self._complete)
            yield Label(id="problem")
            rows = OpeningList()
            rows.can_focus = False
            yield rows

    def on_mount(self) -> None:
        """Begin with what was opened before."""
        self._offer()
        self._look_for_gone()

    def _keys(self) -> str:
        keys = {name: key_for(self, name) for name in ("path.complete", "path.open", "open.close")}
        return "{} completes · ↑ ↓ choose · {} opens · {} leaves".format(*keys.values())

    def action_move(self, by: int) -> None:
        """Go through the list without leaving the field."""
        if by > 0:
            self.offers.action_cursor_down()
        else:
            self.offers.action_cursor_up()

    def _complete(self, typed: str) -> str:
        """Go on as far as there is no choice, or into what the cursor is on."""
        row = self._row
        if not typed:
            return f".{os.sep}"
        if row is not None and isinstance(row.opens, tuple):
            path, *_ = row.opens
            return path if path == clean(path) else typed
        # Whoever presses the key waits for it, as in a shell.
        known = typed == self._choices.words
        return complete(self._choices if known else choices_for(typed))

    @property
    def _row(self) -> Row | None:
        """What the cursor is on, unless the list is still that of other words."""
        return self.offers.row if self._listed == self.field.value else None

    @on(Input.Changed)
    def _list_again(self, event: Input.Changed) -> None:
        self.remove_class("-problem")
        if event.value:
            self._look(event.value)
        else:
            self._offer()

    @on(Input.Submitted)
    def _submit(self) -> None:
        row = self._row
        if row is not None:
            self._take(row.opens)
        elif self.field.value.strip():
            self._take((self.field.value,))

    @on(OpeningList.Chosen)
    def _click(self, event: OpeningList.Chosen) -> None:
        self._take(event.opens)

    @on(Listed)
    def _show(self, event: Listed) -> None:
        if event.choices.words == self.field.value:
            self._choices = event.choices
            self._fill(event.choices.words, _rows_of(event.choices))

    @work(thread=True, exclusive=True, group="paths")
    def _look(self, words: str) -> None:
        """List a folder where nobody waits for it: it may lie on another machine."""
        choices = choices_for(words)
        if not get_current_worker().is_cancelled:
            self.post_message(self.Listed(choices))

    @work(thread=True, exclusive=True, group="gone")
    def _look_for_gone(self) -> None:
        gone = find_gone(self._recent)
        if gone and not get_current_worker().is_cancelled:
            self.app.call_from_thread(self._know_gone, gone)

    def _know_gone(self, gone: frozenset[Recent]) -> None:
        self._gone = gone
        if not self.field.value:
            self._offer()

    def _offer(self) -> None:
        """List what can be opened without typing."""
        rows: list[Row] = []
        if self._recent:
            rows.append(Row("Opened before", heading=True))
            rows += recent_rows(self._recent, self._gone, self._now)
        if self._recent and self._ways:
            rows.append(Row(""))
        if self._ways:
            rows.append(Row("This document", heading=True))
            rows += (
                Row(out.words, out.beside, out.way if out.possible else None) for out in self._ways
            )
        self._fill("", rows)
        self.offers.action_first()

    def _fill(self, words: str, rows: list[Row]) -> None:
        self._listed = words
        self.offers.highlighted = None
        self.offers.rows = rows

    def _take(self, choice: Target | None) -> None:
        if not isinstance(choice, tuple):
            if choice is not None:
                self.dismiss(choice)
            return
        paths = tuple(map(typed_path, choice))
        why = why_none(paths)
        if why is not None:
            self._refuse(why)
        else:
            self.dismiss(paths)

    def _refuse(self, words: str) -> None:
        self.problem.update(Content(clean(words)))
        self.add_class("-problem")


def _rows_of(choices: Choices) -> list[Row]:
    rows: list[Row] = [
        Row(choice.name, "folder" if choice.is_folder else "", (choice.path,))
        for choice in choices.rows
    ]
    if choices.more:
        rows.append(Row(f"and {choices.more:,} more; type on"))
    if not rows:
        rows.append(Row(choices.problem or "Nothing that can be read begins like this."))
    return rows
