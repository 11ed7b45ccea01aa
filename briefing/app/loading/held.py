"""Documents at hand: those that were looked at last, and those that are nowhere else."""

from __future__ import annotations

from collections import OrderedDict
from threading import Lock
from typing import NamedTuple

from msgspec.structs import replace

from briefing.model import Document
from briefing.model.packed import unpack

LIMIT = 32_000_000
"""Bytes of packed documents."""


class _Held(NamedTuple):
    document: Document | bytes
    shown: str
    """How its path is written; what was kept under another name has another one inside."""
    spare: bool
    """It can be had again from elsewhere."""

    @property
    def weight(self) -> int:
        if isinstance(self.document, bytes):
            return len(self.document)
        return len(self.document.text)


class Held:
    """Documents by the number of their entry; what was used longest ago is let go of first.

    Most are held packed, so that what has been made of one for the screen goes with it. Any
    thread may ask.
    """

    def __init__(self, limit: int = LIMIT) -> None:
        self._limit = limit
        self._held: OrderedDict[int, _Held] = OrderedDict()
        self._weight = 0
        self._lock = Lock()

    def put(self, number: int, document: Document | bytes, shown: str, *, spare: bool) -> None:
        """Hold a document in place of what is held of the same entry.

        One that takes all the room is not held if it can be had again: the screen has it as
        long as it is read.
        """
        held = _Held(document, shown, spare)
        with self._lock:
            self._drop(number)
            if spare and held.weight > self._limit:
                return
            self._held[number] = held
            self._weight += held.weight
            if self._weight > self._limit:
                self._make_room(number)

    def get(self, number: int) -> Document | None:
        """Take a document to look at; None where it is not at hand."""
        with self._lock:
            held = self._held.get(number)
            if held is None:
                return None
            self._held.move_to_end(number)
        return unpacked(held.document, held.shown)

    def drop(self, number: int) -> None:
        """Let go of a document."""
        with self._lock:
            self._drop(number)

    def __contains__(self, number: int) -> bool:
        return number in self._held

    def _make_room(self, besides: int) -> None:
        spares = [n for n, held in self._held.items() if held.spare and n != besides]
        for number in spares:
            if self._weight <= self._limit:
                break
            self._drop(number)

    def _drop(self, number: int) -> None:
        held = self._held.pop(number, None)
        if held is not None:
            self._weight -= held.weight


def unpacked(document: Document | bytes, shown: str) -> Document:
    """Make a document of its bytes, with the path as it is written here.

    Raises:
        ValueError: The bytes are no document of this engine.
    """
    if isinstance(document, bytes):
        document = unpack(document)
    return document if document.path == shown else replace(document, path=shown)
