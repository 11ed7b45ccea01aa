"""Back and forward, as in a browser."""

from hypothesis import given
from hypothesis import strategies as st

from briefing.app.layout.history import History, Spot, is_far

SPOTS = st.builds(Spot, st.integers(0, 3), st.integers(0, 5))


def test_back_and_forward_lead_through_the_same_places():
    history = History()
    one, two, three = Spot(0, 0), Spot(0, 900), Spot(1, 40)
    history.leave(one)
    history.leave(two)
    assert history.back(three) == two
    assert history.back(two) == one
    assert history.back(one) is None
    assert history.forward(one) == two
    assert history.forward(two) == three
    assert history.forward(three) is None


def test_a_jump_after_going_back_cuts_the_way_on():
    history = History()
    history.leave(Spot(0, 0))
    assert history.back(Spot(0, 900)) == Spot(0, 0)
    history.leave(Spot(0, 0))
    assert history.forward(Spot(1, 0)) is None


def test_going_back_never_stays_where_one_is():
    history = History()
    history.leave(Spot(0, 0))
    history.leave(Spot(0, 900))
    assert history.back(Spot(0, 900)) == Spot(0, 0)


@given(st.lists(SPOTS), SPOTS)
def test_as_many_steps_forward_as_back_lead_home(left, here):
    history = History()
    for spot in left:
        history.leave(spot)
    now, steps = here, 0
    while (spot := history.back(now)) is not None:
        assert spot != now
        now, steps = spot, steps + 1
    assert steps <= len(left)
    for _ in range(steps):
        now = history.forward(now)
    assert now == here
    assert history.forward(now) is None


@given(st.lists(st.tuples(st.sampled_from(["leave", "back", "forward"]), SPOTS), max_size=400))
def test_history_is_bounded_and_never_fails(steps):
    history, here = History(), Spot(0, 0)
    for step, spot in steps:
        if step == "leave":
            history.leave(here)
            assert not history.ahead
            here = spot
        else:
            here = getattr(history, step)(here) or here
        assert len(history.behind) <= 100
        assert len(history.ahead) <= 100


def test_a_thousand_jumps_keep_the_newest():
    history = History()
    for offset in range(1000):
        history.leave(Spot(0, offset))
    assert len(history.behind) == 100
    assert history.back(Spot(0, 1000)) == Spot(0, 999)


def test_only_more_than_a_screen_is_far():
    assert not is_far(Spot(0, 100), Spot(0, 900), 800)
    assert is_far(Spot(0, 100), Spot(0, 901), 800)
    assert is_far(Spot(0, 901), Spot(0, 100), 800)
    assert is_far(Spot(0, 100), Spot(1, 100), 800)
