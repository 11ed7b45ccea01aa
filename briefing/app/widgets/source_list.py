"""The ledger: everybody who says something in the document, named or not, and how often."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from briefing.gate import clean
from briefing.model import Document, Source
from briefing.words import CAVEATS

_NOBODY = "Nobody is said to have said anything."


class SourceList(OptionList):
    """One row a source, first seen first."""

    DEFAULT_CSS = """
    SourceList {
        border: none;
        padding: 0 1;
        background: $background;
        height: 1fr;
        scrollbar-size-vertical: 1;
        &:focus { border: none; background-tint: $background 0%; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j", "cursor_down", "Down", show=False, id="sources.down"),
        Binding("k", "cursor_up", "Up", show=False, id="sources.up"),
    ]

    document: reactive[Document | None] = reactive(None, repaint=False)

    @dataclass
    class Chosen(Message):
        """The reader wants to see what a source says first."""

        source: Source

    def watch_document(self, document: Document | None) -> None:
        """List the sources of another document."""
        self.clear_options()
        if document is None:
            return
        self.add_options(Option(_row(document, source)) for source in document.sources)
        if not document.sources:
            self.add_option(Option(Content.styled(_NOBODY, "$ink-quiet"), disabled=True))

    @on(OptionList.OptionSelected)
    def _choose(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        if self.document is not None:
            self.post_message(self.Chosen(self.document.sources[event.option_index]))


def _row(document: Document, source: Source) -> Content:
    text = document.text
    name = Content.styled(clean(source.name.of(text)), "$ink-source")
    times = len(source.attributions)
    said = f"{times} claim" if times == 1 else f"{times} claims"
    about = [Content.styled(said, "$ink-quiet")]
    if not source.named:
        about.append(Content.styled(CAVEATS["unnamed_source"], "italic $ink-caveat"))
    lines = [name, Content.styled(" · ", "$ink-quiet").join(about)]
    if source.description is not None:
        lines.insert(1, Content.styled(clean(source.description.of(text)), "$ink-quiet"))
    return Content("\n").join([*lines, Content("")])
