from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from briefing.spans import Span, inside, is_covered, merge_spans

SPANS = st.lists(
    st.tuples(st.integers(0, 30), st.integers(0, 10)).map(lambda p: Span(p[0], sum(p)))
)


def test_a_span_cuts_out_its_words():
    assert Span(4, 8).of("The port was closed.") == "port"
    text = "The port was"
    assert Span(3, 9).strip(text) == Span(4, 8)
    assert Span(3, 4).strip(text) == Span(4, 4)
    assert Span(0, 4).shift(10) == Span(10, 14)


@given(SPANS)
def test_merged_spans_hold_the_same_characters_with_gaps_between(spans):
    merged = merge_spans(spans)
    characters = {at for span in spans for at in range(*span)}
    assert {at for span in merged for at in range(*span)} == characters
    assert all(a.end < b.start for a, b in pairwise(merged))


@given(SPANS, st.tuples(st.integers(0, 40), st.integers(1, 5)))
def test_covered_means_that_one_span_holds_it_all(spans, place):
    span = Span(place[0], sum(place))
    merged = merge_spans(spans)
    assert is_covered(span, merged) == any(outer.covers(span) for outer in merged)
    assert list(inside(merged, span)) == [s for s in merged if span.covers(s)]
