"""How the reader looks on a terminal without colours, or for whoever wants none.

Meaning never hangs on colour alone, but grounds do: the row with the cursor, the words of the
chosen fact, a match. Without colours such a ground is turned over (reverse video), which every
terminal has had for forty years.
"""

from __future__ import annotations

from functools import lru_cache

from rich.color import Color as RichColor
from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.filter import LineFilter

_DEFAULT = Style(color=RichColor.default(), bgcolor=RichColor.default())


class WithoutColours(LineFilter):
    """Leaves bold, italics and underlines, and turns every ground over that stands out.

    It counts on a theme whose own ground is the terminal's.
    """

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """Take the colours out of a line."""
        return [
            Segment(text, None if style is None else _without_colours(style), control)
            for text, style, control in segments
        ]


@lru_cache(1024)
def _without_colours(style: Style) -> Style:
    ground = style.bgcolor
    if ground is not None and not ground.is_default:
        style += Style(reverse=not style.reverse)
    return style + _DEFAULT
