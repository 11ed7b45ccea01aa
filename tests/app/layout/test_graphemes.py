import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.app.layout.graphemes import cells_of, grapheme_end, grapheme_start

PIECES = ["a", "漢", "e\u0301", "👍🏽", "👩\u200d🚒", "❤\ufe0f", "🇳🇴", "क\u094d", "\n", "\u200d"]


def split(text):
    parts, at = [], 0
    while at < len(text):
        end = grapheme_end(text, at)
        parts.append(text[at:end])
        at = end
    return parts


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("ferry", list("ferry")),
        ("漢字", ["漢", "字"]),
        ("cafe\u0301s", ["c", "a", "f", "e\u0301", "s"]),
        ("👍🏽!", ["👍🏽", "!"]),
        ("👨\u200d👩\u200d👧x", ["👨\u200d👩\u200d👧", "x"]),
        # Two letters make a flag, and four make two.
        ("🇳🇴🇸🇪🇩", ["🇳🇴", "🇸🇪", "🇩"]),
        ("❤\ufe0f.", ["❤\ufe0f", "."]),
        ("\u0301a", ["\u0301", "a"]),
    ],
)
def test_a_reader_takes_it_for_one_character(text, parts):
    assert split(text) == parts
    starts = [sum(map(len, parts[:number])) for number in range(len(parts))]
    for start, part in zip(starts, parts, strict=True):
        for at in range(start, start + len(part)):
            assert grapheme_start(text, at) == start


def test_a_mountain_of_marks_is_climbed_in_steps():
    text = "a" + "\u0301" * 10_000
    assert grapheme_end(text, 0) == 64
    assert grapheme_start(text, 9_000) >= 9_000 - 64


def test_a_line_may_begin_inside_a_grapheme():
    assert grapheme_start("e\u0301", 1, floor=1) == 1


@pytest.mark.parametrize(
    ("text", "end", "cells"), [("a漢b", 2, 3), ("👩‍👩‍👧", 5, 2), ("☁\ufe0f", 2, 2), ("\x1b[", 2, 2)]
)
def test_cells_are_those_of_a_terminal(text, end, cells):
    assert cells_of(text, 0, end) == cells


@given(st.lists(st.sampled_from(PIECES)).map("".join))
def test_every_step_goes_on_and_none_is_lost(text):
    assert "".join(split(text)) == text
