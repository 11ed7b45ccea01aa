"""Themes from YAML: Textual's colours, and the inks of standings and caveats."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from textual.theme import Theme

import briefing
from briefing.errors import LexiconError
from briefing.lexicons.compiled import compiled
from briefing.lexicons.loader import read_yaml
from briefing.places import config_folder

logger = logging.getLogger(__name__)

DEFAULT_THEME = "night"
INKS = (
    "stated",
    "reported",
    "assessed",
    "alleged",
    "speculative",
    "disputed",
    "caveat",
    "source",
    "chosen",
    "chosen-text",
    "quiet",
)
_COLORS = frozenset({"primary", "secondary", "accent", "warning", "error", "success"}) | {
    "foreground",
    "background",
    "surface",
    "panel",
}
_KEYS = frozenset({"name", "dark", "ansi", "colors", "inks", "variables"})

# For Textual's own themes, which know no inks.
_DARK = ("#9aa5b1", "#6cb6ff", "#b392f0", "#ffab70", "#f2cc60", "#ff7b72", "#f2cc60", "#8ddb8c")
_LIGHT = ("#57606a", "#0550ae", "#6639ba", "#953800", "#7d4e00", "#a40e26", "#7d4e00", "#116329")
_ANSI = ("default", "blue", "magenta", "red", "yellow", "bright_red", "yellow", "green")


def themes_folder() -> Path:
    """Find the themes that ship: inside the installed package, or beside it in a checkout."""
    package = Path(briefing.__file__).parent
    inside = package / "themes"
    return inside if inside.is_dir() else package.parent / "themes"


def load_themes() -> list[Theme]:
    """Read our themes, then the reader's own; one with a mistake is logged and left out."""
    themes = []
    for folder in (themes_folder(), config_folder() / "themes"):
        for path in sorted(folder.glob("*.yaml")):
            try:
                themes.append(read_theme(path))
            except (LexiconError, OSError) as error:
                logger.warning("%s", error)
    return themes


def read_theme(path: Path) -> Theme:
    """Read one theme.

    Raises:
        LexiconError: Not YAML, a key that we don't know, or one that is missing.
        OSError: The file can't be read.
    """
    parts = compiled(path, _read_parts)
    colors, variables = parts.pop("colors"), parts.pop("variables")
    return Theme(variables=variables, **colors, **parts)


def _read_parts(path: Path) -> dict[str, Any]:
    """Check a theme, and take it apart into what Textual asks for."""
    content = read_yaml(path)
    if not isinstance(content, dict):
        raise LexiconError(path.name, "-", "must map keys to values")
    for key in content:
        if key not in _KEYS:
            raise LexiconError(
                path.name, str(key), f"unknown; known are {', '.join(sorted(_KEYS))}"
            )
    colors = _strings(path, content, "colors")
    if unknown := colors.keys() - _COLORS:
        raise LexiconError(path.name, f"colors.{min(unknown)}", "no colour of a theme")
    inks = _strings(path, content, "inks")
    if missing := [ink for ink in INKS if ink not in inks]:
        raise LexiconError(path.name, f"inks.{missing[0]}", "is missing")
    variables = {f"ink-{name}": colour for name, colour in inks.items()}
    variables |= _strings(path, content, "variables")
    if "primary" not in colors:
        raise LexiconError(path.name, "colors.primary", "is missing")
    return {
        "name": str(content.get("name", path.stem)),
        "dark": bool(content.get("dark", True)),
        "ansi": bool(content.get("ansi", False)),
        "variables": variables,
        "colors": colors,
    }


def default_inks(theme: Theme) -> dict[str, str]:
    """Choose inks for a theme that brings none, or not all of them."""
    if theme.ansi:
        colours = [f"ansi_{name}" for name in _ANSI]
        rest = {
            "chosen": "ansi_blue",
            "chosen-text": "ansi_bright_white",
            "quiet": "ansi_bright_black",
            "match": "ansi_cyan",
            "match-text": "ansi_black",
            "match-here": "ansi_bright_yellow",
            "match-here-text": "ansi_black",
        }
    elif theme.dark:
        colours, rest = (
            list(_DARK),
            {"chosen": "#3d3020", "chosen-text": "#ffe2c4", "quiet": "#8b949e"}
            | {"match": "#4a4320", "match-text": "#fff3b0"}
            | {"match-here": "#f2cc60", "match-here-text": "#10141c"},
        )
    else:
        colours, rest = (
            list(_LIGHT),
            {"chosen": "#ffe8c8", "chosen-text": "#3b2300", "quiet": "#57606a"}
            | {"match": "#ffe58a", "match-text": "#2b2000"}
            | {"match-here": "#7c3a00", "match-here-text": "#ffffff"},
        )
    inks = dict(zip(INKS, colours, strict=False)) | rest
    return {f"ink-{name}": colour for name, colour in inks.items()}


def _strings(path: Path, content: Mapping[str, object], key: str) -> dict[str, str]:
    values = content.get(key, {})
    if not isinstance(values, dict):
        raise LexiconError(path.name, key, "must map names to colours")
    return {str(name): str(value) for name, value in _checked(path, key, values)}


def _checked(path: Path, key: str, values: dict[object, object]) -> Iterator[tuple[object, str]]:
    for name, value in values.items():
        if not isinstance(value, str):
            raise LexiconError(path.name, f"{key}.{name}", "must be a quoted colour")
        yield name, value
