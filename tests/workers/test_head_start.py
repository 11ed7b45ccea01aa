"""A head start is waited for as long as somebody likes, and its worker is handed over."""

import pytest

from briefing.errors import LostWorkerError
from briefing.workers.head_start import HeadStart


@pytest.fixture
def begun():
    made = []

    def begin(name, *args):
        made.append(HeadStart(name, *args))
        return made[-1]

    yield begin
    for head_start in made:
        head_start.stop()


def test_the_answer_comes_and_the_worker_goes_on(begun):
    head_start = begun("builtins:len", "four")
    assert head_start.wait(60) == 4
    worker = head_start.take_worker()
    assert worker.call(len, "three") == 5
    worker.close()


def test_an_answer_that_takes_too_long_is_none_and_its_worker_is_ended(begun):
    head_start = begun("signal:pause")
    assert head_start.wait(0) is None
    assert head_start.take_worker() is None
    assert head_start.wait(60) is None


def test_a_worker_that_is_lost_answers_nothing(begun):
    head_start = begun("os:_exit", 1)
    assert head_start.wait(60) is None
    assert head_start.take_worker() is None


def test_a_mistake_is_raised_where_it_is_waited_for(begun):
    head_start = begun("builtins:int", "four")
    with pytest.raises(ValueError, match="four"):
        head_start.wait(60)


def test_stopping_ends_a_worker_that_was_handed_over(begun):
    head_start = begun("builtins:len", "four")
    head_start.wait(60)
    worker = head_start.take_worker()
    head_start.stop()
    with pytest.raises(LostWorkerError):
        worker.call(len, "three")
