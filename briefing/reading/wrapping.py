"""Lines that were broken to fit a width, as in mails and wire copies: which belong together."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise

from briefing.spans import Span

# Mails are broken at 60 to 80 characters (RFC 5322 asks for 78), old terminals at 132.
_NARROWEST, _WIDEST = 40, 132
# Some programs break a little early: before long words, or by cells instead of characters.
_SLACK = 0.1
# So many breaks must be forced by the width before we believe that there is one.
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
    breaks: list[tuple[int, int]] = []
    for group in groups:
        for line, following in pairwise(group):
            length = line.end - line.start
            if length <= _WIDEST:
                breaks.append((length, length + 1 + _first_word(text, following)))
            elif text.find(" ", line.start, line.end) >= 0:
                return None  # only a word that can't be broken is longer than the width
        if len(group) == 1 and group[0].end - group[0].start > 2 * _WIDEST:
            return None
    width = max((length for length, _ in breaks), default=0)
    if width < _NARROWEST:
        return None
    forced = sum(needed > width * (1 - _SLACK) for _, needed in breaks)
    return width if forced >= max(_FEWEST, _SHARE * len(breaks)) else None


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
        forced = last.end - last.start + 1 + _first_word(text, line) > width * (1 - _SLACK)
        if not forced or begins_block(text, line):
            yield Span(start, last.end)
            start = line.start
        last = line
    yield Span(start, last.end)


def _first_word(text: str, line: Span) -> int:
    end = text.find(" ", line.start, min(line.end, line.start + _WIDEST))
    return (end if end >= 0 else min(line.end, line.start + _WIDEST)) - line.start
