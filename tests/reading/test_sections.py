from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.model import Block
from briefing.reading.sections import nest_sections
from briefing.spans import Span


def blocks_of(levels: list[int]) -> tuple[str, list[Block]]:
    """Lay out blocks of four letters, one a line; 0 is a paragraph, 1–6 a heading."""
    blocks = [
        Block(
            kind="heading" if level else "paragraph",
            level=level or None,
            span=Span(5 * number, 5 * number + 4),
        )
        for number, level in enumerate(levels)
    ]
    return "word\n" * len(levels), blocks


@pytest.mark.parametrize(
    ("levels", "sections", "parents", "places"),
    [
        ([], [(0, 0)], [None], []),
        ([0, 0], [(0, 10)], [None], [0, 0]),
        # A heading that comes first leaves the lead empty.
        ([1, 0], [(0, 0), (0, 10)], [None, None], [1, 1]),
        ([0, 1, 0, 1, 0], [(0, 5), (5, 15), (15, 25)], [None] * 3, [0, 1, 1, 2, 2]),
        # A section holds its subsections and ends where its own level comes again.
        (
            [1, 2, 0, 2, 1, 0],
            [(0, 0), (0, 20), (5, 15), (15, 20), (20, 30)],
            [None, None, 1, 1, None],
            [1, 2, 2, 3, 4, 4],
        ),
        # A level left out is no section of its own.
        ([1, 3, 2, 0], [(0, 0), (0, 20), (5, 10), (10, 20)], [None, None, 1, 1], [1, 2, 3, 3]),
        ([2, 1], [(0, 0), (0, 5), (5, 10)], [None] * 3, [1, 2]),
    ],
)
def test_sections_nest_by_level(levels, sections, parents, places):
    placed, found = nest_sections(*blocks_of(levels))
    assert [tuple(section.span) for section in found] == sections
    assert [section.parent for section in found] == parents
    assert [block.section for block in placed] == places


@given(st.lists(st.integers(0, 6), max_size=30))
def test_every_block_lies_in_its_section_and_every_section_in_its_parent(levels):
    text, blocks = blocks_of(levels)
    placed, sections = nest_sections(text, blocks)
    for block in placed:
        assert sections[block.section].span.covers(block.span)
    for number, section in enumerate(sections[1:], start=1):
        assert section.title is not None
        if section.parent is not None:
            above = sections[section.parent]
            assert section.parent < number
            assert above.span.covers(section.span)
            assert above.level < section.level
        before = sections[number - 1]
        assert before.span.covers(section.span) or before.span.end <= section.span.start
