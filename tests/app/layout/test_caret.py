import pytest
from hypothesis import given
from hypothesis import strategies as st
from laid_out import lay_out
from small import bare_document

from briefing.app.layout.caret import Ground, move, move_lines
from briefing.model import Block
from briefing.spans import Span

TEXT = (
    "The quay closes.\n\n"
    "The crew, he said, won’t sail. Two ferries wait\noutside the harbour.\n\n"
    "Nobody commented."
)
UNITS = ["character", "word", "sentence", "paragraph", "line-end", "text-end"]


def cut(text):
    """Blocks parted by blank lines, sentences by full stops; spans of both."""
    blocks, sentences, at = [], [], 0
    for part in text.split("\n\n"):
        if part.strip():
            blocks.append(Span(at, at + len(part)).strip(text))
            start = blocks[-1].start
            while start < blocks[-1].end:
                stop = text.find(". ", start, blocks[-1].end)
                end = stop + 1 if stop >= 0 else blocks[-1].end
                sentences.append(Span(start, end))
                start = end + 1
        at += len(part) + 2
    return blocks, sentences


def ground(text=TEXT, width=30, hidden=(), kind="paragraph"):
    blocks, sentences = cut(text)
    document = bare_document(
        text,
        blocks=tuple(Block(kind=kind, span=span) for span in blocks),
        sentences=tuple(sentences),
    )
    return Ground(document, lay_out(document, width), hidden)


@pytest.mark.parametrize(
    ("unit", "by", "start", "lands_on"),
    [
        ("character", 1, "he said", "e said"),
        ("character", -1, "he said", " he said"),
        # From the last word of a line to the first of the next, over the space between them.
        ("character", 1, "e quay", " quay"),
        ("word", 1, "crew", "w, he"),
        ("word", 1, "w, he", "e said"),
        ("word", 1, "won’t", "t sail"),
        ("word", 1, "closes", "s."),
        ("word", 1, "s.\n\n", "e crew"),
        ("word", -1, "rew, he", "crew, he"),
        ("word", -1, "crew, he", "The crew"),
        ("word", -1, "t sail", "won’t"),
        ("sentence", 1, "crew", ". Two"),
        ("sentence", 1, ". Two", ".\n\nNobody"),
        ("sentence", -1, "crew", "The crew"),
        ("sentence", -1, "The crew", "The quay"),
        ("paragraph", 1, "crew", ".\n\nNobody"),
        ("paragraph", 1, ".\n\nNobody", "."),
        ("paragraph", -1, "ferries", "The crew"),
        ("paragraph", -1, "The crew", "The quay"),
        ("text-end", 1, "crew", "."),
        ("text-end", -1, "crew", "The quay"),
        # No way on.
        ("character", -1, "The quay", "The quay"),
        ("word", 1, "d.", "d."),
        ("sentence", -1, "The quay", "The quay"),
        ("paragraph", -1, "The quay", "The quay"),
    ],
)
def test_a_caret_moves_by_what_the_text_is_made_of(unit, by, start, lands_on):
    at = TEXT.index(start)
    target = len(TEXT) - len(lands_on) if lands_on == "." else TEXT.rindex(lands_on)
    if start == lands_on:
        target = at = TEXT.rindex(start)
    assert move(ground(), at, unit, by) == target


def test_a_caret_steps_over_the_space_at_which_a_line_was_cut():
    place = ground("one two three", width=7)
    assert move(place, 6, "character", 1) == 8
    assert move(place, 8, "character", -1) == 6
    assert move(place, 6, "line-end", -1) == 0
    assert move(place, 0, "line-end", 1) == 6


def test_a_caret_keeps_its_cell_over_short_lines_and_wide_characters():
    place = ground("abcdef\n\n漢字漢字\n\nxy\n\nabcdef", width=20)
    at, column = move_lines(place, 3, 1, None)
    assert (at, column) == (9, 3)  # the second wide character holds cells 2 and 3
    at, column = move_lines(place, at, 1, column)
    assert (at, column) == (15, 3)  # the line is too short
    at, column = move_lines(place, at, 1, column)
    assert (at, column) == (21, 3)
    assert move_lines(place, at, 1, column) == (21, 3)
    assert move_lines(place, at, -9, column) == (3, 3)


@pytest.mark.parametrize("wide", ["👩‍👩‍👧", "☁\ufe0f", "\x1b\x1b"])
def test_a_caret_goes_straight_down_below_what_takes_two_cells(wide):
    place = ground(f"{wide}cd\n\nabcd")
    at, _ = move_lines(place, place.document.text.index("d"), 1, None)
    assert place.document.text[at:] == "d"


def test_what_a_fold_hides_is_passed_over():
    hidden = TEXT.index("The crew"), TEXT.index("Nobody") - 2
    place = ground(hidden=(Span(*hidden),))
    assert move(place, TEXT.index("s."), "word", 1) == TEXT.index("y commented")
    assert move(place, TEXT.index("Nobody"), "word", -1) == TEXT.index("closes")
    assert move(place, TEXT.index("quay"), "sentence", 1) == TEXT.index(".\n")
    assert move(place, TEXT.index(".\n"), "sentence", 1) == len(TEXT) - 1
    assert move(place, TEXT.index("Nobody"), "paragraph", -1) == 0


def test_an_empty_line_of_code_is_a_line():
    place = ground("if a:\n    go\n\n\nelse:", kind="code")
    at, column = move_lines(place, 2, 1, None)
    assert place.document.text[at] == " "
    assert column == 2


def test_no_text_has_no_way_on():
    place = ground("")
    assert place.settle(0, 1) is None
    assert place.settle(0, -1) is None


def test_sentence_that_begins_with_an_accent_is_come_to_at_the_space_that_carries_it():
    place = ground("aaaaaaaaaa. \u0301a", width=13)
    assert move(place, 13, "sentence", -1) == 11


@given(
    st.lists(
        st.text(st.sampled_from("ab 漢é\u0301👍🏽.\n"), min_size=1, max_size=30), min_size=1
    ).map("\n\n".join),
    st.data(),
)
def test_a_caret_always_stands_on_a_character_that_is_shown(text, data):
    place = ground(text, width=data.draw(st.integers(1, 20)))
    at = place.settle(data.draw(st.integers(0, len(text))), 1)
    if at is None:
        return
    at = move(place, at, "line-end", -1)
    for unit, by in data.draw(
        st.lists(st.tuples(st.sampled_from(UNITS), st.sampled_from([1, -1])), max_size=12)
    ):
        before, at = at, move(place, at, unit, by)
        assert (at - before) * by >= 0
        assert place.settle(at, 1) == at
        line = place.line(at)
        assert line.start <= at < max(line.end, line.start + 1)


@given(st.lists(st.sampled_from(["ab cd", "漢字", "x. y"]), min_size=1, max_size=6), st.data())
def test_by_character_a_caret_comes_through_the_whole_text_and_back(parts, data):
    place = ground("\n\n".join(parts), width=data.draw(st.integers(1, 9)))
    way = [0]
    while (at := move(place, way[-1], "character", 1)) != way[-1]:
        way.append(at)
    back = [way[-1]]
    while (at := move(place, back[-1], "character", -1)) != back[-1]:
        back.append(at)
    assert way == back[::-1]
    shown = {at for at, letter in enumerate(place.document.text) if not letter.isspace()}
    assert shown <= set(way)
