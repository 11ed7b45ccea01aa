"""All rules that find who says what in a block, at the words that can be a cue."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from briefing.facts.attributions.cues import cue_verbs, cue_words, read_group
from briefing.facts.attributions.drafts import Draft
from briefing.facts.attributions.passages import Passage
from briefing.facts.attributions.phrase_rules import (
    find_according,
    find_label,
    find_noun,
    find_signatures,
)
from briefing.facts.attributions.plausible import mend_source
from briefing.facts.attributions.verb_rules import find_inverted, find_postposed, find_preposed

_LONGEST = 2_000
"""Tokens; a longer sentence is no prose, and every cue would look at all of it."""

_CUES = 60
"""Words of a sentence that may be cues and are looked at."""
_SHOWS = 60
"""Tokens that show whether a sentence is a headline."""


def find_drafts(passage: Passage) -> Iterator[Draft]:
    """Find what any rule sees, in text order of the cues, overlapping or not.

    A cue inside a quotation is left out: it tells what the speaker says that others said.
    """
    if label := find_label(passage):
        yield label
    words = _words()
    lower, quoted = passage.tokens.lower, passage.quoted
    cues = [at for at, word in enumerate(lower) if word in words and quoted[at] < 0]
    sentence = looked = 0
    latest = -1
    for at in cues:
        while sentence < len(passage.sentences) and passage.sentences[sentence][1] <= at:
            sentence += 1
        if sentence == len(passage.sentences):
            break
        begin, end = passage.sentences[sentence]
        looked = looked + 1 if sentence == latest else 1
        latest = sentence
        if begin > at or end - begin > _LONGEST or looked > _CUES:
            continue
        if draft := _at_cue(passage, sentence, at):
            yield draft
    if passage.quotations:
        yield from find_signatures(passage)


@cache
def _words() -> frozenset[str]:
    return frozenset(cue_verbs()) | cue_words().nouns | cue_words().views | {"according"}


def _at_cue(passage: Passage, sentence: int, at: int) -> Draft | None:
    word = passage.tokens.lower[at]
    if word == "according":
        return find_according(passage, sentence, at)
    begin, _ = passage.sentences[sentence]
    lower = passage.tokens.lower
    if word in cue_words().views and at - 2 >= begin and lower[at - 2 : at] == ["in", "the"]:
        return find_according(passage, sentence, at)
    draft = find_noun(passage, sentence, at) if word in cue_words().nouns else None
    lemma = cue_verbs().get(word)
    if draft or lemma is None:
        return draft
    begin, end = passage.sentences[sentence]
    if at > begin and _is_noun(passage.tokens.lower[at - 1], word, lemma):
        return None
    capital = at > begin and passage.tokens.written[at][0].isupper()
    if capital and not _is_headline(passage, begin, end):
        return None
    return _at_verb(passage, sentence, at, lemma)


def _is_noun(before: str, word: str, lemma: str) -> bool:
    """Tell "the vote", "in support" and "their claims" from verbs by the word before."""
    words = cue_words()
    if word == lemma:
        return before in words.determiners or (before in words.prepositions and before != "to")
    return before in words.determiners and word.endswith("s")


def _at_verb(passage: Passage, sentence: int, at: int, lemma: str) -> Draft | None:
    group = read_group(passage, passage.sentences[sentence][0], at, lemma)
    for find in (find_inverted, find_postposed, find_preposed):
        draft = find(passage, sentence, group)
        mended = draft and mend_source(passage.text, draft)
        if mended:
            return mended
    return None


def _is_headline(passage: Passage, begin: int, end: int) -> bool:
    """Tell whether most words have a capital, so that one more says nothing."""
    words = [w for w in passage.tokens.written[begin : min(end, begin + _SHOWS)] if w[0].isalpha()]
    return sum(word[0].isupper() for word in words) > 0.6 * len(words)
