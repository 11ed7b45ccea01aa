"""What screens tell the app."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual.message import Message


@dataclass
class PathsChosen(Message):
    """Other files and folders are to be read."""

    paths: Sequence[str]
