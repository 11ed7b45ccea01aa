"""How wide the panes are: what is usual, what is kept, and how far a border can be moved."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal, TypeAlias

Breakpoint: TypeAlias = Literal["narrow", "medium", "wide"]
Side: TypeAlias = Literal["outline", "facts"]

STEP = 2
"""Cells that a border moves at once."""
USUAL: Mapping[str, int] = MappingProxyType(
    {
        "outline.wide": 34,
        "facts.wide": 52,
        "facts.medium": 46,
        "outline.drawer": 40,
        "facts.drawer": 58,
    }
)
_LEAST: Mapping[Side, int] = MappingProxyType({"outline": 20, "facts": 30})
_BODY = 36
"""Cells that the body keeps: half a line that is good to read."""


def slot(side: Side, breakpoint_: Breakpoint) -> str:
    """Name the width that a pane has at a breakpoint; all drawers of a pane have the same."""
    drawer = breakpoint_ == "narrow" or (side == "outline" and breakpoint_ == "medium")
    return f"{side}.drawer" if drawer else f"{side}.{breakpoint_}"


def fitting(
    side: Side, breakpoint_: Breakpoint, kept: Mapping[str, int], columns: int, *, beside: bool
) -> int:
    """Give the width of a pane: what is kept, or usual, as far as the terminal has room.

    Args:
        side: Which pane.
        breakpoint_: How the panes are laid out.
        kept: Widths that were chosen, by slot.
        columns: Of the terminal.
        beside: Whether the pane at the other side stands beside the body as well.
    """
    name = slot(side, breakpoint_)
    wanted = kept.get(name, USUAL[name])
    if name.endswith(".drawer"):
        most = columns * 9 // 10
    else:
        other: Side = "facts" if side == "outline" else "outline"
        taken = _width(other, breakpoint_, kept) if beside else 0
        most = columns - taken - _BODY
    return max(min(wanted, most), min(_LEAST[side], columns))


def moved(
    side: Side,
    breakpoint_: Breakpoint,
    kept: Mapping[str, int],
    columns: int,
    direction: int,
    *,
    beside: bool,
) -> dict[str, int]:
    """Move the border of a pane to the left (-1) or to the right (1).

    Returns:
        All widths that are kept from now on.
    """
    now = fitting(side, breakpoint_, kept, columns, beside=beside)
    grown = now + STEP * (direction if side == "outline" else -direction)
    name = slot(side, breakpoint_)
    wanted = {**kept, name: grown}
    return {**kept, name: fitting(side, breakpoint_, wanted, columns, beside=beside)}


def _width(side: Side, breakpoint_: Breakpoint, kept: Mapping[str, int]) -> int:
    name = slot(side, breakpoint_)
    return kept.get(name, USUAL[name])
