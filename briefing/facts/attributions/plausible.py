"""Sources that can be none: a clause, an adverbial, a word that stands for nobody.

The rules find a source by where it stands. What they cut wrong shows in its words: a verb with
a subject of its own, a preposition at its head, a quantity of nothing.
"""

from __future__ import annotations

import re
from functools import cache

from briefing.facts.attributions.cues import cue_words
from briefing.facts.attributions.drafts import Draft
from briefing.facts.attributions.source_kinds import source_words
from briefing.lexicons import load_words
from briefing.spans import Span

_WORD = re.compile(r"[^\W_]+(?:[.&'’/-][^\W_]+)*|[,;:(]")
_MOST = 30
"""Words of a source that are looked at."""
_NEITHER = re.compile(r"\b(?:neither|nor)\s+(?:the\s+|an?\s+)?$", re.IGNORECASE)
# "the guards I interviewed": the words are what a clause without "whom" ends in.
_CONTACT = re.compile(r"\b(?:I|we|he|she|they)\s$", re.IGNORECASE)
_LAST_NAME = re.compile(r"(?<=[a-z]\s)[A-Z][\w’'-]*\.?(?:\s[A-Z][\w’'-]*\.?){0,3}$")
_NAME = 80
"""Characters at the end of a clause in which a name is looked for."""
_BEFORE = 16
"""Characters before a source in which it may be negated."""


def mend_source(text: str, draft: Draft) -> Draft | None:
    """Return a finding with a source that can be one; None where its source names nobody.

    A finding without a source needs none. Of a clause that ends in a name, the name is left:
    "The clerk seized on Lund" of "The clerk seized on Lund's claim that".
    """
    if not draft.source:
        return draft
    source = draft.source[0]
    words = _WORD.findall(source.of(text))[:_MOST]
    lower = [word.lower().replace("’", "'") for word in words]
    before = text[max(0, source.start - _BEFORE) : source.start]
    if not words or lower[0] in _lists().adverbial or _is_nobody(lower, draft):
        return None
    if _NEITHER.search(before) or _is_mute(words, lower, draft):
        return None
    if not _is_clause(words, lower) or _CONTACT.search(before):
        return draft
    name = _LAST_NAME.search(source.of(text)[-_NAME:])
    if name is None:
        return None
    return draft._replace(source=(Span(source.end - len(name[0]), source.end),))


class _Lists:
    """Word lists of ``cues.yaml`` and ``clauses.yaml``, as sets."""

    def __init__(self) -> None:
        words = load_words("cues")
        self.adverbial = frozenset(words["no_source_openers"])
        self.nobody = frozenset(words["nobody"])
        self.showing = frozenset(words["showing"])
        self.telling = frozenset(words["telling_things"])
        self.pasts = frozenset(load_words("clauses")["pasts"]) - frozenset(words["noun_pasts"])


@cache
def _lists() -> _Lists:
    return _Lists()


def _is_nobody(lower: list[str], draft: Draft) -> bool:
    word = lower[0]
    if word in ("nobody", "none", "neither", "nor") or lower[:2] == ["no", "one"]:
        return True
    if len(lower) > 1:
        return False
    if word in _lists().nobody:
        return True
    # "Unconfirmed reports that": an adjective before a noun that looks like a verb.
    return word.endswith("ed") and len(word) > 4 and draft.word.endswith("s")


def _is_mute(words: list[str], lower: list[str], draft: Draft) -> bool:
    """Tell whether a thing shows something without words: "The affair shows how", "Rain alone".

    A name can speak, so can people, and so can a poll, a letter or a photograph.
    """
    if draft.lemma not in _lists().showing or draft.subject not in ("noun", "appositive", "shared"):
        return False
    if len(words) == 1 or any(not word[0].islower() for word in words[1:]):
        return False
    tails = cue_words().prepositions | cue_words().openers | {","}
    end = next((at for at, word in enumerate(lower) if at and word in tails), len(lower))
    return lower[end - 1] not in _lists().telling | source_words().people


def _is_clause(words: list[str], lower: list[str]) -> bool:
    """Tell whether a verb with its own subject stands in the words: "the result lay in a box".

    What stands behind "who", or behind a comma, says more about a source.
    """
    lists = cue_words()
    for at, word in enumerate(lower):
        if word in lists.relatives or word in lists.openers or word in (",", "(", ";", ":"):
            return False
        if at and word in lists.determiners and _ends_noun(lower[at - 1]):
            # "figures the company gave to the board": a clause that "which" would open.
            return False
        following = lower[at + 1] if at + 1 < len(lower) else ""
        if not words[at].islower():
            continue
        if word in _lists().pasts or (word in lists.finite and word not in lists.noun_forms):
            if at == 0 or lower[at - 1] not in lists.determiners:
                return True
        elif word.endswith("ed") and len(word) > 4:
            if at == 0 and following in lists.determiners | {""}:
                return True
            if (
                at
                and all(w[0].isupper() for w in words[:at])
                and following in lists.prepositions - {"by"}
            ):
                return True
    return False


def _ends_noun(word: str) -> bool:
    lists = cue_words()
    return word not in lists.prepositions | lists.determiners | {"and", "or"}
