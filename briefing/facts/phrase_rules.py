"""Rules without a verb: according to S; S's claim that C; S: “C”."""

from __future__ import annotations

from briefing.facts.cues import VerbGroup
from briefing.facts.drafts import Draft, draft_of
from briefing.facts.passages import Passage
from briefing.facts.subjects import Phrase
from briefing.facts.surroundings import said_around

_LONGEST = 40
_STOPS = frozenset({",", ";", "—", "–", "--"})


def find_according(passage: Passage, sentence: int, at: int) -> Draft | None:
    """Find according to S, C; C, according to S; C1, according to S, C2."""
    begin, end = passage.sentences[sentence]
    lower = passage.tokens.lower
    if at + 2 >= end or lower[at + 1] != "to":
        return None
    last = at + 2
    stop = min(end, last + _LONGEST)
    while last < stop and not _ends_source(passage, at, last, end):
        last += 1
    if last == at + 2:
        return None
    content = said_around(passage, sentence, at, last)
    group = VerbGroup(at, at + 1, at + 1, "accord", "finite")
    subject = Phrase(at + 2, last - 1, "noun")
    where = "first" if at <= begin + 1 else "last" if len(content) == 1 else "middle"
    return draft_of(passage, sentence, group, subject, content, ("according", where))


def _ends_source(passage: Passage, at: int, last: int, end: int) -> bool:
    word = passage.tokens.lower[last]
    if word in _STOPS or passage.quoted[last] != passage.quoted[at]:
        return True
    return word == "." and (last + 1 >= end or len(passage.tokens.written[last - 1]) > 5)
