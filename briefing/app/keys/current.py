"""The keys that hold now: defaults, a preset over them, and over that what config.yaml says."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from briefing.app.keys.catalogue import (
    PANES,
    READER,
    declared,
    declared_by,
    default_keys,
    keys_of,
)
from briefing.app.keys.config import PRESETS, Config, problem
from briefing.app.keys.naming import parse_keys, show_key
from briefing.lexicons.compiled import compiled
from briefing.lexicons.loader import read_yaml

if TYPE_CHECKING:  # only a changed key has others to go around
    from briefing.app.keys.keymap import Keymap


class Keys:
    """Which key does what, and the name of the preset it comes from."""

    def __init__(self, config: Config | None = None) -> None:
        """Take what the file asks for as it is; ``check`` looks whether it can be."""
        config = config or Config()
        self.preset = config.preset
        self.problems: list[str] = list(config.problems)
        """What is wrong with the file, as far as it is known."""
        self._preset = load_preset(config.preset) if config.preset != PRESETS[0] else {}
        self._bindings = dict(config.bindings)
        self._defaults: Keymap = {}

    def of(self, binding_id: str) -> tuple[str, ...]:
        """Give the keys of an action, as Textual names them; none for an unknown id."""
        for keys in (self._bindings, self._preset, self._defaults):
            if binding_id in keys:
                return keys[binding_id]
        self._defaults = default_keys(loaded=True)
        if binding_id not in self._defaults:
            self._defaults = default_keys()
        return self._defaults.get(binding_id, ())

    def keymap(self) -> dict[str, str]:
        """Give what Textual must be told of the classes that are there by now."""
        changed = {**self._preset, **self._bindings}
        if not changed:
            return {}
        from briefing.app.keys.keymap import complete

        owners = [
            {b.id: keys_of(b) for b in declared_by(name, loaded=True) if b.id is not None}
            for name in dict.fromkeys(name for pane in PANES for name in pane.classes)
        ]
        told = complete({**default_keys(loaded=True), **changed}, changed, owners)
        return {name: ",".join(keys) for name, keys in told.items()}

    def check(self) -> None:
        """Leave out what can't be, line by line, and say why in ``problems``.

        It imports every screen, which takes a while: only they know their keys.
        """
        from briefing.app.keys.keymap import clash

        base = {**default_keys(), **self._preset}
        for name in [name for name in self._bindings if name not in base]:
            self._leave_out(name, "there is no such binding; the help names all.")
        chains = tuple(_chains()) if self._bindings else ()
        for name in tuple(self._bindings):
            keymap = {**base, **self._bindings}
            clashes = (clash(base, keymap, chain, name) for chain in chains if name in chain)
            if found := next(filter(None, clashes), None):
                key, other = found
                self._leave_out(name, f"{show_key(key)} is the key of {other}.")

    def _leave_out(self, name: str, why: str) -> None:
        self.problems.append(problem(f"keys.bindings.{name}", why))
        del self._bindings[name]


def load_preset(name: str) -> dict[str, tuple[str, ...]]:
    """Read the keys that a preset changes."""
    content = compiled(Path(__file__).parent / f"{name}.yaml", read_yaml)
    return {binding: parse_keys(words) for binding, words in dict(content).items()}  # type: ignore[call-overload]


def _chains() -> Iterator[tuple[str, ...]]:
    """Give, for each pane, the ids of all bindings that can be pressed there."""
    for pane in PANES:
        inner = [*declared(pane), *(declared(READER) if pane.below else ())]
        yield tuple(dict.fromkeys(b.id for b in inner if b.id is not None))
