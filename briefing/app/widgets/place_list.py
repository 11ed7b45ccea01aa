"""A list whose rows lead to places in the text, without a frame of its own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from briefing.model import Document
from briefing.spans import Span


class PlaceList(OptionList):
    """A tab of the facts pane; what its rows are, a subclass says."""

    EMPTY: ClassVar[str] = ""
    """What to say where there is no row."""
    DEFAULT_CSS = """
    PlaceList {
        border: none;
        padding: 0 1;
        background: $background;
        height: 1fr;
        scrollbar-size-vertical: 1;
        &:focus { border: none; background-tint: $background 0%; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j", "cursor_down", "Down", show=False, id="places.down"),
        Binding("k", "cursor_up", "Up", show=False, id="places.up"),
    ]

    document: reactive[Document | None] = reactive(None, repaint=False)

    @dataclass
    class Chosen(Message):
        """The reader wants to see the words that a row stands for."""

        span: Span

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 (Textual's name)
        super().__init__(id=id)
        self._spans: list[Span] = []

    def rows(self, document: Document) -> Iterator[tuple[Span, Content]]:
        """Give every row with the words that it leads to."""
        raise NotImplementedError

    def watch_document(self, document: Document | None) -> None:
        """List what another document holds."""
        self.clear_options()
        self._spans = []
        if document is None:
            return
        for span, row in self.rows(document):
            self._spans.append(span)
            self.add_option(Option(row))
        if not self._spans:
            self.add_option(Option(Content.styled(self.EMPTY, "$ink-quiet"), disabled=True))

    @on(OptionList.OptionSelected)
    def _choose(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.post_message(self.Chosen(self._spans[event.option_index]))
