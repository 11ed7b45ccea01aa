"""Subjects: the noun phrase beside a verb, found by where it cannot go on.

No parser stands behind this: news prose puts a source right beside its verb, and what ends a
noun phrase (a verb, a conjunction, a comma that no apposition needs) is a short list.
"""

from __future__ import annotations

from typing import NamedTuple

from briefing.facts.attributions.cues import cue_verbs, cue_words, is_adverb
from briefing.facts.attributions.passages import Passage

_LONGEST = 30
"""Tokens of a noun phrase; what is longer is a clause that no rule saw."""
_APPOSITION = 30
_CLAUSE = 60
"""Tokens in which the first verb of a clause is looked for."""
_BREAKS = frozenset(";:—–-()[]|•!?") | {"--", "..", "...", "…"}
_MARKS = frozenset('"“”«»`') | {"''", "``"}
_DASHES = frozenset({"—", "–", "--", "-"})
_AMOUNTS = frozenset(("about", "around", "over", "under", "near", "between", "up"))
"""Prepositions that may stand before an amount."""
_ALONE = frozenset(("this", "these", "those", "some", "many", "most", "several", "all", "both"))
"""Determiners that can stand for a noun."""


class Phrase(NamedTuple):
    """Token indexes, both included."""

    first: int
    last: int
    kind: str
    """pronoun | noun | appositive | relative | shared (with an earlier verb)"""


def subject_before(passage: Passage, begin: int, end: int, commas: int = 3) -> Phrase | None:
    """Find the noun phrase that ends right before token ``end``.

    Args:
        passage: The block.
        begin: No phrase reaches over this token.
        end: The verb.
        commas: How many commas an apposition may hold.
    """
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
        return _with_apposition(passage, begin, last, commas) if commas else None
    if word in words.days and last > begin:
        # "The mayor on Tuesday announced", "The mayor Tuesday announced".
        before = last - (lower[last - 1] in words.prepositions)
        return subject_before(passage, begin, before, 0)
    if word == ")" or word in _DASHES:
        return _with_brackets(passage, begin, last)
    if (
        not lower[last][-1].isalnum()
        or word in words.openers
        or word in words.prepositions
        or word in words.auxiliaries
        or word in ("and", "to")
    ):
        return None
    first = _walk_left(passage, begin, last)
    if lower[first] in words.prepositions and not _is_amount(passage, first):
        # "Clinton on Sunday said": the source stands before the day.
        return subject_before(passage, begin, first, 0)
    if first == last and word in words.determiners - _ALONE:
        return None
    return Phrase(first, last, "noun")


def _is_amount(passage: Passage, at: int) -> bool:
    """Tell "about half of voters" from "about voters"."""
    if passage.tokens.lower[at] not in _AMOUNTS:
        return False
    following = passage.tokens.lower[at + 1]
    return following[0].isdigit() or following in ("half", "two", "three", "a", "one")


def _with_brackets(passage: Passage, begin: int, last: int) -> Phrase | None:
    lower = passage.tokens.lower
    opening = "(" if lower[last] == ")" else lower[last]
    opened = last - 1
    while opened > max(begin, last - _APPOSITION) and lower[opened] != opening:
        opened -= 1
    inner = subject_before(passage, begin, opened) if opened > begin else None
    return inner and Phrase(inner.first, last, inner.kind)


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
        elif _ends_phrase(passage, begin, first - 1):
            relative = _relative_before(passage, begin, first - 1)
            if relative is not None:
                first = relative
                continue
            # "He left and officials said": the verb before shows that "and" joins clauses.
            if joined >= 0 and word not in words.openers and word != ",":
                first = joined
            break
        first -= 1
    while first < last and (lower[first] in words.openings or lower[first].endswith("ly")):
        first += 1
    if first <= begin and lower[first] in words.leading:
        first = _behind_leading(passage, first, last)
    return first


def _relative_before(passage: Passage, begin: int, verb: int) -> int | None:
    """Return the "who" of "voters who watched the debate", at the verb; None for another verb."""
    lower = passage.tokens.lower
    at = verb - 1
    while at > begin and (lower[at] in cue_words().auxiliaries or is_adverb(lower[at])):
        at -= 1
    if lower[verb] == "who" and verb > begin:
        # "who work in the yard": a verb whose form does not show.
        at = verb
    relative = at > begin and lower[at] in ("who", "which", "that") and lower[at - 1].isalpha()
    return at if relative and lower[at - 1] not in cue_verbs() else None


def _ends_phrase(passage: Passage, begin: int, at: int) -> bool:
    lower = passage.tokens.lower
    words = cue_words()
    word = lower[at]
    if word in _MARKS or word in _BREAKS or word == "," or word in words.openers:
        return True
    if word in words.finite or word in words.clause_pronouns:
        return True
    if passage.tokens.written[at][0].isupper():
        return False
    if word.endswith("ed") and len(word) > 3:
        before = lower[at - 1] if at > begin else ","
        named = before in words.determiners or not before[-1].isalnum() or before == "and"
        following = lower[at + 1]
        reduced = following in words.prepositions - words.particles or following in words.days
        return not named and not reduced
    lemma = cue_verbs().get(word)
    return lemma is not None and word != lemma and word not in words.noun_forms


def _behind_leading(passage: Passage, first: int, last: int) -> int:
    """Leave out "In Ohio" of "In Ohio Mr. Lee said"."""
    written, lower = passage.tokens.written, passage.tokens.lower
    start = last
    while (
        start > first + 1
        and written[start - 1][0].isupper()
        and lower[start - 1] not in cue_words().leading
    ):
        start -= 1
    return start


