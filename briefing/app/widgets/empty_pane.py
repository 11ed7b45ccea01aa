"""The frame of a pane that has nothing in it yet."""

from __future__ import annotations

from textual.containers import Container
from textual.geometry import Region
from textual.strip import Strip


class EmptyPane(Container):
    """Draws one of its lines and repeats it: all are the same but the first and the last."""

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw the frame."""
        strips: list[Strip] = []
        between: Strip | None = None
        last = self.outer_size.height - 1
        for y in range(crop.y, crop.bottom):
            strip = between
            if strip is None or y in (0, last):
                [strip] = super().render_lines(Region(crop.x, y, crop.width, 1))
                if 0 < y < last:
                    between = strip
            strips.append(strip)
        return strips
