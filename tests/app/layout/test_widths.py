"""Borders move as far as there is room, and what is chosen comes back with the room."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.app.layout.widths import USUAL, fitting, moved, slot

SIDES = st.sampled_from(["outline", "facts"])
LAYOUTS = st.sampled_from([("narrow", 20, 99), ("medium", 100, 139), ("wide", 140, 400)])
KEPT = st.dictionaries(st.sampled_from(sorted(USUAL)), st.integers(1, 999))


@pytest.mark.parametrize(
    ("side", "layout", "name"),
    [
        ("outline", "wide", "outline.wide"),
        ("outline", "medium", "outline.drawer"),
        ("outline", "narrow", "outline.drawer"),
        ("facts", "wide", "facts.wide"),
        ("facts", "medium", "facts.medium"),
        ("facts", "narrow", "facts.drawer"),
    ],
)
def test_each_layout_has_widths_of_its_own(side, layout, name):
    assert slot(side, layout) == name
    assert name in USUAL


@pytest.mark.parametrize(
    ("side", "direction", "cells"),
    [("outline", 1, 36), ("outline", -1, 32), ("facts", -1, 54), ("facts", 1, 50)],
)
def test_a_border_goes_where_the_arrow_points(side, direction, cells):
    widths = moved(side, "wide", {}, 160, direction, beside=True)
    assert widths == {f"{side}.wide": cells}


def test_a_small_terminal_forgets_nothing():
    kept = {"facts.wide": 100}
    assert fitting("facts", "wide", kept, 140, beside=True) == 70
    assert fitting("facts", "wide", kept, 140, beside=False) == 100
    assert fitting("facts", "wide", kept, 200, beside=True) == 100


@given(SIDES, LAYOUTS, KEPT, st.data(), st.booleans())
def test_no_pane_takes_more_than_there_is(side, layout, kept, data, beside):
    name, least, most = layout
    columns = data.draw(st.integers(least, most))
    width = fitting(side, name, kept, columns, beside=beside)
    assert 0 < width <= columns
    if slot(side, name).endswith("drawer"):
        assert width <= max(columns * 9 // 10, 30)
    elif not beside:
        assert columns - width >= 36


@given(SIDES, LAYOUTS, KEPT, st.data(), st.sampled_from([-1, 1]), st.booleans())
def test_a_step_is_at_most_two_cells_and_touches_one_width(
    side, layout, kept, data, direction, beside
):
    name, least, most = layout
    columns = data.draw(st.integers(least, most))
    before = fitting(side, name, kept, columns, beside=beside)
    widths = moved(side, name, kept, columns, direction, beside=beside)
    after = fitting(side, name, widths, columns, beside=beside)
    assert abs(after - before) <= 2
    grows = direction if side == "outline" else -direction
    assert (after - before) * grows >= 0
    assert {key: widths[key] for key in kept if key != slot(side, name)} == {
        key: cells for key, cells in kept.items() if key != slot(side, name)
    }
