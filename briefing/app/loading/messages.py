"""What the loader tells the screen."""

from __future__ import annotations

from dataclasses import dataclass

from textual.message import Message

from briefing.app.shelf import Entry
from briefing.model import Document, Summary


@dataclass
class Listed(Message):
    """The files are known; none has been read."""

    entries: list[Entry]


@dataclass
class Read(Message):
    """A file has become a document; nothing has been found in it yet."""

    number: int
    document: Document


@dataclass
class Unread(Message):
    """A file can't be read."""

    number: int
    reason: str


@dataclass
class Analysed(Message):
    """Everything has been found in a document."""

    number: int
    document: Document
    summary: Summary


@dataclass
class Failed(Message):
    """A mistake of ours stopped the loader; the screen must not go on as if nothing were."""

    error: BaseException


@dataclass
class Done(Message):
    """All is read and analysed."""
