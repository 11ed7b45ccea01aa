import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.facts.attributions.quotations import find_quotations
from briefing.spans import Span


def find(text):
    return [q.span.of(text) for q in find_quotations(text, Span(0, len(text)))]


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("“It rained,” she said. “All night.”", ["“It rained,”", "“All night.”"]),
        ('She said "it rained" twice.', ['"it rained"']),
        ("''It rained,'' she said.", ["''It rained,''"]),
        ("‘We don’t know,’ she said.", ["‘We don’t know,’"]),
        ("He said: «Il pleut».", ["«Il pleut»"]),
        ("“He said ‘no’ to us,” she said.", ["“He said ‘no’ to us,”"]),
        ("„Es regnet”, she said.", ["„Es regnet”"]),
        # Apostrophes are no marks.
        ("It's the voters' choice, and it isn't Ann's.", []),
        ("The ’90s were wet, and the '80s dry.", []),
        ("Rock 'n' roll", []),
        # An inch, and a mark in a word.
        ('A 5" pipe', []),
        ("", []),
    ],
)
def test_what_is_quoted(text, quoted):
    assert find(text) == quoted


def test_what_is_left_open_reaches_the_end_of_the_block():
    text = "“It rained. And then"
    [quotation] = find_quotations(text, Span(0, len(text)))
    assert quotation.span == Span(0, len(text))
    assert not quotation.closed


@given(st.text(alphabet="ab ,.“”\"'‘’«»\n"))
def test_quotations_follow_each_other_inside_the_block(text):
    found = find_quotations(text, Span(0, len(text)))
    edges = [edge for q in found for edge in (q.start, q.end)]
    assert edges == sorted(edges)
    assert all(0 <= edge <= len(text) for edge in edges)
