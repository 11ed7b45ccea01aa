"""What a document says twice."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from briefing.spans import Span

RepeatKind = Literal["exact", "near", "part"]
ChangeOp = Literal["replace", "insert", "delete"]


class Change(Struct, frozen=True, kw_only=True, gc=False, array_like=True):
    """Words of a repeat that differ from what it repeats."""

    op: ChangeOp
    span: Span
    """In the repeat; empty where words were left out."""
    of: Span
    """In the original; empty where words were added."""
    substantive: bool = False
    """A figure, a name or a negation differs: the copy says something else."""


class Repeat(Struct, frozen=True, kw_only=True, gc=False, array_like=True):
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


class Restatement(Struct, frozen=True, kw_only=True, gc=False, array_like=True):
    """A sentence that says an earlier one again in other words: linked, never folded."""

    span: Span
    of: Span
    similarity: float
    """0–1."""
