"""Lay a document out in a test, all of it at once."""

from briefing.app.layout.chunk_rows import Room
from briefing.app.layout.folding import fold_repeats
from briefing.app.layout.rows import Rows


def lay_out(document, width, opened=()):
    """Exact rows; ``opened`` holds the numbers of the folds that are open."""
    folds = fold_repeats(document)
    rows = Rows(document, Room(width, width), folds, frozenset(opened))
    assert rows.settle()
    return rows
