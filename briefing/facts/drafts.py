"""A finding of one rule, before it is known which findings stand."""

from __future__ import annotations

from typing import NamedTuple

from briefing.spans import Span


class Draft(NamedTuple):
    """Source, cue and content with what the rule saw."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    shape: str
    lemma: str
    frame: str
    form: str
    subject: str
    """Kind of the subject; "" where there is none."""
    sentence: int
    """Index into the passage's sentences."""
    quoted: bool = False
    """The cue itself stands in a quotation."""
