"""Numbers as text writes them."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.facts.quantities.numerals import read_numeral

SMALL = re.split(
    r"\|",
    "zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen"
    "|sixteen|seventeen|eighteen|nineteen",
)
TENS = re.split(r"\|", "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety")
SCALES = ((10**9, "billion"), (10**6, "million"), (1000, "thousand"))


def spelled(number: int) -> str:
    """Write a number in words, as British papers do."""
    for scale, word in SCALES:
        if number >= scale:
            rest = number % scale
            joint = " and " if word == "thousand" and 0 < rest < 100 else " "
            return f"{spelled(number // scale)} {word}{joint + spelled(rest) if rest else ''}"
    if number >= 100:
        rest = number % 100
        return f"{SMALL[number // 100]} hundred{f' and {spelled(rest)}' if rest else ''}"
    if number >= 20:
        ones = number % 10
        return TENS[number // 10 - 2] + (f"-{SMALL[ones]}" if ones else "")
    return SMALL[number]


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("1,300", 1300),
        ("12,34,567.89", 1_234_567.89),
        ("1\u202f234\u202f567", 1_234_567),
        (".534", 0.534),
        ("2.3 million", 2_300_000),
        ("2.5-billion", 2.5e9),
        ("4 hundred million", 4e8),
        ("3 hundred and 21", 321),
        ("1.5 million and a half", 2_000_000),
        ("2.998×10−8", 2.998e-8),
        ("6.02 x 10^23", 6.02e23),
        ("1e6", 1e6),
        ("1/16", 0.0625),
        ("1⁄32", 0.03125),
        ("5½", 5.5),
        ("2 3/4", 2.75),
        ("¾", 0.75),
        ("three dozen", 36),
        ("half a dozen", 6),
        ("half a million", 500_000),
        ("half", 0.5),
        ("a quarter of a million", 0.25),
        ("a million and a half", 1_500_000),
        ("two and a half million", 2_500_000),
        ("two-thirds", 2 / 3),
        ("five eighths", 0.625),
        ("a third", 1 / 3),
        ("an eighth", 0.125),
        ("nine point nought four", 9.04),
        ("one hundred and three", 103),
        ("twenty-one trillion three hundred", 21_000_000_000_300),
        ("two thousand and five", 2005),
        ("thirteen lakh", 1_300_000),
    ],
)
def test_numeral_is_worth(words, value):
    assert read_numeral(words, 0, len(words)).value == pytest.approx(value)


@pytest.mark.parametrize(
    ("words", "low", "high"),
    [
        ("dozens", 12, 120),
        ("scores of men", 20, 200),
        ("thousands", 1000, 10_000),
        ("tens of thousands", 10_000, 100_000),
        ("hundreds of millions", 1e8, 1e9),
        ("several hundred", 200, 900),
        ("a few thousand", 2000, 9000),
    ],
)
def test_vague_words_give_bounds_only(words, low, high):
    numeral = read_numeral(words, 0, len(words))
    assert (numeral.value, numeral.low, numeral.high) == (None, low, high)


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("one two", "one"),
        ("twenty twenty", "twenty"),
        ("ten eleven", "ten"),
        ("5 million and 20 people", "5 million"),
        ("two million and three others", "two million"),
        ("five and six", "five"),
        ("two quarters in a row", "two"),
        ("3 in the morning", "3"),
        ("2.5 milligrams", "2.5"),
    ],
)
def test_numeral_ends_where_another_begins(text, first):
    numeral = read_numeral(text, 0, len(text))
    assert text[: numeral.end] == first


@pytest.mark.parametrize("text", ["a man", "an hour", "scores twice", "tens", "he", ".", "x"])
def test_no_number_begins_here(text):
    assert read_numeral(text, 0, len(text)) is None


@given(st.integers(0, 10**12 - 1))
def test_words_are_read_as_they_are_spelled(number):
    words = spelled(number)
    numeral = read_numeral(words, 0, len(words))
    assert (numeral.value, numeral.end) == (number, len(words))


@given(st.integers(0, 10**12), st.sampled_from(["{}", "{:,}"]))
def test_figures_are_read_as_they_are_printed(number, form):
    figures = form.format(number)
    numeral = read_numeral(figures, 0, len(figures))
    assert (numeral.value, numeral.end) == (number, len(figures))


@given(st.floats(0, 1e9, allow_nan=False), st.text("0123456789.,-/⁄½ eExX×^kmbn", max_size=12))
def test_a_printed_value_is_read_back(value, behind):
    printed = f"{value:.6f}"
    numeral = read_numeral(printed, 0, len(printed))
    assert numeral.value == float(printed)
    # Whatever stands behind, nothing is raised and no white space is taken.
    longer = read_numeral(printed + behind, 0, len(printed + behind))
    assert longer is not None
    assert longer.end >= 1
