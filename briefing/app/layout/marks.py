"""What stands beside and on the words: standings in the margin, triggers in the text."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from msgspec import Struct

from briefing.model import Document, Standing
from briefing.model.columns import STANDINGS as RANKED
from briefing.model.columns import Columns, columns_of
from briefing.spans import Span
from briefing.words import STANDINGS

_RULE = "│"


class MarginMark(NamedTuple):
    """A glyph where a claim begins, a thin rule on the rows that it goes on."""

    glyph: str
    standing: Standing


class Marks(Struct, frozen=True):
    """The marks of one document, ready to be asked row by row."""

    columns: Columns | None = None
    """None where there is no document."""

    @classmethod
    def of(cls, document: Document) -> Marks:
        """Take what has been counted in a document."""
        return cls(columns_of(document))

    def margin(self, row: Span) -> MarginMark | None:
        """Tell what stands in the margin of a row; where claims meet, the least firm wins."""
        columns = self.columns
        if columns is None:
            return None
        first = bisect_left(columns.starts, row.start)
        last = bisect_left(columns.starts, max(row.end, row.start + 1))
        begun = [columns.standings[at] for at in range(first, last) if columns.shown[at]]
        if begun:
            standing = RANKED[max(begun)]
            return MarginMark(STANDINGS[standing].glyph, standing)
        before = first - 1
        while before >= 0 and not columns.shown[before]:
            before -= 1
        if before >= 0 and columns.ends[before] > row.start:
            return MarginMark(_RULE, RANKED[columns.standings[before]])
        return None

    def triggers_in(self, row: Span) -> Sequence[Span]:
        """Give the triggers that share a character with a row."""
        columns = self.columns
        if columns is None:
            return ()
        first = bisect_right(columns.trigger_ends, row.start)
        last = bisect_left(columns.trigger_starts, row.end)
        return [
            Span(columns.trigger_starts[at], columns.trigger_ends[at]) for at in range(first, last)
        ]

    def is_repeat(self, row: Span) -> bool:
        """Tell whether a row was said before: it stands in an opened fold."""
        if self.columns is None:
            return False
        at = bisect_right(self.columns.repeat_starts, row.start) - 1
        return at >= 0 and row.end <= self.columns.repeat_ends[at]
