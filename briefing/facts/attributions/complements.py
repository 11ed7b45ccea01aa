"""Complements: where the words of a cue's source begin, and where they end."""

from __future__ import annotations

from typing import NamedTuple

from briefing.facts.attributions.cues import VerbGroup, cue_verbs, cue_words, is_adverb
from briefing.facts.attributions.passages import Passage

_REACH = 14
"""Tokens between a verb and "that" or a quotation: "said in a statement on Monday that"."""
_FARTHEST = 250
"""Tokens in which an end is looked for; the content of a longer sentence ends with it."""
_LIST = 9
"""Tokens behind a comma in which "and" shows that it parts a list."""
_NEXT = 12
"""Tokens behind "and" in which another source may speak."""
_MARKS = frozenset('"“”«»`‘') | {"''", "``"}
_STOPS = frozenset({";", "—", "–", "--"})
_POINTING = 3
"""Tokens before a colon in which "that" only points: "disputed that account: the ship …"."""
_FULL = frozenset(("that", "clause", "bare", "wh", "quote", "colon", "told"))
"""Frames with a whole clause, in which a comma rarely ends what is said."""


class Complement(NamedTuple):
    """What follows a cue: token indexes, half-open."""

    start: int
    end: int
    frame: str
    """that, quote, wh, to, clause, bare (a clause, as far as one sees), of, for, …, ing, np;
    "far " where words stand between."""


def find_complement(passage: Passage, opener: int, end: int, group: VerbGroup) -> Complement | None:
    """Find what follows a verb up to token ``end``; None where nothing does.

    Args:
        passage: The block.
        opener: The token that opens the verb's clause.
        end: The end of its sentence.
        group: The verb.
    """
    found = _near(passage, group, end) or _far(passage, group, end) or _direct(passage, group, end)
    if found is None:
        return None
    start, frame = found
    while start < end and passage.tokens.lower[start] in (",", ":"):
        start += 1
    last = find_end(passage, opener, start, end, frame, passage.tokens.lower[group.head])
    return Complement(start, last, frame) if last > start else None


def _near(passage: Passage, group: VerbGroup, end: int) -> tuple[int, str] | None:
    at = group.head + 1
    if at >= end:
        return None
    frame = _frame(passage, at, group)
    return (at, frame) if frame else None


def _far(passage: Passage, group: VerbGroup, end: int) -> tuple[int, str] | None:
    """Step over when, where and to whom something was said."""
    lower, quoted = passage.tokens.lower, passage.quoted
    words = cue_words()
    at = group.head + 1
    told = group.lemma in words.recipients
    if at >= end or not (told or lower[at] in words.occasions):
        return None
    for far in range(at + 1, min(end, at + _REACH)):
        if lower[far] in _STOPS or lower[far] in ("?", "!") or quoted[far] < quoted[far - 1]:
            return None
        frame = _frame(passage, far, group)
        if frame in ("that", "quote", "colon") or (told and frame in ("wh", "to")):
            return far, f"far {frame}"
        if frame == "clause" and (told or lower[far - 1] in words.days):
            return far, "far clause"
    return None


def _direct(passage: Passage, group: VerbGroup, end: int) -> tuple[int, str] | None:
    """Take what stands right behind the verb."""
    lower = passage.tokens.lower
    words = cue_words()
    at = group.head + 1
    if at >= end or (not lower[at][0].isalnum() and lower[at][0] not in "$£€@#"):
        return None
    if lower[at] in words.prepositions:
        return (at + 1, lower[at]) if at + 1 < end else None
    if lower[at] in words.subordinators or lower[at] in ("and", "or", "but"):
        return None
    if lower[at].endswith("ing"):
        return at, "ing"
    if group.lemma in words.recipients:
        return at + (lower[at] in words.object_pronouns and group.lemma == "tell"), "told"
    return at, "bare" if group.lemma in words.clausal else "np"


