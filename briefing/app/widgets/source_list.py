"""The ledger: everybody who says something in the document, named or not, and how often."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.message import Message

from briefing.app.layout.cards import Inked, Line, flow
from briefing.app.widgets.place_list import PlaceList
from briefing.gate import clean
from briefing.model import Document
from briefing.spans import Span
from briefing.words import CAVEATS


class SourceList(PlaceList):
    """One row a source, first seen first; it leads to what the source says first."""

    EMPTY = "Nobody is said to have said anything."
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "c",
            "ask",
            "Claims",
            tooltip="Only the claims of this source; again: all",
            id="sources.claims",
        ),
    ]

    @dataclass
    class Asked(Message):
        """The reader wants to see what a source claims, and nothing else."""

        source: int
        """Row of the document's ledger."""

    def numbers(self, document: Document) -> range:
        """List the rows of the ledger."""
        return range(len(document.sources))

    def words(self, document: Document, number: int) -> Span:
        """Give what the source says first."""
        return document.attributions[document.sources[number].attributions[0]].content[0]

    def row(self, document: Document, number: int, width: int) -> Iterator[Line]:
        """Write who it is, as what, and how often."""
        text, source = document.text, document.sources[number]
        yield from flow([Inked(clean(source.name.of(text)), "source")], width)
        if source.description is not None:
            yield from flow([Inked(clean(source.description.of(text)), "quiet")], width)
        times = len(source.attributions)
        about = [Inked(f"{times} claim" if times == 1 else f"{times} claims", "quiet")]
        if not source.named:
            about += [Inked(" · ", "quiet"), Inked(CAVEATS["unnamed_source"], "caveat")]
        yield from flow(about, width)

    def action_ask(self) -> None:
        """Ask for what the source claims."""
        if self.chosen is not None:
            self.post_message(self.Asked(self._numbers[self.chosen]))
