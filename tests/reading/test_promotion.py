import pytest

from briefing.reading.composing import Run
from briefing.reading.page import Holder, Piece
from briefing.reading.promotion import is_named, is_promotion

BODY = Holder("article body", Holder("newsletter page"))
AROUND = frozenset({BODY, BODY.outer})


def piece(words: str, holder: Holder = BODY, names: str = "") -> Piece:
    return Piece("paragraph", (Run(words),), holder=holder, names=names)


@pytest.mark.parametrize(
    "words",
    [
        "READ MORE: Ten islands to see before the winter",
        "Sign up here for the Morning Wire, six days a week.",
        "Related: How the ferry strike began",
        "Advertisement",
        "Editor’s Picks",
        "Most read…",
        "If you like what you read, subscribe to our newsletter.",
        "Get in touch with our news desk by emailing us at desk@thewire.example.",
        "___",
        "• • •",
    ],
)
def test_what_asks_for_something_is_promotion(words):
    assert is_promotion(piece(words), AROUND)


@pytest.mark.parametrize(
    "words",
    [
        "Related offences were not charged, the prosecutor said.",
        "Signing up for the scheme has been possible since May, according to the ministry.",
        "“Follow us on every channel,” the party told its members in a letter on Friday.",
        "Advertisement revenue fell by a fifth, the group said.",
        "More than 10,000 people marched through the capital.",
        "Shares in the ferry company fell by 4%.",
        "Popular with tourists, the island had no service for eleven days.",
        "Listening posts on the coast picked up the signal at noon.",
        "12",
    ],
)
def test_news_is_no_promotion(words):
    assert not is_promotion(piece(words), AROUND)


@pytest.mark.parametrize(
    ("names", "named"),
    [
        ("c inline Signup title", True),
        ("newsletter box", True),
        ("twitter tweet", True),
        ("related articles", True),
        ("unrelated", False),
        ("Share Buttons", True),
        ("shares table", False),
    ],
)
def test_elements_tell_by_their_names(names, named):
    lists = ("promotion_names", "embed_names")
    words = "The talks go on, the minister said."
    assert is_named(piece(words, names=names), lists, AROUND) is named
    assert is_named(piece(words, Holder(names, BODY)), lists, AROUND) is named
    assert is_promotion(piece(words, Holder("", Holder(names, BODY))), AROUND) is named


def test_what_is_around_the_article_itself_tells_nothing():
    words = "The talks go on, the minister said."
    assert not is_promotion(piece(words), AROUND)
    assert is_promotion(piece(words))
