"""Draw a line of an entry behind a bar, as the lists of the facts pane and the strip do."""

from __future__ import annotations

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from briefing.app.inks import Inks
from briefing.app.layout.cards import Inked, Line
from briefing.model import Fact

BAR = "▌"


def card_strip(
    fact: Fact, line: Line | None, inks: Inks, base: Style, width: int, *, chosen: bool
) -> Strip:
    """Draw a line of a card behind the bar in its standing's ink.

    Args:
        fact: Whose card it is.
        line: Pieces of the line; None is the gap below the card.
        inks: Of the theme.
        base: Style of the widget, below everything else.
        width: Cells that the card fills.
        chosen: Whether it stands out from the others.
    """
    names = {
        "standing": f"{fact.standing}-name",
        "claim": "chosen-claim" if chosen else "claim",
    }
    named = None if line is None else tuple(Inked(w, names.get(ink, ink)) for w, ink in line)
    return bar_strip(Inked(BAR, fact.standing), named, inks, base, width, chosen=chosen)


def bar_strip(
    bar: Inked, line: Line | None, inks: Inks, base: Style, width: int, *, chosen: bool
) -> Strip:
    """Draw a line behind a bar; the rest as for ``card_strip``."""
    if line is None:
        return Strip([])
    pieces = [Segment(words, inks[ink]) for words, ink in (bar, *line)]
    pieces.insert(1, Segment(" "))
    if chosen:
        base += inks["chosen-card"]
    return Strip(pieces).apply_style(base).extend_cell_length(width, base)
