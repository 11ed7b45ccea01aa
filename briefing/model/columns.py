"""What the screen asks of all findings at once, as columns: a long article has 100,000."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections import Counter
from typing import TYPE_CHECKING, get_args

from msgspec import Struct

from briefing.model.caveat import CaveatKind
from briefing.model.fact import Fact, Standing
from briefing.spans import merge_spans

if TYPE_CHECKING:
    from briefing.model.document import Document

STANDINGS: tuple[Standing, ...] = get_args(Standing)
"""From the firmest to the least firm; a standing's rank is its place here."""
STANDING_RANKS: dict[Standing, int] = {name: rank for rank, name in enumerate(STANDINGS)}
KIND_BITS: dict[CaveatKind, int] = {kind: 1 << at for at, kind in enumerate(get_args(CaveatKind))}
OPEN_KINDS: tuple[CaveatKind, ...] = ("undisclosed", "unverified", "no_comment", "conditional")
"""What a reporter would ask about next."""
ARTICLE_ROW = -1
"""In ``Columns.sources``: the article itself."""
NO_ROW = -2
"""In ``Columns.sources``: said, but by nobody who has a row in the ledger."""


class Columns(Struct, frozen=True, kw_only=True):
    """Figures of a document's facts, sorted by where their claims begin, and of its caveats.

    The columns of facts are equally long; row ``n`` of each belongs to the same fact.
    """

    numbers: array[int]
    """Indexes into the document's facts."""
    starts: array[int]
    """Where the first span of the claim begins."""
    begins: array[int]
    """Where the sentence that holds the claim begins."""
    ends: array[int]
    """Where it ends."""
    standings: array[int]
    """Ranks, as in ``STANDING_RANKS``."""
    shown: array[int]
    """1 where the fact is shown without being asked for."""
    sections: array[int]
    kinds: array[int]
    """Bits, as in ``KIND_BITS``, of the caveats that limit it."""
    sources: array[int]
    """Rows of the ledger, ``ARTICLE_ROW`` or ``NO_ROW``."""
    weights: array[float]
    trigger_starts: array[int]
    """Words that trigger a caveat, sorted, without overlap."""
    trigger_ends: array[int]
    repeat_starts: array[int]
    """What is said twice, sorted, without overlap."""
    repeat_ends: array[int]
    wide: array[int]
    """Indexes of the caveats that hold for the whole document."""
    questions: array[int]
    """Indexes of the caveats that leave something open, in text order."""
    undated: array[int]
    """Indexes of the dates that can't be resolved."""

    def __len__(self) -> int:
        return len(self.numbers)

    def row_of(self, document: Document, fact: Fact) -> int | None:
        """Find the row of a fact; None if the document does not have it."""
        row = bisect_left(self.starts, fact.claim[0].start)
        while row < len(self) and self.starts[row] == fact.claim[0].start:
            if document.facts[self.numbers[row]] == fact:
                return row
            row += 1
        return None

    def count_by_section(self) -> Counter[int]:
        """Count the facts that are shown."""
        return Counter(s for s, shown in zip(self.sections, self.shown, strict=True) if shown)


def columns_of(document: Document) -> Columns:
    """Give the columns of a document: packed ones have been counted before."""
    ready: Columns | None = getattr(document.facts, "columns", None)
    return ready if ready is not None else count_columns(document)


def count_columns(document: Document) -> Columns:
    """Go through all findings of a document once."""
    facts = document.facts
    kinds = [KIND_BITS[caveat.kind] for caveat in document.caveats]
    rows: dict[int | None, int] = {None: ARTICLE_ROW}
    for row, source in enumerate(document.sources):
        rows |= dict.fromkeys(source.attributions, row)
    order = sorted(range(len(facts)), key=lambda number: facts[number].claim[0])
    sorted_facts = [facts[number] for number in order]
    triggers = merge_spans(caveat.span for caveat in document.caveats)
    repeated = document.repeated
    return Columns(
        numbers=array("l", order),
        starts=array("l", (fact.claim[0].start for fact in sorted_facts)),
        begins=array("l", (fact.span.start for fact in sorted_facts)),
        ends=array("l", (fact.span.end for fact in sorted_facts)),
        standings=array("b", (STANDING_RANKS[fact.standing] for fact in sorted_facts)),
        shown=array("b", (fact.shown for fact in sorted_facts)),
        sections=array("l", (fact.section for fact in sorted_facts)),
        kinds=array("H", (_bits(kinds, fact) for fact in sorted_facts)),
        sources=array("l", (rows.get(fact.attribution, NO_ROW) for fact in sorted_facts)),
        weights=array("d", (fact.weight for fact in sorted_facts)),
        trigger_starts=array("l", (span.start for span in triggers)),
        trigger_ends=array("l", (span.end for span in triggers)),
        repeat_starts=array("l", (span.start for span in repeated)),
        repeat_ends=array("l", (span.end for span in repeated)),
        wide=array("l", (n for n, c in enumerate(document.caveats) if c.scope == "document")),
        questions=array("l", (n for n, c in enumerate(document.caveats) if c.kind in OPEN_KINDS)),
        undated=array("l", (n for n, date in enumerate(document.dates) if not date.resolved)),
    )


def _bits(kinds: list[int], fact: Fact) -> int:
    bits = 0
    for caveat in fact.caveats:
        bits |= kinds[caveat]
    return bits
