"""How a document is built: blocks, sections, links and jumps."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from briefing.spans import Span

BlockKind = Literal["title", "heading", "paragraph", "item", "quote", "code", "table", "caption"]


class Block(Struct, frozen=True, kw_only=True, gc=False, array_like=True):
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


class Section(Struct, frozen=True, kw_only=True, gc=False, array_like=True):
    """A heading and what stands below it; section 0 is what stands before the first heading."""

    title: Span | None
    """The heading's words; None for section 0."""
    level: int
    span: Span
    """From the heading to the next heading of the same or a higher level."""
    parent: int | None = None
    """Index of the section that holds this one."""


class Link(Struct, frozen=True, kw_only=True, gc=False, array_like=True):
    """Words that lead to another page."""

    span: Span
    url: str


class Jump(Struct, frozen=True, kw_only=True, gc=False, array_like=True):
    """Words that lead to others of the same text: the mark of a footnote, and the way back."""

    span: Span
    to: Span
    """The block that is led to."""
