"""What is said around its source: before ", S said" and after it."""

from __future__ import annotations

from briefing.facts.attributions.cues import cue_verbs, cue_words
from briefing.facts.attributions.passages import Passage
from briefing.spans import Span

_ASIDE = 30
"""Tokens behind a cue in which what is said may go on: "he said on Tuesday, and"."""
_DASHES = frozenset({"—", "–", "--", "-"})
_LEADING = 40
"""Tokens before a quotation in which another cue may introduce it."""


def said_around(passage: Passage, sentence: int, left: int, after: int) -> tuple[Span, ...]:
    """Return what stands before token ``left``, and from ``after`` on what goes on with it."""
    before = _said_before(passage, sentence, left)
    rest = _said_after(passage, left, after, passage.sentences[sentence][1])
    if before and rest:
        before = _behind_colon(passage, sentence, left, before)
    return tuple(span for span in (before, rest) if span)


def _said_before(passage: Passage, sentence: int, left: int) -> Span | None:
    begin, _ = passage.sentences[sentence]
    tokens, quoted = passage.tokens, passage.quoted
    last = left - 1
    while (
        last >= begin
        and quoted[last] < 0
        and (tokens.lower[last] in (",", "(") or tokens.lower[last] in _DASHES)
    ):
        last -= 1
    if last < begin:
        return None
    start = tokens.starts[begin]
    if quoted[last] >= 0:
        quotation = passage.quotations[quoted[last]]
        start = min(start, quotation.start)
        if start < quotation.start and _stands_alone(passage, begin, last):
            start = quotation.start
    return Span(start, tokens.ends[last])


def _behind_colon(passage: Passage, sentence: int, left: int, before: Span) -> Span:
    """Leave out what a colon parts from what is said: "She objected: the pier, she said, …"."""
    tokens = passage.tokens
    begin, _ = passage.sentences[sentence]
    for at in range(left - 1, max(begin, left - _LEADING), -1):
        if tokens.lower[at] == ":" and passage.quoted[at] < 0:
            start = tokens.starts[at + 1]
            return Span(start, before.end) if before.start < start < before.end else before
    return before


def _stands_alone(passage: Passage, begin: int, last: int) -> bool:
    """Tell whether the quotation that ends with ``last`` is all that is said.

    "He shook hands and laughed, “We won,” she said." A quotation that begins small, or that
    no comma or colon parts from what stands before, is the end of a longer saying.
    """
    tokens, quoted = passage.tokens, passage.quoted
    first = last
    while first > begin and quoted[first - 1] == quoted[last]:
        first -= 1
    if first - 1 <= begin or tokens.lower[first - 1] not in (",", ":"):
        return False
    return first < last and tokens.written[first + 1][0].isupper()


def _said_after(passage: Passage, left: int, after: int, end: int) -> Span | None:
    """Return what goes on behind ", S said,", without the sentence's full stop."""
    lower, quoted = passage.tokens.lower, passage.quoted
    at = after
    stop = min(end, after + _ASIDE)
    while at < stop and lower[at] not in (",", ":") and quoted[at] < 0:
        at += 1
    if at < stop and quoted[at] < 0:
        at += 1
    if at >= stop:
        return None
    if quoted[at] < 0 and not _goes_on(passage, left, at, at - after > 2, end):
        return None
    last = end - 1
    while last > at and quoted[last] < 0 and lower[last] in (".", ",", ";"):
        last -= 1
    return passage.tokens.span(at, last) if last > at else None


def _goes_on(passage: Passage, left: int, at: int, aside: bool, end: int) -> bool:
    """Tell whether words outside quotation marks go on with what was said before a cue.

    Args:
        passage: The block.
        left: The token behind what was said before.
        at: The first token behind the cue and its comma.
        aside: Words stand between the cue and the comma, and may be what is described here:
            "she said in Macau, the world's largest gambling hub".
        end: The end of the sentence.
    """
    lower, quoted = passage.tokens.lower, passage.quoted
    words = cue_words()
    word = lower[at]
    if word in words.subordinators or word in words.asides:
        return False
    if word.endswith("ing") and word in cue_verbs():
        return False
    if word in ("and", "but"):
        # "…,” he said, but he added": another cue, with its own content.
        near = range(at + 1, min(end, at + 6))
        return not any(lower[i] in cue_verbs() and lower[i] != cue_verbs()[lower[i]] for i in near)
    if left > 0 and quoted[left - 1] >= 0:
        return any(q >= 0 for q in quoted[at : min(end, at + 4)])
    return not (aside and (word in words.determiners or passage.tokens.written[at][0].isupper()))
