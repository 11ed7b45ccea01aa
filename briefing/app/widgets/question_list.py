"""What nobody has confirmed: the questions that a reporter would ask next."""

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

from briefing.gate import clean
from briefing.model import Caveat, CaveatKind, Document
from briefing.spans import Span
from briefing.words import CAVEATS

OPEN_KINDS: tuple[CaveatKind, ...] = ("undisclosed", "unverified", "no_comment", "conditional")
_NONE = "Nothing is said to be open."
_CONTEXT = 60
"""Characters around a trigger that are shown."""


class QuestionList(OptionList):
    """One row a question, in the order of the text; dates that can't be resolved at the end."""

    DEFAULT_CSS = """
    QuestionList {
        border: none;
        padding: 0 1;
        background: $background;
        height: 1fr;
        scrollbar-size-vertical: 1;
        &:focus { border: none; background-tint: $background 0%; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j", "cursor_down", "Down", show=False, id="questions.down"),
        Binding("k", "cursor_up", "Up", show=False, id="questions.up"),
    ]

    document: reactive[Document | None] = reactive(None, repaint=False)

    @dataclass
    class Chosen(Message):
        """The reader wants to see where a question is left open."""

        span: Span

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 (Textual's name)
        super().__init__(id=id)
        self._spans: list[Span] = []

    def watch_document(self, document: Document | None) -> None:
        """List the open questions of another document."""
        self.clear_options()
        self._spans = []
        if document is None:
            return
        for span, row in _questions(document):
            self._spans.append(span)
            self.add_option(Option(row))
        if not self._spans:
            self.add_option(Option(Content.styled(_NONE, "$ink-quiet"), disabled=True))

    @on(OptionList.OptionSelected)
    def _choose(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.post_message(self.Chosen(self._spans[event.option_index]))


def _questions(document: Document) -> Iterator[tuple[Span, Content]]:
    for caveat in document.caveats:
        if caveat.kind in OPEN_KINDS:
            yield caveat.span, _row(document, caveat)
    for date in document.dates:
        if not date.resolved:
            words = Content.styled(clean(date.span.of(document.text)), "italic $ink-caveat")
            why = Content.styled(CAVEATS["relative_date"], "$ink-quiet")
            yield date.span, Content("\n").join([words, why, Content("")])


def _row(document: Document, caveat: Caveat) -> Content:
    """Show the trigger among the words around it."""
    text, span = document.text, caveat.span
    block = next(block.span for block in document.blocks if block.span.covers(span))
    start, end = max(block.start, span.start - _CONTEXT), min(block.end, span.end + _CONTEXT)
    before, after = clean(text[start : span.start]), clean(text[span.end : end])
    if start > block.start:
        before = "…" + before.partition(" ")[2]
    if end < block.end:
        after = after.rpartition(" ")[0] + "…"
    words = Content.styled(before, "$ink-quiet")
    words += Content.styled(clean(span.of(text)), "italic $ink-caveat")
    words += Content.styled(after, "$ink-quiet")
    return Content("\n").join([words, Content.styled(CAVEATS[caveat.kind], "bold"), Content("")])
