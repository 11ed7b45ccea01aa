"""Which facts are shown, in which order, and how that is said in plain words."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import compress

from msgspec import Struct
from msgspec.structs import replace

from briefing.app.layout.order import Order
from briefing.app.layout.searching import Matches, Query, find_words
from briefing.app.layout.sections import title_of
from briefing.gate import clean
from briefing.model import CaveatKind, Document, Standing
from briefing.model.columns import ARTICLE_ROW, KIND_BITS, NO_ROW, STANDING_RANKS, columns_of
from briefing.words import ARTICLE, CAVEATS, STANDINGS


class FactFilter(Struct, frozen=True, kw_only=True):
    """What a fact must be to stay. An empty part asks nothing; one value of a part is enough."""

    standings: frozenset[Standing] = frozenset()
    kinds: frozenset[CaveatKind] = frozenset()
    section: int | None = None
    """It or a section below it."""
    sources: frozenset[int | None] = frozenset()
    """Rows of the document's ledger; None is the article itself."""
    words: str = ""
    """Words that the sentence of the claim holds, as they are typed into a search."""
    doubtful: bool = False
    """Also the facts that are shown only when asked for."""
    gone: tuple[str, ...] = ()
    """Places that were asked for until the text was written anew without them; asks nothing."""

    def __bool__(self) -> bool:
        return replace(self, gone=()) != _NO_FILTER

    def holds(self, part: FactFilter) -> bool:
        """Tell whether this asks for everything that the part asks for."""
        return (
            part.standings <= self.standings
            and part.kinds <= self.kinds
            and part.section in (None, self.section)
            and part.sources <= self.sources
            and part.words in ("", self.words)
            and part.doubtful <= self.doubtful
        )

    def toggle(self, part: FactFilter) -> FactFilter:
        """Add what the part asks for, or take it out where it is asked for already.

        Words are typed and not ticked, so they stay.
        """
        section = None if part.section == self.section else part.section
        return FactFilter(
            standings=self.standings ^ part.standings,
            kinds=self.kinds ^ part.kinds,
            section=self.section if part.section is None else section,
            sources=self.sources ^ part.sources,
            words=self.words,
            doubtful=self.doubtful ^ part.doubtful,
        )

    def without_places(self) -> FactFilter:
        """Keep what makes sense in any document: sections and sources are of one only."""
        return replace(self, section=None, sources=frozenset(), gone=())


_NO_FILTER = FactFilter()


class Choice(Struct, frozen=True):
    """One row that can be chosen."""

    heading: str
    words: str
    count: int
    """Facts of the document that have it."""
    part: FactFilter
    """A filter that asks for this and nothing else."""


def keep(document: Document, chosen: FactFilter) -> array[int]:
    """Give the rows of the document's columns whose facts stay, by the place of their claims."""
    columns = columns_of(document)
    rows: Iterable[int] = range(len(columns))
    if not chosen.doubtful:
        rows = compress(rows, columns.shown)
    if chosen.standings:
        ranks = {STANDING_RANKS[standing] for standing in chosen.standings}
        rows = [row for row in rows if columns.standings[row] in ranks]
    if chosen.kinds:
        bits = _bits(chosen.kinds)
        rows = [row for row in rows if columns.kinds[row] & bits]
    if chosen.section is not None:
        sections = _sections_of(document, chosen.section)
        rows = [row for row in rows if columns.sections[row] in sections]
    if chosen.sources:
        sources = {ARTICLE_ROW if row is None else row for row in chosen.sources}
        rows = [row for row in rows if columns.sources[row] in sources]
    if chosen.words:
        matches = _find(document.text, chosen.words)
        rows = (row for row in rows if matches.any_inside(columns.begins[row], columns.ends[row]))
    return array("l", rows)


def arrange(document: Document, rows: array[int], order: Order) -> array[int]:
    """Put rows, given by place, into an order; of two that weigh the same the earlier is first."""
    if order == "place":
        return rows
    weights = columns_of(document).weights
    return array("l", sorted(rows, key=lambda row: -weights[row]))


