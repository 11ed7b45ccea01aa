"""The help as rows under titles: what stays of it when words are looked for, and its columns."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple


class HelpRow(NamedTuple):
    """One line: a key or a mark, and what it means."""

    mark: str
    words: str
    ink: str = "bold $accent"
    """Style of the mark."""
    name: str = ""
    """What a file calls it."""


class HelpSection(NamedTuple):
    """Rows that belong together."""

    title: str
    rows: tuple[HelpRow, ...]

    @property
    def height(self) -> int:
        """Lines with the title and the blank one at the end; long rows may take more."""
        return len(self.rows) + 2


def narrow(sections: Sequence[HelpSection], wanted: str) -> tuple[HelpSection, ...]:
    """Keep the rows in which words stand, and every section whose title has them."""
    folded = wanted.casefold().strip()
    if not folded:
        return tuple(sections)
    kept = (
        section
        if folded in section.title.casefold()
        else section._replace(rows=tuple(row for row in section.rows if _holds(row, folded)))
        for section in sections
    )
    return tuple(section for section in kept if section.rows)


def _holds(row: HelpRow, folded: str) -> bool:
    # The dot of "section.next" parts names; nobody should have to know where.
    return any(folded in part.casefold() for part in (row.mark, row.words, row.name))


def columns(sections: Sequence[HelpSection], count: int) -> tuple[tuple[HelpSection, ...], ...]:
    """Share sections out among columns, in order, so that the highest is as low as it can be."""
    if count < 2 or len(sections) < 2:
        return (tuple(sections),)
    heights = [section.height for section in sections]
    at = min(range(1, len(sections)), key=lambda cut: max(sum(heights[:cut]), sum(heights[cut:])))
    return tuple(sections[:at]), tuple(sections[at:])
