"""The one line that stands for a repeat."""

from __future__ import annotations

from rich.cells import cell_len, chop_cells

from briefing.app.layout.folding import Fold
from briefing.gate import clean
from briefing.model import Change, Document

_LEAST_QUOTED = 12
_MOST_QUOTED = 40
"""Characters of the folded text that the line quotes, as far as there is room."""


def fold_words(document: Document, fold: Fold, width: int, *, opened: bool, key: str) -> str:
    """Say what is folded and whether a word differs, in at most ``width`` cells.

    What differs is never left out for want of room; the quotation is. ``key`` closes the fold.
    Where the copy says something else, its figures, names and negations come first.
    """
    if opened:
        return _cut(f"▾ said before: {_amount(fold)} · {key} folds", width)
    head = f"▸ said before: {_amount(fold)}"
    tail = f" · {_difference(document, fold, width - cell_len(head) - 3)}"
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


def _difference(document: Document, fold: Fold, room: int) -> str:
    """Show what differs, as far as there is room: what is said only once may not hide in a fold."""
    changes = [change for repeat in fold.repeats for change in repeat.changes]
    if not changes:
        return "no word differs"
    changes.sort(key=lambda change: not change.substantive)
    told = [_told(document, change) for change in changes if change.substantive]
    told = told or [_told(document, changes[0])]
    for count in range(len(told), 0, -1):
        more = f" and {len(changes) - count} more" if len(changes) > count else ""
        said = ", ".join(told[:count]) + more
        if cell_len(said) <= room:
            break
    return said


def _told(document: Document, change: Change) -> str:
    was = clean(change.of.of(document.text)) or "nothing"
    now = clean(change.span.of(document.text)) or "nothing"
    return f"{was} → {now}"
