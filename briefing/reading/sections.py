"""Sections: which block stands below which heading."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from briefing.model import Block, Section
from briefing.spans import Span


def nest_sections(
    text: str, blocks: Sequence[Block]
) -> tuple[tuple[Block, ...], tuple[Section, ...]]:
    """Number the sections that the headings open, and put every block into one.

    Returns:
        The blocks, each with its section, and the sections in text order. Section 0 stands
        before the first heading, at level 1, empty where a heading comes first. A section
        spans its subsections too and ends where the next heading of its level or a higher one
        begins.
    """
    headings = [block for block in blocks if block.kind == "heading"]
    first = headings[0].span.start if headings else len(text)
    sections = [Section(title=None, level=1, span=Span(0, first))]
    placed: list[Block] = []
    open_sections: list[int] = []
    for block in blocks:
        if block.kind == "heading":
            level = block.level or 1
            start = block.span.start
            while open_sections and sections[open_sections[-1]].level >= level:
                _close(sections, open_sections.pop(), start)
            parent = open_sections[-1] if open_sections else None
            open_sections.append(len(sections))
            span = Span(start, len(text))
            sections.append(Section(title=block.span, level=level, span=span, parent=parent))
        section = len(sections) - 1
        # A copy takes a microsecond, and a million lines may stand before the first heading.
        placed.append(block if block.section == section else replace(block, section=section))
    return tuple(placed), tuple(sections)


def _close(sections: list[Section], number: int, end: int) -> None:
    section = sections[number]
    sections[number] = replace(section, span=Span(section.span.start, end))
