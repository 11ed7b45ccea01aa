"""Looking for words in a document beside the keys that are pressed."""

from __future__ import annotations

from dataclasses import dataclass

from textual import on, work
from textual.containers import Horizontal
from textual.message import Message
from textual.reactive import reactive
from textual.timer import Timer
from textual.worker import get_current_worker

from briefing.app.layout.searching import Matches, Query, find_words
from briefing.model import Document

_SOON = 0.2
"""Seconds after which it is said that a search is still going on."""


class Searcher(Horizontal):
    """Finds what is wanted in a thread; what is done with it, a subclass says."""

    document: reactive[Document | None] = reactive(None, layout=False, repaint=False)
    wanted: reactive[Query] = reactive(Query(), layout=False, repaint=False)

    @dataclass
    class Answered(Message):
        """A search has come to its end; for this bar alone."""

        text: str
        query: Query
        matches: Matches

    def __init__(self) -> None:
        super().__init__()
        self._waiting: Timer | None = None

    def _look(self) -> None:
        if not self.display or not self.is_mounted:
            return
        if self._waiting is None:
            self._waiting = self.set_timer(_SOON, self._say_waiting)
        self._find(self._text, self.wanted)

    @property
    def _text(self) -> str:
        return self.document.text if self.document else ""

    # Without a description, Textual writes the whole text into one.
    @work(thread=True, exclusive=True, description="find")
    def _find(self, text: str, query: Query) -> None:
        worker = get_current_worker()
        if query.expression:
            from briefing.app.expressions import find_expression  # brings processes

            matches = find_expression(text, query, lambda: worker.is_cancelled)
        else:
            matches = find_words(text, query, lambda: worker.is_cancelled)
        if not worker.is_cancelled:
            self.post_message(self.Answered(text, query, matches))

    @on(Answered)
    def _take(self, event: Answered) -> None:
        """Take an answer, unless something else was asked for in the meantime."""
        event.stop()
        if self.display and (event.text, event.query) == (self._text, self.wanted):
            self._answer(event.matches)

    def _answer(self, matches: Matches) -> None:
        """Take what was found; ``matches`` are also none where nothing is looked for any more."""
        if self._waiting is not None:
            self._waiting.stop()
            self._waiting = None

    def _say_waiting(self) -> None:
        """Say that a search is still going on."""
        raise NotImplementedError
