from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from small import document_of

from briefing.facts.caveats.marking import mark_caveats
from briefing.facts.claims.marking import mark_facts
from briefing.model import (
    Attribution,
    DateExpression,
    Quantity,
    Repeat,
    Restatement,
)
from briefing.spans import Span, is_covered


def claims(document):
    facts = mark_facts(document).facts
    return [" … ".join(span.of(document.text) for span in fact.claim) for fact in facts]


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("However, the bridge stayed shut.", "the bridge stayed shut"),
        ("But nobody told the night shift.", "nobody told the night shift"),
        ("For now, the port remains open.", "the port remains open"),
        ("Interestingly, most of the grain came by rail.", "most of the grain came by rail"),
        ("If the vote fails, the cabinet resigns.", "the cabinet resigns"),
        ("As the siege went on, the town ran out of bread.", "the town ran out of bread"),
        ("For the fishermen, the ban has been a disaster.", "the ban has been a disaster"),
        ("During the meeting, the two mayors signed a lease.", "the two mayors signed a lease"),
        ("In 2014, the mill lost 40 jobs.", "In 2014, the mill lost 40 jobs"),
        ("LISBON (Agency) — The tram was stopped.", "The tram was stopped"),
        ("The ship sails under the flag of the U.S.", "The ship sails under the flag of the U.S."),
        ("The “quiet” engine failed twice.", "The “quiet” engine failed twice"),
        ("The mill was sold (for the third time).", "The mill was sold (for the third time)"),
        ("For years he sold boats, cars and planes.", "For years he sold boats, cars and planes"),
        ("The grain lasts for a week or so.", "The grain lasts for a week or so"),
        ("He sent boats, and planes, and trains.", "He sent boats, and planes, and trains"),
    ],
)
def test_claim_is_the_sentence_without_what_leads_up_to_it(text, claim):
    assert claims(document_of(text)) == [claim]


@pytest.mark.parametrize(
    "text",
    [
        "Who paid for the bridge?",
        "“Did anybody see the second car?” she asked.",
        "Read more about the strike here.",
        "Sign up for our newsletter.",
        "Good morning, and welcome to the harbour.",
        "Thank you very much.",
        "Fact 3 of 5",
        "A long way to the sea.",
        "By Ann Porter and Luis Vega",
        "Photo by the harbour office",
        "Call your senator today.",
        "Floods.",
        "***",
        "",
    ],
)
def test_no_claim(text):
    assert claims(document_of(text or " ")) == []


@pytest.mark.parametrize("kind", ["title", "heading", "caption", "code", "table"])
def test_the_article_asserts_nothing_outside_its_prose(kind):
    assert claims(document_of((kind, "The mayor was arrested on Monday."))) == []


@pytest.mark.parametrize(
    ("text", "attribution", "expected"),
    [
        (
            "The mayor said that the bridge was safe.",
            ("The mayor", "said", "that the bridge was safe"),
            ["the bridge was safe"],
        ),
        (
            "“The bridge is safe,” the mayor said.",
            ("the mayor", "said", "“The bridge is safe,”"),
            ["The bridge is safe"],
        ),
        (
            "“The bridge,” the mayor said, “is safe.”",
            ("the mayor", "said", ("“The bridge,”", "“is safe.”")),
            ["The bridge … is safe"],
        ),
        (
            "The bridge was closed in May because the mayor said it was unsafe.",
            ("the mayor", "said", "it was unsafe"),
            ["The bridge was closed in May", "it was unsafe"],
        ),
        (
            "While engineers believe the pier holds, the road to it has sunk.",
            ("engineers", "believe", "the pier holds"),
            ["the pier holds", "the road to it has sunk"],
        ),
        (
            "Mr. Ode closed the mill in June, saying it lost money.",
            ("Mr. Ode", "saying", "it lost money"),
            ["Mr. Ode closed the mill in June", "it lost money"],
        ),
        (
            "The board met on Friday and said that the mill was sold.",
            ("The board", "said", "that the mill was sold"),
            ["The board met on Friday", "the mill was sold"],
        ),
        (
            "In a letter that could end the row, the board said that the mill was sold.",
            ("the board", "said", "that the mill was sold"),
            ["the mill was sold"],
        ),
        (
            "The mill was sold, said one clerk, who spoke on condition of anonymity.",
            ("one clerk", "said", "The mill was sold"),
            ["The mill was sold"],
        ),
        ("“Was it sold?” a clerk asked.", ("a clerk", "asked", "“Was it sold?”"), []),
    ],
)
def test_claims_of_a_sentence_with_a_source(text, attribution, expected):
    assert claims(document_of(text, attributions=[attribution])) == expected


def test_a_quotation_is_one_claim_a_sentence():
    document = document_of(
        "“We lost the harvest,” the farmer said.\n“The insurer may not pay.”",
        attributions=[
            ("the farmer", "said", ("“We lost the harvest,”", "“The insurer may not pay.”"))
        ],
    )
    first, second = mark_facts(mark_caveats(document)).facts
    assert (first.attribution, second.attribution) == (0, 0)
    assert (first.standing, second.standing) == ("reported", "speculative")
    assert (first.span, second.span) == document.sentences


def test_a_doubtful_attribution_takes_nothing_from_the_article():
    document = document_of(
        "The clerk counted that the ballots were gone.",
        attributions=[("The clerk", "counted", "that the ballots were gone", 0.31)],
    )
    [own] = mark_facts(document).facts
    assert (own.attribution, own.shown, own.standing) == (None, True, "stated")


