import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.gate import REPLACEMENT, clean, clean_lines

TEXT = st.text(st.characters(exclude_categories=()))


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b]0;owned\x07", "�]0;owned�"),
        ("\x1b[2J", "�[2J"),
        ("\x9b31m", "�31m"),
        ("a\u202egnp.exe", "a�gnp.exe"),
        ("a\u2066b\u2069", "a�b�"),
        ("line\nbreak\ttab\r\n", "line break tab  "),
        ("a\u2028b\u0085c", "a b c"),
        ("\ud800 half", "� half"),
        ("tag \U000e0041", "tag �"),
        (
            "[bold]stays[/] “naïve” 👍🏽 漢字 e\u0301 a\u200db",
            "[bold]stays[/] “naïve” 👍🏽 漢字 e\u0301 a\u200db",
        ),
    ],
)
def test_controls_become_visible_and_everything_else_stays(text, shown):
    assert clean(text) == shown


@given(TEXT)
def test_what_is_cleaned_is_as_long_and_cannot_steer(text):
    shown = clean(text)
    assert len(shown) == len(text)
    for before, after in zip(text, shown, strict=True):
        assert after in (before, " ", REPLACEMENT)
        assert unicodedata.category(after) not in {"Cc", "Cs", "Zl", "Zp"}
        assert unicodedata.bidirectional(after) not in {"RLO", "LRO", "RLE", "LRE", "PDF"}
    assert clean(shown) == shown


@given(TEXT)
def test_lines_stay_lines(text):
    shown = clean_lines(text)
    assert [len(line) for line in shown.split("\n")] == [len(line) for line in text.split("\n")]
    assert clean(shown) == clean(text)
