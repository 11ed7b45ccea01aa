"""The reading ruler, with which the facts go."""

from __future__ import annotations

from typing import ClassVar

from msgspec.structs import replace
from textual import on
from textual.binding import Binding, BindingType

from briefing.app.screens.reader.base import ReaderBase
from briefing.app.widgets.body import Body


class Ruling(ReaderBase):
    """A key that lays the ruler on the text; it lies there in the next run, too."""

    KEYS: ClassVar[list[BindingType]] = [
        Binding("r", "ruler", "Reading ruler", show=False, id="ruler"),
    ]

    def on_mount(self) -> None:
        """Lay the ruler where it was left."""
        self.body.ruler = self.memory.choices.ruler

    def action_ruler(self) -> None:
        """Lay the ruler on the text, or take it away."""
        self.body.ruler = not self.body.ruler
        self.memory.choose(replace(self.memory.choices, ruler=self.body.ruler))

    @on(Body.Ruled)
    def _read_on(self, event: Body.Ruled) -> None:
        """Choose the fact under the ruler."""
        self.locate(event.offset)
        fact = self.fact_list.deck.at(event.offset)
        if fact is not None:
            self.choose(fact)
