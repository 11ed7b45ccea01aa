import pytest
from small import document_of_lines

from briefing.facts import mark_attributions


def sources(text):
    found = mark_attributions(document_of_lines(text)).attributions
    return [" … ".join(span.of(text) for span in each.source) for each in found]


@pytest.mark.parametrize(
    "text",
    [
        "The quarrel also shows how much the fishery has changed the coast.",
        "Frost alone does not explain why the road broke.",
        "Unconfirmed reports that the bank had closed were denied on Sunday.",
        "Neither the council nor the mayor has commented on the allegations.",
        "Nobody at the port would say how many crates were lost.",
        "The tower had none, and fewer posts were left by the spring.",
    ],
)
def test_nobody_is_no_source(text):
    named = (
        "unconfirmed",
        "council",
        "mayor",
        "nobody",
        "fewer",
        "none",
        "quarrel",
        "frost",
        "alone",
    )
    assert not [source for source in sources(text) if source.lower().endswith(named)]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        (
            "The bank denied the theft, and in a letter called the charge a fairy tale.",
            "The bank",
        ),
        (
            "Two men who work in the yard, neither of whom gave a name, said the hull lay in mud.",
            "Two men who work in the yard, neither of whom gave a name,",
        ),
        (
            "The price rose from £2m to £6m, and a surveyor who had seen it, Ida Holm, believes "
            "that it will double.",
            "a surveyor who had seen it, Ida Holm,",
        ),
        (
            "The wells are dry, according to records the firm gave to the court.",
            "records the firm gave to the court",
        ),
        (
            "“It is dry,” says a note handed to members of the board.",
            "a note handed to members of the board",
        ),
        ("OSLO, March 3 - Rangers said the lake would freeze.", "Rangers"),
        ("Witnesses seized on Lund’s claim that the lock was broken.", "Lund"),
    ],
)
def test_who_says_it_is_cut_out_of_the_clause(text, source):
    assert source in sources(text)


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        (
            "Pumps that run all night are one thing, they say; a dry well is another.",
            "they",
            "Pumps that run all night are one thing",
        ),
        (
            "The clerk objected to that: the mayor, she said, had only spoken of May.",
            "she",
            "the mayor … had only spoken of May",
        ),
        (
            "In the cellar, he believes, could be two more chests of letters.",
            "he",
            "In the cellar … could be two more chests of letters",
        ),
    ],
)
def test_a_parenthesis_is_no_part_of_what_is_said(text, source, content):
    document = mark_attributions(document_of_lines(text))
    found = {
        tuple(" … ".join(span.of(text) for span in role) for role in (each.source, each.content))
        for each in document.attributions
        if each.confidence >= 0.45
    }
    assert (source, content) in found


@pytest.mark.parametrize(
    "text",
    [
        "About a third of voters said that they had not decided.",
        "Her diary from the camp shows how little the guards knew.",
        "Retired miners said that the shaft had been unsafe for years.",
        "The accused said that he had been asleep.",
    ],
)
def test_who_may_be_a_source_stays_one(text):
    assert sources(text)[0]
