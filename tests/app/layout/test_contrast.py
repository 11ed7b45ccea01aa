import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.app.layout.contrast import READABLE, contrast, make_readable

colours = st.tuples(*[st.integers(0, 255)] * 3)
DARK, LIGHT = (16, 20, 28), (252, 252, 250)


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        ((0, 0, 0), (255, 255, 255), 21.0),
        ((119, 119, 119), (255, 255, 255), 4.48),
        ((255, 0, 0), (255, 0, 0), 1.0),
    ],
)
def test_contrast_is_that_of_the_standard(one, other, ratio):
    assert contrast(one, other) == pytest.approx(ratio, abs=0.005)


@given(colours, colours)
def test_contrast_is_the_same_both_ways(one, other):
    assert contrast(one, other) == contrast(other, one)
    assert 1 <= contrast(one, other) <= 21


@given(colours, st.sampled_from([True, False]))
def test_an_ink_can_be_read_on_every_ground(ink, dark):
    grounds = [DARK, (30, 37, 48)] if dark else [LIGHT, (232, 235, 238)]
    readable = make_readable(ink, grounds, dark=dark)
    assert all(contrast(readable, ground) >= READABLE for ground in grounds)
    if all(contrast(ink, ground) >= READABLE for ground in grounds):
        assert readable == ink


def test_on_a_ground_that_nothing_can_be_read_on_an_ink_is_as_far_from_it_as_can_be():
    assert make_readable((99, 99, 99), [(130, 130, 130)], dark=True) == (255, 255, 255)
    assert make_readable((99, 99, 99), [(90, 90, 90)], dark=False) == (0, 0, 0)
