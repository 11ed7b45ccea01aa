"""The rows of the outline, and below them a field whose words leave some of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Self

from textual import getters, on
from textual.app import ComposeResult
from textual.message import Message
from textual.widgets import Input

from briefing.app.widgets.outline_field import OutlineField
from briefing.app.widgets.outline_list import OutlineList
from briefing.app.widgets.outline_sections import OutlineSections


class NarrowedOutline(OutlineSections):
    """An outline that shows, for as long as somebody types, only titles that hold some words."""

    rows = getters.query_one(OutlineList)

    @dataclass
    class Narrowing(Message):
        """The titles of all sections are looked through from now on, or no longer."""

        begun: bool

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 (Textual's name)
        super().__init__(id=id)
        self._words: str | None = None
        self._stepped = False
        """Whether the reader has moved the cursor among what typing has left."""

    def compose(self) -> ComposeResult:
        """Lay out the rows; the field comes below them when it is asked for."""
        yield OutlineList()

    def focus(self, scroll_visible: bool = True) -> Self:
        """Give the keys to the rows."""
        self.rows.focus(scroll_visible)
        return self

    @property
    def field(self) -> OutlineField | None:
        """The field below the rows, while there is one."""
        return next(iter(self.query(OutlineField)), None)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Let words be typed where words are typed."""
        if action == "narrow":
            return self.field is None or not self.field.has_focus
        return super().check_action(action, parameters)

    async def action_narrow(self) -> None:
        """Ask for words that a title must hold."""
        field = self.field
        if field is None:
            field = OutlineField(placeholder="words of a title")
            await self.mount(field)
            self.post_message(self.Narrowing(True))
        # At once and not with the next message: the words may follow in one burst.
        self.screen.set_focus(field)

    @on(OutlineField.Ended)
    async def _widen(self) -> None:
        """Show all rows again."""
        if self.field is not None:
            self.focus()
            await self.field.remove()
            self._words = None
            self.post_message(self.Narrowing(False))
            self._show()

    @on(OutlineField.Stepped)
    def _step(self, event: OutlineField.Stepped) -> None:
        event.stop()
        self._stepped = True
        self.rows.action_step(event.by)

    @on(Input.Changed)
    def _narrow(self, event: Input.Changed) -> None:
        event.stop()
        self._words, self._stepped = event.value.strip() or None, False
        self._show()

    @on(Input.Submitted)
    async def _go(self, event: Input.Submitted) -> None:
        event.stop()
        place = self.rows.place
        if place is not None:
            await self._widen()
            # Said here, not by the rows: what one has others say does not rise above oneself.
            self.post_message(OutlineList.Opened(place))
