"""Parentheses of saying inside a claim: "the valve failed, they believe, in May"."""

from __future__ import annotations

import re
from functools import cache

from briefing.lexicons import load_words
from briefing.spans import Span


@cache
def _parenthesis() -> re.Pattern[str]:
    forms = load_words("cue_verbs")
    verbs = "|".join(
        sorted({form for lemma in load_words("cues")["parenthetical"] for form in forms[lemma]})
    )
    return re.compile(rf",\s(?:he|she|they)\s(?:{verbs})(?=,(?!\s[“\"])|[.;]?$)", re.IGNORECASE)


def cut_parentheses(text: str, span: Span) -> tuple[Span, ...]:
    """Return what is left of a stretch without ", they say,": it alone where there is none."""
    if "," not in text[slice(*span)]:
        return (span,)
    left = []
    start = span.start
    for match in _parenthesis().finditer(text, *span):
        left.append(Span(start, match.start()))
        start = min(match.end() + 1, span.end)
    left.append(Span(start, span.end))
    kept = (piece.strip(text) for piece in left)
    return tuple(piece for piece in kept if any(c.isalnum() for c in piece.of(text))) or (span,)
