"""The arithmetic of keys: what clashes, and what Textual must be told so that it replaces right."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations
from typing import TypeAlias

Keymap: TypeAlias = Mapping[str, tuple[str, ...]]
"""Keys by the id of their binding."""


def sharing(keymap: Keymap, ids: Iterable[str]) -> Iterator[tuple[str, str, str]]:
    """Give every key that two bindings have, with both ids in their order."""
    for one, other in combinations(ids, 2):
        for key in keymap.get(one, ()):
            if key in keymap.get(other, ()):
                yield key, one, other


def clash(
    base: Keymap, keymap: Keymap, chain: Iterable[str], wanted: str
) -> tuple[str, str] | None:
    """Find out whether a binding takes a key from another one.

    Bindings that share a key in ``base`` may: ``n`` is the next match while a search is on,
    else the next section.

    Args:
        base: Keys before.
        keymap: Keys after.
        chain: Ids of all bindings that can be pressed in one place.
        wanted: The id that has other keys now.

    Returns:
        The key, and the id of whose it is; None where nothing is wrong.
    """
    chain = tuple(chain)
    before = {frozenset(ids) for _, *ids in sharing(base, chain)}
    for key, one, other in sharing(keymap, chain):
        if wanted in (one, other) and frozenset((one, other)) not in before:
            return key, other if one == wanted else one
    return None


def complete(keymap: Keymap, changed: Iterable[str], owners: Iterable[Keymap]) -> Keymap:
    """Add to the changed bindings those that Textual would lose.

    It takes every binding off a key that one of them has had or gets, so whoever shares such a
    key must be put back: named with the keys that it has anyway.

    Args:
        keymap: All keys as they shall be.
        changed: Ids whose keys are not those that their class declares.
        owners: For each class, its bindings with the keys that it declares.
    """
    told = set(changed)
    for declared in owners:
        while True:
            keys = {key for name in told & declared.keys() for key in keymap[name]}
            keys |= {key for name in told & declared.keys() for key in declared[name]}
            lost = {name for name, held in declared.items() if keys & set(held)} - told
            if not lost:
                break
            told |= lost
    return {name: keymap[name] for name in sorted(told)}
