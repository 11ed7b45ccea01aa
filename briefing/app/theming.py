"""Themes from YAML: Textual's colours, and the inks of standings and caveats."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from textual.color import Color
from textual.theme import BUILTIN_THEMES, Theme

import briefing
from briefing.app.layout.contrast import RGB, make_readable
from briefing.app.theme_files import INKS, read_theme
from briefing.errors import LexiconError
from briefing.places import config_folder

DEFAULT_THEME = "night"
TERMINAL_THEME = "terminal"
"""Uses the terminal's own sixteen colours, on its own ground."""

# For Textual's own themes, which know no inks.
_DARK = ("#9aa5b1", "#6cb6ff", "#b392f0", "#ffab70", "#f2cc60", "#ff7b72", "#f2cc60", "#8ddb8c")
_LIGHT = ("#57606a", "#0550ae", "#6639ba", "#953800", "#7d4e00", "#a40e26", "#7d4e00", "#116329")
_DARK_TINTS = {
    "chosen": "#3d3020",
    "chosen-text": "#ffe2c4",
    "match": "#4a4320",
    "match-text": "#fff3b0",
    "match-here": "#f2cc60",
    "match-here-text": "#10141c",
}
_LIGHT_TINTS = {
    "chosen": "#ffe8c8",
    "chosen-text": "#3b2300",
    "match": "#ffe58a",
    "match-text": "#2b2000",
    "match-here": "#7c3a00",
    "match-here-text": "#ffffff",
}
_ANSI = ("default", "blue", "magenta", "red", "yellow", "bright_red", "yellow", "green")


def themes_folder() -> Path:
    """Find the themes that ship: inside the installed package, or beside it in a checkout."""
    package = Path(briefing.__file__).parent
    inside = package / "themes"
    return inside if inside.is_dir() else package.parent / "themes"


class Loaded(NamedTuple):
    """The themes that could be read, and what is wrong with the others."""

    themes: tuple[Theme, ...]
    """Ours, then the reader's own."""
    problems: tuple[str, ...]
    """A sentence each."""


def own_themes_folder() -> Path:
    """Find the reader's own themes. It need not exist."""
    return config_folder() / "themes"


def load_themes() -> Loaded:
    """Read our themes, then the reader's own; one with a mistake is told and left out."""
    themes: dict[str, Theme] = {}
    problems = []
    for folder in (themes_folder(), own_themes_folder()):
        for path in sorted(folder.glob("*.yaml")):
            try:
                theme = read_theme(path)
                if theme.name in themes or theme.name in BUILTIN_THEMES:
                    raise LexiconError(path.name, "name", "is the name of another theme")
                themes[theme.name] = theme
            except LexiconError as error:
                problems.append(f"{error}.")
    return Loaded(tuple(themes.values()), tuple(problems))


def default_inks(theme: Theme) -> dict[str, str]:
    """Choose inks for a theme that brings none, or not all of them.

    Headings and code are drawn in the theme's own colours, which are meant for buttons and
    frames: in some of Textual's themes they can't be read on the page unless they are changed.
    """
    inks = _ansi_inks(theme) if theme.ansi else _rgb_inks(theme)
    return {f"ink-{name}": colour for name, colour in inks.items()}


def _ansi_inks(theme: Theme) -> dict[str, str]:
    return {
        **{name: f"ansi_{colour}" for name, colour in zip(INKS, _ANSI, strict=False)},
        "chosen": "ansi_blue",
        "chosen-text": "ansi_bright_white",
        "quiet": "ansi_bright_black",
        "match": "ansi_cyan",
        "match-text": "ansi_black",
        "match-here": "ansi_bright_yellow",
        "match-here-text": "ansi_black",
        "heading": theme.accent or theme.primary,
        "code": theme.secondary or theme.primary,
    }


def _rgb_inks(theme: Theme) -> dict[str, str]:
    own = {name.removeprefix("ink-") for name in theme.variables}
    colours = dict(zip(INKS, _DARK if theme.dark else _LIGHT, strict=False))
    colours |= {
        "quiet": "#8b949e" if theme.dark else "#57606a",
        "heading": theme.accent or theme.primary,
        "code": theme.secondary or theme.primary,
    }
    grounds = [_rgb(colour) for colour in _grounds(theme)]
    inks = {
        name: _hex(make_readable(_rgb(colour), grounds, dark=theme.dark))
        for name, colour in colours.items()
        if name not in own
    }
    return inks | (_DARK_TINTS if theme.dark else _LIGHT_TINTS)


def _grounds(theme: Theme) -> tuple[str, ...]:
    """Give what words stand on; Textual derives what a theme leaves out."""
    given = (theme.background, theme.surface, theme.panel)
    if all(given):
        return tuple(filter(None, given))
    derived = theme.to_color_system().generate()
    return derived["background"], derived["surface"], derived["panel"]


def _rgb(colour: str) -> RGB:
    return Color.parse(colour).rgb


def _hex(colour: RGB) -> str:
    return Color(*colour).hex
