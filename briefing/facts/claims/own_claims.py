"""What a sentence asserts itself, where no attribution reaches."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from briefing.facts.claims.claim_words import says_nothing
from briefing.facts.claims.predicates import clause_words, find_predicate
from briefing.facts.claims.sentence_parts import Part
from briefing.facts.claims.wording import Word, Wording
from briefing.lexicons import load_words
from briefing.spans import Span, merge_spans

_HARD = re.compile(r";|\s(?:[–—]|--?)\s|—")
# Between a source and its cue, a clause of its own ends in one of these.
_CARRIES_ON = re.compile(r"(?:,|\b(?:and|but|then|while|before|after|when))\s*$")
_TEMPORAL = ("when", "after", "before", "until", "as", "if", "whether", "where", "that", "how")
_SHARED = ("and", "but", "yet", "or")
_LONGEST = 30
"""Words of a clause before the main one: in longer ones a comma is no sure end."""


@cache
def _asides() -> re.Pattern[str]:
    listed = load_words("clauses")["asides"]
    return re.compile("|".join(map(re.escape, listed)), re.IGNORECASE)


def find_own(wording: Wording, sentence: Span, parts: Sequence[Part]) -> Iterator[Span]:
    """Find what is left of a sentence when its attributions are taken out, if it says anything.

    Yields:
        Stretches in text order: the sentence itself where it has no attribution.
    """
    if not parts:
        if not says_nothing(wording, sentence):
            yield sentence
        return
    words = wording.within(sentence)
    cuts = [sentence.start, *_cuts(wording.text, words), sentence.end]
    taken = merge_spans(_widen(part.hull, cuts) for part in parts)
    found = [*_between(sentence, taken), *_before_cues(wording, parts, cuts)]
    for span in sorted(found):
        if _asserts(wording, span):
            yield span


def _cuts(text: str, words: Sequence[Word]) -> Iterator[int]:
    lists = clause_words()
    first = 0
    for at in range(1, len(words)):
        word, start = words[at].lower, words[at].start
        end = words[at - 1].end
        between = text[end:start] if start - end > 1 else ""
        comma = "," in between
        opens = word in lists.around_attribution or (comma and word in lists.after_comma)
        if opens or (between and _HARD.search(between)):
            yield start
            first = at
        elif comma and _ends_subordinate(words[first:at]):
            # "While he slept, the board met": the comma ends the first clause.
            yield start
            first = at


def _ends_subordinate(words: Sequence[Word]) -> bool:
    openers = clause_words().subordinators
    return (
        len(words) <= _LONGEST
        and any(word.lower in openers for word in words[:2])
        and find_predicate(words) is not None
    )


def _widen(hull: Span, cuts: Sequence[int]) -> Span:
    """Widen an attribution to the clause that holds it."""
    start = max(cut for cut in cuts if cut <= hull.start)
    return Span(start, min(cut for cut in cuts if cut >= hull.end))


def _between(sentence: Span, taken: Sequence[Span]) -> Iterator[Span]:
    at = sentence.start
    for span in (*taken, Span(sentence.end, sentence.end)):
        if at < span.start:
            yield Span(at, span.start)
        at = max(at, span.end)


def _before_cues(wording: Wording, parts: Sequence[Part], cuts: Sequence[int]) -> Iterator[Span]:
    """Find what a source does before it speaks: "The board met on Monday and said that …"."""
    for part in parts:
        if not part.source or not part.cue or part.source[-1].end > part.cue[0].start:
            continue
        gap = Span(part.source[-1].end, part.cue[0].start)
        others = (span for p in parts if p is not part for span in (*p.cue, *p.content))
        if wording.text[gap.start : gap.start + 1] == "," or any(
            gap.meets(span) for span in others
        ):
            continue
        if not _CARRIES_ON.search(wording.text, max(gap.start, gap.end - 12), gap.end):
            continue
        # With the source, since a verb needs a subject before it.
        if find_predicate(wording.within(Span(part.source[-1].start, gap.end))) is not None:
            start = max(cut for cut in cuts if cut <= part.source[0].start)
            end = _CARRIES_ON.search(wording.text, max(gap.start, gap.end - 12), gap.end)
            yield Span(start, end.start() if end else gap.end)


def _asserts(wording: Wording, span: Span) -> bool:
    """Tell whether what is left is a clause with a subject of its own, or one that shares it."""
    if says_nothing(wording, span) or _asides().search(wording.text, *span):
        return False
    words = wording.within(span)
    lists = clause_words()
    opener = words[0].lower
    if opener in _TEMPORAL:
        return False
    joined = opener in lists.conjunctions or opener in lists.relative
    predicate = find_predicate(words[1:] if joined else words)
    if predicate is None:
        return False
    rest = words[1:] if joined else words
    if rest[0].lower in lists.prepositions and not joined:
        return _main_after_comma(wording, span)
    return predicate > 0 or opener in _SHARED or opener in lists.relative


def _main_after_comma(wording: Wording, span: Span) -> bool:
    """Tell whether a main clause follows an opening phrase: "In May, the board met"."""
    comma = wording.text.find(", ", *span)
    if comma < 0:
        return False
    rest = wording.within(Span(comma, span.end))
    predicate = find_predicate(rest)
    return predicate is not None and predicate > 0
