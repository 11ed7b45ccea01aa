"""What is said around its source: before ", S said" and after it."""

from __future__ import annotations

from briefing.facts.cues import cue_verbs, cue_words
from briefing.facts.passages import Passage
from briefing.spans import Span

_ASIDE = 30
"""Tokens behind a cue in which what is said may go on: "he said on Tuesday, and"."""
_DASHES = frozenset({"—", "–", "--", "-"})
_LEADING = 40
"""Tokens before a quotation in which another cue may introduce it."""


def said_around(passage: Passage, sentence: int, left: int, after: int) -> tuple[Span, ...]:
    """Return what stands before token ``left``, and from ``after`` on what goes on with it."""
    before = _said_before(passage, sentence, left)
    rest = said_after(passage, after, passage.sentences[sentence][1])
    return tuple(span for span in (before, rest) if span)


def _said_before(passage: Passage, sentence: int, left: int) -> Span | None:
    begin, _ = passage.sentences[sentence]
    tokens, quoted = passage.tokens, passage.quoted
    last = left - 1
    while (
        last >= begin
        and quoted[last] < 0
        and (tokens.lower[last] == "," or tokens.lower[last] in _DASHES)
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


def said_after(passage: Passage, after: int, end: int) -> Span | None:
    """Return what goes on behind ", S said,", without the sentence's full stop."""
    lower, quoted = passage.tokens.lower, passage.quoted
    words = cue_words()
    at = after
    stop = min(end, after + _ASIDE)
    while at < stop and lower[at] not in (",", ":") and quoted[at] < 0:
        at += 1
    if at < stop and quoted[at] < 0:
        at += 1
    if at >= stop:
        return None
    word = lower[at]
    if quoted[at] < 0 and (
        (word.endswith("ing") and word in cue_verbs())
        or word in words.subordinators
        or word in words.leading
    ):
        return None
    last = end - 1
    while last > at and quoted[last] < 0 and lower[last] in (".", ",", ";"):
        last -= 1
    return passage.tokens.span(at, last) if last > at else None
