"""Finding words in a text, and the way from one match to the next."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Callable
from typing import Literal

from msgspec import Struct, field

from briefing.spans import Span

Problem = Literal["broken", "slow"]
"""Why there are no matches: no expression at all, or one that takes too long."""

_WINDOW = 1 << 17
"""Characters looked through at once; between two windows a key can be heard."""

# What a keyboard types for what a newspaper prints; each stands for exactly one character.
_PRINTED = {"'": "‘’ʼ", '"': "“”„", "-": "\u2010\u2011"}
_TYPED = {" ": r"\s"} | {typed: f"[{typed}{printed}]" for typed, printed in _PRINTED.items()}
_PLAIN = str.maketrans({letter: typed for typed, some in _PRINTED.items() for letter in some})


class Query(Struct, frozen=True, kw_only=True):
    """What is looked for."""

    words: str = ""
    case: bool = False
    """Capital letters count."""
    expression: bool = False
    """The words are a regular expression."""


class Matches(Struct, frozen=True, eq=False):
    """Where a query stands in a text, in text order, none empty, none overlapping.

    Two arrays, since one letter stands a million times in a long text.
    """

    starts: array[int] = field(default_factory=lambda: array("q"))
    ends: array[int] = field(default_factory=lambda: array("q"))
    problem: Problem | None = None

    def __len__(self) -> int:
        return len(self.starts)

    def __getitem__(self, number: int) -> Span:
        return Span(self.starts[number], self.ends[number])

    def meeting(self, row: Span) -> list[Span]:
        """Give the matches that share a character with a row."""
        first = bisect_right(self.ends, row.start)
        last = bisect_left(self.starts, row.end)
        return [self[number] for number in range(first, last)]

    def first_in(self, rows: Span) -> int | None:
        """Give the first match that shares a character with some rows."""
        first = bisect_right(self.ends, rows.start)
        return first if first < len(self) and self.starts[first] < rows.end else None

    def any_inside(self, start: int, end: int) -> bool:
        """Tell whether a match lies wholly between two offsets."""
        first = bisect_left(self.starts, start)
        return first < len(self) and self.ends[first] <= end

    def first_from(self, offset: int) -> int | None:
        """Give the first match that begins here or later; after the last comes the first."""
        return bisect_left(self.starts, offset) % len(self) if len(self) else None

    def step(self, current: int | None, by: int, view: Span) -> int | None:
        """Go on from a match, or from the place of the reader who has left it.

        Args:
            current: Number of the match gone to last; None if there was none.
            by: 1 for the next match, -1 for the one before.
            view: From the first to the last word that the reader sees.

        Returns:
            The match to go to; after the last comes the first. None if there is no match.
        """
        if not len(self):
            return None
        if current is None or not self[current].meets(view):
            current = bisect_left(self.starts, view.start) - (by > 0)
        return (current + by) % len(self)


def fold(words: str) -> str:
    """Write words as they would be typed, without regard to case, for lists searched whole."""
    return words.translate(_PLAIN).casefold()


def find_words(text: str, query: Query, stopped: Callable[[], bool] = lambda: False) -> Matches:
    """Find words as they are typed; the time it takes grows with the text alone.

    Args:
        text: Where to look.
        query: Its words are taken literally.
        stopped: Tells that nobody waits any more; what was found so far is returned.
    """
    matches = Matches()
    if not query.words:
        return matches
    letters = (_TYPED.get(letter) or re.escape(letter) for letter in query.words)
    pattern = re.compile("".join(letters), 0 if query.case else re.IGNORECASE)
    # Each letter of the pattern stands for one of the text, so we know how far a match reaches.
    reach = len(query.words) - 1
    at = 0
    for window in range(0, len(text), _WINDOW):
        end = min(window + _WINDOW, len(text))
        if stopped():
            break
        for match in pattern.finditer(text, max(at, window), min(end + reach, len(text))):
            at = match.end()
            matches.starts.append(match.start())
            matches.ends.append(at)
    return matches
