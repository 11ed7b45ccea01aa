"""The title of a plain text, where its first line is one."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.model import Block
from briefing.reading.line_shapes import is_furniture, is_open, is_prose, is_short

_FEWEST_WORDS, _LOOK_AHEAD = 3, 4


def is_title(text: str, blocks: Sequence[Block]) -> bool:
    """Tell whether the first block is the title of what follows.

    It is a short line without a full stop; below it stands prose, or a byline or a dateline
    and then prose. A line with a full stop may be a title too, but nothing shows it.
    """
    if len(blocks) < 2 or blocks[0].kind != "paragraph":
        return False
    words = blocks[0].span.of(text) if is_short(blocks[0]) else ""
    if not is_open(words) or words.count(" ") < _FEWEST_WORDS - 1 or is_furniture(words):
        return False
    for block in blocks[1:_LOOK_AHEAD]:
        following = block.span.of(text)
        if is_prose(following):
            return True
        if not is_open(following):
            return False
    return False
