from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from small import bare_document, span_of

from briefing.facts.caveats.marking import find_in_sentence, mark_caveats
from briefing.lexicons.caveat_words import load_caveats
from briefing.model import Attribution, DateExpression, Quantity, Repeat, Via
from briefing.spans import Span


def make_document(*sentences, **fields):
    """Return a document of one paragraph a sentence."""
    text = "\n".join(sentences)
    spans, at = [], 0
    for sentence in sentences:
        spans.append(Span(at, at + len(sentence)))
        at += len(sentence) + 1
    return bare_document(text, sentences=tuple(spans), **fields)


def shown(document):
    return [(caveat.kind, caveat.span.of(document.text)) for caveat in document.caveats]


@pytest.mark.parametrize(
    ("sentence", "caveats"),
    [
        (
            "The harbour office said on Tuesday that it could not be independently verified.",
            [
                ("relative_date", "Tuesday"),
                ("unverified", "could not be independently verified"),
            ],
        ),
        (
            "Two people briefed on the talks told Reuters that the offer had been withdrawn.",
            [
                ("unnamed_source", "Two people briefed on the talks"),
                ("secondhand", "briefed on the talks"),
                ("secondhand", "told Reuters"),
            ],
        ),
        (
            "A spokeswoman for the port said about half of the cranes may have failed.",
            [
                ("unnamed_source", "A spokeswoman for the port"),
                ("approximate", "about"),
                ("hedged", "may have"),
            ],
        ),
        (
            "Unless a deal is reached by midnight, the strike will begin.",
            [("conditional", "Unless"), ("forecast", "will")],
        ),
        (
            "The mayor, speaking on condition of anonymity, denied wrongdoing.",
            [("undisclosed", "on condition of anonymity"), ("denied", "denied")],
        ),
        (
            "The group allegedly laundered dozens of loans, and its lawyer declined to comment.",
            [
                ("alleged", "allegedly"),
                ("approximate", "dozens"),
                ("no_comment", "declined to comment"),
            ],
        ),
        (
            "It dismissed the reports as “fake news”.",
            [("denied", "dismissed the reports as “fake news")],
        ),
        (
            "The so-called “safe zone” shelters some 300 families.",
            [("scare_quoted", "safe zone"), ("approximate", "some")],
        ),
        (
            "The hearing is set for May, and the panel may sit again in the autumn of 2031.",
            [("relative_date", "May"), ("hedged", "may")],
        ),
        (
            "The lake is going to dry up, says one engineer who took part in the survey.",
            [("forecast", "is going to"), ("unnamed_source", "one engineer")],
        ),
    ],
)
def test_sentence_shows_these_caveats_and_no_others(sentence, caveats):
    assert shown(mark_caveats(make_document(sentence))) == caveats


@pytest.mark.parametrize(
    "sentence",
    [
        # Modals: a minister, ability.
        "Theresa May opened the bridge.",
        "Divers could see the hull, but they could not reach it.",
        # "if" of questions and likeness.
        "Reporters asked the minister if the dam was safe.",
        "He walked in as if nothing had happened.",
        # What is rejected or denied is no claim.
        "Parliament rejected the bill by four votes.",
        "The board denied his request for leave.",
        # "over" of place and of quarrels, "some" of people.
        "The geese flew over the estuary.",
        "A quarrel over 12 fields has divided the village.",
        "Some people stayed.",
        # Nouns.
        "She left the orchard to a cousin in her will.",
        "The insurer settled 40 claims.",
        # People who act, bodies, people with names.
        "Officials raided the warehouse and seized the ledgers.",
        "The White House said the ledgers were forged.",
        "Port spokeswoman Ilse Marten said the crane had failed.",
        "Ilse Marten, a spokeswoman for the port, said the crane had failed.",
        "“It failed,” said a crane driver, Pia Lund.",
        "The officers were told to leave.",
        # Titles, words as words, and words with a speaker.
        "The play “The Long Winter” opened to full houses.",
        "The term “quay” is older than the port.",
        "He called the closure “a disgrace”.",
        # A plain cue, a survey cited by its author, a court.
        "The ministry reported sales of three billion crowns.",
        "The wells are dry, according to the ministry's annual survey.",
        "She told the court that the wells are dry.",
        # A denial that did not come.
        "The firm did not, as it had in the past, dispute that the valve was old.",
        "He couldn’t, to his credit, deny that he had signed.",
        # Full dates, habits, days counted from a date nearby.
        "He arrived in Lima on 3 March 1998 and left the next day.",
        "Prices fell by 4.2 percent in the week to June 3, 2019.",
        "He goes fishing every Sunday.",
        "The stone is two billion years old.",
        # The future that did happen, and a habit.
        "She would later lead the bank.",
        "He will often sit on the wall.",
        "",
        "?!",
    ],
)
def test_plain_sentence_shows_none(sentence):
    assert shown(mark_caveats(make_document(sentence))) == []


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("If true, the find would rewrite its history.", "If true"),
        ("If the roof holds, it reopens.", "If the roof holds"),
        ("If 3,000 signatures come in, it reopens.", "If 3,000 signatures come in"),
        ("It reopens if the roof holds.", "if the roof holds"),
        ("It reopens only if the roof holds.", "only if the roof holds"),
        ("It would, if they could pay for it they would, reopen.", "if they could pay for it"),
        ("The tax, which if enacted would halve sales, is out.", "if enacted"),
        ("Should the levee fail, the lower town would flood.", "Should the levee fail"),
        ("It reopens, even if it rains for a month.", "even if"),
        ("It stays shut unless the roof holds.", "unless"),
    ],
)
def test_condition_is_its_clause(sentence, words):
    [caveat] = [c for c in mark_caveats(make_document(sentence)).caveats if c.kind == "conditional"]
    assert caveat.span.of(sentence) == words


