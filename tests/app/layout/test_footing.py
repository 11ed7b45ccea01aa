"""The foot shows what there is room for, and always the way out."""

from hypothesis import given
from hypothesis import strategies as st

from briefing.app.layout.footing import GAP, FootKey, fit

KEYS = st.lists(
    st.builds(
        FootKey, st.text(min_size=1), st.sampled_from("nJ⏎"), st.text(max_size=9), st.booleans()
    )
)


def width(keys):
    return sum(key.width for key in keys) - GAP


def test_the_last_ones_give_way_to_those_that_are_pinned():
    keys = [FootKey(k, k, "Word") for k in "abc"] + [FootKey("q", "q", "Quit", pinned=True)]
    assert [key.key for key in fit(keys, 4 * 8)] == ["a", "b", "c", "q"]
    assert [key.key for key in fit(keys, 4 * 8 - GAP - 1)] == ["a", "b", "q"]
    assert [key.key for key in fit(keys, 0)] == ["q"]


@given(KEYS, st.integers(0, 200))
def test_what_is_shown_fits_in_its_order(keys, cells):
    shown = fit(keys, cells)
    pinned = [key for key in keys if key.pinned]
    assert list(shown[len(shown) - len(pinned) :]) == pinned
    others = [key for key in keys if not key.pinned]
    kept = list(shown[: len(shown) - len(pinned)])
    assert kept == others[: len(kept)]
    if kept:
        assert width(shown) <= cells
