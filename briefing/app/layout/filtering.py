"""Which facts are shown, in which order, and how that is said in plain words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

from briefing.gate import clean
from briefing.model import CaveatKind, Document, Fact, Standing
from briefing.words import ARTICLE, CAVEATS, LEAD, STANDINGS

Order: TypeAlias = Literal["place", "weight"]


@dataclass(frozen=True, slots=True, kw_only=True)
class FactFilter:
    """What a fact must be to stay. An empty part asks nothing; one value of a part is enough."""

    standings: frozenset[Standing] = frozenset()
    kinds: frozenset[CaveatKind] = frozenset()
    section: int | None = None
    """It or a section below it."""
    sources: frozenset[int | None] = frozenset()
    """Rows of the document's ledger; None is the article itself."""
    doubtful: bool = False
    """Also the facts that are shown only when asked for."""

    def __bool__(self) -> bool:
        return self != _NO_FILTER

    def holds(self, part: FactFilter) -> bool:
        """Tell whether this asks for everything that the part asks for."""
        return (
            part.standings <= self.standings
            and part.kinds <= self.kinds
            and part.section in (None, self.section)
            and part.sources <= self.sources
            and part.doubtful <= self.doubtful
        )

    def toggle(self, part: FactFilter) -> FactFilter:
        """Add what the part asks for, or take it out where it is asked for already."""
        section = None if part.section == self.section else part.section
        return FactFilter(
            standings=self.standings ^ part.standings,
            kinds=self.kinds ^ part.kinds,
            section=self.section if part.section is None else section,
            sources=self.sources ^ part.sources,
            doubtful=self.doubtful ^ part.doubtful,
        )

    def without_places(self) -> FactFilter:
        """Keep what makes sense in any document: sections and sources are of one only."""
        return replace(self, section=None, sources=frozenset())


_NO_FILTER = FactFilter()


@dataclass(frozen=True, slots=True)
class Choice:
    """One row that can be chosen."""

    heading: str
    words: str
    count: int
    """Facts of the document that have it."""
    part: FactFilter
    """A filter that asks for this and nothing else."""


def keep(document: Document, chosen: FactFilter) -> tuple[Fact, ...]:
    """Give the facts that stay, by the place of their claims."""
    rows = _ledger_rows(document)
    sections = _sections_of(document, chosen.section)
    kept = (
        fact
        for fact in _candidates(document, chosen)
        if (not chosen.standings or fact.standing in chosen.standings)
        and (not chosen.kinds or not chosen.kinds.isdisjoint(_kinds(document, fact)))
        and (chosen.section is None or fact.section in sections)
        and (not chosen.sources or _is_from(fact, chosen.sources, rows))
    )
    return tuple(sorted(kept, key=lambda fact: fact.claim[0].start))


def arrange(facts: tuple[Fact, ...], order: Order) -> tuple[Fact, ...]:
    """Put facts, given by place, into an order; of two that weigh the same the earlier is first."""
    if order == "place":
        return facts
    return tuple(sorted(facts, key=lambda fact: -fact.weight))


def choices(document: Document, chosen: FactFilter, here: int) -> tuple[Choice, ...]:
    """List what can be chosen: what occurs, and what is chosen already.

    Args:
        document: Whose facts are counted.
        chosen: The filter so far; it decides whether doubtful facts count.
        here: Index of the section that the reader is in.
    """
    facts = _candidates(document, chosen)
    standings = Counter(fact.standing for fact in facts)
    kinds = Counter(kind for fact in facts for kind in _kinds(document, fact))
    rows = _ledger_rows(document)
    sources = Counter(rows[fact.attribution] for fact in facts if fact.attribution in rows)
    places = dict.fromkeys(n for n in (here, chosen.section) if n is not None)
    found = [
        Choice("Standing", f"{STANDINGS[s].glyph} {s}", standings[s], _standing(s))
        for s in STANDINGS
    ]
    found += [Choice("Caveat", words, kinds[kind], _kind(kind)) for kind, words in CAVEATS.items()]
    if len(document.sections) > 1:
        found += [
            Choice("Section", _title(document, n), _count_in(document, facts, n), _section(n))
            for n in places
        ]
    sources.update(dict.fromkeys(chosen.sources, 0))
    found += [
        Choice("Source", _name(document, row), count, _source(row))
        for row, count in sorted(sources.items(), key=_most_first)
    ]
    doubtful = sum(not fact.shown for fact in document.facts)
    found.append(Choice("And", "also the doubtful ones", doubtful, FactFilter(doubtful=True)))
    return tuple(choice for choice in found if choice.count or chosen.holds(choice.part))


def describe(document: Document, chosen: FactFilter, kept: int) -> str:
    """Say what is filtered and how many facts are left; nothing where nothing is filtered."""
    if not chosen:
        return ""
    parts = list(_part_words(document, chosen))
    words = f"Only {' · '.join(parts)}" if parts else ""
    if chosen.doubtful:
        words += " · the doubtful ones too" if words else "The doubtful ones too"
    return f"{words}: {kept} of {len(_candidates(document, chosen))} · f changes"


def _part_words(document: Document, chosen: FactFilter) -> Iterator[str]:
    """Name each part that is asked for, in the order of our tables."""
    if chosen.standings:
        yield ", ".join(standing for standing in STANDINGS if standing in chosen.standings)
    if chosen.kinds:
        yield ", ".join(words for kind, words in CAVEATS.items() if kind in chosen.kinds)
    if chosen.section is not None:
        yield f"in “{_title(document, chosen.section)}”"
    if chosen.sources:
        yield "from " + ", ".join(sorted(_name(document, row) for row in chosen.sources))


def _candidates(document: Document, chosen: FactFilter) -> tuple[Fact, ...]:
    return tuple(fact for fact in document.facts if fact.shown or chosen.doubtful)


def _kinds(document: Document, fact: Fact) -> set[CaveatKind]:
    return {document.caveats[number].kind for number in fact.caveats}


def _ledger_rows(document: Document) -> dict[int | None, int | None]:
    """Map attributions to the ledger's rows, and no attribution to the article itself."""
    rows: dict[int | None, int | None] = {None: None}
    for row, source in enumerate(document.sources):
        rows |= dict.fromkeys(source.attributions, row)
    return rows


def _is_from(
    fact: Fact, sources: frozenset[int | None], rows: dict[int | None, int | None]
) -> bool:
    return fact.attribution in rows and rows[fact.attribution] in sources


def _sections_of(document: Document, section: int | None) -> frozenset[int]:
    """Give a section and those below it; a section stands behind the one that holds it."""
    held = {section}
    for number, other in enumerate(document.sections):
        if other.parent is not None and other.parent in held:
            held.add(number)
    return frozenset(number for number in held if number is not None)


def _count_in(document: Document, facts: Iterable[Fact], section: int) -> int:
    held = _sections_of(document, section)
    return sum(fact.section in held for fact in facts)


def _title(document: Document, section: int) -> str:
    title = document.sections[section].title if section < len(document.sections) else None
    return clean(title.of(document.text)) if title is not None else LEAD


def _name(document: Document, row: int | None) -> str:
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
