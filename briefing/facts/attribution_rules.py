"""Rules that find who says what in a block, one shape each."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.facts.complements import find_complement
from briefing.facts.cues import VerbGroup, cue_verbs, cue_words, read_group
from briefing.facts.drafts import Draft
from briefing.facts.passages import Passage
from briefing.facts.subjects import Phrase, shared_subject, subject_after, subject_before
from briefing.spans import Span

_MARKS = frozenset('"“”«»`’') | {"''", "``"}


def find_drafts(passage: Passage) -> Iterator[Draft]:
    """Find what any rule sees, in text order of the cues."""
    verbs = cue_verbs()
    lower = passage.tokens.lower
    for index, (begin, end) in enumerate(passage.sentences):
        for at in range(begin, end):
            word = lower[at]
            if word in verbs:
                group = read_group(passage, begin, at, verbs[word])
                draft = _after(passage, index, group) or _before(passage, index, group)
                if draft:
                    yield draft
            elif word == "according" and at + 2 < end and lower[at + 1] == "to":
                draft = _according(passage, index, at)
                if draft:
                    yield draft


def _after(passage: Passage, index: int, group: VerbGroup) -> Draft | None:
    """“C,” said S; C, S said; C1, S said, C2."""
    begin, end = passage.sentences[index]
    lower, quoted = passage.tokens.lower, passage.quoted
    if quoted[group.head] >= 0 or group.form in ("participle", "infinitive", "passive"):
        return None
    words = cue_words()
    if group.first > begin and _is_closed(passage, group.first):
        if group.lemma not in words.inverting or group.first != group.head:
            return None
        subject = subject_after(passage, group.head + 1, end)
        left, after = group.first, (subject.last + 1 if subject else end)
        shape = "inverted"
    else:
        subject = subject_before(passage, begin, group.first)
        if subject is None or subject.first <= begin or not _is_closed(passage, subject.first):
            return None
        if subject.kind == "relative" or _goes_on(passage, group.head + 1, end):
            return None
        left, after = subject.first, group.head + 1
        shape = "postposed"
    if subject is None:
        return None
    content = _around(passage, index, left, after)
    if content is None:
        return None
    return _draft(
        passage,
        index,
        group,
        subject,
        content,
        shape,
        "quote" if quoted[left - 1] >= 0 else "clause",
    )


def _is_closed(passage: Passage, at: int) -> bool:
    """Tell whether something said may end right before a token."""
    before = at - 1
    return (
        (passage.quoted[before] >= 0
        and passage.quoted[before] != passage.quoted[at])
        or (passage.tokens.lower[before] in (",", "—", "–", "--"))
    )


def _goes_on(passage: Passage, at: int, end: int) -> bool:
    """Tell whether the verb's own complement follows."""
    if at >= end:
        return False
    words = cue_words()
    word = passage.tokens.lower[at]
    if word in words.occasions or word in (",", "."):
        return False
    return passage.quoted[at] < 0


def _around(passage: Passage, index: int, left: int, after: int) -> tuple[Span, ...] | None:
    """Return what stands before token ``left``, and from ``after`` on what goes on with it."""
    begin, end = passage.sentences[index]
    tokens, quoted = passage.tokens, passage.quoted
    last = left - 1
    while last > begin and quoted[last] < 0 and tokens.lower[last] in (",", "—", "–", "--", "-"):
        last -= 1
    if last < begin:
        return None
    start = tokens.starts[begin]
    if quoted[last] >= 0:
        start = min(start, passage.quotations[quoted[last]].start)
    content = [Span(start, tokens.ends[last])]
    rest = _rest(passage, after, end)
    if rest:
        content.append(rest)
    return tuple(content)


def _rest(passage: Passage, after: int, end: int) -> Span | None:
    """Return what goes on behind ", S said,"."""
    lower, quoted = passage.tokens.lower, passage.quoted
    words = cue_words()
    at = after
    while at < end and lower[at] not in (",", ":") and quoted[at] < 0:
        at += 1
    if at >= end:
        return None
    if quoted[at] < 0:
        at += 1
    if at >= end:
        return None
    word = lower[at]
    if quoted[at] < 0 and (
        word.endswith("ing") or word in words.subordinators or word in words.leading
    ):
        return None
    last = end - 1
    while last > at and quoted[last] < 0 and lower[last] in (".", ",", ";"):
        last -= 1
    return passage.tokens.span(at, last) if last > at else None


def _before(passage: Passage, index: int, group: VerbGroup) -> Draft | None:
    """S said that C; S told X C; S called for C."""
    begin, end = passage.sentences[index]
    lower = passage.tokens.lower
    subject = subject_before(passage, begin, group.first)
    if subject is None and group.form in ("finite", "base", "modal", "participle", "chained"):
        subject = shared_subject(passage, begin, group.first)
    if passage.quoted[group.head] >= 0:
        quotation = passage.quotations[passage.quoted[group.head]]
        while end > group.head and passage.tokens.ends[end - 1] >= quotation.end:
            end -= 1
    opener = subject.first - 1 if subject and subject.kind != "relative" else group.first - 1
    opener = max(begin, opener)
    if subject and subject.kind == "relative":
        opener = subject.first
    complement = find_complement(passage, opener, end, group)
    if complement is None:
        return None
    content = (passage.tokens.span(complement.start, complement.end - 1),)
    if group.form == "passive":
        subject = None
    return _draft(passage, index, group, subject, content, "preposed", complement.frame)


def _according(passage: Passage, index: int, at: int) -> Draft | None:
    """According to S, C; C, according to S; C1, according to S, C2."""
    begin, end = passage.sentences[index]
    lower = passage.tokens.lower
    start = at + 2
    last = start
    while (
        last < end
        and lower[last] not in (",", ";", ".", "—", "–")
        and (passage.quoted[last] == passage.quoted[at])
    ):
        last += 1
    while last < end and lower[last] == "." and len(lower[last - 1]) <= 4 and last + 1 < end:
        last += 1
        while last < end and lower[last] not in (",", ";", ".", "—", "–"):
            last += 1
    if last == start:
        return None
    content = []
    if at > begin:
        left = at - 1
        while left > begin and lower[left] == ",":
            left -= 1
        content.append(passage.tokens.span(begin, left))
    rest = _rest(passage, last, end)
    if rest:
        content.append(rest)
    if not content:
        return None
    group = VerbGroup(at, at + 1, "accord", "finite")
    subject = Phrase(start, last - 1, "noun")
    return _draft(passage, index, group, subject, tuple(content), "according", "to")


def _draft(
    passage: Passage,
    index: int,
    group: VerbGroup,
    subject: Phrase | None,
    content: tuple[Span, ...],
    shape: str,
    frame: str,
) -> Draft | None:
    source = (passage.tokens.span(subject.first, subject.last),) if subject else ()
    cue = passage.tokens.span(group.first, group.head)
    if any(span.meets(cue) or any(span.meets(s) for s in source) for span in content):
        return None
    return Draft(
        source,
        (cue,),
        content,
        shape,
        group.lemma,
        frame,
        group.form,
        subject.kind if subject else "",
        index,
        passage.quoted[group.head] >= 0,
    )
