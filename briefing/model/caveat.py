"""Reasons, written in the text itself, to hold a claim less firmly than it sounds."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from briefing.spans import Span

CaveatKind = Literal[
    "unnamed_source",
    "secondhand",
    "alleged",
    "hedged",
    "conditional",
    "approximate",
    "undisclosed",
    "no_comment",
    "denied",
    "unverified",
    "forecast",
    "relative_date",
    "scare_quoted",
]
Scope = Literal["fact", "section", "document"]


class Likelihood(Struct, frozen=True, kw_only=True, gc=False, array_like=True):
    """A term of ICD 203 and the percentages that it stands for."""

    term: str
    low: int
    high: int


class Caveat(Struct, frozen=True, kw_only=True, gc=False, array_like=True):
    """One reason, with the words that trigger it."""

    kind: CaveatKind
    span: Span
    """The shortest run of words that shows it."""
    scope: Scope
    explanation: str
    """A fixed sentence of ours, from the lexicon."""
    about: tuple[Span, ...] = ()
    """The claims that it limits, where the text tells."""
    likelihood: Likelihood | None = None
    """For ``hedged``, where the words fix one."""
