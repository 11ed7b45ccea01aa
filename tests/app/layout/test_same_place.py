import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.app.layout.same_place import find_again

FIRST = "The quay was closed on Monday, the mayor said.\n\n"
SECOND = "Nine boats may leave on Friday, said officials of the port.\n\n"
THIRD = "Nobody was hurt when the crane fell over, a witness told reporters.\n"


@pytest.mark.parametrize(
    ("before", "after", "place"),
    [
        ([FIRST, SECOND], [FIRST, SECOND, THIRD], 1),
        ([FIRST, SECOND], [THIRD, FIRST, SECOND], 2),
        ([FIRST, THIRD, SECOND], [FIRST, SECOND], 1),
        ([FIRST, SECOND], [THIRD, SECOND.replace("port", "harbour")], 1),
        ([FIRST, SECOND], [SECOND, THIRD, FIRST, SECOND], 3),
        ([SECOND], [THIRD, SECOND], 0),
    ],
    ids=["appended", "put in front", "taken out", "mended", "copied", "at the beginning"],
)
def test_the_words_that_stood_last_are_found_again(before, after, place):
    offset = len("".join(before[:-1]))
    found = find_again(offset, "".join(before), "".join(after))
    assert found == len("".join(after[:place]))


@pytest.mark.parametrize("after", ["", "x", "Something else altogether, and longer than that."])
def test_what_is_gone_is_as_far_down_as_before(after):
    assert find_again(40, FIRST, after) == max(0, min(40, len(after) - 1))


@given(st.text(), st.text(), st.integers(-5, 60))
def test_a_place_is_always_inside(before, after, offset):
    assert 0 <= find_again(offset, before, after) <= max(0, len(after) - 1)


@given(st.text(min_size=1), st.text(), st.data())
def test_what_is_added_behind_moves_nothing(before, more, data):
    offset = data.draw(st.integers(0, len(before) - 1))
    assert find_again(offset, before, before + more) == offset
