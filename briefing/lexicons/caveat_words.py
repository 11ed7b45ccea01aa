"""The word lists of the caveats, ``caveats/KIND.yaml``, as frozen types.

Keys of a file:

- ``explanation``: what the trigger means, one plain sentence of ours;
- ``triggers``: patterns (see ``patterns``) whose words show the caveat;
- ``unless``: patterns whose words show no caveat of the kind, though a trigger stands in them;
- ``document``: triggers that are reservations on everything the document says;
- ``terms``: words that fix a likelihood, as in ICD 203;
- ``holds``, ``fails``: sentences that show the kind, and that do not; the tests run them. In
  those that hold, the words shown stand between ``<`` and ``>``.

``caveats/classes.yaml`` names the classes of words that patterns may use.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import get_args

from briefing.errors import LexiconError
from briefing.lexicons.loader import check_list, load_lexicon, load_words
from briefing.lexicons.patterns import Pattern, PatternError, read_pattern
from briefing.model import CaveatKind, Likelihood

_LISTS = ("triggers", "unless", "document", "holds", "fails")
_NEEDED = ("explanation", "holds", "fails")


@dataclass(frozen=True, slots=True, kw_only=True)
class CaveatWords:
    """What a kind of caveat is called by."""

    kind: CaveatKind
    explanation: str
    triggers: tuple[Pattern, ...]
    unless: tuple[Pattern, ...]
    document: tuple[Pattern, ...]
    terms: Mapping[str, Likelihood]
    """Triggers, in lower case, and the likelihood that they fix."""
    holds: tuple[str, ...]
    fails: tuple[str, ...]


@cache
def load_caveats() -> Mapping[CaveatKind, CaveatWords]:
    """Read the word lists of all kinds, once.

    Raises:
        LexiconError: A file or key is missing, unknown or no list of quoted words, or a
            pattern cannot be read.
    """
    classes = load_words("caveats/classes")
    kinds: tuple[CaveatKind, ...] = get_args(CaveatKind)
    return MappingProxyType({kind: _read_kind(kind, classes) for kind in kinds})


def _read_kind(kind: CaveatKind, classes: Mapping[str, tuple[str, ...]]) -> CaveatWords:
    name = f"caveats/{kind}"
    entry = load_lexicon(name)
    for key in (*_NEEDED, *entry):
        if key not in entry:
            raise LexiconError(f"{name}.yaml", key, "is missing")
        if key not in (*_LISTS, "explanation", "terms"):
            raise LexiconError(f"{name}.yaml", key, "is unknown")
    explanation = entry["explanation"]
    if not isinstance(explanation, str):
        raise LexiconError(f"{name}.yaml", "explanation", "must be one quoted sentence")
    lists = {key: check_list(name, key, entry.get(key, [])) for key in _LISTS}
    return CaveatWords(
        kind=kind,
        explanation=explanation,
        triggers=_read_patterns(name, "triggers", lists["triggers"], classes),
        unless=_read_patterns(name, "unless", lists["unless"], classes),
        document=_read_patterns(name, "document", lists["document"], classes),
        terms=_read_terms(name, entry.get("terms", [])),
        holds=lists["holds"],
        fails=lists["fails"],
    )


def _read_patterns(
    name: str, key: str, patterns: tuple[str, ...], classes: Mapping[str, tuple[str, ...]]
) -> tuple[Pattern, ...]:
    try:
        return tuple(read_pattern(pattern, classes) for pattern in patterns)
    except PatternError as error:
        raise LexiconError(f"{name}.yaml", key, str(error)) from error


def _read_terms(name: str, rows: object) -> Mapping[str, Likelihood]:
    terms: dict[str, Likelihood] = {}
    for row in rows if isinstance(rows, list) else [rows]:
        match row:
            case {"term": str(term), "low": int(low), "high": int(high), "words": list(words)}:
                likelihood = Likelihood(term=term, low=low, high=high)
                terms.update((str(word), likelihood) for word in words)
            case _:
                raise LexiconError(f"{name}.yaml", "terms", "need term, low, high and words")
    return MappingProxyType(terms)
