import pytest

from briefing.facts.caveats.unnamed import find_unnamed
from briefing.spans import Span


def find(text):
    return [trigger.span.of(text) for trigger in find_unnamed(text, Span(0, len(text)))]


@pytest.mark.parametrize(
    ("text", "people"),
    [
        # The whole phrase, and what says which people they are.
        ("Senior port officials said it failed.", ["Senior port officials"]),
        ("Current and former officers said it failed.", ["Current and former officers"]),
        ("Officials in Kyiv and Moscow said it failed.", ["Officials in Kyiv and Moscow"]),
        ("But experts say it failed.", ["experts"]),
        ("A person familiar with the plan said so.", ["A person familiar with the plan"]),
        ("The mayor's aides insist it failed.", ["The mayor's aides"]),
        # Before the cue, behind it, around it.
        ("According to a senior official, Lund is gathering votes.", ["a senior official"]),
        ("“It failed,” said one diplomat who took part.", ["one diplomat"]),
        ("It failed, two engineers have repeatedly warned.", ["two engineers"]),
        ("The dam, analysts said, is empty.", ["analysts"]),
        ("Critics, many of them farmers, argue that it failed.", ["Critics"]),
        ("One official who relayed the talk said it failed.", ["One official"]),
        # Whoever asks for anonymity is a source.
        ("Two guards described the cell on condition of anonymity.", ["Two guards"]),
        # A crowd, counted.
        ("Some Democrats say it failed.", ["Some Democrats"]),
    ],
)
def test_source_without_a_name_is_found(text, people):
    assert find(text) == people


@pytest.mark.parametrize(
    "text",
    [
        # They act, or something is done to them.
        "Officials searched the house.",
        "The officials were told to leave.",
        "A man accused of theft left.",
        "Her email to supporters notes that it failed.",
        "The officials who were told of it left.",
        # A name stands beside them.
        "Aide Jo Hall said it failed.",
        "Port spokeswoman Hope Hall said it failed.",
        "Jo Hall, an aide, said it failed.",
        "It failed, said an aide, Jo Hall.",
        "Jo Hall became a delegate and said it failed.",
        "The two leading diplomats, Jo Hall and Ida Berg, say it failed.",
        # Named before, or a crowd.
        "The minority leader said it failed.",
        "Democrats say it failed.",
        # A verb that looks like a person.
        "They advocate for a truce, she said.",
    ],
)
def test_no_source_is_found(text):
    assert find(text) == []
