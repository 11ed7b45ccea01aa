"""Word lists that say what each word is worth."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from briefing.errors import LexiconError
from briefing.lexicons.loader import check_list, load_lexicon


@cache
def load_values(name: str, key: str) -> Mapping[str, float]:
    """Read one key of a lexicon that maps words to numbers.

    Raises:
        LexiconError: There is no such key, or it holds something else.
    """
    values = load_lexicon(name).get(key)
    if not isinstance(values, dict):
        raise LexiconError(f"{name}.yaml", key, "must map words to numbers")
    if not all(isinstance(w, str) and isinstance(v, int | float) for w, v in values.items()):
        raise LexiconError(f"{name}.yaml", key, "must map quoted words to numbers")
    return MappingProxyType(dict(values))


@cache
def load_names(name: str, key: str) -> Mapping[str, str]:
    """Read one key of a lexicon that maps names to the ways of writing them.

    Returns:
        Each way of writing, in the list's capitals, and the name that it stands for.

    Raises:
        LexiconError: There is no such key, it holds something else, or two names share a
            way of writing.
    """
    groups = load_lexicon(name).get(key)
    if not isinstance(groups, dict):
        raise LexiconError(f"{name}.yaml", key, "must map names to lists of quoted words")
    names: dict[str, str] = {}
    for group, ways in groups.items():
        for way in check_list(name, f"{key}.{group}", ways):
            if names.setdefault(way, group) != group:
                raise LexiconError(f"{name}.yaml", f"{key}.{group}", f"{way!r} stands twice")
    return MappingProxyType(names)


@cache
def load_list(name: str, key: str) -> tuple[str, ...]:
    """Read one key of a lexicon that holds a list of words.

    Raises:
        LexiconError: There is no such key, or it holds something else.
    """
    return check_list(name, key, load_lexicon(name).get(key))
