"""Looking through all documents, for a thread: what has been read at once, the rest as it comes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from time import sleep
from typing import NamedTuple, TypeAlias

from briefing.app.layout.hits import Title, find_titles
from briefing.app.layout.searching import Matches, Query, find_words
from briefing.app.shelf import Entry
from briefing.gate import clean
from briefing.model import Document

_KEPT = 64_000_000
"""Characters that are kept for the next search; what is beyond is fetched each time."""
_PAUSE = 0.1
"""Seconds between two looks whether more has been read."""
_FIRST, _LARGEST = 1 << 16, 1 << 21
"""Characters that are given to a process at once: few at first, so that something is shown."""

Stopped: TypeAlias = Callable[[], bool]
Fetch: TypeAlias = Callable[[Iterable[int]], Iterator[tuple[int, Document]]]


class Looked(NamedTuple):
    """A document that has been looked through."""

    entry: int
    text: str
    matches: Matches


class AllTexts:
    """The texts of all documents, kept from one search to the next."""

    def __init__(self, entries: Sequence[Entry], fetch: Fetch) -> None:
        """Begin with none.

        Args:
            entries: All there are; others may come to know more of them meanwhile.
            fetch: Gives out documents by the numbers of their entries, as far as they are read.
        """
        self.entries = entries
        self._fetch = fetch
        self._texts: dict[int, str] = {}
        self._size = 0

    def find_titles(
        self, numbers: Iterable[int], query: Query, stopped: Stopped
    ) -> tuple[Title, ...]:
        """Find the documents that are called so, by their titles and the names of their files."""
        titles = [(number, _called(self.entries[number])) for number in numbers]
        text = "\n".join(words for _, words in titles)
        if not query.expression:
            return find_titles(titles, find_words(text, query, stopped))
        from briefing.app.expressions import find_expression  # brings processes

        return find_titles(titles, find_expression(text, query, stopped))

    def look_through(
        self, order: Iterable[int], query: Query, stopped: Stopped
    ) -> Iterator[Looked]:
        """Look through documents; those that are not read yet are waited for.

        Args:
            order: Numbers of their entries.
            query: Not empty.
            stopped: Tells that nobody waits any more.

        Yields:
            Each document once it has been looked through; the last one may have a problem, the
            same for all.
        """
        waiting = list(order)
        while not stopped():
            ready, waiting = self._part(waiting)
            find = _find_expression if query.expression else _find_words
            for looked in find(self._take(ready, stopped), query, stopped):
                yield looked
                if looked.matches.problem is not None:
                    return
            if not waiting:
                return
            if not ready:
                sleep(_PAUSE)

    def _part(self, numbers: Iterable[int]) -> tuple[list[int], list[int]]:
        """Part what has been read from what may still come."""
        ready, waiting = [], []
        for number in numbers:
            entry = self.entries[number]
            # Each is asked once: what is read between two questions would be in neither.
            if entry.headline is not None:
                ready.append(number)
            elif entry.problem is None:
                waiting.append(number)
        return ready, waiting

    def _take(self, numbers: Iterable[int], stopped: Stopped) -> Iterator[tuple[int, str]]:
        for number in numbers:
            if stopped():
                return
            text = self._texts.get(number)
            if text is None:
                text = next((document.text for _, document in self._fetch([number])), None)
            if text is None:
                continue  # it has gone in the meantime
            if number not in self._texts and self._size + len(text) <= _KEPT:
                self._texts[number] = text
                self._size += len(text)
            yield number, text


def _called(entry: Entry) -> str:
    title = entry.headline.title if entry.headline is not None else None
    return f"{clean(title)}  {entry.name}" if title and title != entry.name else entry.name


def _find_words(
    texts: Iterable[tuple[int, str]], query: Query, stopped: Stopped
) -> Iterator[Looked]:
    for number, text in texts:
        matches = find_words(text, query, stopped)
        if stopped():
            return
        yield Looked(number, text, matches)


def _find_expression(
    texts: Iterable[tuple[int, str]], query: Query, stopped: Stopped
) -> Iterator[Looked]:
    from briefing.app.expressions import find_expressions  # brings processes

    for some in _batches(texts):
        found = find_expressions([text for _, text in some], query, stopped)
        if stopped():
            return
        for (number, text), matches in zip(some, found, strict=True):
            yield Looked(number, text, matches)


def _batches(texts: Iterable[tuple[int, str]]) -> Iterator[list[tuple[int, str]]]:
    """Put texts together, ever more of them."""
    some: list[tuple[int, str]] = []
    size, room = 0, _FIRST
    for number, text in texts:
        some.append((number, text))
        size += len(text)
        if size >= room:
            yield some
            some, size, room = [], 0, min(4 * room, _LARGEST)
    if some:
        yield some
