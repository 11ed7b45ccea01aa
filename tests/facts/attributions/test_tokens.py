import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.facts.attributions.tokens import tokenise
from briefing.spans import Span


def words(text):
    return tokenise(text, Span(0, len(text))).written


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("Anna’s boat isn’t hers.", ["Anna", "’s", "boat", "isn’t", "hers", "."]),
        ("O'Brien said they've won.", ["O'Brien", "said", "they", "'ve", "won", "."]),
        ("Mr. J. Lee Jr. said no.", ["Mr.", "J.", "Lee", "Jr.", "said", "no", "."]),
        ("In the U.S. it cost $75,000.50, or so.",
         ["In", "the", "U.S.", "it", "cost", "$75,000.50", ",", "or", "so", "."]),
        ("''No,'' -- she left...", ["''", "No", ",", "''", "--", "she", "left", "..."]),
        ("air-defence @anna", ["air-defence", "@anna"]),
    ],
)  # fmt: skip
def test_tokens(text, tokens):
    assert words(text) == tokens


@given(st.text())
def test_every_character_but_white_space_is_in_one_token(text):
    tokens = tokenise(text, Span(0, len(text)))
    covered = "".join(text[a:b] for a, b in zip(tokens.starts, tokens.ends, strict=True))
    assert covered == "".join(text.split()) or set(text) & {"\x1c", "\x1d", "\x1e", "\x1f", "\x85"}
    assert len(tokens.lower) == len(tokens.written)