def _with_apposition(passage: Passage, begin: int, comma: int, commas: int) -> Phrase | None:
    """Find "Shin, the adviser," or "Shin, who was there," before a verb."""
    lower, written = passage.tokens.lower, passage.tokens.written
    words = cue_words()
    opened = comma - 1
    stop = max(begin, comma - _APPOSITION)
    while opened > stop:
        word = lower[opened]
        if word in _MARKS or word in _BREAKS:
            return None
        if word == ",":
            before = subject_before(passage, begin, opened, commas - 1)
            if before and before.kind == "pronoun":
                # "a surgeon who taught him, Ann Lee, said": the pronoun ends a clause.
                before = Phrase(_walk_left(passage, begin, opened - 1), opened - 1, "noun")
            if before and before.kind in ("noun", "appositive", "pronoun"):
                opens = written[before.first][0].isupper() or (
                    lower[before.first] in words.determiners
                )
                clause = before.first == begin or not lower[before.first - 1].isalnum()
                clause = clause or lower[before.first - 1] in words.openers | {"and", "but"}
                if opens and clause:
                    inner = lower[opened + 1]
                    aside = inner.endswith("ing") or inner in words.moments
                    return Phrase(before.first, before.last if aside else comma, "appositive")
            commas -= 1
            if not commas:
                return None
        opened -= 1
    return None


def subject_after(passage: Passage, start: int, end: int) -> Phrase | None:
    """Find the noun phrase that begins at token ``start``, as in "said Mr. Lee, a lawyer"."""
    lower = passage.tokens.lower
    words = cue_words()
    if start >= end:
        return None
    if lower[start] in words.pronouns:
        return Phrase(start, start, "pronoun")
    if lower[start] in words.asides or lower[start] == "that":
        return None
    last = start
    stop = min(end, start + _LONGEST)
    while last < stop and not _closes_phrase(passage, last, end):
        last += 1
    last -= 1
    if last < start:
        return None
    while last > start and (lower[last] in words.prepositions or lower[last] in words.days):
        last -= 1
    closing = _apposition_after(passage, last + 1, end)
    return Phrase(start, closing, "appositive") if closing else Phrase(start, last, "noun")


def _apposition_after(passage: Passage, comma: int, end: int) -> int | None:
    """Return the last token of ", a lawyer" at a comma; None where another thing begins."""
    lower = passage.tokens.lower
    if comma + 1 >= end or lower[comma] != "," or _is_clause(passage, comma + 1):
        return None
    closing = comma + 1
    stop = min(end, comma + _APPOSITION)
    while (
        closing < stop and lower[closing] not in (",", ";") and not _is_stop(passage, closing, end)
    ):
        if lower[closing] in _MARKS or lower[closing] in _DASHES:
            break
        closing += 1
    return closing - 1 if closing > comma + 1 else None


def _is_stop(passage: Passage, at: int, end: int) -> bool:
    """Tell a full stop that ends the sentence from one of an abbreviation."""
    return passage.tokens.lower[at] == "." and (
        at + 1 >= end or len(passage.tokens.written[at - 1]) > 5
    )


def _closes_phrase(passage: Passage, at: int, end: int) -> bool:
    word = passage.tokens.lower[at]
    words = cue_words()
    if word in _MARKS or word in _DASHES or word in (",", ";", ":"):
        return True
    if _is_stop(passage, at, end):
        return True
    if word in words.openers and word not in ("who", "that", "which"):
        return True
    if word == "to" and passage.tokens.lower[at - 1].endswith("ed"):
        # "a summary handed to the committee"
        return False
    return (
        word in words.days
        or word in ("in", "on", "at", "during", "to")
        or word in words.finite - {"states"}
    )


def _is_clause(passage: Passage, at: int) -> bool:
    words = cue_words()
    word = passage.tokens.lower[at]
    return (
        word in words.openers - {"who", "which", "whose", "then"}
        or word in ("and", "in", "on", "during", "at", "with", "after")
        or word.endswith("ing")
        or word in _MARKS
        or word in words.pronouns - {"who"}
    )


def shared_subject(passage: Passage, begin: int, end: int) -> Phrase | None:
    """Find the subject of the first verb of the clause, for "and said", ", saying"."""
    lower, quoted = passage.tokens.lower, passage.quoted
    words = cue_words()
    begin = max(begin, end - _CLAUSE)
    start = begin
    if lower[begin] in words.subordinators or lower[begin] in words.leading:
        start = next((at for at in range(begin, end) if lower[at] == ","), begin)
    for at in range(start + 1, end):
        if quoted[at] >= 0 or not is_finite(passage, at):
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


def is_finite(passage: Passage, at: int) -> bool:
    """Tell whether a verb stands here that has a subject, as far as its form shows."""
    word = passage.tokens.lower[at]
    if word in cue_words().finite:
        return True
    if passage.tokens.written[at][0].isupper():
        return False
    lemma = cue_verbs().get(word)
    return (lemma is not None and lemma != word and not word.endswith("ing")) or (
        word.endswith("ed") and len(word) > 4
    )


def subject_behind(passage: Passage, comma: int, end: int) -> Phrase | None:
    """Find the subject of the clause behind a comma: "Citing a poll, the mayor said"."""
    lower = passage.tokens.lower
    first = comma + 1
    for at in range(first, min(end, comma + _LONGEST)):
        if is_finite(passage, at):
            last = at - 1
            while last > first and (
                is_adverb(lower[last]) or lower[last] in cue_words().auxiliaries
            ):
                last -= 1
            return Phrase(first, last, "shared") if last >= first else None
        if not lower[at][0].isalnum() and lower[at] not in (".", ",", "'s"):
            return None
    return None
