"""The inks of a card, shared by the list of facts and the strip with the one in view."""

from __future__ import annotations

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip
from textual.widget import Widget

from briefing.app.layout.cards import Line
from briefing.model import Fact
from briefing.words import STANDINGS

CARD_COMPONENTS = {
    "card--claim",
    "card--chosen",
    "card--chosen-claim",
    "card--source",
    "card--caveat",
    "card--quiet",
    *(f"card--{standing}" for standing in STANDINGS),
}
_BAR = "▌"

CARD_CSS = """
    FactList, FactStrip {
        & > .card--claim { color: $foreground; }
        & > .card--chosen { background: $panel; }
        & > .card--chosen-claim { color: $foreground; text-style: bold; }
        & > .card--source { color: $ink-source; }
        & > .card--caveat { color: $ink-caveat; text-style: italic; }
        & > .card--quiet { color: $ink-quiet; }
        & > .card--stated { color: $ink-stated; text-style: bold; }
        & > .card--reported { color: $ink-reported; text-style: bold; }
        & > .card--assessed { color: $ink-assessed; text-style: bold; }
        & > .card--alleged { color: $ink-alleged; text-style: bold; }
        & > .card--speculative { color: $ink-speculative; text-style: bold; }
        & > .card--disputed { color: $ink-disputed; text-style: bold; }
    }
"""


def card_strip(widget: Widget, fact: Fact, line: Line | None, width: int, *, chosen: bool) -> Strip:
    """Draw a line of a card behind the bar in its standing's ink; None is the gap below it."""
    if line is None:
        return Strip([])

    def ink(name: str) -> Style:
        return widget.get_component_rich_style(f"card--{name}", partial=True)

    pieces = [Segment(_BAR, ink(fact.standing)), Segment(" ")]
    names = {"standing": fact.standing, "claim": "chosen-claim" if chosen else "claim"}
    pieces += [Segment(words, ink(names.get(name, name))) for words, name in line]
    strip = Strip(pieces)
    base = widget.rich_style
    if chosen:
        base += widget.get_component_rich_style("card--chosen", partial=True)
    return strip.apply_style(base).extend_cell_length(width, base)
