"""What a document says twice."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from briefing.spans import Span

RepeatKind = Literal["exact", "near", "part"]
ChangeOp = Literal["replace", "insert", "delete"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """Words of a repeat that differ from what it repeats."""

    op: ChangeOp
    span: Span
    """In the repeat; empty where words were left out."""
    of: Span
    """In the original; empty where words were added."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Repeat:
    """A passage that stood earlier in the document. It points; readers fold."""

    span: Span
    of: Span
    """The original."""
    kind: RepeatKind
    similarity: float = 1.0
    """0–1."""
    changes: tuple[Change, ...] = ()
    """Every word that differs; empty only when none does."""
    run: int = 0
    """Repeats of one run of blocks share it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Restatement:
    """A sentence that says an earlier one again in other words: linked, never folded."""

    span: Span
    of: Span
    similarity: float
    """0–1."""
