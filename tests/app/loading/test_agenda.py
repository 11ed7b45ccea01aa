from hypothesis import given
from hypothesis import strategies as st

from briefing.app.loading.agenda import BATCH, Agenda, Job


def test_what_is_wanted_goes_first_then_all_texts_then_all_facts():
    agenda = Agenda()
    agenda.add(range(3))
    agenda.wanted = 1
    assert agenda.next() == Job("study", (1,))
    agenda.drop(1)
    assert agenda.next() == Job("glance", (0, 2))
    agenda.read(0)
    agenda.read(2)
    assert agenda.next() == Job("study", (0,))
    agenda.wanted = 2
    assert agenda.next() == Job("study", (2,))
    agenda.drop(0)
    agenda.drop(2)
    assert agenda.next() is None


def test_a_long_text_is_read_before_its_facts_are_looked_for():
    agenda = Agenda()
    agenda.add([0])
    agenda.defer(0)
    assert agenda.next() == Job("read", (0,))
    agenda.read(0)
    assert agenda.next() == Job("study", (0,))


@given(st.integers(0, 200), st.sets(st.integers(0, 199)), st.lists(st.integers(0, 199)))
def test_everything_is_done_and_nothing_for_ever(total, large, wishes):
    agenda = Agenda()
    agenda.add(range(total))
    studied = set()
    for number in large & set(range(total)):
        agenda.defer(number)
    while (job := agenda.next()) is not None:
        assert len(job.numbers) <= BATCH
        if wishes:
            agenda.wanted = wishes.pop()
        if job.kind == "study":
            studied.add(job.numbers[0])
            agenda.drop(job.numbers[0])
        else:
            agenda.read(job.numbers[0])
    assert studied == set(range(total))
    assert not agenda.texts_left
