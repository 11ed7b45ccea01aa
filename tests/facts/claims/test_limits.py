import pytest
from small import document_of, span_of

from briefing.facts.claims.marking import mark_facts
from briefing.model import Caveat


def limits(text, attributions, caveats):
    """Return the claims of a sentence, each with the words of its caveats."""
    document = document_of(
        text,
        attributions=attributions,
        source_kind="unnamed",
        caveats=tuple(
            Caveat(kind=kind, span=span_of(text, words), scope="fact", explanation="")
            for kind, words in caveats
        ),
    )
    return [
        (
            fact.claim[0].of(text),
            [document.caveats[at].span.of(text) for at in fact.caveats],
        )
        for fact in mark_facts(document).facts
    ]


@pytest.mark.parametrize(
    ("text", "attributions", "caveats", "expected"),
    [
        (
            "If true, it would be the largest theft on record.",
            [],
            [("conditional", "If true")],
            [("it would be the largest theft on record", ["If true"])],
        ),
        (
            "One guard said that the gate was open.",
            [("One guard", "said", "that the gate was open")],
            [("unnamed_source", "One guard")],
            [("the gate was open", ["One guard"])],
        ),
        (
            "The council bought the land, but the sale may be void.",
            [],
            [("hedged", "may")],
            [
                ("The council bought the land", []),
                ("the sale may be void", ["may"]),
            ],
        ),
        (
            "In a note that could end the strike, one guard said that the gate was open.",
            [("one guard", "said", "that the gate was open")],
            [("hedged", "could"), ("unnamed_source", "one guard")],
            [("the gate was open", ["one guard"])],
        ),
        (
            "About forty guards told a court that the gate was open for almost an hour.",
            [("About forty guards", "told", "that the gate was open for almost an hour")],
            [("approximate", "About"), ("approximate", "almost")],
            [("the gate was open for almost an hour", ["almost"])],
        ),
        (
            "She told a hall of nearly two hundred people that the gate was open.",
            [("She", "told", "that the gate was open")],
            [("approximate", "nearly")],
            [("the gate was open", [])],
        ),
        (
            "Last week one guard said that the gate was open, adding that it may be stuck.",
            [
                ("one guard", "said", "that the gate was open"),
                ("one guard", "adding", "that it may be stuck"),
            ],
            [("relative_date", "Last week"), ("unnamed_source", "one guard"), ("hedged", "may")],
            [
                ("the gate was open", ["Last week", "one guard"]),
                ("it may be stuck", ["one guard", "may"]),
            ],
        ),
    ],
)
def test_each_caveat_hangs_on_the_claims_that_it_limits(text, attributions, caveats, expected):
    assert limits(text, attributions, caveats) == expected
