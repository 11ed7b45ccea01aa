"""Lines that were broken to fit a width, as in mails and wire copies: which belong together."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise

from briefing.spans import Span

# Mails are broken at 60 to 80 characters (RFC 5322 asks for 78), old terminals at 132.
_NARROWEST, _WIDEST = 40, 132
# Some programs break a little early: before long words, or by cells instead of characters.
_SLACK = 0.1
# So many breaks must fall inside a sentence, and be forced by the width, before we believe that
# there is one: paragraphs of a line each may be of one length by chance.
_SENTENCE_ENDS = frozenset(".!?…\"'”’»:")
_SHARE = 0.6
_FEWEST = 2


def find_width(text: str, groups: Iterable[Sequence[Span]]) -> int | None:
    """Find the width that the lines of a text were broken at.

    Args:
        text: What the lines point into.
        groups: Lines without a blank line between them.

    Returns:
        The width in characters; None where each line is a paragraph of its own.
    """
    width = 0
    for group in groups:
        for line in group[:-1]:
            length = line.end - line.start
            if width < length <= _WIDEST:
                width = length
            elif length > _WIDEST and text.find(" ", line.start, line.end) >= 0:
                return None  # only a word that can't be broken is longer than the width
        if len(group) == 1 and group[0].end - group[0].start > 2 * _WIDEST:
            return None
    if width < _NARROWEST:
        return None
    # Short lines, as of a list, say nothing of a width.
    pairs = [
        (line, following)
        for group in groups
        for line, following in pairwise(group)
        if 2 * (line.end - line.start) >= width
    ]
    broken = sum(
        _is_forced(text, line, following, width) and text[line.end - 1] not in _SENTENCE_ENDS
        for line, following in pairs
    )
    return width if broken >= max(_FEWEST, _SHARE * len(pairs)) else None


def join_lines(
    text: str, group: Sequence[Span], width: int, begins_block: Callable[[str, Span], bool]
) -> Iterator[Span]:
    """Put lines that were broken to fit the width together again.

    Args:
        text: What the lines point into.
        group: Lines without a blank line between them; at least one.
        width: As ``find_width`` gives it.
        begins_block: Tells a line that never goes on with the one above, as a bullet does.
    """
    start, last = group[0].start, group[0]
    for line in group[1:]:
        if not _is_forced(text, last, line, width) or begins_block(text, line):
            yield Span(start, last.end)
            start = line.start
        last = line
    yield Span(start, last.end)


def _is_forced(text: str, line: Span, following: Span, width: int) -> bool:
    """Tell whether the first word of the following line would not have fitted on this one."""
    end = text.find(" ", following.start, min(following.end, following.start + _WIDEST))
    word = (end if end >= 0 else min(following.end, following.start + _WIDEST)) - following.start
    return line.end - line.start + 1 + word > width * (1 - _SLACK)
