"""Conditions: from the word that opens one to the comma that closes it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.facts.caveats.triggers import Trigger
from briefing.spans import Span

_OPENING = re.compile(r"(?:only |especially |particularly )?if\b", re.IGNORECASE)
# A comma or full stop inside a figure closes nothing.
_CLAUSE = re.compile(r"(?:[^,.;:—–?!“”\"()…]|[.,](?=\d)|(?<=\b[A-Z])\.){1,120}+")
_CLOSING = re.compile(r"[,.;:—–?!“”\"()…]|\s*$")
# No comma: "if he could win it he would try", "if enacted would raise taxes".
_MAIN = re.compile(
    r"(?:\s[\w'’-]{1,40}){3}(?:\s[\w'’-]{1,40}){0,20}?"
    r"(?=\s(?:I|you|he|she|it|we|they|there|that)"
    r"(?:\s(?:would|will|could|might|may|can)\b|['’](?:d|ll)\b))"
    r"|\s\w{1,30}ed(?=\s(?:would|will|could|might|may)\b)"
)
# "Should talks fail, …", "Had he known, …": no question, and what follows says would or will.
_INVERTED = re.compile(
    r"(?:should|were|had) (?!n[o']t\b)[^,;:?!.]{3,100}, [^?]{0,200}?"
    r"\b(?:would|could|might|will|may|must|can)\b",
    re.IGNORECASE,
)


def widen_condition(text: str, sentence: Span, trigger: Trigger) -> Trigger:
    """Widen "if" to its clause; a clause of more than 120 characters stays "if"."""
    if not _OPENING.fullmatch(text, *trigger.span):
        return trigger
    clause = _CLAUSE.match(text, trigger.span.end, sentence.end)
    if clause is None or not _CLOSING.match(text, clause.end(), sentence.end):
        return trigger
    if main := _MAIN.match(text, trigger.span.end, clause.end()):
        clause = main
    words = text[trigger.span.start : clause.end()].rstrip(" -'’\n\t")
    return trigger._replace(span=Span(trigger.span.start, trigger.span.start + len(words)))


def find_inverted(text: str, sentence: Span) -> Iterator[Trigger]:
    """Find a condition that opens its sentence without "if"."""
    match = _INVERTED.match(text, *sentence)
    if match and text[sentence.end - 1] != "?":
        clause = Span(match.start(), text.index(",", match.start())).strip(text)
        yield Trigger(clause, "conditional")
