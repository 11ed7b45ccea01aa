"""How likely a finding of a rule is right: counted, not felt.

Three shares, counted on labelled text, and a few signs around the finding are added up as
log odds. Counts and weights are data (``cue_counts.yaml``, ``cue_weights.yaml``).
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from itertools import groupby

from briefing.facts.attributions.cues import cue_words
from briefing.facts.attributions.drafts import Draft
from briefing.facts.attributions.passages import Passage
from briefing.lexicons import load_lexicon

SURE = 0.45
"""Confidence from which a finding is worth showing unasked."""
_BACKING = 3.0
"""Findings that the mean of all verbs is worth beside a verb's own."""
_TRUSTED = 0.4
"""First estimate from which a finding makes others in its content doubtful."""
_WORDS = (1, 3, 8, 40, 1_000_000_000)
_QUOTES = ('"', "“", "''")
_SHORT = 40
"""Characters of a source in a parenthesis."""
_HOPELESS = -0.5
"""Log odds below which a finding is not looked at more closely, even at its best."""
_MOST = 8
"""Findings of a sentence that are compared with each other."""


@cache
def cue_counts() -> Mapping[str, tuple[int, int]]:
    """Return, by key, how many findings were right and how many there were."""
    read = {}
    for key, pair in load_lexicon("cue_counts").items():
        right, found = str(pair).split("/")
        read[key] = int(right), int(found)
    return read


@cache
def _best() -> float:
    """Return what the signs can add at most to what the shape and the counts say."""
    best: dict[str, float] = {}
    for sign, weight in cue_weights().items():
        group = sign.split()[0]
        if group not in ("always", "form", "verb", "word", "shape"):
            best[group] = max(best.get(group, 0.0), weight)
    return sum(best.values())


@cache
def cue_weights() -> Mapping[str, float]:
    """Return the weight of every sign, in log odds."""
    return {key: float(str(value)) for key, value in load_lexicon("cue_weights").items()}


def keys_of(draft: Draft) -> tuple[str, str, str]:
    """Return what is counted of a finding: form in frame, verb in frame, word."""
    place = f"{draft.shape} {draft.frame}"
    return f"{place} ({draft.form})", f"{place}: {draft.lemma}", draft.word


def share(counts: tuple[int, int], mean: float) -> float:
    """Return the share of right ones, as if ``_BACKING`` more had the mean."""
    right, found = counts
    return (right + mean * _BACKING) / (found + _BACKING)


def shares(keys: tuple[str, str, str], counts: Mapping[str, tuple[int, int]]) -> tuple[float, ...]:
    """Return the three shares of a finding; what was never counted has the next one's."""
    form, lemma, word = keys
    by_form = share(counts.get(form, (0, 0)), 0.2)
    by_lemma = share(counts.get(lemma, (0, 0)), by_form)
    by_word = share(counts.get(word, (0, 0)), 0.2)
    return by_form, by_lemma, by_word


def log_odds(probability: float) -> float:
    """Return the log odds of a probability, kept off the ends."""
    kept = min(max(probability, 0.005), 0.995)
    return math.log(kept / (1 - kept))


def weigh(passage: Passage, drafts: Sequence[Draft]) -> Iterator[float]:
    """Yield the confidence of every finding of a passage, in their order."""
    weights = cue_weights()
    for _, group in groupby(drafts, key=lambda draft: draft.sentence):
        together = list(group)
        estimates = [_estimate(keys_of(draft), draft.shape) for draft in together]
        first = [by_verb for by_verb, _ in estimates]
        for at, draft in enumerate(together):
            total = estimates[at][1]
            if total + _best() >= _HOPELESS:
                for sign in signs(passage, draft, together, first, at):
                    total += weights.get(sign, 0.0)
            yield 1 / (1 + math.exp(-total))


@lru_cache(maxsize=8192)
def _estimate(keys: tuple[str, str, str], shape: str) -> tuple[float, float]:
    """Return the share for the verb, and the log odds before any other sign is looked at."""
    weights = cue_weights()
    found = shares(keys, cue_counts())
    total = weights.get("always", 0.0) + weights.get(f"shape {shape}", 0.0)
    for name, probability in zip(("form", "verb", "word"), found, strict=True):
        total += weights.get(name, 0.0) * log_odds(probability)
    return found[1], total


def signs(
    passage: Passage, draft: Draft, together: Sequence[Draft], first: Sequence[float], at: int
) -> Iterator[str]:
    """Yield what else speaks for a finding or against it.

    Args:
        passage: The block.
        draft: The finding.
        together: All findings of its sentence.
        first: A first estimate for each.
        at: The finding's own index.
    """
    yield f"subject {draft.subject or 'none'}"
    text = passage.text
    words = sum(text.count(" ", *span) + 1 for span in draft.content)
    yield f"words {next(most for most in _WORDS if words <= most)}"
    if any(text.find(mark, *span) >= 0 for span in draft.content for mark in _QUOTES):
        yield "quoted"
    if _is_parenthesis(text, draft):
        yield "parenthesis"
    inside = rival = holds = 0.0
    cue = draft.cue[0]
    for other in range(max(0, at - _MOST), min(len(together), at + _MOST)):
        if other == at:
            continue
        theirs = together[other]
        if any(span.covers(cue) for span in theirs.content):
            inside = max(inside, first[other])
        if any(span.covers(theirs.cue[0]) for span in draft.content):
            holds = max(holds, first[other])
        if first[other] > rival and _overlap(draft, theirs) > 0.5:
            rival = first[other]
    yield f"inside {_level(inside)}"
    yield f"holds {_level(holds)}"
    yield f"rival {_level(rival)}"


def _is_parenthesis(text: str, draft: Draft) -> bool:
    """Tell whether nothing but ", they say," stands between its commas."""
    if draft.shape != "postposed" or draft.frame != "clause" or not draft.source:
        return False
    words = cue_words()
    plain = draft.lemma in words.parenthetical
    source, end = draft.source[0], draft.cue[-1].end
    short = source.end - source.start <= _SHORT and text[source.start - 2 : source.start] == ", "
    return plain and short and text[end : end + 1] in (",", ".", ";")


def _level(probability: float) -> str:
    if not probability:
        return "none"
    return "strong" if probability > 0.7 else "some" if probability > _TRUSTED else "weak"


def _overlap(one: Draft, other: Draft) -> float:
    shared = sum(
        max(0, min(a.end, b.end) - max(a.start, b.start))
        for a in one.content
        for b in other.content
    )
    whole = sum(s.end - s.start for s in (*one.content, *other.content)) - shared
    return shared / whole if whole else 0.0