def test_question_is_no_condition():
    text = "Should the town pay, and who would?"
    assert shown(mark_caveats(make_document(text))) == []


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("If these claims prove true, the pact is dead.", "If these claims prove true"),
        ("Both ministries have remained silent on these claims.", "have remained silent"),
        ("These reports could not be confirmed.", "could not be confirmed"),
    ],
)
def test_reservation_on_everything_holds_for_the_document(sentence, words):
    wide = [c for c in mark_caveats(make_document(sentence)).caveats if c.scope == "document"]
    assert [caveat.span.of(sentence) for caveat in wide] == [words]


@pytest.mark.parametrize(
    "sentence",
    [
        "If true, the pact is dead.",
        "If the claims officer is ill, the desk is shut.",
        "The envoy has remained silent since the vote.",
        "Reports that he had fled could not be confirmed.",
        "His age could not be confirmed.",
    ],
)
def test_reservation_on_one_thing_holds_for_a_fact(sentence):
    assert {c.scope for c in mark_caveats(make_document(sentence)).caveats} == {"fact"}


@pytest.mark.parametrize(
    ("sentence", "term"),
    [
        ("The dam is likely to fail.", ("likely", 55, 80)),
        ("The dam will probably fail.", ("likely", 55, 80)),
        ("The dam is not likely to fail.", ("unlikely", 20, 45)),
        ("The dam is very unlikely to fail.", ("very unlikely", 5, 20)),
        ("The dam will almost certainly fail.", ("almost certain", 95, 99)),
        ("The dam may fail.", None),
        ("The dam possibly fails.", None),
    ],
)
def test_words_fix_a_likelihood(sentence, term):
    [likelihood] = [
        c.likelihood for c in mark_caveats(make_document(sentence)).caveats if c.kind == "hedged"
    ]
    assert (likelihood and (likelihood.term, likelihood.low, likelihood.high)) == term


def attribute(text, source, cue, content, **fields):
    return Attribution(
        source=(span_of(text, source),),
        cue=(span_of(text, cue),),
        content=(span_of(text, content),),
        **{"source_kind": "named", **fields},
    )


def test_caveat_is_about_the_claim_of_its_attribution():
    text = "Lund said the dam may fail, and the spillway was allegedly never checked."
    claim = attribute(text, "Lund", "said", "the dam may fail")
    document = mark_caveats(make_document(text, attributions=(claim,)))
    about = {caveat.span.of(text): caveat.about for caveat in document.caveats}
    assert about == {"may": claim.content, "allegedly": ()}


def test_caveat_inside_two_claims_is_about_the_inner_one():
    text = "Lund said that Berg thinks the dam may fail."
    outer = attribute(text, "Lund", "said", "that Berg thinks the dam may fail")
    inner = attribute(text, "Berg", "thinks", "the dam may fail")
    document = mark_caveats(make_document(text, attributions=(outer, inner)))
    assert [caveat.about for caveat in document.caveats] == [inner.content]


def attribute_lawyer(text, **fields):
    return attribute(
        text,
        "The lawyer",
        "says",
        "he has it",
        via=(Via(span=span_of(text, "the ferry pilots"), kind="origin"),),
        **{"source_kind": "unnamed", **fields},
    )


