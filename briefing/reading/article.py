"""What every reader hands over: a text in blocks, and what the file says of itself."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TypeAlias

from briefing.model import Block, Jump, Link


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """A page as a reader found it, before it becomes a document."""

    text: str
    blocks: tuple[Block, ...]
    """Sections not yet numbered."""
    title: str | None = None
    published: date | None = None
    """As the file says; a side file may still overrule it."""
    published_from_text: bool = False
    """The day stands in a dateline of the text, not in the file's own metadata."""
    made: date | None = None
    """When the file was made: counts where neither the file nor its text tells another day."""
    publisher: str | None = None
    url: str | None = None
    language: str | None = None
    """As declared; None where nothing is."""
    links: tuple[Link, ...] = ()
    jumps: tuple[Jump, ...] = ()
    encoding: str | None = None
    """Of the text inside a packed file, where it has one."""
    notices: tuple[str, ...] = ()
    faults: tuple[str, ...] = ()


Reader: TypeAlias = Callable[[str], Article]
"""Decoded text in, article out."""

Unpacker: TypeAlias = Callable[[bytes, Path], Article]
"""A whole file in, article out; the path is only for errors."""