def test_what_the_article_tells_of_two_sources_is_shared_out():
    document = document_of(
        "The firm did not say why the kiln burst, and rivals called it careless.",
        attributions=[
            ("The firm", "did not say", "why the kiln burst"),
            ("rivals", "called", "it careless"),
        ],
    )
    claims = [f.claim[0].of(document.text) for f in mark_facts(document).facts]
    assert claims == ["The firm did not say why the kiln burst", "rivals called it careless"]


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("The valve failed, they believe, in May.", ["The valve failed", "in May"]),
        ("The valve failed in May, she said.", ["The valve failed in May"]),
        ("Of the pump, he said, “It is dead.”", ["Of the pump, he said, “It is dead.”"]),
        ("Ann, Lee, they and he said it in May.", ["Ann, Lee, they and he said it in May"]),
    ],
)
def test_a_parenthesis_of_saying_is_cut_out(text, claim):
    [fact] = mark_facts(document_of(text)).facts
    assert [span.of(text) for span in fact.claim] == claim


def test_a_claim_that_two_verbs_tell_of_is_one_fact():
    document = mark_caveats(
        document_of(
            "The ministry refused to discuss the letter.",
            attributions=[
                ("The ministry", "refused", "to discuss the letter", 0.66),
                ("The ministry", "refused to discuss", "the letter", 0.47),
            ],
        )
    )
    [fact] = mark_facts(document).facts
    assert (fact.attribution, fact.shown) == (0, True)
    assert [document.caveats[at].kind for at in fact.caveats] == ["no_comment"]


def test_caveats_hang_on_the_claim_that_they_limit():
    document = mark_caveats(
        document_of(
            "The mayor said that the pier may sink, but the road was mended in 2014.",
            attributions=[("The mayor", "said", "that the pier may sink")],
        )
    )
    pier, road = mark_facts(document).facts
    assert [document.caveats[at].span.of(document.text) for at in pier.caveats] == ["may"]
    assert road.caveats == ()


def test_a_time_outside_the_claim_limits_it():
    document = mark_caveats(
        document_of(
            "Last month, the agency said that the well was dry.",
            attributions=[("the agency", "said", "that the well was dry")],
        )
    )
    [fact] = mark_facts(document).facts
    assert [document.caveats[at].kind for at in fact.caveats] == ["relative_date"]


def test_quantities_and_dates_are_those_of_the_claim():
    text = "The mill lost 40 jobs in 2014, but the union says 60 jobs may go."
    quantities = tuple(
        Quantity(span=Span(text.index(w), text.index(w) + 2), value=float(w)) for w in ("40", "60")
    )
    year = Span(text.index("2014"), text.index("2014") + 4)
    dates = (DateExpression(span=year, value="2014", earliest=date(2014, 1, 1)),)
    document = document_of(
        text,
        attributions=[("the union", "says", "60 jobs may go")],
        quantities=quantities,
        dates=dates,
    )
    lost, going = mark_facts(document).facts
    assert (lost.quantities, lost.dates) == ((0,), (0,))
    assert (going.quantities, going.dates) == ((1,), ())


def test_a_repeat_gives_no_facts_and_is_pointed_to():
    words = "The dam was built in 1961.\nNobody has inspected it since."
    document = document_of(words, "The town lies below.", words)
    first, _, again = (block.span for block in document.blocks)
    document = document_of(
        words,
        "The town lies below.",
        words,
        repeats=(Repeat(span=again, of=first, kind="exact"),),
    )
    facts = mark_facts(document).facts
    assert [fact.span for fact in facts] == list(document.sentences[:3])
    assert [fact.repeated_at for fact in facts] == [
        (document.sentences[3],),
        (document.sentences[4],),
        (),
    ]


def test_a_restatement_is_pointed_to():
    document = document_of("The dam was built in 1961.", "It dates from the early sixties.")
    restated = Restatement(span=document.sentences[1], of=document.sentences[0], similarity=0.5)
    document = document_of(
        "The dam was built in 1961.", "It dates from the early sixties.", restatements=(restated,)
    )
    assert mark_facts(document).facts[0].restated_at == (document.sentences[1],)


def test_facts_are_numbered_in_text_order():
    document = document_of("The dam broke.\nThe town was flooded.", "The army came.")
    facts = mark_facts(document).facts
    assert [fact.id for fact in facts] == ["test-01", "test-02", "test-03"]
    assert [fact.claim for fact in facts] == sorted(fact.claim for fact in facts)


WORDS = st.sampled_from(
    [
        *("the", "a", "mayor", "said", "that", "if", "could", "alleged", "denied", "while", "and"),
        *("but", ",", ".", "?", "“", "”", '"', "'", "—", ";", ":", "(", ")", "bridge", "was"),
        *("40", "In", "may", "unless", "who", "which", "would", "Mr.", "U.S.", "not", "I"),
    ]
)


@given(st.lists(WORDS, max_size=40), st.data())
def test_any_words_give_facts_that_lie_where_they_should(words, data):
    text = " ".join(words) or " "
    cut = sorted(data.draw(st.lists(st.integers(0, len(text)), min_size=6, max_size=6)))
    spans = [Span(a, b) for a, b in pairwise(cut) if a < b]
    document = document_of(text)
    if len(spans) >= 3:
        attribution = Attribution(
            source=(spans[0],), cue=(spans[1],), content=tuple(spans[2:]), source_kind="named"
        )
        document = replace(document, attributions=(attribution,))
    for fact in mark_facts(mark_caveats(document)).facts:
        assert fact.claim
        assert list(fact.claim) == sorted(fact.claim)
        for span in fact.claim:
            assert span.start < span.end
            assert is_covered(span, (fact.span,))
            assert span == span.strip(text)
        assert 0 <= fact.weight <= 1
        assert fact.reason
