"""In which order documents are listed, and what stands below each."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple, get_args

from briefing.app.layout.order import Sort as Sort
from briefing.app.layout.sections import title_of
from briefing.app.shelf import Entry
from briefing.gate import clean
from briefing.model import Document
from briefing.model.columns import columns_of
from briefing.spans import Span

SORTS: tuple[Sort, ...] = get_args(Sort)
_DEEPEST = 4
"""Levels that are indented: a pane is narrow, and a page may nest a hundred."""


def arrange(entries: Sequence[Entry], sort: Sort) -> list[int]:
    """Put entries into an order; of two that are equal the one given first stands first.

    Args:
        entries: As they were given: the paths in their order, a folder in its natural order.
        sort: "date" has the newest first. What has no date, or no publisher, stands at the end.

    Returns:
        Numbers of the entries.
    """
    numbers = list(range(len(entries)))
    match sort:
        case "name":
            from briefing.library.folder import natural  # is there, once files were listed

            numbers.sort(key=lambda number: natural(entries[number].name))
        case "date":
            numbers.sort(key=lambda number: -_day(entries[number]))
        case "publisher":
            numbers.sort(key=lambda number: _publisher(entries[number]))
    return numbers


def detail(entry: Entry, sort: Sort) -> str:
    """Say by what an entry stands where it stands; its name is shown anyway."""
    headline = entry.headline
    if headline is None:
        return ""
    if sort == "date" and headline.published is not None:
        return headline.published.isoformat()
    if sort == "publisher" and headline.publisher is not None:
        return clean(headline.publisher)
    return ""


def _day(entry: Entry) -> int:
    published = entry.headline.published if entry.headline is not None else None
    return published.toordinal() if published is not None else 0


def _publisher(entry: Entry) -> tuple[bool, str]:
    publisher = entry.headline.publisher if entry.headline is not None else None
    return not publisher, (publisher or "").casefold()


class SectionRow(NamedTuple):
    """A row below a document: a section, or a run of sections that were said before."""

    section: int
    """The first one of a run."""
    title: str
    """Safe to show; of a run, the title of the place where it was said first."""
    indent: int = 0
    """Levels below the highest one of the document."""
    facts: int = 0
    """How many are shown without being asked for."""
    run: int = 0
    """How many sections were said before; 0 for a section of its own."""
    origin: int = 0
    """Where a run was said first."""


def list_sections(document: Document) -> tuple[SectionRow, ...]:
    """Give the rows below a document, in text order; an empty lead has none."""
    columns = columns_of(document)
    facts = columns.count_by_section()
    sections = tuple(document.sections)
    starts = [section.span.start for section in sections]
    top = min((section.level for section in sections[1:]), default=1)
    rows: list[SectionRow] = []
    for number, held in enumerate(sections):
        if held.title is None:
            if held.span.start < held.span.end:
                rows.append(SectionRow(number, title_of(document, number), facts=facts[number]))
            continue
        at = bisect_right(columns.repeat_starts, held.title.start) - 1
        if at >= 0 and held.title.end <= columns.repeat_ends[at]:
            if rows and rows[-1].run and rows[-1].section + rows[-1].run == number:
                rows[-1] = rows[-1]._replace(run=rows[-1].run + 1)
                continue
            origin = _origin(document, starts, held.title)
            rows.append(SectionRow(number, title_of(document, origin), run=1, origin=origin))
            continue
        indent = max(0, min(held.level - top, _DEEPEST))
        title = clean(held.title.of(document.text))
        rows.append(SectionRow(number, title, indent, facts[number]))
    return tuple(rows)


def _origin(document: Document, starts: Sequence[int], title: Span) -> int:
    """Find the section in which a repeated title was said first."""
    repeats = document.repeats
    at = bisect_right(repeats, title.start, key=lambda repeat: repeat.span.start) - 1
    original = repeats[max(0, at)].of.start
    return max(0, bisect_right(starts, original) - 1)
