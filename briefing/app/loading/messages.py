"""What the loader tells the screen."""

from __future__ import annotations

from dataclasses import dataclass, field
from threading import Event

from textual.message import Message

from briefing.app.shelf import Entry
from briefing.model import Document, Headline, Summary


class News(Message):
    """Something that a loader tells."""

    stopped: Event | None = None
    """Set once the loader that tells it has been stopped."""

    @property
    def stale(self) -> bool:
        """Whether it comes from a loader that was stopped: nothing must be made of it."""
        return self.stopped is not None and self.stopped.is_set()


@dataclass
class Listed(News):
    """The files are known; none has been read."""

    entries: list[Entry]


@dataclass
class Added(News):
    """Files have appeared; their numbers follow those of all others."""

    entries: list[Entry]


@dataclass
class Begun(News):
    """The beginning of a long text that is wanted can be shown; the rest is being read."""

    number: int
    document: Document


@dataclass
class Read(News):
    """What is wanted has become a document; nothing has been found in it yet.

    It comes again, for the same number, when the file has been written anew.
    """

    number: int
    document: Document


@dataclass
class Analysed(News):
    """Everything has been found in what is wanted."""

    number: int
    document: Document
    summary: Summary


@dataclass
class Unread(News):
    """What is wanted can't be read, or no longer."""

    number: int
    reason: str


@dataclass
class Learned(News):
    """More is known of files, many at once; what is wanted has messages of its own, too."""

    headlines: dict[int, Headline] = field(default_factory=dict)
    """Read since the last time; nothing has been found in them yet, or no longer."""
    summaries: dict[int, Summary] = field(default_factory=dict)
    """Analysed since the last time."""
    problems: dict[int, str] = field(default_factory=dict)
    """Not to be read."""

    @property
    def empty(self) -> bool:
        """Whether it tells nothing."""
        return not (self.headlines or self.summaries or self.problems)


@dataclass
class Failed(News):
    """A mistake of ours stopped the loader; the screen must not go on as if nothing were."""

    error: BaseException


@dataclass
class Done(News):
    """All is read and analysed, for now."""
