"""What stands beside and on the words: standings in the margin, triggers in the text."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from briefing.model import Document, Fact, Standing
from briefing.spans import Span, is_covered, merge_spans
from briefing.words import STANDINGS

_RULE = "│"
_RANK = {standing: rank for rank, standing in enumerate(STANDINGS)}


class MarginMark(NamedTuple):
    """A glyph where a claim begins, a thin rule on the rows that it goes on."""

    glyph: str
    standing: Standing


@dataclass(frozen=True, slots=True)
class Marks:
    """The marks of one document, ready to be asked row by row."""

    facts: tuple[Fact, ...] = ()
    """By the start of their claims."""
    starts: tuple[int, ...] = ()
    triggers: tuple[Span, ...] = ()
    repeated: tuple[Span, ...] = ()

    @classmethod
    def of(cls, document: Document) -> Marks:
        """Collect what is marked in a document."""
        facts = sorted(
            (fact for fact in document.facts if fact.shown), key=lambda fact: fact.claim[0]
        )
        return cls(
            facts=tuple(facts),
            starts=tuple(fact.claim[0].start for fact in facts),
            triggers=merge_spans(caveat.span for caveat in document.caveats),
            repeated=document.repeated,
        )

    def margin(self, row: Span) -> MarginMark | None:
        """Tell what stands in the margin of a row; where claims meet, the least firm wins."""
        first = bisect_left(self.starts, row.start)
        last = bisect_left(self.starts, max(row.end, row.start + 1))
        if begun := self.facts[first:last]:
            standing = max((fact.standing for fact in begun), key=_RANK.__getitem__)
            return MarginMark(STANDINGS[standing].glyph, standing)
        if first and self.facts[first - 1].span.end > row.start:
            return MarginMark(_RULE, self.facts[first - 1].standing)
        return None

    def triggers_in(self, row: Span) -> Sequence[Span]:
        """Give the triggers that share a character with a row."""
        first = bisect_right(self.triggers, row.start, key=lambda span: span.end)
        last = bisect_left(self.triggers, row.end, key=lambda span: span.start)
        return self.triggers[first:last]

    def is_repeat(self, row: Span) -> bool:
        """Tell whether a row was said before: it stands in an opened fold."""
        return is_covered(row, self.repeated)
