"""How well letters can be read on a ground, and letters that can.

Source: WCAG 2.2, relative luminance and contrast ratio.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import TypeAlias

RGB: TypeAlias = tuple[int, int, int]
"""Red, green and blue, 0 to 255 each."""

READABLE = 4.5
"""The least contrast of letters with their ground (1.4.3)."""
_STEPS = 20


def contrast(one: RGB, other: RGB) -> float:
    """Give the contrast of two colours, 1 to 21."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def make_readable(ink: RGB, grounds: Collection[RGB], *, dark: bool) -> RGB:
    """Lighten an ink for dark grounds, or darken it for light ones, only as far as needed.

    Args:
        ink: The colour of letters.
        grounds: What they stand on, now here, now there.
        dark: Whether the grounds are dark.

    Returns:
        The ink; white or black where nothing between can be read on every ground.
    """
    end = 255 if dark else 0
    for step in range(_STEPS + 1):
        part = step / _STEPS
        red, green, blue = (round(channel + (end - channel) * part) for channel in ink)
        if all(contrast((red, green, blue), ground) >= READABLE for ground in grounds):
            break
    return red, green, blue


def _luminance(colour: RGB) -> float:
    red, green, blue = (
        channel / 255 / 12.92
        if channel / 255 <= 0.04045
        else ((channel / 255 + 0.055) / 1.055) ** 2.4
        for channel in colour
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
