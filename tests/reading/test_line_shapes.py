import pytest

from briefing.reading.line_shapes import case_of, end_mark, is_furniture, is_open, is_prose


@pytest.mark.parametrize(
    "words",
    [
        "By Lena Ortiz",
        "Photo: the northern pier",
        "READ MORE: Why the islands are losing people",
        "[Watch the ferry leave]",
        "Continue reading the main story",
        "The northern pier on Monday. Lena Ortiz/Reuters",
        "The northern pier (Lena Ortiz via AP)",
        "© Northwire 2024",
    ],
)
def test_furniture_is_known_by_its_words(words):
    assert is_furniture(words)


@pytest.mark.parametrize(
    "words",
    [
        "Bygone ships",
        "Next’s profits fell",
        "Photographers on the pier",
        "What the islands read",
        "More ships, fewer crews",
        "A continued decline",
        "",
    ],
)
def test_other_words_are_no_furniture(words):
    assert not is_furniture(words)


@pytest.mark.parametrize(
    ("words", "case"),
    [
        ("Two Ships out of Three", "title"),
        ("Two ships out of three", "sentence"),
        ("TWO SHIPS", "capitals"),
        ("1. Two Ships", "numbered"),
        ("Ships", "sentence"),
        ("“Two Ships Gone,” the “Mayor Says”", "title"),
        ("Was nun kommt", "sentence"),
    ],
)
def test_case(words, case):
    assert case_of(words) == case


@pytest.mark.parametrize(
    ("words", "mark"),
    [
        ("It left.”", "."),
        ("Who pays (and when)?", "?"),
        ("(Who pays?)", "?"),
        ("Ships", "s"),
        ("", ""),
    ],
)
def test_end_mark_looks_through_quotation_marks(words, mark):
    assert end_mark(words) == mark


def test_open_lines_end_in_nothing_that_goes_on():
    assert all(map(is_open, ["Two ships", "Who pays?", "No ships!"]))
    assert not any(map(is_open, ["", "Ships.", "Ships:", "Ships,", "Ships …", "x" * 131]))


def test_prose_is_long_and_ends():
    assert is_prose("word " * 20 + "end.")
    assert not is_prose("word " * 20)
    assert not is_prose("A short end.")
