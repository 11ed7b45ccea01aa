"""The inks of the reader, as styles of the terminal.

They come from the theme's variables and not from component classes: each of those is matched
against every stylesheet whenever a widget is restyled, and forty of them doubled the time to
the first screen.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from rich.color import Color as RichColor
from rich.style import Style
from textual.color import Color

from briefing.words import STANDINGS


class _Ink(NamedTuple):
    color: str | None = None
    background: str | None = None
    bold: bool = False
    italic: bool = False
    underline: bool = False


_INKS: Mapping[str, _Ink] = MappingProxyType(
    {
        "heading": _Ink("ink-heading", bold=True),
        "quote": _Ink("foreground", italic=True),
        "code": _Ink("ink-code"),
        "trigger": _Ink("ink-caveat", italic=True),
        "chosen": _Ink("ink-chosen-text", "ink-chosen", bold=True),
        "match": _Ink("ink-match-text", "ink-match", underline=True),
        # The chosen words are bold too: without colours the line below tells the two apart.
        "match-here": _Ink("ink-match-here-text", "ink-match-here", bold=True, underline=True),
        "changed": _Ink("foreground", bold=True, underline=True),
        "ruler": _Ink(background="panel"),
        "ruler-mark": _Ink("ink-quiet", "panel", bold=True),
        "claim": _Ink("foreground"),
        "chosen-claim": _Ink("foreground", bold=True),
        "chosen-card": _Ink(background="panel"),
        "source": _Ink("ink-source"),
        "caveat": _Ink("ink-caveat", italic=True),
        "quiet": _Ink("ink-quiet"),
        "problem": _Ink("ink-disputed"),
        **{standing: _Ink(f"ink-{standing}") for standing in STANDINGS},
        **{f"{standing}-name": _Ink(f"ink-{standing}", bold=True) for standing in STANDINGS},
    }
)


class Inks:
    """The inks of one theme; each is looked up once."""

    def __init__(self, variables: Mapping[str, str]) -> None:
        self._variables = variables
        self._styles: dict[str, Style] = {}

    def __getitem__(self, name: str) -> Style:
        if name not in self._styles:
            ink = _INKS[name]
            self._styles[name] = Style(
                color=self._color(ink.color),
                bgcolor=self._color(ink.background),
                bold=ink.bold or None,
                italic=ink.italic or None,
                underline=ink.underline or None,
            )
        return self._styles[name]

    def _color(self, variable: str | None) -> RichColor | None:
        if variable is None:
            return None
        color = Color.parse(self._variables[variable])
        # Textual's grounds are transparent where a theme keeps to the terminal's own: drawn as
        # a colour, that would be black, and the terminal's letters may be black as well.
        return color.rich_color if color.a else None
