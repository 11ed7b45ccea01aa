"""Claims, and how firmly the article lets each one stand."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from briefing.spans import Span

Standing = Literal["stated", "reported", "assessed", "alleged", "speculative", "disputed"]


class Fact(Struct, frozen=True, kw_only=True, gc=False, array_like=True):
    """One claim, with everything that limits it."""

    id: str
    """The document's id, a dash and a number of two digits or more."""
    span: Span
    """The sentence, or sentences, that hold the claim."""
    section: int
    claim: tuple[Span, ...]
    """The content alone, without who said it; broken where a cue stands inside."""
    standing: Standing
    reason: str
    """What decided the standing, in words of ours around words of the text."""
    weight: float
    """For "in short": 0–1, comparable within a document."""
    shown: bool = True
    """False: shown when asked for."""
    attribution: int | None = None
    """Index into the document's attributions; None where the article itself asserts."""
    caveats: tuple[int, ...] = ()
    """Indexes of the caveats of scope ``fact`` that limit it."""
    quantities: tuple[int, ...] = ()
    dates: tuple[int, ...] = ()
    repeated_at: tuple[Span, ...] = ()
    restated_at: tuple[Span, ...] = ()