def _frame(passage: Passage, at: int, group: VerbGroup) -> str | None:
    """Name what begins at a token, where that shows without knowing what stands between."""
    lower, quoted = passage.tokens.lower, passage.quoted
    words = cue_words()
    word = lower[at]
    if word == "that":
        return "that"
    if word == ":":
        return "colon"
    mark = at + 1 if word == "," else at
    if mark < len(lower) and lower[mark] in _MARKS and quoted[mark] >= 0:
        return "quote" if quoted[mark] != quoted[group.head] else None
    if word in words.interrogatives:
        return "wh"
    if word == "to":
        return "to"
    listens = group.lemma in words.recipients and word in words.object_pronouns
    return "clause" if word in words.clause_pronouns and not listens else None


def find_end(
    passage: Passage, opener: int, start: int, end: int, frame: str, verb: str = ""
) -> int:
    """Return the token behind the content that begins at ``start``; ``verb`` is the cue."""
    lower, quoted = passage.tokens.lower, passage.quoted
    words = cue_words()
    embedded = lower[opener] in words.subordinators or (
        verb.endswith("ing") and lower[opener].endswith("ing")
    )
    full = frame.removeprefix("far ") in _FULL
    last = end
    for at in range(start + 1, min(end, start + _FARTHEST)):
        word = lower[at]
        if quoted[at] >= 0:
            continue
        if quoted[at - 1] >= 0 and lower[at - 2] == "," and word.endswith("ing"):
            # "that it was “a trap,” claiming": the comma stands inside the marks.
            last = at
            break
        if (
            word in _STOPS
            or (word == ":" and frame == "that" and at - start <= _POINTING)
            or (word in ("and", "but", "or") and _joins_verb(passage, at, end, verb))
            or (not full and word in words.circumstances)
            or (word == "," and (embedded or _parts(passage, at, end, full)))
        ):
            last = at
            break
    return _trim(passage, start, last)


def _joins_verb(passage: Passage, at: int, end: int, verb: str) -> bool:
    """Tell whether "and" leads on to another verb of the same source: "said … and called".

    Verbs of one source stand in one tense: "said that he leads and expects" goes on.
    """
    lower = passage.tokens.lower
    following = at + 1
    words = cue_words()
    while following < min(end, at + 4) and (
        is_adverb(lower[following]) or lower[following] in words.auxiliaries
    ):
        following += 1
    if following + 1 >= end or not _is_cue(passage, following, verb):
        return False
    # "globalization and related losses": a noun right behind it makes it an adjective.
    after = lower[following + 1]
    return (
        after in words.prepositions
        or after in words.determiners
        or after in words.clause_pronouns
        or after in words.object_pronouns
        or after in words.interrogatives
        or after in ("that", "to", ",", ":")
        or passage.quoted[following + 1] >= 0
        or passage.tokens.written[following + 1][0].isupper()
    )


def _is_cue(passage: Passage, at: int, like: str = "") -> bool:
    """Tell whether a verb that can be a cue stands here, in the tense of another."""
    word = passage.tokens.lower[at]
    lemma = cue_verbs().get(word)
    if lemma is None or lemma == word or word.endswith("ing") != like.endswith("ing"):
        return False
    return not like or word.endswith("s") == like.endswith("s")


def _parts(passage: Passage, comma: int, end: int, full: bool) -> bool:
    """Tell whether a comma ends the content."""
    lower = passage.tokens.lower
    words = cue_words()
    after = comma + 1
    if after >= end:
        return True
    word = lower[after]
    if word in ("according", "but", "while", "although", "though", "whereas"):
        return True
    if word.endswith("ing") and word in cue_verbs():
        return True
    if word == "and":
        if after + 1 < end and lower[after + 1] == "that":
            return False
        return any(_is_cue(passage, at) for at in range(after + 1, min(end, after + _NEXT)))
    if full:
        return False
    if word in words.comma_openers or word.endswith("ing"):
        return True
    return "and" not in lower[after : min(end, after + _LIST)]


def _trim(passage: Passage, start: int, last: int) -> int:
    lower, quoted = passage.tokens.lower, passage.quoted
    while last > start and quoted[last - 1] < 0 and lower[last - 1] in (",", ".", ";", ":", "and"):
        last -= 1
    return last
