import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from briefing.app.layout.wrapping import is_narrow, wrap

WORDS = st.text(
    alphabet=st.sampled_from("ab cd  ef,.’“” é\n漢字カナ한👍🏽☁🇩🇪\u0301\u200d\ufe0f"), max_size=200
)


def lines(text, width):
    return [text[start:end] for start, end in wrap(text, 0, len(text), width)]


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [
        ("The court ruled on Monday.", 10, ["The court", "ruled on", "Monday."]),
        ("The court", 9, ["The court"]),
        ("", 10, [""]),
        ("incomprehensibilities", 8, ["incompre", "hensibil", "ities"]),
        ("“It’s over,” he said.", 12, ["“It’s over,”", "he said."]),
        ("首相は月曜日に辞任した", 10, ["首相は月曜", "日に辞任し", "た"]),
        ("The 首相 resigned", 8, ["The 首相", "resigned"]),
        ("cafe\u0301 cafe\u0301", 4, ["cafe\u0301", "cafe\u0301"]),
        ("aaaa ", 4, ["aaaa"]),
        ("漢字 ", 4, ["漢字"]),
        ("aaaa  b", 4, ["aaaa", " b"]),
        ("漢\n\n字", 4, ["漢\n", "字"]),
        ("one\ntwo", 4, ["one", "two"]),
        ("🇩🇪🇫🇷🇮🇹", 5, ["🇩🇪🇫🇷", "🇮🇹"]),
        ("a👩‍👩‍👧b👩‍👩‍👧", 4, ["a👩‍👩‍👧b", "👩‍👩‍👧"]),
        ("ab 1️⃣2️⃣", 5, ["ab", "1️⃣2️⃣"]),
        ("☁️☁️☁️", 4, ["☁️☁️", "☁️"]),
        ("ab👍🏽👍🏽", 4, ["ab👍🏽", "👍🏽"]),
        ("a漢字漢字漢字漢字", 4, ["a漢", "字漢", "字漢", "字漢", "字"]),
        ("שלום עולם טוב", 9, ["שלום עולם", "טוב"]),
    ],
)
def test_lines_break_at_spaces_and_fit(text, width, expected):
    assert lines(text, width) == expected


@given(WORDS, st.integers(2, 40))
def test_no_character_is_lost_and_no_line_is_too_wide(text, width):
    cuts = list(wrap(text, 0, len(text), width))
    at = 0
    for start, end in cuts:
        assert text[at:start].strip(" \n") == ""
        assert start - at <= 1
        assert cell_len(text[start:end].replace("\n", " ")) <= width
        at = end
    assert text[at:].strip(" \n") == ""
    assert len(text) - at <= 1


@given(WORDS, st.integers(0, 20), st.integers(2, 30))
def test_offsets_count_from_the_whole_text(text, before, width):
    whole = "x" * before + text
    shifted = [(s - before, e - before) for s, e in wrap(whole, before, len(whole), width)]
    assert shifted == list(wrap(text, 0, len(text), width))


@pytest.mark.parametrize("text", ["plain", "“quoted” — naïve", "Ελλάδα", "Москва", "€ 5 → 6"])
def test_european_text_needs_no_measuring(text):
    assert is_narrow(text)


@pytest.mark.parametrize("text", ["漢", "👍", "e\u0301", "a\u200db", "ﬁ\ufe0f"])
def test_wide_and_combining_text_is_measured(text):
    assert not is_narrow(text)
