"""Rules without a verb: according to S; S's claim that C; S: “C”."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.facts.attributions.complements import find_end
from briefing.facts.attributions.cues import VerbGroup, cue_words
from briefing.facts.attributions.drafts import Draft, draft_of
from briefing.facts.attributions.passages import Passage
from briefing.facts.attributions.subjects import Phrase, subject_before
from briefing.facts.attributions.surroundings import said_around

_LONGEST = 40
_LABEL = 6
"""Tokens of a speaker's name before a colon."""
_SIGNATURE = 16
"""Tokens of a name and what its bearer is, behind a dash."""
_LINE = 200
"""Characters of a signature."""
_ENDS = frozenset(".,?!…") | {"...", ".."}
_DASHES = frozenset({"—", "–", "--", "-", "―"})
_STOPS = frozenset({",", ";", "—", "–", "--"})


def find_according(passage: Passage, sentence: int, at: int) -> Draft | None:
    """Find according to S, C; C, according to S; C1, according to S, C2; in the view of S, C."""
    begin, end = passage.sentences[sentence]
    lower = passage.tokens.lower
    if at + 2 >= end or lower[at + 1] != ("to" if lower[at] == "according" else "of"):
        return None
    last = at + 2
    stop = min(end, last + _LONGEST)
    while last < stop and not _ends_source(passage, at, last, end):
        last += 1
    if last == at + 2:
        return None
    first = at if lower[at] == "according" else at - 2
    content = said_around(passage, sentence, first, last)
    group = VerbGroup(first, at + 1, at + 1, "accord", "finite")
    subject = Phrase(at + 2, last - 1, "noun")
    where = "first" if first <= begin + 1 else "last" if len(content) == 1 else "middle"
    return draft_of(passage, sentence, group, subject, content, ("according", where))


def _ends_source(passage: Passage, at: int, last: int, end: int) -> bool:
    word = passage.tokens.lower[last]
    if word in _STOPS or passage.quoted[last] != passage.quoted[at]:
        return True
    return word == "." and (last + 1 >= end or len(passage.tokens.written[last - 1]) > 5)


def find_noun(passage: Passage, sentence: int, at: int) -> Draft | None:
    """Find S's claim that C."""
    begin, end = passage.sentences[sentence]
    lower = passage.tokens.lower
    if at <= begin or at + 2 >= end or lower[at + 1] != "that":
        return None
    possessive = lower[at - 1]
    if possessive not in cue_words().possessives:
        return None
    group = VerbGroup(at - 1, at, at, lower[at], "noun")
    subject: Phrase | None = Phrase(at - 1, at - 1, "pronoun")
    if possessive.startswith("'"):
        subject = subject_before(passage, begin, at - 1)
    else:
        group = group._replace(first=at)
    if subject is None:
        return None
    last = find_end(passage, max(begin, subject.first - 1), at + 1, end, "that")
    if last <= at + 2:
        return None
    content = (passage.tokens.span(at + 1, last - 1),)
    return draft_of(passage, sentence, group, subject, content, ("noun", "that"))


def find_label(passage: Passage) -> Draft | None:
    """Find NAME: C, as interviews and debates are written, at the beginning of a block."""
    if not passage.sentences:
        return None
    begin, end = passage.sentences[0]
    tokens = passage.tokens
    stop = min(end, begin + _LABEL + 1)
    colon = next((at for at in range(begin, stop) if tokens.lower[at] == ":"), None)
    if begin != 0 or colon is None or colon == begin or colon + 1 >= len(tokens.starts):
        return None
    name = range(begin, colon)
    if not all(_is_name(tokens.written[at]) for at in name) or any(
        tokens.lower[at] in cue_words().no_labels for at in name
    ):
        return None
    upper = all(tokens.written[at].isupper() for at in name)
    frame = "quote" if passage.quoted[colon + 1] >= 0 else "upper" if upper else "name"
    if len(name) == 1 and len(tokens.written[begin]) == 1:
        frame = "letter"
    group = VerbGroup(colon, colon, colon, ":", "label")
    content = (tokens.span(colon + 1, passage.sentences[-1][1] - 1),)
    subject = Phrase(begin, colon - 1, "noun")
    return draft_of(passage, 0, group, subject, content, ("label", frame))


def _is_name(word: str) -> bool:
    return word[0].isupper() or word in (
        ".",
        "'s",
        "’s",
        "of",
        "de",
        "van",
        "von",
        "the",
        "(",
        ")",
        "-",
    )


def find_signatures(passage: Passage) -> Iterator[Draft]:
    """Find “C” — NAME, as quotations are signed, at the end of a line."""
    tokens, quoted = passage.tokens, passage.quoted
    for sentence, (begin, end) in enumerate(passage.sentences):
        for dash in range(max(begin, 1), end):
            if quoted[dash - 1] < 0 or quoted[dash] >= 0 or tokens.lower[dash] not in _DASHES:
                continue
            ended = tokens.lower[dash - 2] in _ENDS if dash > 1 else False
            last = _end_of_name(passage, dash + 1) if ended else None
            if last is None:
                continue
            group = VerbGroup(dash, dash, dash, "—", "signature")
            content = (passage.quotations[quoted[dash - 1]].span,)
            subject = Phrase(dash + 1, last, "noun")
            draft = draft_of(passage, sentence, group, subject, content, ("signature", "quote"))
            if draft:
                yield draft


def _end_of_name(passage: Passage, first: int) -> int | None:
    """Return the last token of the name that fills the rest of a line; None for another thing."""
    tokens = passage.tokens
    count = len(tokens.starts)
    if first >= count or not tokens.written[first][0].isupper():
        return None
    line = passage.text.find("\n", tokens.starts[first], tokens.starts[first] + _LINE)
    stop = passage.span.end if line < 0 else line
    last = first
    while last + 1 < count and last < first + _SIGNATURE and tokens.ends[last + 1] <= stop:
        last += 1
    if last + 1 < count and tokens.starts[last + 1] < stop:
        return None
    while last > first and tokens.lower[last] == ".":
        last -= 1
    # "— Ann Lee, mayor of Lima": what the bearer is may be written small.
    comma = next((at for at in range(first, last) if tokens.lower[at] in (",", "(")), last + 1)
    return last if all(_is_name(word) for word in tokens.written[first:comma]) else None
