from array import array

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from small import bare_document

from briefing.app.layout.deck import Deck
from briefing.model import Fact
from briefing.model.packed import pack, unpack
from briefing.spans import Span

BARE = bare_document("x" * 200)


def document(starts):
    facts = tuple(
        Fact(
            id=f"0-{number:02}",
            span=Span(start, start + 9),
            section=0,
            claim=(Span(start, start + 5),),
            standing="stated",
            reason="",
            weight=0.5,
        )
        for number, start in enumerate(starts)
    )
    return unpack(pack(replace(BARE, facts=facts)))


STARTS = st.lists(st.integers(0, 190), unique=True, max_size=12)


@given(starts=STARTS, data=st.data())
def test_every_fact_is_found_at_its_card_in_any_order(starts, data):
    rows = data.draw(st.permutations(range(len(starts))))
    kept = rows[: data.draw(st.integers(0, len(rows)))]
    deck = Deck(document(starts), array("l", kept))
    assert len(deck) == len(kept)
    for position, fact in enumerate(deck):
        assert deck[position] == fact
        assert deck.position_of(fact) == position
        assert deck.holds(fact)
    left_out = dict(enumerate(Deck(deck.document, array("l", sorted(rows)))))
    for row in set(rows) - set(kept):
        assert not deck.holds(left_out[row])


@given(starts=STARTS, offset=st.integers(0, 200), data=st.data())
def test_the_first_fact_from_a_word_on_does_not_depend_on_the_order(starts, offset, data):
    rows = data.draw(st.permutations(range(len(starts))))
    deck = Deck(document(starts), array("l", rows))
    first = deck.first_from(offset)
    later = [start for start in starts if start >= offset]
    if not starts:
        assert first is None
    else:
        assert first.claim[0].start == (min(later) if later else max(starts))


def test_a_word_belongs_to_its_claim_before_its_sentence():
    deck = Deck(document([0, 20, 22]), array("l", [2, 0, 1]))
    assert deck.at(2) == deck[1]
    assert deck.at(7) == deck[1]
    assert deck.at(21) == deck[2]
    assert deck.at(26) == deck[0]
    assert deck.at(15) is None


def test_an_empty_deck_has_nothing():
    deck = Deck()
    assert not len(deck)
    assert deck.first_from(0) is None
    assert deck.at(0) is None
    assert not deck.holds(None)
