"""How a document is built: blocks, sections and links."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from briefing.spans import Span

BlockKind = Literal["title", "heading", "paragraph", "item", "quote", "code", "table", "caption"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A piece of text that stands alone: a paragraph, a heading, a list item."""

    kind: BlockKind
    span: Span
    """The words, without the white space around them."""
    level: int | None = None
    """1–6, for headings."""
    depth: int | None = None
    """1 and up, for items."""
    section: int = 0
    """Index into the document's sections."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A heading and what stands below it; section 0 is what stands before the first heading."""

    title: Span | None
    """The heading's words; None for section 0."""
    level: int
    span: Span
    """From the heading to the next heading of the same or a higher level."""
    parent: int | None = None
    """Index of the section that holds this one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """Words that lead to another page."""

    span: Span
    url: str
