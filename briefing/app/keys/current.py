"""The keys that hold now: defaults, a preset over them, and over that what config.yaml says."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from briefing.app.keys.catalogue import (
    PANES,
    READER,
    declared,
    declared_by,
    default_keys,
    keys_of,
)
from briefing.app.keys.config import PRESETS, Config, problem
from briefing.app.keys.keymap import Keymap, clash, complete
from briefing.app.keys.naming import parse_keys, show_key
from briefing.lexicons.compiled import compiled
from briefing.lexicons.loader import read_yaml


class Keys:
    """Which key does what, and the name of the preset it comes from."""

    def __init__(self, config: Config | None = None) -> None:
        """Work out the keys; what is wrong with them stands in ``problems``."""
        config = config or Config()
        self.preset = config.preset
        self.problems: list[str] = list(config.problems)
        self._changed: dict[str, tuple[str, ...]] = {}
        if config.preset != PRESETS[0]:
            self._changed.update(load_preset(config.preset))
        self._defaults: Mapping[str, tuple[str, ...]] = {}
        self._take(config.bindings)

    def of(self, binding_id: str) -> tuple[str, ...]:
        """Give the keys of an action, as Textual names them; none for an unknown id."""
        if binding_id in self._changed:
            return self._changed[binding_id]
        if binding_id not in self._defaults:
            self._defaults = default_keys(loaded=True)
        if binding_id not in self._defaults:
            self._defaults = default_keys()
        return self._defaults.get(binding_id, ())

    def shown(self, binding_id: str) -> str:
        """Give the first key of an action as people write it."""
        return next(map(show_key, self.of(binding_id)), "")

    def keymap(self) -> dict[str, str]:
        """Give what Textual must be told."""
        if not self._changed:
            return {}
        owners = [
            {b.id: keys_of(b) for b in declared_by(name, loaded=False) if b.id is not None}
            for name in dict.fromkeys(name for pane in PANES for name in pane.classes)
        ]
        told = complete(self._whole(), self._changed, owners)
        return {name: ",".join(keys) for name, keys in told.items()}

    def _whole(self) -> Keymap:
        return {**default_keys(), **self._changed}

    def _take(self, bindings: Keymap) -> None:
        """Change keys one by one, so that a mistake costs one line of the file."""
        if not bindings:
            return
        base = self._whole()
        wanted = {name: keys for name, keys in bindings.items() if self._known(name, base)}
        self._changed.update(wanted)
        for name in wanted:
            if found := self._clash(base, name):
                key, other = found
                self.problems.append(
                    problem(f"keys.bindings.{name}", f"{show_key(key)} is the key of {other}.")
                )
                del self._changed[name]

    def _known(self, name: str, base: Keymap) -> bool:
        if name in base:
            return True
        where = "there is no such binding; the help names all."
        self.problems.append(problem(f"keys.bindings.{name}", where))
        return False

    def _clash(self, base: Keymap, name: str) -> tuple[str, str] | None:
        keymap = self._whole()
        clashes = (clash(base, keymap, chain, name) for chain in _chains() if name in chain)
        return next((found for found in clashes if found), None)


def load_preset(name: str) -> dict[str, tuple[str, ...]]:
    """Read the keys that a preset changes."""
    content = compiled(Path(__file__).parent / f"{name}.yaml", read_yaml)
    return {binding: parse_keys(words) for binding, words in dict(content).items()}  # type: ignore[call-overload]


def _chains() -> Iterator[tuple[str, ...]]:
    """Give, for each pane, the ids of all bindings that can be pressed there."""
    for pane in PANES:
        inner = [*declared(pane), *(declared(READER) if pane.below else ())]
        yield tuple(dict.fromkeys(b.id for b in inner if b.id is not None))
