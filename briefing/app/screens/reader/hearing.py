"""What the loader tells: files listed, read, analysed, written anew."""

from __future__ import annotations

from collections.abc import Sequence

from textual import on
from textual.timer import Timer

from briefing.app import loading
from briefing.app.layout.same_place import find_again
from briefing.app.screens.reader.base import ReaderBase
from briefing.app.shelf import Entry
from briefing.gate import clean
from briefing.model import Document, Summary, headline_of
from briefing.spans import Span

_PROGRESS = 0.2
"""Seconds between two reports of progress."""


class Hearing(ReaderBase):
    """Fills the shelf and shows what is being read as soon as it is there."""

    _progress_timer: Timer | None = None

    def on_mount(self) -> None:
        """Begin to read."""
        self.listen()

    def on_unmount(self) -> None:
        """Read nothing more."""
        self.loader.stop()

    def listen(self) -> None:
        """Take what the loader has found so far, and from now on what it finds."""
        for news in self.loader.listen(self.post_message):
            self._hear(news)

    def open_entry(self, number: int) -> None:
        """Turn to another document, and say which one of how many it is."""
        super().open_entry(number)
        self._progress()

    @on(loading.News)
    def _hear(self, news: loading.News) -> None:
        if news.stale:
            return
        match news:
            case loading.Listed(entries=entries):
                self._list(entries)
            case loading.Added(entries=entries):
                self._add(entries)
            case loading.Begun(number=number, document=document):
                self._take(number, document, None, beginning=True)
            case loading.Read(number=number, document=document):
                self._take(number, document, None)
            case loading.Analysed(number=number, document=document, summary=summary):
                self._take(number, document, summary)
            case loading.Unread(number=number, reason=reason):
                self._fail(number, reason)
            case loading.Learned():
                self._learn(news)
            case loading.Failed(error=error):
                raise error
            case loading.Done():
                self.busy = False
                self._say_progress()
                return
        self._progress()

    def _list(self, entries: list[Entry]) -> None:
        self.entries, self.current = entries, 0
        self.outline.list_entries(entries)
        self._say_progress()
        if entries:
            self.open_entry(0)

    def _add(self, entries: Sequence[Entry]) -> None:
        self.entries += entries
        self.outline.add_entries(entries)
        if len(entries) == len(self.entries):
            self.open_entry(0)

    def _take(
        self, number: int, document: Document, summary: Summary | None, *, beginning: bool = False
    ) -> None:
        """Show a document if it is the one that is read; the reader may have gone on since."""
        entry = self.entries[number]
        headline = headline_of(document)
        entry.headline, entry.summary, entry.problem = headline, summary, None
        self.learn_headlines({number: headline})
        if number == self.current:
            before, at = entry.document, self.body.offset_in_view
            entry.document, entry.beginning = document, beginning
            self.show_current()
            if before is not None and before.sha256 != document.sha256:
                self._stay(find_again(at, before.text, document.text))
            # The app's, which turns to this screen: while it does, nothing is painted.
            self.app.call_after_refresh(self.loader.painted)
            self.outline.fill(number, document)
        else:
            self.outline.refresh_entries([number])

    def _stay(self, offset: int) -> None:
        """Keep the place in a text that was written anew."""
        self.body.show(Span(offset, offset + 1), top=True)
        self.follow(self.body.offset_in_view)

    def _fail(self, number: int, reason: str) -> None:
        entry = self.entries[number]
        entry.problem = reason
        self.outline.refresh_entries([number])
        if entry.document is not None:  # what was read stays on the screen
            self.notify(f"{entry.name}: {clean(reason)}", severity="warning", markup=False)
        if number == self.current:
            self.show_current()

    def _learn(self, news: loading.Learned) -> None:
        """Take figures of files that nobody looks at; those of the one that is read have come."""
        for number, headline in news.headlines.items():
            if number != self.current:
                entry = self.entries[number]
                entry.headline, entry.summary, entry.problem = headline, None, None
        for number, summary in news.summaries.items():
            if number != self.current:
                self.entries[number].summary = summary
        for number, problem in news.problems.items():
            self.entries[number].problem = problem
        self.outline.refresh_entries([*news.headlines, *news.summaries, *news.problems])
        self.learn_headlines(news.headlines)

    def _progress(self) -> None:
        """Say soon how far the reading is, not with each of a thousand news."""
        if self._progress_timer is None:
            self._progress_timer = self.set_timer(_PROGRESS, self._say_progress)

    def _say_progress(self) -> None:
        self._progress_timer = None
        words = ""
        if self.busy:
            total = len(self.entries)
            read = sum(e.headline is not None or e.problem is not None for e in self.entries)
            done = sum(e.summary is not None or e.problem is not None for e in self.entries)
            # “Read” is in the outline what somebody has opened.
            words = f"{done} of {total} analysed" if read == total else f"{read} of {total} loaded"
        self.outline.progress = words
