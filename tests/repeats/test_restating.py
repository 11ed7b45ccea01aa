from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.errors import LexiconError
from briefing.pipeline import analyse
from briefing.repeats import content_words, mark_restatements
from briefing.repeats.content_words import read_content_words
from briefing.repeats.stemming import stem
from briefing.spans import Span
from tests.support.small import bare_document, document_of, document_of_lines

CASES = yaml.safe_load(
    (Path(__file__).parents[1] / "cases" / "restatements.yaml").read_text(encoding="utf-8")
)
PROMISE = "The two ministers signed a pact that commits each country to help the other if attacked."
AGAIN = "Under the pact, each country is bound to help the other “without delay” if attacked."
WEATHER = "Rain is forecast for the coast on Sunday, and the regatta may have to wait."
CRACK = "Engineers found a crack forty metres long in the eastern wall of the Karsa dam."
LONG = "The crack in the eastern wall of the Karsa dam is forty metres long."
VOTE = "The council approved the new ferry terminal at Lunn by seven votes to two."


def links(document):
    """What each restatement says, and what it says again."""
    text = document.text
    return [(found.span.of(text), found.of.of(text)) for found in document.restatements]


def linked(first, again):
    """Tell whether the second is found to say the first again, with other words before them."""
    return links(analyse(document_of(WEATHER, first, again))) == [(again, first)]


@pytest.mark.parametrize(
    ("first", "again"),
    [
        (PROMISE, AGAIN),
        (CRACK, LONG),
        (
            "A tug pulled the ferry back to the harbour of Lunn by midnight.",
            "By midnight the ferry had been pulled back to Lunn harbour by a tug.",
        ),
        (
            "The regulator fined the phone company for slowing down older phones.",
            "The phone company was fined by the regulator for slowing down older phones.",
        ),
        (
            "More than 8,000 children took part in the trial, which lasted three years.",
            "Over 8,000 children took part in the trial, and it lasted for three years.",
        ),
    ],
)
def test_a_sentence_that_says_the_one_before_it_again_is_linked(first, again):
    assert linked(first, again)


@pytest.mark.parametrize(
    ("first", "again"),
    [
        pytest.param(CRACK, LONG.replace("forty", "sixty"), id="another number"),
        pytest.param(CRACK, LONG.replace("Karsa", "Belt"), id="another name"),
        pytest.param(CRACK, LONG.replace("eastern", "western"), id="the opposite side"),
        pytest.param(CRACK, LONG.replace("is", "is not"), id="denied"),
        pytest.param(CRACK, LONG.replace("is", "may be"), id="only supposed"),
        pytest.param(
            CRACK, LONG.replace("The crack", "Is the crack").replace(".", "?"), id="asked"
        ),
        pytest.param(
            "Harlow sued Brandt in 2019 over the design of a yoghurt bottle.",
            "Brandt sued Harlow in 2019 over the design of a yoghurt bottle.",
            id="turned round",
        ),
        pytest.param(
            "Spending on libraries will be cut by a third in the coming budget.",
            "Spending on schools will be cut by a third in the coming budget.",
            id="another word in its place",
        ),
        pytest.param(
            "Police arrested a former guard of the town museum after the theft.",
            "After the theft, a former guard of the town museum was released by police.",
            id="opposite",
        ),
        pytest.param(
            "The union said that teachers at the harbour school would leave their posts in spring.",
            "The mayor said that in spring teachers at the harbour school would leave their posts.",
            id="said by another",
        ),
        pytest.param(VOTE, VOTE, id="word for word"),
        pytest.param(VOTE, "Ferry terminal Lunn council votes", id="label"),
        pytest.param(VOTE, "The council of Lunn met.", id="too little"),
    ],
)
def test_another_claim_in_the_same_words_is_not_linked(first, again):
    assert linked(CRACK, LONG)
    assert not linked(first, again)


@pytest.mark.parametrize("reading", [0, 1])
def test_the_labelled_pairs_are_told_apart(reading):
    right = wrong = missed = 0
    for topic in CASES:
        openings = [pair["first"] for pair in topic["pairs"]]
        for pair in topic["pairs"]:
            others = [opening for opening in openings if opening != pair["first"]]
            found = links(analyse(document_of(*others, pair["first"], pair["again"])))
            says_again = pair["readings"][reading]
            right += says_again and found == [(pair["again"], pair["first"])]
            missed += says_again and not found
            wrong += bool(found) and not says_again
    assert right >= 9 * wrong
    assert right >= missed


def test_each_topic_has_traps_as_well():
    for topic in CASES:
        assert {pair["readings"][0] for pair in topic["pairs"]} == {True, False}
        assert all(("trap" in pair) != pair["readings"][0] for pair in topic["pairs"])


def test_a_detail_far_below_is_linked_to_the_lead():
    others = [f"Boat {n} left the harbour of Tolm with {n} crates of fish." for n in range(40)]
    assert links(mark_restatements(document_of(CRACK, *others, LONG))) == [(LONG, CRACK)]


def test_the_nearest_of_two_alike_is_linked():
    once_more = "The crack, forty metres long, is in the eastern wall of the Karsa dam."
    found = links(mark_restatements(document_of(CRACK, WEATHER, LONG, WEATHER, once_more)))
    assert found == [(LONG, CRACK), (once_more, LONG)]


