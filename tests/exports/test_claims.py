import pytest

from briefing.exports.claims import stands_alone, who_says
from briefing.pipeline import analyse
from briefing.reading import read_document
from briefing.words import ARTICLE, NOBODY


@pytest.fixture
def facts(tmp_path):
    """Analyse a text and return its document and facts."""

    def find(text):
        path = tmp_path / "article.txt"
        path.write_text(text, encoding="utf-8")
        document = analyse(read_document(path))
        return document, document.facts

    return find


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        ("The harbour master said the quay was closed.", "The harbour master", None),
        ("The quay appears to be closed to all traffic.", ARTICLE, None),
        ("He is said to have left the ship in May.", NOBODY, None),
        ("The quay was closed to all traffic in May.", ARTICLE, None),
        (
            "Two officials said the quay was closed. They said it would stay closed.",
            "They",
            "Two officials",
        ),
    ],
)
def test_whoever_says_so_is_named_in_words_of_the_text_or_fixed_ones(facts, text, words, speaker):
    document, found = facts(text)
    assert who_says(document, found[-1]) == (words, speaker)


@pytest.mark.parametrize(
    ("text", "claim", "alone"),
    [
        ("The mayor said the quay was closed.", "the quay was closed", True),
        ("She accused the port of hiding the crack.", "hiding the crack", False),
        ("It rained all night.", "It rained all night", True),
    ],
)
def test_a_claim_that_begins_in_the_middle_needs_its_sentence(facts, text, claim, alone):
    document, found = facts(text)
    [fact] = [f for f in found if claim in " ".join(s.of(document.text) for s in f.claim)]
    assert stands_alone(document, fact) is alone
