"""Rules around a verb: S said that C; “C,” S said; “C,” said S; C is expected to C."""

from __future__ import annotations

from briefing.facts.attributions.complements import find_complement
from briefing.facts.attributions.cues import VerbGroup, cue_words
from briefing.facts.attributions.drafts import Draft, draft_of
from briefing.facts.attributions.passages import Passage
from briefing.facts.attributions.subjects import (
    Phrase,
    is_finite,
    shared_subject,
    subject_after,
    subject_before,
    subject_behind,
)
from briefing.facts.attributions.surroundings import said_around
from briefing.spans import Span

_REACH = 10
"""Tokens behind a verb in which its "that" may stand."""
_TAIL = 20
"""Tokens that say more about a source behind its verb."""
_DASHES = frozenset({"—", "–", "--"})


def find_postposed(passage: Passage, sentence: int, group: VerbGroup) -> Draft | None:
    """Find C, S said; C1, S said, C2."""
    begin, end = passage.sentences[sentence]
    if group.form in ("participle", "infinitive", "passive", "progressive"):
        return None
    if group.lemma not in cue_words().clausal and group.lemma not in cue_words().inverting:
        return None
    subject = subject_before(passage, begin, group.first)
    if subject is None or subject.first <= begin or subject.kind == "relative":
        return None
    if group.form == "base" and not _agrees(passage, group, subject):
        return None
    if not _closes_saying(passage, subject.first) or _goes_on(
        passage, subject.first, group.head + 1, end
    ):
        return None
    if passage.quoted[subject.first - 1] < 0 and _quotes_sentence(passage, group.head + 1, end):
        return None
    content = said_around(passage, sentence, subject.first, group.head + 1)
    return draft_of(
        passage, sentence, group, subject, content, ("postposed", _kind(passage, subject.first))
    )


def find_inverted(passage: Passage, sentence: int, group: VerbGroup) -> Draft | None:
    """Find “C,” said S; C, said S; “C1,” said S, “C2.”."""
    begin, end = passage.sentences[sentence]
    words = cue_words()
    if group.lemma not in words.inverting or group.form not in ("finite", "base"):
        return None
    if group.first <= begin or not _closes_saying(passage, group.first):
        return None
    lower = passage.tokens.lower
    if lower[group.first] in words.auxiliaries or lower[group.head + 1 : group.head + 2] == [
        "that"
    ]:
        return None
    subject = subject_after(passage, group.head + 1, end)
    if subject and passage.quoted[group.first - 1] < 0:
        before = subject_before(passage, begin, group.first)
        capital = passage.tokens.written[subject.first][0].isupper()
        subject = None if before and not capital else _lengthened(passage, subject, end)
    if subject is None or not _stands_behind(passage, group, subject, end):
        return None
    content = said_around(passage, sentence, group.first, subject.last + 1)
    return draft_of(
        passage, sentence, group, subject, content, ("inverted", _kind(passage, group.first))
    )


def _lengthened(passage: Passage, subject: Phrase, end: int) -> Phrase:
    """Take "in Seoul whom the service had briefed" to the people that it describes."""
    lower = passage.tokens.lower
    words = cue_words()
    last = subject.last
    if last + 1 >= end or lower[last + 1] not in words.prepositions | {"who", "whom"}:
        return subject
    while last + 1 < min(end, subject.last + _TAIL) and lower[last + 1] not in (",", ".", ";"):
        last += 1
    return subject._replace(last=last)


def _stands_behind(passage: Passage, group: VerbGroup, subject: Phrase, end: int) -> bool:
    """Tell "It rained, said Ann." from "Ann, a lawyer, said it had rained"."""
    lower = passage.tokens.lower
    after = subject.last + 1
    if passage.quoted[group.first - 1] >= 0:
        return after >= end or lower[after] not in cue_words().finite
    if group.lemma not in cue_words().plain_inverting:
        return False
    return after >= end or lower[after] in (",", ".", ";") or lower[after] in cue_words().days


def _kind(passage: Passage, at: int) -> str:
    return "quote" if passage.quoted[at - 1] >= 0 else "clause"


def _closes_saying(passage: Passage, at: int) -> bool:
    """Tell whether something said may end right before a token."""
    word = passage.tokens.lower[at - 1]
    return passage.quoted[at - 1] >= 0 or word == "," or word in _DASHES


