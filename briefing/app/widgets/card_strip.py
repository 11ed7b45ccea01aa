"""Draw a line of a card: shared by the list of facts and the strip with the one in view."""

from __future__ import annotations

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from briefing.app.inks import Inks
from briefing.app.layout.cards import Line
from briefing.model import Fact

_BAR = "▌"


def card_strip(
    fact: Fact, line: Line | None, inks: Inks, base: Style, width: int, *, chosen: bool
) -> Strip:
    """Draw a line behind the bar in its standing's ink.

    Args:
        fact: Whose card it is.
        line: Pieces of the line; None is the gap below the card.
        inks: Of the theme.
        base: Style of the widget, below everything else.
        width: Cells that the card fills.
        chosen: Whether it stands out from the others.
    """
    if line is None:
        return Strip([])
    names = {
        "standing": f"{fact.standing}-name",
        "claim": "chosen-claim" if chosen else "claim",
    }
    pieces = [Segment(_BAR, inks[fact.standing]), Segment(" ")]
    pieces += [Segment(words, inks[names.get(name, name)]) for words, name in line]
    if chosen:
        base += inks["chosen-card"]
    return Strip(pieces).apply_style(base).extend_cell_length(width, base)
