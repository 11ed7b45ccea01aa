"""Headings without markup: short lines that stand alone above prose."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from briefing.model import Block

_LONGEST = 100
_PROSE = 120


def find_headings(text: str, blocks: Sequence[Block]) -> Mapping[int, int]:
    """Find the blocks that are headings.

    Returns:
        Index of the block → level, 2 and deeper.
    """
    found = {}
    for at, (block, following) in enumerate(zip(blocks, blocks[1:], strict=False)):
        words = block.span.of(text) if block.span.end - block.span.start <= _LONGEST else ""
        length = following.span.end - following.span.start
        if at and words and length >= _PROSE and words[-1] not in ".:,;" and words[0].isalnum():
            found[at] = 2
    return found
