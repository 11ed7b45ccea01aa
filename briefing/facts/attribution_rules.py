"""All rules that find who says what in a block, at the words that can be a cue."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.facts.cues import cue_verbs, cue_words, read_group
from briefing.facts.drafts import Draft
from briefing.facts.passages import Passage
from briefing.facts.phrase_rules import find_according, find_label, find_noun, find_signatures
from briefing.facts.verb_rules import find_inverted, find_postposed, find_preposed

_LONGEST = 2_000
"""Tokens; a longer sentence is no prose, and every cue would look at all of it."""


def find_drafts(passage: Passage) -> Iterator[Draft]:
    """Find what any rule sees, in text order of the cues, overlapping or not.

    A cue inside a quotation is left out: it tells what the speaker says that others said.
    """
    if label := find_label(passage):
        yield label
    for sentence, (begin, end) in enumerate(passage.sentences):
        if end - begin <= _LONGEST:
            yield from _in_sentence(passage, sentence)
    if passage.quotations:
        yield from find_signatures(passage)


def _in_sentence(passage: Passage, sentence: int) -> Iterator[Draft]:
    verbs, nouns = cue_verbs(), cue_words().nouns
    begin, end = passage.sentences[sentence]
    lower, quoted = passage.tokens.lower, passage.quoted
    headline = None
    for at in range(begin, end):
        word = lower[at]
        if word not in verbs and word not in nouns and word != "according" or quoted[at] >= 0:
            continue
        if at > begin and passage.tokens.written[at][0].isupper() and word in verbs:
            if headline is None:
                headline = _is_headline(passage, begin, end)
            if not headline:
                continue
        draft = None
        if word == "according":
            draft = find_according(passage, sentence, at)
        elif word in nouns:
            draft = find_noun(passage, sentence, at)
        if draft is None and word in verbs:
            draft = _at_verb(passage, sentence, at, verbs[word])
        if draft:
            yield draft


def _at_verb(passage: Passage, sentence: int, at: int, lemma: str) -> Draft | None:
    group = read_group(passage, passage.sentences[sentence][0], at, lemma)
    return (
        find_inverted(passage, sentence, group)
        or find_postposed(passage, sentence, group)
        or find_preposed(passage, sentence, group)
    )


def _is_headline(passage: Passage, begin: int, end: int) -> bool:
    """Tell whether most words have a capital, so that one more says nothing."""
    words = [word for word in passage.tokens.written[begin:end] if word[0].isalpha()]
    return sum(word[0].isupper() for word in words) > 0.6 * len(words)
