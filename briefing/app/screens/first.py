"""The first text as soon as it is there, while the reader's own screen is on its way."""

from __future__ import annotations

from dataclasses import dataclass

from textual import getters
from textual.containers import Container
from textual.content import Content
from textual.message import Message
from textual.widget import Widget

from briefing.app import loading
from briefing.app.layout.sections import section_at, title_of
from briefing.app.screens.frame import Frame
from briefing.app.shelf import Entry
from briefing.app.widgets.body import Body
from briefing.app.widgets.top_bar import TopBar
from briefing.spans import Span

_READING = "Reading …"


class FirstScreen(Frame):
    """The frames of all panes, and the text in the body's: what can be read can be shown.

    Outline, facts and keys take as long again to import, style and draw as everything before
    them. So they come with the next screen, which stands exactly where this one does.
    """

    top_bar = getters.query_one(TopBar)
    body = getters.query_one(Body)

    @dataclass
    class Painted(Message):
        """There is something to read: now the rest may come."""

    def __init__(self, loader: loading.Loader) -> None:
        super().__init__()
        self._loader = loader

    def panes(self) -> tuple[Widget, Widget, Widget, Widget]:
        """Make the body, and something with a frame in place of all others."""
        outline, body = Container(), Body()
        outline.border_title = Content("Outline")
        body.set_reactive(Body.message, _READING)
        return outline, body, Container(), Container()

    def on_mount(self) -> None:
        """Show what has been read; the reader's screen will hear of it, too."""
        self.body.focus()
        entry = _first_entry(self._loader.peek())
        if entry is not None:
            self._show(entry)
        self.call_after_refresh(self.post_message, self.Painted())

    def _show(self, entry: Entry) -> None:
        self.top_bar.entry = entry
        self.body.message = entry.problem or _READING
        document = self.body.document = entry.document
        if document is None:
            return
        kept = self.memory.places.get(document.sha256)
        offset = kept.offset if kept is not None and not entry.beginning else 0
        offset = min(offset, len(document.text) - 1)
        self.body.border_title = Content(title_of(document, section_at(document, offset)))
        if offset > 0:
            self.call_after_refresh(self.body.show, Span(offset, offset + 1), top=True)


def _first_entry(found: list[loading.News]) -> Entry | None:
    """Put together what is known of the first file."""
    entry = None
    for news in found:
        match news:
            case loading.Listed(entries=[first, *_]):
                entry = Entry(first.path, first.shown, problem=first.problem)
            case loading.Read(number=0) if entry is not None:
                entry.document = news.document
            case loading.Begun(number=0) if entry is not None:
                entry.document, entry.beginning = news.document, True
            case loading.Analysed(number=0) if entry is not None:
                entry.document, entry.summary = news.document, news.summary
            case loading.Unread(number=0) if entry is not None:
                entry.problem = news.reason
    return entry
