"""The one line that stands for a repeat."""

from __future__ import annotations

from rich.cells import cell_len, chop_cells

from briefing.app.layout.folding import Fold
from briefing.gate import clean
from briefing.model import Document

_LEAST_QUOTED = 12
_MOST_QUOTED = 40
"""Characters of the folded text that the line quotes, as far as there is room."""


def fold_words(document: Document, fold: Fold, width: int, *, opened: bool, key: str) -> str:
    """Say what is folded and whether a word differs, in at most ``width`` cells.

    What differs is never left out for want of room; the quotation is. ``key`` closes the fold.
    """
    if opened:
        return _cut(f"▾ said before: {_amount(fold)} · {key} folds", width)
    head, tail = f"▸ said before: {_amount(fold)}", f" · {_difference(document, fold)}"
    left = width - cell_len(tail)
    room = min(left - cell_len(head) - 3, _MOST_QUOTED)
    if room >= _LEAST_QUOTED:
        head += f" “{_cut(clean(fold.span.of(document.text)[: 2 * _MOST_QUOTED]), room)}”"
    return _cut(head, left) + _cut(tail, width)


def _cut(words: str, width: int) -> str:
    """Shorten at a word, with an ellipsis."""
    if cell_len(words) <= width:
        return words
    kept = chop_cells(words, width - 1)[0] if width > 1 else ""
    return (kept.rpartition(" ")[0] or kept) + "…"


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
