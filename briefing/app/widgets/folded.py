"""The one line that stands for a repeat."""

from __future__ import annotations

from briefing.app.layout.folding import Fold
from briefing.gate import clean
from briefing.model import Document

_FIRST_WORDS = 28
"""Characters of the folded text that the line quotes."""


def fold_words(document: Document, fold: Fold, *, opened: bool) -> str:
    """Say what is folded, whether a word differs, and what Enter does."""
    words = clean(fold.span.of(document.text)[: _FIRST_WORDS * 2])
    quoted = words if len(words) <= _FIRST_WORDS else words[:_FIRST_WORDS].rpartition(" ")[0] + "…"
    if opened:
        return f"▾ said before: {_amount(fold)} · Enter folds"
    return f"▸ said before: {_amount(fold)} “{quoted}” · {_difference(document, fold)}"


def _amount(fold: Fold) -> str:
    if fold.passage:
        return "a passage"
    parts = [_count(fold.paragraphs, "paragraph"), _count(fold.headings, "heading")]
    return ", ".join(part for part in parts if part)


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}" if number else ""


def _difference(document: Document, fold: Fold) -> str:
    """Show the first change: nothing that is said only once may hide in a fold."""
    changes = [change for repeat in fold.repeats for change in repeat.changes]
    if not changes:
        return "no word differs"
    was = clean(changes[0].of.of(document.text)) or "nothing"
    now = clean(changes[0].span.of(document.text)) or "nothing"
    more = f" and {len(changes) - 1} more" if len(changes) > 1 else ""
    return f"{was} → {now}{more}"