def test_a_heading_announces_and_says_nothing_again():
    found = mark_restatements(document_of(CRACK, ("heading", LONG)))
    assert links(found) == []
    assert links(mark_restatements(document_of(("title", CRACK), LONG))) == [(LONG, CRACK)]


def test_a_folded_sentence_is_neither_linked_nor_linked_to():
    copied = f"{CRACK} {VOTE} {WEATHER}"
    document = analyse(document_of_lines(f"{copied}\n{PROMISE}\n{copied}\n{LONG}"))
    assert document.repeats
    assert links(document) == [(LONG, CRACK)]
    assert document.restatements[0].of.end <= len(copied)


def test_who_says_so_is_no_part_of_what_is_said():
    again = "The eastern wall of the dam has a crack forty metres long, Olsen told reporters."
    said = (("Olsen", "told reporters", again.partition(",")[0]),)
    found = mark_restatements(document_of(CRACK, again, attributions=said))
    assert links(found) == [(again, CRACK)]
    assert links(mark_restatements(document_of(CRACK, again))) == []


@pytest.mark.parametrize(
    ("source", "is_linked"),
    [("The engineers", True), ("The mayor", False), ("The report", True)],
)
def test_a_source_is_the_same_or_one_that_the_first_sentence_speaks_of(source, is_linked):
    first = "Engineers wrote a report on the crack forty metres long in the Karsa dam."
    again = f"{source} warned that the crack in the Karsa dam is forty metres long."
    said = (("Engineers", "wrote", "a report"), (source, "warned", "the crack in"))
    document = mark_restatements(document_of(first, again, attributions=said))
    assert links(document) == ([(again, first)] if is_linked else [])


def test_the_fact_that_is_said_again_knows_where():
    document = analyse(document_of(WEATHER, CRACK, LONG))
    [found] = document.restatements
    restated = [fact for fact in document.facts if found.span in fact.restated_at]
    assert restated
    assert all(found.of.meets(fact.span) for fact in restated)


def test_other_languages_pass_it_by():
    words = "Die Kammer hat am Montag den neuen Hafen von Lunn mit sieben Stimmen beschlossen."
    assert analyse(document_of_lines(f"{words}\n{words[:-1]}, und das ist gut.")).restatements == ()


PIECES = st.sampled_from(
    [
        PROMISE, AGAIN, CRACK, LONG, VOTE, WEATHER, "Why?", "(Photo: A. Reyes)", "—", "'s", "40 %",
        "By seven votes to two, the new ferry terminal at Lunn was approved by the council.",
        "漢字。", "a " * 90, "“Who was it?” he asked.",
    ]
)  # fmt: skip


@given(st.lists(st.lists(PIECES, min_size=1, max_size=4).map(" ".join), max_size=12))
@settings(deadline=None)
def test_links_point_back_to_sentences_that_are_not_folded(blocks):
    document = analyse(document_of_lines("\n".join(blocks)))
    found = document.restatements
    for restated in found:
        assert {restated.span, restated.of} <= set(document.sentences)
        assert restated.of.end <= restated.span.start
        assert not any(
            repeated.meets(span)
            for repeated in document.repeated
            for span in (restated.span, restated.of)
        )
        assert 0 < restated.similarity <= 1
    spans = [restated.span for restated in found]
    assert spans == sorted(set(spans))
    assert mark_restatements(document).restatements == found


@given(st.text(max_size=200), st.text(max_size=200))
def test_no_text_is_too_odd(first, again):
    text = f"{first}\n{again}"
    sentences = tuple(
        span for span in (Span(0, len(first)), Span(len(first) + 1, len(text))) if span[0] < span[1]
    )
    mark_restatements(bare_document(text, sentences=sentences))


@pytest.mark.parametrize(
    ("words", "root"),
    [
        ("attack attacks attacked attacking", "attack"),
        ("country countries", "countri"),
        ("promise promised promises promising", "promis"),
        ("stop stopped stopping", "stop"),
        ("approve approved approval", "approv"),
        ("protect protection", "protect"),
        ("swift swiftly", "swift"),
        ("crisis", "crisis"),
        ("million", "million"),
        ("a", "a"),
        ("red", "red"),
        ("'s", "'s"),
    ],
)
def test_forms_of_a_word_share_a_stem(words, root):
    assert {stem(word) for word in words.split()} == {root}


@pytest.mark.parametrize(
    ("text", "stems"),
    [
        ("The Karsa dam’s wall has cracked.", ("karsa", "dam", "wall", "crack")),
        ("Seven of the 8,000 ships sank.", ("7", "8000", "ship", "sank")),
        ("It came without delay.", ("at once",)),
        ("He is to quit, or to step down.", ("quit", "quit")),
        ("Who? It was them.", ()),
    ],
)
def test_content_words_are_read_by_their_stems(text, stems):
    assert read_content_words(text, Span(0, len(text))).stems[-len(stems) :] == stems


def test_a_page_without_full_stops_is_no_sentence():
    text = "ferry harbour dam " * 1_000
    assert read_content_words(text, Span(0, len(text))).stems == ()


@pytest.mark.parametrize("wrong", [None, "up", [["up"]], [["up", "down"], ["in"], ["out"]]])
def test_a_mistake_in_the_opposites_is_named(monkeypatch, wrong):
    monkeypatch.setattr(content_words, "load_lexicon", lambda name: {"opposites": wrong})
    with pytest.raises(LexiconError, match="pairs of lists"):
        content_words._opposites()