def test_attributions_show_what_words_do_not():
    text = "The lawyer says he has it from the ferry pilots."
    assert shown(mark_caveats(make_document(text))) == []
    assert shown(mark_caveats(make_document(text, attributions=(attribute_lawyer(text),)))) == [
        ("unnamed_source", "The lawyer"),
        ("secondhand", "the ferry pilots"),
    ]


def test_doubtful_attribution_shows_nothing():
    text = "The lawyer says he has it from the ferry pilots."
    doubtful = attribute_lawyer(text, confidence=0.5)
    assert shown(mark_caveats(make_document(text, attributions=(doubtful,)))) == []


def test_source_that_is_no_person_needs_no_name():
    text = "The poll says he has it."
    poll = attribute(text, "The poll", "says", "he has it", source_kind="unnamed")
    assert shown(mark_caveats(make_document(text, attributions=(poll,)))) == []


def test_findings_are_not_said_twice():
    text = "Last month over 13,000 crates left, officials said."
    document = make_document(
        text,
        attributions=(
            attribute(text, "officials", "said", "over 13,000 crates left", source_kind="unnamed"),
        ),
        quantities=(
            Quantity(span=span_of(text, "over 13,000 crates"), value=13_000, comparator=">"),
        ),
        dates=(
            DateExpression(
                span=span_of(text, "Last month"), value=None, relative=True, resolved=False
            ),
        ),
    )
    assert shown(mark_caveats(document)) == [
        ("relative_date", "Last month"),
        ("approximate", "over"),
        ("unnamed_source", "officials"),
    ]


def test_comparator_that_no_list_knows_is_the_trigger():
    text = "The quay cost a smidgen beyond £4m."
    span = span_of(text, "a smidgen beyond £4m")
    document = make_document(text, quantities=(Quantity(span=span, value=4e6, comparator=">"),))
    assert shown(mark_caveats(document)) == [("approximate", "a smidgen beyond")]


def test_figure_with_letters_is_a_figure():
    assert shown(mark_caveats(make_document("It cost over 3bn crowns, or about £4m."))) == [
        ("approximate", "over"),
        ("approximate", "about"),
    ]


def test_words_that_are_no_date_stop_the_finding_too():
    text = "It happened on Super Tuesday."
    date = DateExpression(span=span_of(text, "Tuesday"), value=None, relative=True, resolved=False)
    assert shown(mark_caveats(make_document(text, dates=(date,)))) == []


def test_own_publisher_is_no_retelling():
    text = "She told the Guardian that the wells are dry."
    assert shown(mark_caveats(make_document(text))) == [("secondhand", "told the Guardian")]
    assert shown(mark_caveats(make_document(text, publisher="The Guardian"))) == []


def test_repeat_shows_nothing_again():
    sentence = "The dam may fail."
    document = make_document(sentence, sentence)
    first, second = document.sentences
    document = replace(document, repeats=(Repeat(span=second, of=first, kind="exact"),))
    assert [caveat.span for caveat in mark_caveats(document).caveats] == [Span(8, 11)]


def test_explanation_is_the_lexicon_s():
    [caveat] = mark_caveats(make_document("The dam may fail.")).caveats
    assert caveat.explanation == load_caveats()["hedged"].explanation


def test_line_without_end_is_read_to_its_end():
    text = "The dam holds and the river rises and " * 3_000 + "the wall may fail."
    assert shown(mark_caveats(make_document(text))) == [("hedged", "may")]


WORDS = """
if unless should may could not be confirmed officials said Berg told CNN about 40 over 12 crates
last week Tuesday May 3, 2019, “payment” ” “ so-called it is unclear whether the a accused of
denied any claims , . ? — sources close to the will likely according to U.S.
"""


@given(st.lists(st.sampled_from(WORDS.split()), max_size=40).map(" ".join))
def test_triggers_lie_in_the_sentence_in_order_and_apart(text):
    triggers, _ = find_in_sentence(text, Span(0, len(text)))
    assert list(triggers) == sorted(triggers)
    assert all(0 <= t.span.start < t.span.end <= len(text) for t in triggers)
    assert all(t.span.of(text) == t.span.of(text).strip() for t in triggers)
    for kind in {trigger.kind for trigger in triggers}:
        spans = [trigger.span for trigger in triggers if trigger.kind == kind]
        assert all(one.end <= other.start for one, other in pairwise(spans))


@given(st.text(max_size=200))
def test_odd_text_is_read(text):
    mark_caveats(make_document(text))
