"""What is told to whom and when: kept until somebody listens, small news many at once."""

from __future__ import annotations

from collections.abc import Callable
from threading import Event, Lock
from time import monotonic

from briefing.app.loading.messages import Learned, News
from briefing.model import Headline, Summary

_PAUSE = 0.15
"""Seconds between two tellings of what was learned of files that nobody looks at."""

Tell = Callable[[News], object]


class Telling:
    """The loader's voice. Everything is said from one thread, and heard from another."""

    def __init__(self) -> None:
        self.stopped = Event()
        self._tell: Tell | None = None
        self._kept: list[News] = []
        self._learned = Learned()
        self._next = 0.0
        self._lock = Lock()

    def listen(self, tell: Tell) -> list[News]:
        """Call this with all news from now on; returns what nobody has heard."""
        with self._lock:
            self._tell = tell
            kept, self._kept = self._kept, []
        return kept

    def say(self, news: News) -> None:
        """Tell it now, or as soon as somebody listens; nothing once the loader is stopped."""
        news.stopped = self.stopped
        with self._lock:
            if self.stopped.is_set():
                return
            if self._tell is None:
                self._kept.append(news)
            else:
                self._tell(news)

    def read(self, number: int, headline: Headline) -> None:
        """Tell soon that a file has been read, or has changed."""
        self._learned.headlines[number] = headline
        self._learned.summaries.pop(number, None)
        self._learned.problems.pop(number, None)

    def analysed(self, number: int, summary: Summary) -> None:
        """Tell soon that everything has been found in a file."""
        self._learned.summaries[number] = summary

    def failed(self, number: int, problem: str) -> None:
        """Tell soon why a file is not read."""
        self._learned.problems[number] = problem
        self._learned.headlines.pop(number, None)
        self._learned.summaries.pop(number, None)

    @property
    def wait(self) -> float | None:
        """Seconds until ``flush`` is due; None while there is nothing to tell."""
        return None if self._learned.empty else max(0.0, self._next - monotonic())

    def flush(self) -> None:
        """Tell what was learned, if anything was."""
        if not self._learned.empty:
            learned, self._learned = self._learned, Learned()
            self._next = monotonic() + _PAUSE
            self.say(learned)
