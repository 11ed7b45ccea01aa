"""All rules that find who says what in a block, at the words that can be a cue."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.facts.cues import cue_verbs, read_group
from briefing.facts.drafts import Draft
from briefing.facts.passages import Passage
from briefing.facts.phrase_rules import find_according
from briefing.facts.verb_rules import find_inverted, find_postposed, find_preposed

_LONGEST = 2_000
"""Tokens; a longer sentence is no prose, and every cue would look at all of it."""


def find_drafts(passage: Passage) -> Iterator[Draft]:
    """Find what any rule sees, in text order of the cues, overlapping or not.

    A cue inside a quotation is left out: it tells what the speaker says that others said.
    """
    verbs = cue_verbs()
    lower, quoted = passage.tokens.lower, passage.quoted
    for sentence, (begin, end) in enumerate(passage.sentences):
        if end - begin > _LONGEST:
            continue
        capitals = None
        for at in range(begin, end):
            word = lower[at]
            if quoted[at] >= 0 or (word not in verbs and word != "according"):
                continue
            if word == "according":
                draft = find_according(passage, sentence, at)
            else:
                if at > begin and passage.tokens.written[at][0].isupper():
                    if capitals is None:
                        capitals = _is_headline(passage, begin, end)
                    if not capitals:
                        continue
                group = read_group(passage, begin, at, verbs[word])
                draft = (
                    find_inverted(passage, sentence, group)
                    or find_postposed(passage, sentence, group)
                    or find_preposed(passage, sentence, group)
                )
            if draft:
                yield draft


def _is_headline(passage: Passage, begin: int, end: int) -> bool:
    """Tell whether most words have a capital, so that one more says nothing."""
    words = [word for word in passage.tokens.written[begin:end] if word[0].isalpha()]
    return sum(word[0].isupper() for word in words) > 0.6 * len(words)
