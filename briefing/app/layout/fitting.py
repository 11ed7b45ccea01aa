"""Fit words into so many cells of one line."""

from __future__ import annotations

from rich.cells import cell_len, set_cell_size


def fit(words: str, cells: int) -> str:
    """Fill exactly so many cells; words that are too long end in an ellipsis."""
    return set_cell_size(cut(words, cells), max(0, cells))


def cut(words: str, cells: int) -> str:
    """Leave words that fit; what is too long ends in an ellipsis."""
    if cell_len(words) <= cells:
        return words
    return set_cell_size(words, cells - 1) + "…" if cells > 0 else ""
