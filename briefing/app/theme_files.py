"""Read a theme from YAML, and say in one sentence what is wrong with it.

Textual puts a theme's values into its stylesheets as they stand: one that it can't read there
would end the program, so everything is checked before it is told of the theme.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from textual.color import Color, ColorParseError
from textual.theme import Theme

from briefing.errors import LexiconError
from briefing.gate import CONTROLS
from briefing.lexicons.compiled import compiled
from briefing.lexicons.settings import read_settings

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
"""What briefing itself colours; a theme must have them all."""
_SPARE_INKS = ("heading", "code", "match", "match-text", "match-here", "match-here-text")
_COLORS = (
    "primary",
    "secondary",
    "accent",
    "warning",
    "error",
    "success",
    "foreground",
    "background",
    "surface",
    "panel",
)
_KEYS = ("name", "dark", "ansi", "colors", "inks", "variables")
_LONGEST_NAME = 40
_LONGEST_WORD = 40
"""Characters of a word of the file that a sentence repeats."""
_TEXT_STYLES = frozenset({"none", "bold", "italic", "underline", "reverse", "dim", "strike", "not"})
_SHARE = re.compile(r" +[0-9]{1,3}%$")
"""How much of a colour is seen: ``#81a1c1 35%``."""


def read_theme(path: Path) -> Theme:
    """Read one theme.

    Raises:
        LexiconError: The file can't be read or is not YAML; a key that we don't know, or one
            that is missing; a value that is no colour.
    """
    try:
        parts = compiled(path, _read_parts)
    except OSError:
        parts = _read_parts(path)  # which says why
    colors, variables = parts.pop("colors"), parts.pop("variables")
    return Theme(variables=variables, **colors, **parts)


def _read_parts(path: Path) -> dict[str, Any]:
    """Check a theme, and take it apart into what Textual asks for."""
    try:
        return _parts(path.stem, read_settings(path))
    except _MistakeError as error:
        raise LexiconError(path.name, error.key, error.reason) from error


class _MistakeError(Exception):
    """One key of a theme that is wrong."""

    def __init__(self, key: str, reason: str) -> None:
        super().__init__(key, reason)
        self.key = key[:_LONGEST_WORD]
        self.reason = reason


def _parts(stem: str, content: object) -> dict[str, Any]:
    top = _mapping("-", content)
    _check_known("", top, _KEYS)
    colors = _values("colors", top, _COLORS, _check_colour)
    inks = _values("inks", top, (*INKS, *_SPARE_INKS), _check_colour)
    variables = _values("variables", top, _textual_variables(), _check_variable)
    for key in ("colors.primary", *(f"inks.{ink}" for ink in INKS)):
        part, _, name = key.partition(".")
        if name not in {"colors": colors, "inks": inks}[part]:
            raise _MistakeError(key, "is missing")
    return {
        "name": _name(top.get("name", stem)),
        "dark": _flag("dark", top.get("dark", True)),
        "ansi": _flag("ansi", top.get("ansi", False)),
        "variables": {f"ink-{name}": colour for name, colour in inks.items()} | variables,
        "colors": colors,
    }


def _values(
    part: str,
    top: Mapping[str, object],
    known: Collection[str],
    check: Callable[[str, str], None],
) -> dict[str, str]:
    """Take the names and values below a key.

    Args:
        part: The key.
        top: The file.
        known: Names that may stand there.
        check: Takes a name, with its key, and the value; raises what is wrong with it.
    """
    held = _mapping(part, top.get(part, {}))
    _check_known(f"{part}.", held, known)
    return dict(_checked(part, held, check))


def _checked(
    part: str, held: Mapping[str, object], check: Callable[[str, str], None]
) -> Iterator[tuple[str, str]]:
    for name, value in held.items():
        key = f"{part}.{name}"
        if not isinstance(value, str):
            raise _MistakeError(key, "must stand in quotation marks")
        check(key, value)
        yield name, value


def _mapping(key: str, value: object) -> Mapping[str, object]:
    if not isinstance(value, dict) or not all(isinstance(name, str) for name in value):
        raise _MistakeError(key, "must map names to values")
    return value


def _check_known(before: str, held: Mapping[str, object], known: Collection[str]) -> None:
    for name in held:
        if name not in known:
            few = f"; known are {', '.join(known)}" if len(known) <= len(_COLORS) else ""
            raise _MistakeError(f"{before}{name}", f"is unknown{few}")


def _check_colour(key: str, value: str) -> None:
    try:
        Color.parse(value)
        if CONTROLS.search(value):
            raise ColorParseError("a line break at the end is let through")
    except ColorParseError:
        raise _MistakeError(key, f"“{value[:_LONGEST_WORD]}” is no colour") from None


def _check_variable(key: str, value: str) -> None:
    if not key.endswith("-style"):
        _check_colour(key, _SHARE.sub("", value))
    elif not value.split() or not _TEXT_STYLES.issuperset(value.split()):
        known = ", ".join(sorted(_TEXT_STYLES))
        raise _MistakeError(key, f"“{value[:_LONGEST_WORD]}” is no style; known are {known}")


def _name(value: object) -> str:
    if not isinstance(value, str):
        raise _MistakeError("name", "must stand in quotation marks")
    name = value.strip()
    if not name or len(name) > _LONGEST_NAME or CONTROLS.search(name):
        raise _MistakeError("name", f"must be 1 to {_LONGEST_NAME} characters that can be seen")
    return name


def _flag(key: str, value: object) -> bool:
    if not isinstance(value, bool):
        raise _MistakeError(key, "must be true or false")
    return value


@cache
def _textual_variables() -> frozenset[str]:
    """Name the variables of Textual's stylesheets that a theme may set."""
    return frozenset(Theme(name="", primary="#000000").to_color_system().generate())
