"""Where a place of a text is, after the text was written anew."""

from __future__ import annotations

_PROBE = 80
"""Characters by which a place is known again."""
_LEAST = 20
"""Characters that must be left of them; fewer stand in many places."""


def find_again(offset: int, before: str, after: str) -> int:
    """Find an offset of a text in what has become of it.

    The words that stood there are looked for, first as many as tell one place from others,
    then fewer; of several places the nearest counts. Where none is left, the place is as far
    from the beginning as before.
    """
    if not after:
        return 0
    offset = max(0, min(offset, len(before)))
    if before[:offset] == after[:offset]:
        return min(offset, len(after) - 1)
    # What was written in front of the place moved it; what was written behind it did not.
    expected = {offset, offset + len(after) - len(before)}
    probe = before[offset : offset + _PROBE]
    while len(probe) >= _LEAST:
        found = [at for near in expected if (at := _nearest(probe, after, near)) is not None]
        if found:
            return min(found, key=lambda at: min(abs(at - near) for near in expected))
        probe = probe[: len(probe) // 2]
    return min(offset, len(after) - 1)


def _nearest(words: str, text: str, near: int) -> int | None:
    ahead = text.find(words, max(0, near))
    behind = text.rfind(words, 0, max(0, near) + len(words))
    found = [at for at in (ahead, behind) if at >= 0]
    return min(found, key=lambda at: abs(at - near)) if found else None
