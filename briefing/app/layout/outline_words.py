"""The words of a row of the outline, fitted into its width."""

from __future__ import annotations

from typing import TypeAlias

from rich.cells import cell_len

from briefing.app.layout.fitting import cut, fit
from briefing.app.layout.outline import detail
from briefing.app.layout.outline_rows import Row, View

Piece: TypeAlias = tuple[str, str]
"""Words and the name of their ink; no name for the row's own."""

_UNREAD, _FOLDED, _UNFOLDED, _PROBLEM = "• ", "▸ ", "▾ ", "✕ "
_SAID_BEFORE = "said before: "
_INDENT = "  "
_NAME = 12
"""Cells that a name keeps where a date or a publisher stands beside it."""


def row_words(view: View, row: Row, width: int) -> list[Piece]:
    """Write a row: what it is at the left, the number of its facts at the right.

    Args:
        view: What the row belongs to.
        row: Of the document itself, or of a section below it.
        width: Cells that the row fills.
    """
    return _document(view, row.entry, width) if row.at is None else _section(view, row, width)


def _document(view: View, number: int, width: int) -> list[Piece]:
    entry = view.entries[number]
    name_ink = "current" if number == view.current else ""
    sign, sign_ink = (_UNFOLDED if number in view.unfolded else _FOLDED), name_ink
    if number in view.read and number != view.current:
        sign_ink = name_ink = "quiet"
    elif number not in view.read and number not in view.unfolded:
        sign, sign_ink = _UNREAD, "unread"
    if entry.problem is not None:
        sign, sign_ink, name_ink = _PROBLEM, "problem", "problem"
    count = _count(entry.summary.facts if entry.summary is not None else None)
    room = width - cell_len(sign) - cell_len(count)
    beside = detail(entry, view.sort)
    if beside:
        beside = cut(beside, room - min(cell_len(entry.name), _NAME) - 1).rstrip()
        room -= cell_len(beside) + 1
    pieces = [(sign, sign_ink), (fit(entry.name, room), name_ink)]
    return [*pieces, (f" {beside}" if beside else "", "quiet"), (count, "quiet")]


def _section(view: View, row: Row, width: int) -> list[Piece]:
    held = view.sections[row.entry][row.at or 0]
    if held.run:
        many = "" if held.run == 1 else f"{held.run} "
        return [(fit(f"{_INDENT}⋯ {many}{_SAID_BEFORE}{held.title}", width), "quiet")]
    analysed = view.entries[row.entry].summary is not None
    count = _count(held.facts if analysed else None)
    title = fit(_INDENT * (held.indent + 1) + held.title, width - cell_len(count))
    return [(title, ""), (count, "quiet")]


def _count(facts: int | None) -> str:
    return " " if facts is None else f"  {facts}"
