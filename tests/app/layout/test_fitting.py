import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from briefing.app.layout.fitting import cut, fit


@pytest.mark.parametrize(
    ("words", "cells", "shown"),
    [
        ("port", 6, "port  "),
        ("port", 4, "port"),
        ("ports", 4, "por…"),
        ("首相の島", 5, "首相…"),
        ("首相の島", 4, "首 …"),
        ("port", 1, "…"),
        ("port", 0, ""),
        ("port", -3, ""),
    ],
)
def test_what_is_too_long_ends_in_an_ellipsis(words, cells, shown):
    assert fit(words, cells) == shown


@given(st.text(max_size=40), st.integers(0, 30))
def test_what_is_fitted_fills_its_cells(words, cells):
    assert cell_len(fit(words, cells)) == cells
    assert cell_len(cut(words, cells)) <= cells
