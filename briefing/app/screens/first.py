"""The first text as soon as it is there, while the reader's own screen is on its way."""

from __future__ import annotations

from pathlib import Path

from textual import getters
from textual.content import Content
from textual.message import Message
from textual.widget import Widget

from briefing.app.layout.sections import section_at, title_of
from briefing.app.screens.frame import Frame
from briefing.app.shelf import Entry
from briefing.app.widgets.body import Body
from briefing.app.widgets.empty_pane import EmptyPane
from briefing.app.widgets.top_bar import TopBar
from briefing.model import Document
from briefing.model.glimpse import Glimpse
from briefing.model.packed import unpack
from briefing.spans import Span
from briefing.workers.head_start import HeadStart

_PATIENCE = 0.6
"""Seconds that the screen waits for the text. Whatever else could be done meanwhile would take
the processor from those who read it, on a machine that is short of them."""
_READING = "Reading …"


class FirstScreen(Frame):
    """The frames of all panes, and the text in the body's: what can be read can be shown.

    Outline, facts and keys take as long again to import, style and draw as everything before
    them. So they come with the next screen, which stands exactly where this one does.
    """

    top_bar = getters.query_one(TopBar)
    body = getters.query_one(Body)

    class Painted(Message):
        """What can be read at once is on the screen: now the rest may come."""

    def __init__(self, head_start: HeadStart) -> None:
        """``head_start`` gives a glimpse of the first file."""
        super().__init__()
        self._head_start = head_start

    def panes(self) -> tuple[Widget, Widget, Widget, Widget]:
        """Make the body, and something with a frame in place of all others."""
        outline, body = EmptyPane(), Body()
        outline.border_title = Content("Outline")
        body.set_reactive(Body.message, _READING)
        return outline, body, EmptyPane(), EmptyPane()

    def on_mount(self) -> None:
        """Show what can be shown at once."""
        self.body.focus()
        glimpse = self._head_start.wait(_PATIENCE)
        if isinstance(glimpse, Glimpse):
            self._show(glimpse)
        self.body.ruler = self.memory.choices.ruler
        self.call_after_refresh(self.post_message, self.Painted())

    def _show(self, glimpse: Glimpse) -> None:
        document = unpack(glimpse.packed)
        self.top_bar.entry = Entry(
            Path(glimpse.path), glimpse.shown, document=document, summary=glimpse.summary
        )
        self.body.document = document
        offset = 0 if glimpse.beginning else self._place_in(document)
        self.body.border_title = Content(title_of(document, section_at(document, offset)))
        if offset > 0:
            self.body.show(Span(offset, offset + 1), top=True)

    def _place_in(self, document: Document) -> int:
        """Find where the reader left a document."""
        kept = self.memory.places.get(document.sha256)
        return min(kept.offset, len(document.text) - 1) if kept is not None else 0