def choices(document: Document, chosen: FactFilter, here: int) -> tuple[Choice, ...]:
    """List what can be chosen: what occurs, and what is chosen already.

    Args:
        document: Whose facts are counted.
        chosen: The filter so far; it decides whether doubtful facts count.
        here: Index of the section that the reader is in.
    """
    columns = columns_of(document)
    rows = keep(document, FactFilter(doubtful=chosen.doubtful))
    standings = Counter(columns.standings[row] for row in rows)
    kinds = Counter(columns.kinds[row] for row in rows)
    sections = Counter(columns.sections[row] for row in rows)
    sources = Counter(columns.sources[row] for row in rows)
    from_whom: Counter[int | None] = Counter(
        {None if row == ARTICLE_ROW else row: n for row, n in sources.items() if row != NO_ROW}
    )
    places = dict.fromkeys(n for n in (here, chosen.section) if n is not None)
    found = [
        Choice("Standing", f"{STANDINGS[s].glyph} {s}", standings[STANDING_RANKS[s]], _standing(s))
        for s in STANDINGS
    ]
    found += [
        Choice("Caveat", words, _count_kind(kinds, kind), _kind(kind))
        for kind, words in CAVEATS.items()
    ]
    if len(document.sections) > 1:
        found += [
            Choice("Section", title_of(document, n), _count_in(document, sections, n), _section(n))
            for n in places
        ]
    from_whom.update(dict.fromkeys(chosen.sources, 0))
    found += [
        Choice("Source", source_name(document, row), count, _source(row))
        for row, count in sorted(from_whom.items(), key=_most_first)
    ]
    doubtful = len(columns) - sum(columns.shown)
    found.append(Choice("And", "also the doubtful ones", doubtful, FactFilter(doubtful=True)))
    return tuple(choice for choice in found if choice.count or chosen.holds(choice.part))


def describe(document: Document, chosen: FactFilter, kept: int, key: str) -> str:
    """Say what is filtered and how many facts are left; nothing where nothing is filtered.

    ``key`` changes the filter.
    """
    gone = f"No longer there: {', '.join(chosen.gone)}" if chosen.gone else ""
    if not chosen:
        return gone and f"{gone} · not filtered"
    parts = list(_part_words(document, chosen))
    words = f"Only {' · '.join(parts)}" if parts else ""
    if chosen.doubtful:
        words += " · the doubtful ones too" if words else "The doubtful ones too"
    words = f"{gone} · {words}" if gone else words
    return f"{words}: {kept} of {_count_candidates(document, chosen)} · {key} changes"


def _part_words(document: Document, chosen: FactFilter) -> Iterator[str]:
    """Name each part that is asked for, in the order of our tables."""
    if chosen.standings:
        yield ", ".join(standing for standing in STANDINGS if standing in chosen.standings)
    if chosen.kinds:
        yield ", ".join(words for kind, words in CAVEATS.items() if kind in chosen.kinds)
    if chosen.section is not None:
        yield f"in “{title_of(document, chosen.section)}”"
    if chosen.sources:
        yield "from " + ", ".join(sorted(source_name(document, row) for row in chosen.sources))
    if chosen.words:
        yield f"with “{clean(chosen.words)}”"


@lru_cache(maxsize=1)
def _find(text: str, words: str) -> Matches:
    """Look through a text once for all that is ticked while the words stay."""
    return find_words(text, Query(words=words))


def _count_candidates(document: Document, chosen: FactFilter) -> int:
    columns = columns_of(document)
    return len(columns) if chosen.doubtful else sum(columns.shown)


def _count_kind(kinds: Mapping[int, int], kind: CaveatKind) -> int:
    return sum(count for bits, count in kinds.items() if bits & KIND_BITS[kind])


def _bits(kinds: Iterable[CaveatKind]) -> int:
    return sum(KIND_BITS[kind] for kind in kinds)


def _sections_of(document: Document, section: int | None) -> frozenset[int]:
    """Give a section and those below it; a section stands behind the one that holds it."""
    held = {section}
    for number, other in enumerate(document.sections):
        if other.parent is not None and other.parent in held:
            held.add(number)
    return frozenset(number for number in held if number is not None)


def _count_in(document: Document, counts: Mapping[int, int], section: int) -> int:
    return sum(counts[held] for held in _sections_of(document, section))


def source_name(document: Document, row: int | None) -> str:
    """Name a row of the document's ledger, ready to be shown; None is the article itself."""
    if row is None or row >= len(document.sources):
        return ARTICLE
    return clean(document.sources[row].name.of(document.text))


def _most_first(counted: tuple[int | None, int]) -> tuple[int, int]:
    """Order by how often, then as the ledger does; the article stands before it."""
    row, count = counted
    return -count, -1 if row is None else row


def _standing(standing: Standing) -> FactFilter:
    return FactFilter(standings=frozenset((standing,)))


def _kind(kind: CaveatKind) -> FactFilter:
    return FactFilter(kinds=frozenset((kind,)))


def _section(section: int) -> FactFilter:
    return FactFilter(section=section)


def _source(row: int | None) -> FactFilter:
    return FactFilter(sources=frozenset((row,)))
