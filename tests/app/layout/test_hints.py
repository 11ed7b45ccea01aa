from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.app.layout.hints import LETTERS, hints, is_letter, place_hints
from briefing.spans import Span


@pytest.mark.parametrize(
    ("count", "given_out"),
    [
        (0, ()),
        (1, ("a",)),
        (2, ("a", "b")),
        (3, ("a", "b", "c")),
        # One letter is given up for three words of two.
        (4, ("b", "c", "aa", "ab")),
        (5, ("b", "c", "aa", "ab", "ac")),
        (6, ("c", "aa", "ab", "ac", "ba", "bb")),
    ],
)
def test_hints_are_as_short_as_they_can_be(count, given_out):
    assert hints(count, "abc") == given_out


@given(st.integers(0, 2000))
def test_no_hint_is_the_beginning_of_another(count):
    found = sorted(hints(count))
    assert len(found) == len(set(found)) == count
    # Sorted, a word stands right before those that begin with it.
    assert not any(b.startswith(a) for a, b in pairwise(found))
    assert all(set(word) <= set(LETTERS) for word in found)
    lengths = {len(word) for word in found}
    assert not lengths or max(lengths) - min(lengths) <= 1


@pytest.mark.parametrize(
    ("key", "letter"), [("f", True), ("F", False), ("escape", False), ("é", False), ("", False)]
)
def test_a_hint_is_typed_with_letters(key, letter):
    assert is_letter(key) is letter


@pytest.mark.parametrize(
    ("placed", "text", "over"),
    [
        ({2: "f"}, "a link here", {(2, 3): "f"}),
        ({2: "fj"}, "a link here", {(2, 4): "fj"}),
        # A wide character gives way whole, so that no word moves.
        ({0: "f"}, "漢字", {(0, 1): "f "}),
        ({0: "fj"}, "漢字", {(0, 1): "fj"}),
        # At the end of a row, and where two stand close.
        ({3: "fj"}, "abcd", {(2, 4): "fj"}),
        ({0: "fj", 1: "fd"}, "abcd", {(0, 2): "fj", (2, 4): "fd"}),
        ({0: "fj", 1: "fd"}, "abc", {(0, 2): "fj"}),
        ({0: "fj"}, "a", {}),
        # On another row.
        ({9: "f"}, "abc", {}),
    ],
)
def test_hints_lie_over_words_and_move_none(placed, text, over):
    found = place_hints(placed, text, Span(0, len(text)))
    assert found == {Span(*span): letters for span, letters in over.items()}
