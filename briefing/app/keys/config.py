"""``config.yaml``, in the folder for settings: which preset of keys, and what is changed in it.

::

    keys:
      preset: vi
      bindings:
        section.next: "n, ctrl+n"

A mistake costs the line that it stands in, and is said in one sentence; the rest holds.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct

from briefing.app.keys.naming import parse_keys
from briefing.errors import LexiconError, describe
from briefing.lexicons.compiled import compiled
from briefing.lexicons.loader import read_yaml
from briefing.places import config_folder

FILE = "config.yaml"
PRESETS = ("default", "vi", "emacs")
_LARGEST = 64 * 1024
"""Bytes; a file that names every key twice is a tenth of it."""
_LONGEST = 60
"""Characters of a word of the file that a sentence repeats."""


class Config(Struct, frozen=True, kw_only=True):
    """What the file asks for, as far as it makes sense by itself."""

    preset: str = PRESETS[0]
    bindings: Mapping[str, tuple[str, ...]] = {}
    """Keys by the id of a binding; whether there is such a binding, the file can't know."""
    problems: tuple[str, ...] = ()


def config_file() -> Path:
    """Where the settings lie; the file need not exist."""
    return config_folder() / FILE


def load_config() -> Config:
    """Read the settings; without a file everything is as it comes."""
    path = config_file()
    try:
        size = path.stat().st_size
        if not path.is_file():
            raise IsADirectoryError
        if size > _LARGEST:
            return _nothing(f"The file is larger than {_LARGEST >> 10} kB.")
        preset, bindings, problems = compiled(path, _read)
    except FileNotFoundError:
        return Config()
    except OSError as error:
        return _nothing(describe(error))
    except LexiconError:
        return _nothing("It is not valid YAML.")
    except RecursionError:
        return _nothing("It is nested too deeply.")
    keys = {name: tuple(held) for name, held in bindings.items()}
    return Config(preset=preset, bindings=keys, problems=tuple(problems))


def problem(key: str, reason: str) -> str:
    """Say what is wrong, and where."""
    return f"{FILE}: {key[:_LONGEST]}: {reason}"


def _nothing(reason: str) -> Config:
    return Config(problems=(f"{FILE}: {reason} It is left out.",))


def _read(path: Path) -> tuple[str, dict[str, list[str]], list[str]]:
    """Take out of the file what we know; plain lists, so that they can be kept as JSON."""
    problems: list[str] = []
    content = read_yaml(path)
    keys = _mapping(_mapping(content, "-", ("keys",), problems).get("keys"), "keys", None, problems)
    for name in keys.keys() - {"preset", "bindings"}:
        problems.append(problem(f"keys.{name}", "is unknown; known are preset and bindings."))
    preset = keys.get("preset", PRESETS[0])
    if preset not in PRESETS:
        problems.append(problem("keys.preset", f"must be one of {', '.join(PRESETS)}."))
        preset = PRESETS[0]
    bindings: dict[str, list[str]] = {}
    for name, words in _mapping(keys.get("bindings"), "keys.bindings", None, problems).items():
        key = f"keys.bindings.{name}"
        if not isinstance(words, str):
            problems.append(problem(key, 'must be keys in quotes, as in "n, ctrl+n".'))
            continue
        try:
            bindings[name] = list(parse_keys(words))
        except ValueError as error:
            problems.append(problem(key, f"{error}."))
    return str(preset), bindings, problems


def _mapping(
    value: object, key: str, known: tuple[str, ...] | None, problems: list[str]
) -> dict[str, object]:
    """Check that something maps names, and which ones; nothing at all maps none."""
    if value is None:
        return {}
    if not isinstance(value, dict) or not all(isinstance(name, str) for name in value):
        problems.append(problem(key, "must map names to values."))
        return {}
    for name in value:
        if known is not None and name not in known:
            problems.append(problem(name, f"is unknown; known are {', '.join(known)}."))
    return value
