"""What a cue makes of its content: a claim of the source, or part of what the article tells."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Literal

from briefing.facts.claims.predicates import clause_words, has_main_predicate
from briefing.facts.claims.sentence_parts import Part
from briefing.facts.claims.wording import Word, Wording, bases
from briefing.facts.negations import is_negated_before
from briefing.lexicons import load_words
from briefing.spans import Span

_BEFORE_CUE = 24
"""Characters before a cue in which it may be negated."""
_FEWEST = 3
"""Words of a content that says something without a verb: "restraint on both sides"."""
_LONGEST = 10
"""Letters, with white space, of the longest word that asks."""
_SAYING = ("reported", "assessed", "alleged", "denied")

_RELATIVE = re.compile(
    r"\b(?:at|by|for|from|in|of|on|than|to|under|with) (?:which|whom)\s$", re.IGNORECASE
)

Manner = Literal["said", "narrated", "withheld"]


@cache
def listed_cues(name: str) -> frozenset[str]:
    """Load a list of cues, in their base forms."""
    return frozenset(load_words("standing")[name])


@cache
def _saying() -> frozenset[str]:
    return frozenset().union(*(listed_cues(name) for name in _SAYING))


def is_one_of(word: Word, cues: frozenset[str]) -> bool:
    """Tell whether a word is a form of one of the cues."""
    return not cues.isdisjoint(bases(word.lower))


def find_manner(wording: Wording, part: Part, *, direct: bool) -> Manner:
    """Tell whether a source claims something, or the article tells what it does.

    Returns:
        withheld: the cue is negated ("declined to say whether"). narrated: it is no verb of
        saying, and neither a clause nor a quotation follows ("is alarmed at the attacks", "is
        unclear if"). said: otherwise.
    """
    if _is_negated(wording, part):
        return "withheld"
    return "narrated" if not direct and _is_narrated(wording, part) else "said"


def _is_narrated(wording: Wording, part: Part) -> bool:
    cue = wording.among(part.cue)
    content = wording.among(part.content)
    if len(content) < _FEWEST and not has_main_predicate(wording.text, content):
        # "denied the charge": what was said stands elsewhere.
        return True
    if part.source and _RELATIVE.search(
        wording.text, max(0, part.source[0].start - _BEFORE_CUE), part.source[0].start
    ):
        # "the point at which the maker advises a stop": which point is said, no more.
        return True
    asks = any(is_one_of(word, listed_cues("asked")) for word in cue)
    if not asks and any(is_one_of(word, _saying()) for word in cue):
        return False
    if _is_turned_round(wording, part):
        return False
    return _is_opened(wording, part, content) or not has_main_predicate(wording.text, content)


def _is_turned_round(wording: Wording, part: Part) -> bool:
    """Tell whether the content comes first: "It will rain, the mayor joked."."""
    end = part.content[-1].end
    return bool(part.cue) and end <= part.cue[0].start and "," in wording.text[end - 1 : end + 1]


def _is_opened(wording: Wording, part: Part, content: Sequence[Word]) -> bool:
    """Tell whether an "if", a "whether" or a "what" opens the content, or stands before it."""
    asking = clause_words().interrogative
    start = part.content[0].start
    before = wording.within(Span(max(0, start - _LONGEST), start))
    return (bool(content) and content[0].lower in asking) or (
        bool(before) and before[-1].lower in asking
    )


def _is_negated(wording: Wording, part: Part) -> bool:
    """Tell whether a cue is negated: "did not say", "declined to say".

    Not where it judges: who "does not believe" something holds an opinion.
    """
    if not part.cue:
        return False
    if is_negated_before(wording.text, part.cue[0]):
        return True
    cue = Span(part.cue[0].start, part.cue[-1].end)
    words = wording.within(Span(max(0, cue.start - _BEFORE_CUE), cue.end))
    first = next((at for at, word in enumerate(words) if word.start >= cue.start), 0)
    # “Never say never,” she said: what is said is no part of the cue.
    near = [
        word
        for word in words[max(0, first - 2) :]
        if not any(span.meets((word.start, word.end)) for span in part.content)
    ]
    forms = {base for word in near for base in bases(word.lower)}
    if any(word.lower.endswith("n't") for word in near):
        forms.add("not")
    return not forms.isdisjoint(listed_cues("negations")) and forms.isdisjoint(
        listed_cues("assessed")
    )
