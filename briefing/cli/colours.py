"""How many colours the terminal has, by what its variables say."""

from __future__ import annotations

from collections.abc import Mapping

NONE, SIXTEEN, MANY = 0, 16, 256


def count_colours(environment: Mapping[str, str]) -> int:
    """Tell how many colours can be shown: none, 16, or at least 256.

    Source: https://no-color.org, terminfo's ``colors``, and for the rest what Rich goes by.
    """
    if environment.get("NO_COLOR"):
        return NONE
    if environment.get("TEXTUAL_COLOR_SYSTEM", "auto") != "auto":
        return MANY
    if environment.get("COLORTERM", "").strip().lower() in {"truecolor", "24bit"}:
        return MANY
    terminal = environment.get("TERM", "").strip().lower()
    if terminal.rpartition("-")[2] in {"kitty", "256color"}:
        return MANY
    return NONE if _is_monochrome(terminal) else SIXTEEN


def _is_monochrome(terminal: str) -> bool:
    """Ask terminfo; a terminal that it does not know is taken for one with colours."""
    import curses  # most terminals say it by their name

    try:
        curses.setupterm(terminal or "dumb", 1)
    except curses.error:
        return False
    return curses.tigetnum("colors") <= 0
