"""A finding of one rule, before it is known which findings stand."""

from __future__ import annotations

from typing import NamedTuple

from briefing.facts.attributions.cues import VerbGroup
from briefing.facts.attributions.passages import Passage
from briefing.facts.attributions.subjects import Phrase
from briefing.spans import Span


class Draft(NamedTuple):
    """Source, cue and content, with what the rule saw."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    shape: str
    """Name of the rule."""
    frame: str
    """What the rule saw beside the cue, as in ``Complement``."""
    lemma: str
    word: str
    """The verb as it stands, in lower case."""
    form: str
    """Form of the verb, as in ``VerbGroup``."""
    subject: str
    """Kind of the source's phrase; "" where there is none."""
    sentence: int
    """Index into the passage's sentences."""


def draft_of(
    passage: Passage,
    sentence: int,
    group: VerbGroup,
    subject: Phrase | None,
    content: tuple[Span, ...],
    shape: tuple[str, str],
) -> Draft | None:
    """Put a finding together; None where a role is empty or meets another.

    Args:
        passage: The block.
        sentence: Index of the cue's sentence.
        group: The cue.
        subject: The source, if there is one.
        content: What is said.
        shape: Name of the rule, and the frame.
    """
    source = (passage.tokens.span(subject.first, subject.last),) if subject else ()
    cue = (passage.tokens.span(group.first, group.last),)
    roles = (*source, *cue, *content)
    met = any(a.meets(b) for at, a in enumerate(roles) for b in roles[at + 1 :])
    wordless = any(not _has_word(passage.text, span) for span in (*source, *content))
    if met or wordless or not content:
        return None
    name, frame = shape
    word = passage.tokens.lower[group.head]
    kind = subject.kind if subject else ""
    return Draft(source, cue, content, name, frame, group.lemma, word, group.form, kind, sentence)


def _has_word(text: str, span: Span) -> bool:
    return any(character.isalnum() for character in text[slice(*span)])
