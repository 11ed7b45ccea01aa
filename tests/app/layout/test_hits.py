"""What was found in all documents, as rows."""

from array import array

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.app.layout.hits import Found, Hit, HitRow, Hits, Title, find_titles
from briefing.app.layout.searching import Matches, Query, find_words
from briefing.spans import Span


def matches(*spans):
    return Matches(array("q", [s for s, _ in spans]), array("q", [e for _, e in spans]))


def hits():
    found = Hits((Title(4, "Ports", matches((0, 4))), Title(9, "The port", matches((4, 8)))))
    found.add(Found(9, "A port. A port.", matches((2, 6), (10, 14))))
    found.add(Found(2, "Ports.", matches((0, 4))))
    return found


def test_titles_stand_first_then_documents_with_their_matches():
    found = hits()
    assert [found[row] for row in range(len(found))] == [
        HitRow(title=0),
        HitRow(title=1),
        HitRow(found=0),
        HitRow(found=0, match=0),
        HitRow(found=0, match=1),
        HitRow(found=1),
        HitRow(found=1, match=0),
    ]
    assert found.matches == 3
    with pytest.raises(IndexError):
        found[7]


def test_rows_lead_to_a_document_or_a_match_and_a_document_to_its_first():
    found = hits()
    assert found.leads_to(1) == Hit(9)
    assert found.leads_to(2) == found.leads_to(3) == Hit(9, Span(2, 6))
    assert found.leads_to(6) == Hit(2, Span(0, 4))
    assert found.row_of(Hit(9)) == 1
    assert found.row_of(Hit(9, Span(10, 14))) == 4
    assert found.row_of(Hit(2)) is None
    assert found.row_of(Hit(4, Span(0, 4))) is None


@pytest.mark.parametrize(
    ("row", "by", "to"),
    [(0, 1, 2), (2, 1, 5), (4, 1, 5), (6, 1, None), (6, -1, 5), (5, -1, 2), (2, -1, None)],
)
def test_documents_follow_each_other(row, by, to):
    assert hits().next_document(row, by) == to


@given(st.lists(st.integers(1, 5), max_size=8), st.integers(0, 3))
def test_every_row_leads_to_where_it_is_found(counts, titles):
    found = Hits(tuple(Title(n, "a", matches((0, 1))) for n in range(titles)))
    for number, count in enumerate(counts):
        found.add(Found(number, "a" * 9, matches(*((n, n + 1) for n in range(count)))))
    assert len(found) == titles + sum(1 + count for count in counts)
    for row in range(len(found)):
        to = found.row_of(found.leads_to(row))
        assert to == (row + 1 if found[row].found is not None and found[row].match is None else row)


def test_a_title_has_matches_of_its_own():
    titles = [(3, "The port"), (5, "Boats"), (8, "Port and port")]
    text = "\n".join(words for _, words in titles)
    found = find_titles(titles, find_words(text, Query(words="port")))
    assert [(t.entry, list(t.matches.starts), list(t.matches.ends)) for t in found] == [
        (3, [4], [8]),
        (8, [0, 9], [4, 13]),
    ]
    # What begins in one title and ends in another is in none.
    assert find_titles(titles, find_words(text, Query(words="port boats"))) == ()
    assert find_titles([], Matches()) == ()
