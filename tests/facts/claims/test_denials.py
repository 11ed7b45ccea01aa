import pytest
from small import document_of

from briefing.facts.caveats.marking import mark_caveats
from briefing.facts.claims.marking import mark_facts


@pytest.mark.parametrize(
    ("sentences", "attributions", "standings"),
    [
        (
            ["The Gazette reported that Mr. Ruiz was selling the mill.", "He denied selling it."],
            [
                ("The Gazette", "reported", "that Mr. Ruiz was selling the mill"),
                ("He", "denied", "selling it"),
            ],
            ["reported", "disputed"],
        ),
        (
            [
                "The Gazette reported that Mr. Ruiz was selling the mill.",
                "Mr. Ruiz has denied that he was selling the mill.",
            ],
            [
                ("The Gazette", "reported", "that Mr. Ruiz was selling the mill"),
                ("Mr. Ruiz has", "denied", "that he was selling the mill"),
            ],
            ["disputed", "disputed"],
        ),
        (
            ["Two clerks accused the mayor of taking bribes.", "The mayor denied the accusations."],
            [("Two clerks", "accused", "the mayor of taking bribes")],
            ["disputed", "disputed"],
        ),
        (
            ["The clerk said the safe was empty.", "The mayor denied that the dam had leaked."],
            [
                ("The clerk", "said", "the safe was empty"),
                ("The mayor", "denied", "that the dam had leaked"),
            ],
            ["reported", "disputed"],
        ),
        (
            [
                "Two clerks accused the mayor of taking bribes.",
                "The town has 900 people.",
                "The mayor denied the accusations.",
            ],
            [("Two clerks", "accused", "the mayor of taking bribes")],
            ["alleged", "stated", "disputed"],
        ),
    ],
)
def test_a_denial_disputes_the_claim_beside_it(sentences, attributions, standings):
    facts = mark_facts(
        mark_caveats(document_of("\n".join(sentences), attributions=attributions))
    ).facts
    assert [fact.standing for fact in facts] == standings


def test_the_reason_names_the_denial():
    document = document_of(
        "Two clerks accused the mayor of taking bribes.\nThe mayor denied the accusations.",
        attributions=[("Two clerks", "accused", "the mayor of taking bribes")],
    )
    assert mark_facts(mark_caveats(document)).facts[0].reason == "‘denied’ beside it"
