import pytest
from hypothesis import given
from hypothesis import strategies as st
from laid_out import lay_out
from written import document

from briefing.app.layout.caret import Ground
from briefing.app.layout.selection import TextSelection, selected_words
from briefing.gate import CONTROLS
from briefing.spans import Span

MIXED = document(
    ("heading", "Ferries"),
    ("paragraph", "The port\nis closed  until\n  noon."),
    ("item", "one boat"),
    ("item", "two boats"),
    ("code", "if late:\n    wait()"),
    ("table", "a | b\nc | d"),
    ("paragraph", "Nobody sailed."),
)


@pytest.mark.parametrize(
    ("first", "last", "copied"),
    [
        ("port\n", "is closed", "port is closed"),
        # Two spaces inside a line are the writer's own.
        ("is closed", "noon.", "is closed  until noon."),
        ("Ferries", "The port", "Ferries\n\nThe port"),
        ("noon", "two", "noon.\n\none boat\ntwo"),
        ("late", "wait()", "late:\n    wait()"),
        ("boats", "if", "boats\n\nif"),
        ("wait()", "a | b\nc", "wait()\n\na | b\nc"),
    ],
)
def test_lines_are_joined_and_blocks_parted(first, last, copied):
    start = MIXED.text.index(first)
    assert selected_words(MIXED, Span(start, MIXED.text.index(last) + len(last))) == copied


def test_what_stands_between_blocks_is_no_words():
    gap = MIXED.text.index("\n\n")
    assert selected_words(MIXED, Span(gap, gap + 2)) == ""
    assert selected_words(MIXED, Span(gap, gap + 5)) == "The"


def test_what_a_fold_hides_is_not_copied():
    text = MIXED.text
    hidden = (Span(text.index("one"), text.index("boats") + 5),)
    copied = selected_words(MIXED, Span(text.index("noon"), text.index("if") + 2), hidden)
    assert copied == "noon.\n\nif"


def test_a_gap_inside_a_paragraph_is_shown_so_that_no_sentence_is_made_up():
    text = MIXED.text
    hidden = (Span(text.index("is closed"), text.index("until")),)
    everything = Span(text.index("The port"), text.index("noon.") + 5)
    assert selected_words(MIXED, everything, hidden) == "The port […] until noon."


def test_what_is_copied_has_passed_the_gate():
    hostile = document(("paragraph", "a\x1b]52;c;eA==\x07b \u202ecba"), ("code", "x\x9b2J\ny"))
    copied = selected_words(hostile, Span(0, len(hostile.text)))
    assert not CONTROLS.search(copied.replace("\n", ""))
    assert "]52;c;eA==" in copied


@pytest.mark.parametrize(
    ("anchor", "caret", "words"),
    [(0, 3, "abcd"), (3, 0, "abcd"), (2, 2, "c"), (0, 4, "abcd👍🏽"), (4, 5, "👍🏽")],
)
def test_both_ends_belong_to_a_selection(anchor, caret, words):
    text = "abcd👍🏽e"
    selection = TextSelection(anchor, caret)
    if caret == 5:  # no caret stands there, and if one did it would be no half character
        assert selection.span(text).start == 4
        return
    assert selection.span(text).of(text) == words


def test_a_selection_grows_from_either_end():
    ground = Ground(MIXED, lay_out(MIXED, 40))
    start = MIXED.text.index("closed")
    selection = TextSelection(start, start).moved(ground, "word", 1)
    assert selection.span(MIXED.text).of(MIXED.text) == "closed"
    selection = selection.moved(ground, "word", 1).swapped().moved(ground, "word", -1)
    assert selected_words(MIXED, selection.span(MIXED.text)) == "is closed  until"
    assert selection.anew().span(MIXED.text).of(MIXED.text) == "i"
    down = selection.anew().moved_lines(ground, 2)
    assert MIXED.text[: down.caret + 1].endswith("two boats")


@pytest.mark.parametrize(
    ("at", "unit", "words"),
    [
        ("osed", "word", "closed"),
        ("closed", "word", "closed"),
        (":", "word", ":"),
        ("obody", "paragraph", "Nobody sailed."),
        ("Nobody", "paragraph", "Nobody sailed."),
    ],
)
def test_what_is_pointed_at_twice_is_selected_whole(at, unit, words):
    ground = Ground(MIXED, lay_out(MIXED, 40))
    selection = TextSelection.around(ground, MIXED.text.index(at), unit)
    assert selection.span(MIXED.text).of(MIXED.text) == words


def test_a_sentence_is_selected_up_to_its_last_character():
    selection = TextSelection.over("One 👍🏽 two", Span(0, 6))
    assert (selection.anchor, selection.caret) == (0, 4)
    assert selection.span("One 👍🏽 two") == Span(0, 6)


KINDS = st.sampled_from(["paragraph", "item", "quote", "code", "heading"])
WORDS = st.text(st.sampled_from("abc d\n漢é\x1b\u202e"), min_size=1, max_size=20)


@given(st.lists(st.tuples(KINDS, WORDS), min_size=1, max_size=5), st.integers(0), st.integers(0))
def test_whatever_is_selected_are_words_of_the_text(blocks, a, b):
    held = document(*blocks)
    text = held.text
    start, end = sorted((a % (len(text) + 1), b % (len(text) + 1)))
    copied = selected_words(held, Span(start, end))
    kept = selected_words(held, Span(0, len(text)))
    assert "".join(copied.split()) in "".join(kept.split())
    whole = Span(start, end).of(text).replace("\x1b", "\ufffd").replace("\u202e", "\ufffd")
    assert copied.split() == whole.split()
    assert not CONTROLS.search(copied.replace("\n", ""))
