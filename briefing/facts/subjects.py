"""Subjects: the noun phrase beside a verb, found by where it cannot go on.

No parser stands behind this: news prose puts a source right beside its verb, and what ends a
noun phrase (a verb, a conjunction, a comma that no apposition needs) is a short list.
"""

from __future__ import annotations

from typing import NamedTuple

from briefing.facts.cues import cue_verbs, cue_words, is_adverb
from briefing.facts.passages import Passage

_LONGEST = 30
"""Tokens of a noun phrase; what is longer is a clause that no rule saw."""
_APPOSITION = 25
_BREAKS = frozenset(";:—–()[]|•!?") | {"--", "..", "...", "…"}
_MARKS = frozenset('"“”«»`') | {"''", "``"}


class Phrase(NamedTuple):
    """Token indexes, both included."""

    first: int
    last: int
    kind: str
    """pronoun | noun | appositive | relative | shared (with an earlier verb)"""


def subject_before(passage: Passage, begin: int, end: int) -> Phrase | None:
    """Find the noun phrase that ends right before token ``end``."""
    last = end - 1
    if last < begin:
        return None
    lower = passage.tokens.lower
    words = cue_words()
    word = lower[last]
    if word in words.relatives:
        return Phrase(last, last, "relative")
    if word in words.pronouns:
        return Phrase(last, last, "pronoun")
    if word == ",":
        return _with_apposition(passage, begin, last)
    if word == ")":
        opened = last
        while opened > max(begin, last - _APPOSITION) and lower[opened] != "(":
            opened -= 1
        inner = subject_before(passage, begin, opened) if opened > begin else None
        return inner and Phrase(inner.first, last, inner.kind)
    if not lower[last][-1].isalnum() or word in words.openers or word in words.prepositions:
        return None
    if word in words.auxiliaries or word in ("and", "to"):
        return None
    first = _walk_left(passage, begin, last)
    return Phrase(first, last, "noun") if first <= last else None


def _walk_left(passage: Passage, begin: int, last: int) -> int:
    """Return where a noun phrase begins that ends with ``last``."""
    lower = passage.tokens.lower
    words = cue_words()
    first = last
    joined = -1
    stop = max(begin, last - _LONGEST)
    while first > stop:
        word = lower[first - 1]
        if word == "and":
            joined = first
        elif _ends_phrase(passage, first - 1):
            # "He left and officials said": the verb before shows that "and" joins clauses.
            if joined >= 0 and lower[first - 1] not in words.openers and lower[first - 1] != ",":
                first = joined
            break
        first -= 1
    while first < last and (lower[first] in ("and", "also") or is_adverb(lower[first])):
        first += 1
    if first <= begin and lower[first] in words.leading:
        first = _behind_leading(passage, first, last)
    return first


def _ends_phrase(passage: Passage, at: int) -> bool:
    lower = passage.tokens.lower
    words = cue_words()
    word = lower[at]
    if word in _MARKS or word in _BREAKS or word == "," or word in words.openers:
        return True
    if word in words.finite:
        return True
    if word in words.clause_pronouns:
        return True
    lemma = cue_verbs().get(word)
    if lemma and word != lemma and not passage.tokens.written[at][0].isupper():
        following = lower[at + 1]
        return not (word.endswith("ed") and following in words.prepositions)
    return False


def _behind_leading(passage: Passage, first: int, last: int) -> int:
    """Leave out "In Ohio" of "In Ohio Mr. Lee said"."""
    written, lower = passage.tokens.written, passage.tokens.lower
    start = last
    while (
        start > first + 1
        and written[start - 1][0].isupper()
        and lower[start - 1] not in (cue_words().leading)
    ):
        start -= 1
    return start


def _with_apposition(passage: Passage, begin: int, comma: int) -> Phrase | None:
    """Find "Shin, the adviser," or "Shin, who was there," before a verb."""
    lower = passage.tokens.lower
    opened = comma - 1
    stop = max(begin, comma - _APPOSITION)
    while opened > stop and lower[opened] != ",":
        if lower[opened] in _MARKS or lower[opened] in _BREAKS:
            return None
        opened -= 1
    if opened <= stop:
        return None
    before = subject_before(passage, begin, opened)
    if before is None or before.kind == "relative":
        return None
    return Phrase(before.first, comma, "appositive")


def subject_after(passage: Passage, start: int, end: int) -> Phrase | None:
    """Find the noun phrase that begins at token ``start``, as in "said Mr. Lee, a lawyer"."""
    lower = passage.tokens.lower
    words = cue_words()
    if start >= end:
        return None
    if lower[start] in words.pronouns:
        return Phrase(start, start, "pronoun")
    last = start
    stop = min(end, start + _LONGEST)
    while last < stop and not _closes_phrase(passage, last):
        last += 1
    last -= 1
    if last < start:
        return None
    while last > start and (lower[last] in words.prepositions or lower[last] in words.days):
        last -= 1
    after = last + 1
    if after + 1 < end and lower[after] == "," and not _is_clause(passage, after + 1):
        closing = after + 1
        while closing < min(end, after + _APPOSITION) and lower[closing] not in (",", ".", ";"):
            if lower[closing] in _MARKS or lower[closing] in ("--", "—", "–"):
                break
            closing += 1
        if closing > after + 1:
            return Phrase(start, closing - 1, "appositive")
    return Phrase(start, last, "noun")


def _closes_phrase(passage: Passage, at: int) -> bool:
    lower = passage.tokens.lower
    word = lower[at]
    words = cue_words()
    if word in _MARKS or word in (",", ";", ":", "—", "–", "--", "-"):
        return True
    if word == ".":
        return at + 1 == len(lower) or len(passage.tokens.written[at - 1]) > 5
    if word in words.openers and word not in ("who", "that", "which"):
        return True
    return word in words.days or word in ("in", "on", "at", "during", "to")


def _is_clause(passage: Passage, at: int) -> bool:
    words = cue_words()
    word = passage.tokens.lower[at]
    return (
        word in words.openers - {"who", "which", "whose"}
        or word in ("and", "in", "on", "during", "at", "with", "after")
        or word.endswith("ing")
        or word in _MARKS
        or word in words.pronouns - {"who"}
    )


def shared_subject(passage: Passage, begin: int, end: int) -> Phrase | None:
    """Find the subject of the first verb of the clause, for "and said", ", saying"."""
    lower = passage.tokens.lower
    words = cue_words()
    for at in range(begin + 1, end):
        if passage.quoted[at] >= 0:
            continue
        verb = lower[at] in words.finite or (
            lower[at] in cue_verbs()
            and cue_verbs()[lower[at]] != lower[at]
            and not lower[at].endswith("ing")
        )
        if not verb:
            continue
        first = at
        while first > begin and (
            lower[first - 1] in words.auxiliaries or is_adverb(lower[first - 1])
        ):
            first -= 1
        found = subject_before(passage, begin, first)
        if found and found.kind != "relative":
            return found._replace(kind="shared")
    return None
