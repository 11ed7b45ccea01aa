"""Who says what."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from briefing.spans import Span

SourceKind = Literal["named", "unnamed", "pronoun", "publisher", "none"]
ViaKind = Literal["origin", "carrier"]


class Via(Struct, frozen=True, kw_only=True, gc=False, array_like=True):
    """Somebody between the source and the article."""

    span: Span
    kind: ViaKind
    """origin: whom the source has it from; carrier: who brought it to the article."""


class SecondSource(Struct, frozen=True, kw_only=True, gc=False, array_like=True):
    """The source that would have been taken next."""

    at: Span
    probability: float
    """0–1."""


class Why(Struct, frozen=True, kw_only=True, gc=False, array_like=True):
    """What decided an attribution."""

    cue: float
    """Probability that the words are a cue, 0–1."""
    second_source: SecondSource | None = None


class Attribution(Struct, frozen=True, kw_only=True, gc=False, array_like=True):
    """Source, cue and content; each a list, as a role may be broken in two."""

    source: tuple[Span, ...]
    """Empty where nobody is named: "It is said that …"."""
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    """Never empty."""
    source_kind: SourceKind
    speaker: str | None = None
    """Whom a pronoun or a short form stands for, as named in this document."""
    confidence: float = 1.0
    """How likely it is right, 0–1."""
    why: Why | None = None
    """None where a rule decided."""
    via: tuple[Via, ...] = ()


class Source(Struct, frozen=True, kw_only=True, gc=False, array_like=True):
    """One row of the ledger: somebody who says things in this document."""

    name: Span
    """The fullest name or description."""
    description: Span | None
    """What the document says they are: "South Korea's top security adviser"."""
    named: bool
    attributions: tuple[int, ...]
    """Indexes into the document's attributions, in text order."""
