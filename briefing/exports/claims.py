"""How a claim can be shown: alone or inside its sentence, whose it is, which day it means."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cache
from typing import NamedTuple

from briefing.lexicons import load_words
from briefing.model import Caveat, Document, Fact
from briefing.words import ARTICLE, NOBODY

_FIRST_WORD = re.compile(r"\W*([\w’']+)")
_LAST_WORD = re.compile(r"([\w’']+)\W*$")
_STRONG_BREAK = re.compile(r"[,:;—–…(“\"]\s*$")
_NEAR = 40


class Said(NamedTuple):
    """Who says a claim."""

    words: str
    """As the text has them, or a fixed word of ours."""
    speaker: str | None = None
    """Whom they stand for, where they are a pronoun or a short form."""


def who_says(document: Document, fact: Fact) -> Said:
    """Name the source of a claim."""
    if fact.attribution is None:
        return Said(ARTICLE)
    attribution = document.attributions[fact.attribution]
    if not attribution.source:
        cue = {word for span in attribution.cue for word in span.of(document.text).lower().split()}
        # "It appears to be over" is the article's own inference; "It is thought to be" is not.
        return Said(ARTICLE if cue & set(load_words("claims")["evidentials"]) else NOBODY)
    words = " … ".join(span.of(document.text) for span in attribution.source)
    speaker = attribution.speaker
    return Said(words, speaker if speaker != words else None)


def day_meant(document: Document, caveat: Caveat) -> str | None:
    """Tell which day, month or year a relative date means, in ISO 8601; None if nothing does.

    The words that show the caveat may be more or fewer than the date's: "Monday evening",
    the "March" in "the end of March".
    """
    dates = document.dates
    at = bisect_right(dates, caveat.span.start, key=lambda date: date.span.end)
    if caveat.kind != "relative_date" or at == len(dates):
        return None
    return dates[at].value if dates[at].resolved and dates[at].span.meets(caveat.span) else None


def stands_alone(document: Document, fact: Fact) -> bool:
    """Tell whether a claim can be read without its sentence.

    It can where the sentence or a clause of its own begins, and with no verb, preposition
    or conjunction.
    """
    first = fact.claim[0]
    before = document.text[max(fact.span.start, first.start - _NEAR) : first.start]
    if not before.strip(" \t\n\"“‘'(["):
        return True
    word = _FIRST_WORD.match(document.text, first.start)
    if word is None or word[1].lower() in _dependent():
        return False
    if _STRONG_BREAK.search(before) or _follows_cue(document, fact):
        return True
    last = _LAST_WORD.search(before)
    return last is not None and last[1].lower() in load_words("claims")["openers"]


def _follows_cue(document: Document, fact: Fact) -> bool:
    """Tell whether only "said", or "said that", stands right before a claim."""
    if fact.attribution is None:
        return False
    start = fact.claim[0].start
    cues = document.attributions[fact.attribution].cue
    text = document.text
    for cue in cues:
        between = text[cue.end : start].strip() if cue.end <= start else None
        if between == "that":
            return True
        if between == "":
            takes_object = load_words("claims")["object_cues"]
            return not any(word in takes_object for word in cue.of(text).lower().split())
    return False


@cache
def _dependent() -> frozenset[str]:
    words = load_words("claims")
    return frozenset((*words["verbs"], *words["prepositions"], *words["conjunctions"]))
