import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.app.layout import searching
from briefing.app.layout.searching import Matches, Query, find_words
from briefing.spans import Span

TEXT = (
    "Harbour staff “don’t know” who paid, a clerk said. "
    "The harbour\nmaster said: HARBOUR (dues) rose."
)
LETTERS = st.text(alphabet=st.sampled_from("aAb .(*\\ßİi’\n"), max_size=60)


def words(text, **query):
    matches = find_words(text, Query(**query))
    return [matches[number].of(text) for number in range(len(matches))]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({"words": "harbour"}, ["Harbour", "harbour", "HARBOUR"]),
        ({"words": "harbour", "case": True}, ["harbour"]),
        ({"words": "harbour master"}, ["harbour\nmaster"]),
        ({"words": "don't"}, ["don’t"]),
        ({"words": '"don\'t know"'}, ["“don’t know”"]),
        ({"words": "’"}, ["’"]),
        ({"words": "(dues)"}, ["(dues)"]),
        ({"words": "harbour."}, []),
        ({"words": "ferry"}, []),
        ({"words": ""}, []),
    ],
)
def test_words_are_found_as_they_are_typed(query, found):
    assert words(TEXT, **query) == found


def test_matches_do_not_overlap():
    assert words("aaaaa", words="aa") == ["aa", "aa"]


@given(LETTERS, st.text(alphabet="aAb.(’ß\n", min_size=1, max_size=3), st.integers(1, 9))
def test_where_the_text_is_cut_makes_no_difference(text, typed, window):
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(searching, "_WINDOW", window)
        cut = find_words(text, Query(words=typed))
    whole = [match.span() for match in re.finditer(re.escape(typed), text, re.IGNORECASE)]
    assert [tuple(cut[number]) for number in range(len(cut))] == whole


def test_a_search_that_nobody_waits_for_ends():
    assert len(find_words(TEXT, Query(words="harbour"), lambda: True)) == 0


@given(LETTERS, st.integers(0, 60), st.integers(0, 60))
def test_a_row_is_given_just_the_matches_that_it_shows(text, start, length):
    row = Span(start, start + length)
    matches = find_words(text, Query(words="a"))
    everything = [matches[number] for number in range(len(matches))]
    assert matches.meeting(row) == [match for match in everything if match.meets(row)]


@given(LETTERS, st.integers(0, 60), st.sampled_from([1, -1]))
def test_steps_go_round_through_every_match(text, place, by):
    matches = find_words(text, Query(words="a"))
    current = matches.step(None, by, Span(place, place + 1))
    gone = []
    for _ in range(len(matches)):
        gone.append(current)
        current = matches.step(current, by, matches[current])
    assert sorted(gone) == list(range(len(matches)))
    assert not gone or current == gone[0]


@pytest.mark.parametrize(
    ("current", "by", "view", "expected"),
    [
        (None, 1, (0, 5), 0),
        (None, 1, (5, 12), 1),
        (None, 1, (25, 30), 0),
        (None, -1, (0, 5), 2),
        (None, -1, (15, 19), 1),
        (1, 1, (8, 14), 2),
        (1, -1, (8, 14), 0),
        (2, 1, (8, 30), 0),
        (0, 1, (15, 30), 2),  # the reader has left the first match
        (2, -1, (12, 19), 1),
    ],
)
def test_the_way_goes_on_from_the_match_or_from_the_reader(current, by, view, expected):
    matches = find_words("a         b".replace("b", "a         a"), Query(words="a"))
    assert [matches[number].start for number in range(3)] == [0, 10, 20]
    assert matches.step(current, by, Span(*view)) == expected


@pytest.mark.parametrize(("offset", "expected"), [(0, 0), (1, 1), (10, 1), (11, 0)])
def test_the_first_match_from_here_on(offset, expected):
    assert find_words("a         a", Query(words="a")).first_from(offset) == expected


def test_where_nothing_matches_there_is_no_way():
    assert Matches().first_from(0) is None
    assert Matches().step(None, 1, Span(0, 9)) is None
