"""Read a word list that ships with the package, and say clearly what is wrong with it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import TypeAlias

from briefing.errors import LexiconError
from briefing.lexicons.compiled import compiled

Words: TypeAlias = Mapping[str, tuple[str, ...]]


@cache
def load_lexicon(name: str) -> Mapping[str, object]:
    """Read ``lexicons/NAME.yaml``, once.

    Returns:
        The top level of the file; what stands below a key is for its user to check.

    Raises:
        LexiconError: There is no such file, or it is no mapping, or not YAML.
    """
    path = Path(__file__).parent / f"{name}.yaml"
    try:
        content = compiled(path, read_yaml)
    except FileNotFoundError as error:
        raise LexiconError(f"{name}.yaml", "-", "there is no such word list") from error
    if not isinstance(content, dict) or not all(isinstance(key, str) for key in content):
        raise LexiconError(f"{name}.yaml", "-", "the top level must map names to words")
    return MappingProxyType(content)


def read_yaml(path: Path) -> object:
    """Parse a YAML file.

    Raises:
        LexiconError: It is not YAML.
        OSError: It can't be read.
    """
    import yaml  # takes a while, and what it gives is kept

    loader: type = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        return yaml.load(path.read_text(encoding="utf-8"), Loader=loader)
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise LexiconError(path.name, "-", f"not YAML: {error}") from error


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
