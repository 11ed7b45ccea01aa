"""What the loader tells: files listed, read, analysed."""

from __future__ import annotations

from textual import on
from textual.content import Content
from textual.message import Message
from textual.timer import Timer

from briefing.app import loading
from briefing.app.screens.reader.base import ReaderBase
from briefing.model import headline_of

_PROGRESS = 0.2
"""Seconds between two reports of progress."""


class Hearing(ReaderBase):
    """Fills the shelf and shows what is being read as soon as it is there."""

    _progress_timer: Timer | None = None

    def on_mount(self) -> None:
        """Begin to read."""
        for message in self.loader.listen(self.post_message):
            self._hear(message)

    def on_unmount(self) -> None:
        """Read nothing more."""
        self.loader.stop()

    def open_entry(self, number: int) -> None:
        """Turn to another document, and say which one of how many it is."""
        super().open_entry(number)
        self._progress()

    def _hear(self, message: Message) -> None:
        """Take what was found before there was a screen."""
        match message:
            case loading.Listed():
                self._list(message)
            case loading.Read():
                self._read(message)
            case _:
                self.post_message(message)

    @on(loading.Listed)
    def _list(self, event: loading.Listed) -> None:
        self.entries = event.entries
        self.outline.list_entries(event.entries)
        if event.entries:
            self.open_entry(0)

    @on(loading.Read)
    def _read(self, event: loading.Read) -> None:
        entry = self.entries[event.number]
        entry.document, entry.headline = event.document, headline_of(event.document)
        self.outline.fill(event.number, event.document)
        if event.number == self.current:
            self.show_current()
            self.call_after_refresh(self.loader.painted)
        self._progress()

    @on(loading.Unread)
    def _unread(self, event: loading.Unread) -> None:
        self.entries[event.number].problem = event.reason
        self.outline.fail(event.number)
        if event.number == self.current:
            self.show_current()
        self._progress()

    @on(loading.Analysed)
    def _analysed(self, event: loading.Analysed) -> None:
        entry = self.entries[event.number]
        entry.document, entry.summary = event.document, event.summary
        self.outline.fill(event.number, event.document)
        if event.number == self.current:
            self.show_current()
        self._progress()

    @on(loading.Failed)
    def _fail(self, event: loading.Failed) -> None:
        raise event.error

    @on(loading.Done)
    def _done(self) -> None:
        self.busy = False
        self._progress()

    def _progress(self) -> None:
        """Say soon how far the reading is: a thousand files bring thousands of messages."""
        if self._progress_timer is None:
            self._progress_timer = self.set_timer(_PROGRESS, self._say_progress)

    def _say_progress(self) -> None:
        self._progress_timer = None
        total = len(self.entries)
        words = f"{self.current + 1} of {total}" if total else ""
        if self.busy:
            read = sum(e.document is not None or e.problem is not None for e in self.entries)
            done = sum(e.summary is not None or e.problem is not None for e in self.entries)
            words = f"{read} of {total} read, {done} analysed"
        self.outline.border_subtitle = Content(words)
