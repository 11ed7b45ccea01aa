import pytest
from msgspec.structs import replace
from small import document_of, span_of

from briefing.facts.caveats.marking import mark_caveats
from briefing.facts.claims.marking import mark_facts
from briefing.model import Quantity


def paragraph(*sentences, figures=(), **options):
    """One paragraph; figures are those of its words that are quantities."""
    document = document_of("\n".join(sentences), **options)
    quantities = (
        Quantity(span=span_of(document.text, words), value=float(words)) for words in figures
    )
    return replace(document, quantities=tuple(quantities))


def weights(document):
    return [fact.weight for fact in mark_facts(document).facts]


def test_what_the_lead_says_weighs_more_than_the_same_far_below():
    filler = [f"The harbour kept its old lamps in street number {n}." for n in range(20)]
    first, *_, last = weights(
        paragraph("The dam above Orvel broke.", *filler, "The dam above Orvel broke.")
    )
    assert first > last


@pytest.mark.parametrize(
    ("heavier", "lighter"),
    [
        ("The dam above Orvel broke at noon.", "The dam above Orvel could break at noon."),
        ("Orvel sued Brandt over the dam.", "The town sued the builder over the dam."),
        ("The dam above Orvel broke at noon.", "It broke above the town at noon."),
    ],
)
def test_one_claim_weighs_more_than_another(heavier, lighter):
    [more], [less] = (weights(mark_caveats(paragraph(text))) for text in (heavier, lighter))
    assert more > less


def test_a_figure_and_a_named_source_weigh():
    plain = paragraph("The agency said that the dam broke after 40 years.")
    figured = paragraph("The agency said that the dam broke after 40 years.", figures=["40"])
    said = paragraph(
        "The agency said that the dam broke after 40 years.",
        figures=["40"],
        attributions=[("The agency", "said", "that the dam broke after 40 years", 0.9)],
    )
    assert weights(plain) < weights(figured) < weights(said)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("The implications are grave.", False),
        ("This was seen again in October.", False),
        ("The dam above Orvel broke at noon.", True),
        ("This was seen again in October by the crew of a second ship.", True),
    ],
)
def test_a_claim_that_says_too_little_is_shown_when_asked_for(text, shown):
    [fact] = mark_facts(paragraph(text)).facts
    assert fact.shown is shown


@pytest.mark.parametrize(
    ("text", "attribution", "shown"),
    [
        ("A nurse, who asked not to be named.", ("who", "asked", "to be named"), False),
        (
            "The board has said how to pay.",
            ("The board", "has said", "how to pay"),
            False,
        ),
        ("The board promised to cut fares.", ("The board", "promised", "to cut fares"), True),
    ],
)
def test_the_end_of_a_clause_is_shown_when_asked_for(text, attribution, shown):
    facts = mark_facts(paragraph(text, attributions=[(*attribution, 0.9)])).facts
    stubs = [fact for fact in facts if fact.claim[0].of(text) == attribution[2]]
    assert all(fact.shown is shown for fact in stubs)
    assert stubs or not shown


@pytest.mark.parametrize(("confidence", "shown"), [(0.9, True), (0.45, True), (0.44, False)])
def test_a_doubtful_attribution_is_shown_when_asked_for(confidence, shown):
    document = paragraph(
        "The board met and the agency said that the dam broke.",
        attributions=[("the agency", "said", "that the dam broke", confidence)],
    )
    facts = [fact for fact in mark_facts(document).facts if fact.attribution == 0]
    assert [fact.shown for fact in facts] == [shown]