def _goes_on(passage: Passage, left: int, at: int, end: int) -> bool:
    """Tell whether the verb's own complement follows at a token, not at the one before ``left``."""
    if at >= end or passage.quoted[at] >= 0:
        return False
    lower = passage.tokens.lower
    word = lower[at]
    if passage.quoted[left - 1] >= 0 and lower[left - 2] in (",", "!", "?"):
        return word == "that"
    if "that" in lower[at : min(end, at + _REACH)]:
        stop = lower.index("that", at)
        return "," not in lower[at:stop]
    return word == "to" or not (
        word in cue_words().occasions or word in (",", ".", ";", "-") or word in _DASHES
    )


def _quotes_sentence(passage: Passage, at: int, end: int) -> bool:
    """Tell whether a whole sentence is quoted behind a cue: "In a letter, he wrote, “We …”."."""
    if at + 2 >= end or passage.tokens.lower[at] not in (",", ":"):
        return False
    return passage.quoted[at + 1] >= 0 and passage.tokens.written[at + 2][0].isupper()


def find_preposed(passage: Passage, sentence: int, group: VerbGroup) -> Draft | None:
    """Find S said that C; S told X C; S called for C; and, with no S, C is expected to C."""
    begin, end = passage.sentences[sentence]
    words = cue_words()
    subject = subject_of(passage, begin, group)
    complement = find_complement(passage, _opener(begin, group, subject), end, group)
    if complement is None:
        return None
    if _describes_noun(passage, begin, group, complement.frame):
        return None
    if group.form == "base" and subject and not _agrees(passage, group, subject):
        return None
    if subject is None and group.form == "participle":
        subject = subject_behind(passage, complement.end, end)
    if complement.start > group.head + 1 and complement.frame in words.prepositions:
        group = group._replace(last=group.head + 1)
    content = [passage.tokens.span(complement.start, complement.end - 1)]
    shape = "preposed"
    if group.form == "passive" or group.lemma in words.raising:
        shape = "raised"
        if subject and _is_raised(group, complement.frame):
            content.insert(0, _without_comma(passage, subject))
        subject = None
    return draft_of(passage, sentence, group, subject, tuple(content), (shape, complement.frame))


def subject_of(passage: Passage, begin: int, group: VerbGroup) -> Phrase | None:
    """Return the subject of a verb with what it says behind it; None where there is none."""
    if group.form != "infinitive":
        subject = subject_before(passage, begin, group.first)
        if group.form == "passive" or (subject and group.form != "participle"):
            return subject
        if subject and not _is_object(passage, begin, group, subject):
            return subject
    return shared_subject(passage, begin, group.first)


def _is_object(passage: Passage, begin: int, group: VerbGroup, subject: Phrase) -> bool:
    """Tell "The town released a statement saying" from "men saying": the town says it."""
    if passage.tokens.lower[group.first - 1] == ",":
        return True
    return subject.first > begin and is_finite(passage, subject.first - 1)


def _describes_noun(passage: Passage, begin: int, group: VerbGroup, frame: str) -> bool:
    """Tell a verb from a word before a noun: "the alleged deal", "his proposed wall"."""
    if group.first <= begin or frame not in ("np", "bare", "ing", "told"):
        return False
    before = passage.tokens.lower[group.first - 1]
    return before in cue_words().determiners or before in ("'s", "'")


def _agrees(passage: Passage, group: VerbGroup, subject: Phrase) -> bool:
    """Tell a verb from a noun: "officials claim that", not "a claim that"."""
    words = cue_words()
    noun = passage.tokens.lower[subject.last]
    if subject.kind not in ("noun", "pronoun") or group.lemma in words.unchanging:
        return True
    if subject.kind == "pronoun":
        return noun not in ("he", "she", "it")
    if "and" in passage.tokens.lower[subject.first : subject.last]:
        return True
    # "officials in the city say": what stands before the preposition has the number.
    for noun in passage.tokens.lower[subject.first : subject.last + 1]:
        if noun in words.prepositions or noun in words.relatives:
            return False
        if noun in words.plurals or (noun.endswith("s") and not noun.endswith("ss")):
            return True
    return False


def _opener(begin: int, group: VerbGroup, subject: Phrase | None) -> int:
    """Return the token that tells in which clause the verb stands."""
    if subject is None:
        return max(begin, group.first - 1)
    if subject.kind == "relative":
        return subject.first
    return max(begin, subject.first - 1)


def _is_raised(group: VerbGroup, frame: str) -> bool:
    """Tell whether the subject belongs to what is said: "The talks are expected to fail"."""
    told = group.lemma in cue_words().recipients
    return not told and frame not in ("that", "wh", "far that", "quote", "far quote", "colon")


def _without_comma(passage: Passage, subject: Phrase) -> Span:
    last = subject.last
    while last > subject.first and passage.tokens.lower[last] == ",":
        last -= 1
    return passage.tokens.span(subject.first, last)
