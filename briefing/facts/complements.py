"""Complements: where the words of a cue's source begin, and where they end."""

from __future__ import annotations

from typing import NamedTuple

from briefing.facts.cues import VerbGroup, cue_verbs, cue_words
from briefing.facts.passages import Passage

_REACH = 14
"""Tokens between a verb and "that" or a quotation: "said in a statement on Monday that"."""
_MARKS = frozenset('"“”«»`‘') | {"''", "``"}
_DASHES = frozenset({"—", "–", "--"})


class Complement(NamedTuple):
    """What follows a cue: token indexes, half-open."""

    start: int
    end: int
    frame: str
    """that, quote, wh, to, clause, of, for, …, ing, np; "far " where words stand between."""


def find_complement(passage: Passage, begin: int, end: int, group: VerbGroup) -> Complement | None:
    """Find what follows a verb up to token ``end``; None where nothing does."""
    found = _begin(passage, group, end)
    if found is None:
        return None
    start, frame = found
    while start < end and passage.tokens.lower[start] in (",", ":"):
        start += 1
    last = find_end(passage, begin, start, end, frame)
    return Complement(start, last, frame) if last > start else None


def _begin(passage: Passage, group: VerbGroup, end: int) -> tuple[int, str] | None:
    lower = passage.tokens.lower
    words = cue_words()
    at = group.head + 1
    if at >= end:
        return None
    near = _frame(passage, at, group)
    if near is not None:
        return at, near
    if lower[at] in words.occasions or group.lemma in words.recipients:
        for far in range(at + 1, min(end, at + _REACH)):
            if lower[far] in (";", ".", "?", "!") or lower[far] in _DASHES:
                break
            if passage.quoted[far - 1] >= 0 and passage.quoted[far] < 0:
                break
            frame = _frame(passage, far, group)
            if frame in ("that", "quote", "colon") or (
                group.lemma in words.recipients
                and (frame in ("wh", "to") or (frame == "clause" and lower[far] != "it"))
            ):
                return far, f"far {frame}"
            if frame == "clause" and lower[far - 1] in words.days:
                return far, "far clause"
    if lower[at] == "," or not lower[at][0].isalnum():
        return None
    if lower[at] in words.prepositions:
        return (at + 1, lower[at]) if at + 1 < end else None
    if lower[at] in words.subordinators or lower[at] in ("and", "or", "but"):
        return None
    if lower[at].endswith("ing"):
        return at, "ing"
    if group.lemma in words.recipients and lower[at] in words.object_pronouns:
        return at + 1, "told"
    return at, "np"


def _frame(passage: Passage, at: int, group: VerbGroup) -> str | None:
    """Name what begins at a token, where that shows without knowing what stands between."""
    lower = passage.tokens.lower
    words = cue_words()
    word = lower[at]
    if word == "that":
        return "that"
    if word == ":":
        return "colon"
    following = at + 1 if word == "," else at
    if following < len(lower) and lower[following] in _MARKS and passage.quoted[following] >= 0:
        if passage.quoted[following] != passage.quoted[group.head]:
            return "quote"
    if word in words.interrogatives:
        return "wh"
    if word == "to":
        return "to"
    if word in words.clause_pronouns and not (
        group.lemma in words.recipients and word in words.object_pronouns
    ):
        return "clause"
    return None


def find_end(passage: Passage, begin: int, start: int, end: int, frame: str) -> int:
    """Return the token behind the content that begins at ``start``."""
    lower, quoted = passage.tokens.lower, passage.quoted
    words = cue_words()
    embedded = _is_embedded(passage, begin)
    last = end
    for at in range(start + 1, end):
        if quoted[at] >= 0:
            continue
        word = lower[at]
        if word == ";" or word in _DASHES:
            last = at
            break
        if word != ",":
            continue
        if embedded or _parts(passage, at, end, frame):
            last = at
            break
    return _trim(passage, start, last)


def _is_embedded(passage: Passage, begin: int) -> bool:
    """Tell whether the clause that begins here ends at its comma: "While he said C, …"."""
    return passage.tokens.lower[begin] in cue_words().subordinators


def _parts(passage: Passage, comma: int, end: int, frame: str) -> bool:
    """Tell whether a comma ends the content."""
    lower = passage.tokens.lower
    after = comma + 1
    if after >= end:
        return True
    word = lower[after]
    if word == "according":
        return True
    if word.endswith("ing") and word in cue_verbs():
        return True
    if word in ("but", "while", "although", "though", "whereas"):
        return True
    # ", officials said" and ", he said" close what another source says.
    return False


def _trim(passage: Passage, start: int, last: int) -> int:
    lower, quoted = passage.tokens.lower, passage.quoted
    while last > start and quoted[last - 1] < 0 and lower[last - 1] in (",", ".", ";", ":", "and"):
        last -= 1
    return last
