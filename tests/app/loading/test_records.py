from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from briefing.app.loading.records import Records
from briefing.library import Found
from briefing.library.stamps import Print, Stamp
from briefing.model import Headline

NOTHING = Headline(None, None, None)


@given(st.lists(st.tuples(st.integers(0, 9), st.sampled_from("abc")), max_size=60))
def test_copies_are_counted_in_the_order_of_the_list(seen):
    records = Records()
    for number in range(10):
        records.add(number, Found(Path(str(number)), str(number)))
    now = {}
    for number, digest in seen:
        now[number] = digest
        records.note(number, Stamp(1, 1), Print(digest, b""), NOTHING)
        for each, its in now.items():
            before = [n for n, other in now.items() if other == its and n <= each]
            assert records.copy_of(each) == len(before)
    for number in list(now):
        records.forget(number)
        assert records.copy_of(number) == 1
        assert records[number].stamp is None
