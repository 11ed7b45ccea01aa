"""What keys are called: in a file, in Textual, and on the screen."""

from __future__ import annotations

from functools import lru_cache

from textual.keys import Keys as TextualKeys
from textual.keys import format_key

_MODIFIERS = frozenset({"ctrl", "alt", "shift", "super", "hyper", "meta"})
# Events of the mouse and of the terminal, which Textual also calls keys.
_KNOWN = frozenset(key.value for key in TextualKeys if not key.value.startswith("<"))
_MOST = 10
"""Keys for one action."""
_LONGEST = 40
"""Characters of a key's name."""
_SHOWN = {
    "escape": "Esc",
    "tab": "Tab",
    "home": "Home",
    "end": "End",
    "pageup": "PgUp",
    "pagedown": "PgDn",
    "insert": "Ins",
    "delete": "Del",
    "backspace": "⌫",
    "enter": "⏎",
    "space": "space",
    "@": "space",
}


def parse_keys(words: str) -> tuple[str, ...]:
    """Read keys as somebody writes them: ``"n, ctrl+n, ?"``.

    Returns:
        Textual's names, in order, each once.

    Raises:
        ValueError: A key that Textual does not know, too many, or none; says which.
    """
    names = [name.strip() for name in words.split(",")]
    if not all(names):
        raise ValueError("name at least one key, and part keys with a comma")
    if len(names) > _MOST:
        raise ValueError(f"has more than {_MOST} keys")
    return tuple(dict.fromkeys(map(_parse_key, names)))


def _parse_key(name: str) -> str:
    *modifiers, key = name.split("+") if name != "+" else ["+"]
    unknown = [modifier for modifier in modifiers if modifier not in _MODIFIERS]
    if len(name) > _LONGEST or unknown or not key:
        raise ValueError(f"there is no key “{name[:_LONGEST]}”")
    if name in _KNOWN:
        return name
    if len(key) == 1 and key.isprintable():
        key = _name_of(key)
    # A name of a character, as "question_mark", is written as that character.
    elif key not in _KNOWN and (len(key) == 1 or len(format_key(key)) != 1):
        key = ""
    if key:
        return "+".join([*modifiers, key])
    raise ValueError(f"there is no key “{name}”")


def _name_of(character: str) -> str:
    """Ask Textual: "?" is "question_mark", "a" stays."""
    from textual.binding import Binding

    [binding] = Binding.make_bindings([Binding(character, "")])
    return binding.key


@lru_cache(512)
def show_key(key: str) -> str:
    """Write a key for people: "question_mark" is "?", "ctrl+pagedown" is "ctrl+PgDn"."""
    *modifiers, base = key.split("+")
    return "+".join([*modifiers, _SHOWN.get(base) or format_key(base)])


def show_keys(keys: tuple[str, ...]) -> str:
    """Write all keys of an action, those first that were named first."""
    return " ".join(dict.fromkeys(map(show_key, keys)))
