from __future__ import annotations

import pytest

from briefing.repeats.substance import is_substantive


@pytest.mark.parametrize(
    ("now", "was", "opens"),
    [
        ("43m", "40m", False),
        ("six", "seven", False),
        ("not", "", False),
        ("", "never", False),
        ("wasn’t", "was", False),
        ("nicht", "", False),
        ("Odense", "Harwick", False),
        ("the minister", "Marta Olsen", False),
        ("In Odense", "In Harwick", True),
        ("3 October", "20 September", False),
        ("1.5%", "1.5", False),
    ],
)
def test_copy_says_something_else(now, was, opens):
    assert is_substantive(now.split(), was.split(), opens=opens)
    assert is_substantive(was.split(), now.split(), opens=opens)


@pytest.mark.parametrize(
    ("now", "was", "opens"),
    [
        ("told reporters", "said", False),
        ("However", "But", True),
        ("people", "individuals", False),
        ("", "also", False),
        ("the board", "The board", False),
        ("did not", "didn't", False),
        ("the 40 posts", "40 posts", False),
    ],
)
def test_copy_says_the_same_in_other_words(now, was, opens):
    assert not is_substantive(now.split(), was.split(), opens=opens)
