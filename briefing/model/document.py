"""A document: a text that never changes, and everything found in it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Literal

from msgspec import Struct

from briefing.model.attribution import Attribution, Source
from briefing.model.caveat import Caveat
from briefing.model.date import DateExpression
from briefing.model.fact import Fact
from briefing.model.quantity import Quantity
from briefing.model.repeat import Repeat, Restatement
from briefing.model.structure import Block, Jump, Link, Section
from briefing.spans import Span, holds_any, is_covered, merge_spans

PublishedFrom = Literal["dateline", "file", "side", "as-of"]


class Document(Struct, frozen=True, kw_only=True):
    """One article. Stages return fuller copies; nothing changes one in place."""

    id: str
    """First 16 hex digits of the sha256; a second file with the same bytes gets "-2"."""
    path: str
    """As given on the command line, joined with the path inside a folder."""
    sha256: str
    media_type: str
    encoding: str
    text: str
    """The reading text; every offset counts its code points."""
    title: str | None = None
    published: date | None = None
    published_from: PublishedFrom | None = None
    publisher: str | None = None
    url: str | None = None
    language: str = "en"
    """ISO 639-1."""
    notices: tuple[str, ...] = ()
    """What the program does not do here. No problem."""
    faults: tuple[str, ...] = ()
    """What could not be read whole; each becomes a problem of the export."""
    # Tuples as the stages make them; in a document that comes from elsewhere they are packed.
    links: Sequence[Link] = ()
    jumps: Sequence[Jump] = ()
    """Not exported: they help a reader on the screen."""
    blocks: Sequence[Block] = ()
    """In text order, none overlapping."""
    sections: Sequence[Section] = ()
    sentences: Sequence[Span] = ()
    """In text order, each inside one block."""
    repeats: Sequence[Repeat] = ()
    """In text order, one per block or passage."""
    restatements: Sequence[Restatement] = ()
    attributions: Sequence[Attribution] = ()
    sources: Sequence[Source] = ()
    quantities: Sequence[Quantity] = ()
    dates: Sequence[DateExpression] = ()
    caveats: Sequence[Caveat] = ()
    facts: Sequence[Fact] = ()

    @property
    def repeated(self) -> tuple[Span, ...]:
        """What is said twice, as sorted spans without overlap."""
        return merge_spans(repeat.span for repeat in self.repeats)

    @property
    def fresh_sentences(self) -> tuple[Span, ...]:
        """The sentences that say something for the first time: what findings are taken from.

        Repeats are left out, but for a sentence of an edited copy that says something else.
        """
        repeated = self.repeated
        other = merge_spans(
            change.span
            for repeat in self.repeats
            for change in repeat.changes
            if change.substantive
        )
        return tuple(
            s for s in self.sentences if not is_covered(s, repeated) or holds_any(s, other)
        )
