"""The line below the body in which one says what to look for, and sees how often it is there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from msgspec.structs import replace
from textual import getters, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, Label

from briefing.app.keys import key_for
from briefing.app.layout.chunks import is_same_text
from briefing.app.layout.searching import Matches, Query
from briefing.app.widgets.line_field import LineField
from briefing.app.widgets.searcher import Searcher
from briefing.model import Document
from briefing.spans import Span

_LONGEST = 1000
"""Characters of a query."""


class SearchField(LineField):
    """Takes the words that are looked for."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "submit", "Go", tooltip="First match", id="search.go"),
    ]


class SearchBar(Searcher):
    """Looks for words in a document while they are typed."""

    DEFAULT_CSS = """
    SearchBar {
        height: 1;
        padding: 0 1;
        & > Label { color: $ink-quiet; }
        & > Label#sign { width: 2; }
        & > Label#count { width: auto; padding-left: 1; }
        &.-nothing > Label#count { color: $ink-disputed; }
        & > SearchField { width: 1fr; background: $background; background-tint: $background 0%; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "end", "End", tooltip="End the search", id="field.end"),
        Binding("alt+c", "toggle_case", "Case", tooltip="Capitals count", id="search.case"),
        Binding(
            "alt+r",
            "toggle_expression",
            "Regex",
            tooltip="Regular expression",
            id="search.expression",
        ),
    ]

    field = getters.query_one(SearchField)
    count = getters.query_one("#count", Label)

    @dataclass
    class Found(Message):
        """There are other matches than before, or none any more."""

        matches: Matches
        here: Span | None
        """The match that Enter goes to, or that the reader is at."""

    @dataclass
    class Gone(Message):
        """The reader wants to see a match."""

        span: Span

    @dataclass
    class Ended(Message):
        """Nothing is looked for any more."""

    def __init__(self) -> None:
        super().__init__()
        self._matches = Matches()
        self._current: int | None = None
        self._origin = 0
        self._hurried = False

    def compose(self) -> ComposeResult:
        """Say that it is a search, take the words, say how many there are."""
        yield Label("/", id="sign")
        yield SearchField(max_length=_LONGEST)
        yield Label(id="count")

    # What the screen asks for

    def open(self, origin: int) -> None:
        """Take words from the reader.

        Args:
            origin: Where the reader is; the first match from here on is the first to be shown.
        """
        self.display = True
        self._origin = origin
        # At once and not with the next message: the words may follow "/" in one burst.
        self.screen.set_focus(self.field)
        self.field.select_all()
        self._look()

    def look_for(self, query: Query, at: int) -> None:
        """Look for something and go to the match at an offset; the keys stay where they are."""
        self.display = True
        self._origin = at
        self._hurried = True
        self.field.value = query.words
        self.set_reactive(SearchBar.wanted, query)
        self._look()

    def step(self, by: int, view: Span) -> None:
        """Go to the next or previous match; ``view`` is what the reader sees."""
        self._current = self._matches.step(self._current, by, view)
        self._go()

    def go_to(self, number: int) -> None:
        """Go to one of the matches."""
        if number < len(self._matches):
            self._current = number
            self._go()

    def end(self) -> None:
        """Look for nothing any more; the words are kept for the next time."""
        self.workers.cancel_node(self)
        self.display = False
        self._answer(Matches())
        self.post_message(self.Ended())

    # What changes the search

    @on(Input.Changed)
    def _type(self, event: Input.Changed) -> None:
        event.stop()
        self.wanted = replace(self.wanted, words=event.value)

    def action_end(self) -> None:
        """Look for nothing any more."""
        self.end()

    def action_toggle_case(self) -> None:
        """Let capitals count, or not."""
        self.wanted = replace(self.wanted, case=not self.wanted.case)

    def action_toggle_expression(self) -> None:
        """Take the words as a regular expression, or as they stand."""
        self.wanted = replace(self.wanted, expression=not self.wanted.expression)

    def watch_wanted(self) -> None:
        """Look for something else."""
        self._look()

    def watch_document(self, before: Document | None, document: Document | None) -> None:
        """Look in another text; more found in the same one changes nothing."""
        if (before and before.sha256) != (document and document.sha256):
            self._origin = 0
        if not is_same_text(before, document):
            self._look()

    @on(Input.Submitted)
    def _submit(self, event: Input.Submitted) -> None:
        event.stop()
        if not self.wanted.words:
            self.end()
        elif self._waiting is not None:
            self._hurried = True
        else:
            self._go()

    # What was found

    def _answer(self, matches: Matches) -> None:
        super()._answer(matches)
        self._matches = matches
        self._current = matches.first_from(self._origin)
        hurried, self._hurried = self._hurried, False
        self._tell()
        if hurried:
            self._go()

    def _go(self) -> None:
        if self._current is not None:
            self._origin = self._matches[self._current].start
            self._tell()
            self.post_message(self.Gone(self._matches[self._current]))

    # Saying

    def on_descendant_focus(self) -> None:
        """The keys have changed, and with them what is said of them."""
        self._say(self._words())

    def on_descendant_blur(self) -> None:
        """The keys have changed, and with them what is said of them."""
        self._say(self._words())

    def _tell(self) -> None:
        here = None if self._current is None else self._matches[self._current]
        self.post_message(self.Found(self._matches, here))
        self.set_class(bool(self.wanted.words) and not len(self._matches), "-nothing")
        self._say(self._words())

    def _words(self) -> str:
        if not self.wanted.words:
            return ""
        if self._matches.problem is not None:
            return self._matches.problem
        if self._current is None:
            return "no match"
        count = f"{self._current + 1:,} of {len(self._matches):,}"
        return count if self.has_focus_within else f"{key_for(self, 'search.end')} ends · {count}"

    def _say_waiting(self) -> None:
        self.remove_class("-nothing")
        self._say("…")

    def _say(self, words: str) -> None:
        told = ("case" * self.wanted.case, "regex" * self.wanted.expression, words)
        self.count.update(Content(" · ".join(filter(None, told))))
