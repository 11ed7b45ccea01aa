"""Where the reader has been: back and forward, as in a browser."""

from __future__ import annotations

from typing import NamedTuple

_MOST = 100
"""Places in each direction."""


class Spot(NamedTuple):
    """A place in one of the documents."""

    entry: int
    offset: int
    """Of the first word in view."""


class History:
    """Places that were left by a jump. Whoever goes back and jumps from there loses the way on."""

    def __init__(self) -> None:
        self.behind: list[Spot] = []
        """The newest last."""
        self.ahead: list[Spot] = []
        """The nearest last."""

    def leave(self, spot: Spot) -> None:
        """Remember a place that the reader jumps away from."""
        self.ahead.clear()
        if not self.behind or self.behind[-1] != spot:
            self.behind.append(spot)
            del self.behind[:-_MOST]

    def back(self, here: Spot) -> Spot | None:
        """Go back from where the reader is; None where no other place was left."""
        return _step(here, self.behind, self.ahead)

    def forward(self, here: Spot) -> Spot | None:
        """Go on to where the reader went back from."""
        return _step(here, self.ahead, self.behind)


def _step(here: Spot, source: list[Spot], other: list[Spot]) -> Spot | None:
    while source:
        spot = source.pop()
        if spot != here:
            other.append(here)
            del other[:-_MOST]
            return spot
    return None


def is_far(before: Spot, now: Spot, view: int) -> bool:
    """Tell whether a step is worth a place: another document, or more than a screen away.

    Args:
        before: The first word in view before.
        now: The first word in view now.
        view: Characters that the screen shows now.
    """
    return before.entry != now.entry or abs(before.offset - now.offset) > view
