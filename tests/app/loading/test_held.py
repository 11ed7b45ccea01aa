import pytest
from hypothesis import given
from hypothesis import strategies as st
from small import bare_document

from briefing.app.loading.held import Held
from briefing.model.packed import pack

DOCUMENT = bare_document("Harwick", id="a")


@pytest.mark.parametrize("given_as", [DOCUMENT, pack(DOCUMENT)], ids=["document", "bytes"])
def test_a_document_comes_back_under_the_name_that_it_has_here(given_as):
    held = Held()
    held.put(3, given_as, "news/b.txt", spare=True)
    document = held.get(3)
    assert (document.path, document.text, document.id) == ("news/b.txt", "Harwick", "a")
    assert held.get(4) is None


def test_what_was_used_longest_ago_goes_first_and_what_is_nowhere_else_stays():
    packed = pack(DOCUMENT)
    held = Held(limit=3 * len(packed))
    held.put(0, packed, "0", spare=False)
    held.put(1, packed, "1", spare=True)
    held.put(2, packed, "2", spare=True)
    assert held.get(1) is not None
    held.put(3, packed, "3", spare=True)
    assert [number in held for number in range(4)] == [True, True, False, True]


@given(st.lists(st.tuples(st.integers(0, 9), st.booleans()), max_size=60), st.integers(1, 5))
def test_no_more_is_held_than_there_is_room_for(puts, room):
    packed = pack(DOCUMENT)
    held = Held(limit=room * len(packed))
    kept = {}
    for number, spare in puts:
        held.put(number, packed, "a", spare=spare)
        kept[number] = spare
        assert number in held
    needed = [number for number, spare in kept.items() if not spare]
    assert all(number in held for number in needed)
    assert sum(number in held for number in range(10)) <= max(room, len(needed) + 1)
