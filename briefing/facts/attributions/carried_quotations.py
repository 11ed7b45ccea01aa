"""Quotations that begin, or go on, in the block behind the words that say whose they are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefing.facts.attributions.cues import cue_verbs, cue_words, read_group
from briefing.facts.attributions.drafts import Draft, draft_of
from briefing.facts.attributions.passages import Passage
from briefing.facts.attributions.verb_rules import subject_of
from briefing.spans import Span

_NEAR = 12
"""Tokens before a closing colon in which its verb stands: "he wrote in a letter:"."""


def carry_over(
    passage: Passage, drafts: Sequence[Draft], following: Sequence[Passage]
) -> list[Draft]:
    """Add what stands in later blocks: a quotation left open, and one behind a colon.

    Printers open a quotation again with every paragraph and close the last one only.

    Args:
        passage: The block with the cues.
        drafts: What was found in it.
        following: The blocks behind it, as many as are to be looked at.
    """
    carried = list(drafts)
    if not following or not passage.sentences or not _is_quoted(following[0]):
        return carried
    last = passage.quotations[-1] if passage.quotations else None
    if last and not last.closed:
        for at, draft in enumerate(carried):
            if any(span.end == last.end for span in draft.content):
                more = tuple(_quoted_behind(passage, following))
                carried[at] = draft._replace(content=(*draft.content, *more))
    elif passage.tokens.lower[-1] == ":" and (announced := _announced(passage, following)):
        carried.append(announced)
    return carried


def _is_quoted(passage: Passage) -> bool:
    """Tell whether a block opens with a quotation that its sentence does not attribute."""
    if not passage.sentences or not passage.quotations:
        return False
    begin, end = passage.sentences[0]
    return begin == 0 and min(passage.quoted[begin:end]) >= 0


def _quoted_behind(passage: Passage, following: Sequence[Passage]) -> Iterator[Span]:
    """Yield the quotation of each block until one closes it."""
    before = passage
    for block in following:
        gap = block.text[before.span.end : block.span.start]
        if gap.strip() or not _is_quoted(block):
            return
        yield block.quotations[0].span
        if block.quotations[0].closed:
            return
        before = block


def _announced(passage: Passage, following: Sequence[Passage]) -> Draft | None:
    """Find S wrote: at the end of a block, and C in the next."""
    begin, end = passage.sentences[-1]
    lower, quoted = passage.tokens.lower, passage.quoted
    words = cue_words()
    for at in range(end - 1, max(begin, end - _NEAR) - 1, -1):
        lemma = cue_verbs().get(lower[at])
        if quoted[at] >= 0 or lemma not in words.inverting | words.clausal:
            continue
        group = read_group(passage, begin, at, lemma or "")
        subject = subject_of(passage, begin, group)
        content = tuple(_quoted_behind(passage, following))
        sentence = len(passage.sentences) - 1
        return draft_of(passage, sentence, group, subject, content, ("announced", "quote"))
    return None
