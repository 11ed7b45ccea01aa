"""Read a word list that ships with the package, and say clearly what is wrong with it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import resources
from types import MappingProxyType
from typing import TypeAlias

import yaml

from briefing.errors import LexiconError

Words: TypeAlias = Mapping[str, tuple[str, ...]]
_Loader: type = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@cache
def load_lexicon(name: str) -> Mapping[str, object]:
    """Read ``lexicons/NAME.yaml``, once.

    Returns:
        The top level of the file; what stands below a key is for its user to check.

    Raises:
        LexiconError: There is no such file, or it is no mapping, or not YAML.
    """
    file = f"{name}.yaml"
    try:
        text = resources.files(__package__).joinpath(file).read_text(encoding="utf-8")
        content = yaml.load(text, Loader=_Loader)
    except FileNotFoundError as error:
        raise LexiconError(file, "-", "there is no such word list") from error
    except yaml.YAMLError as error:
        raise LexiconError(file, "-", f"not YAML: {error}") from error
    if not isinstance(content, dict) or not all(isinstance(key, str) for key in content):
        raise LexiconError(file, "-", "the top level must map names to words")
    return MappingProxyType(content)


@cache
def load_words(name: str) -> Words:
    """Read a lexicon whose every key holds a list of words.

    Raises:
        LexiconError: As ``load_lexicon``, or a key holds something else: a bare ``no`` or
            ``on`` is a boolean in YAML, so every word is quoted.
    """
    lists = load_lexicon(name).items()
    return MappingProxyType({key: check_list(name, key, words) for key, words in lists})


def check_list(name: str, key: str, words: object) -> tuple[str, ...]:
    """Return what stands below a key, if it is a list of words.

    Raises:
        LexiconError: It is something else.
    """
    if not isinstance(words, list) or not all(isinstance(word, str) for word in words):
        raise LexiconError(f"{name}.yaml", key, "must be a list of quoted words")
    return tuple(words)
