import pytest
from msgspec.structs import replace
from rich.cells import cell_len
from small import bare_document

from briefing.app.layout.cards import Inked, card, claim_words, flow, low_card
from briefing.model import Attribution, Caveat, Fact, Likelihood
from briefing.spans import Span

TEXT = "Officials said the port may have closed in June, and they deny it. [b]Loss\x1b[2J[/b] grew."


def words(*cuts):
    """Spans of words of the text."""
    return tuple(Span(TEXT.index(cut), TEXT.index(cut) + len(cut)) for cut in cuts)


def caveat(kind, trigger, **more):
    [span] = words(trigger)
    return Caveat(kind=kind, span=span, scope="fact", explanation=f"About {kind}.", **more)


FACT = Fact(
    id="0-01",
    span=Span(0, 66),
    section=0,
    claim=words("the port may have closed in June"),
    standing="speculative",
    reason="‘may’ in the claim",
    weight=0.5,
    attribution=0,
    caveats=(0, 1),
)
DOCUMENT = bare_document(
    TEXT,
    attributions=(
        Attribution(
            source=words("Officials"),
            cue=words("said"),
            content=words("the port may have closed in June"),
            source_kind="unnamed",
        ),
        Attribution(
            source=words("they"),
            cue=words("deny"),
            content=words("it"),
            source_kind="pronoun",
            speaker="Officials",
        ),
    ),
    caveats=(
        caveat("unnamed_source", "Officials"),
        caveat("hedged", "may", likelihood=Likelihood(term="likely", low=55, high=80)),
    ),
    facts=(FACT,),
)


def plain(lines):
    return ["".join(piece.text for piece in line) for line in lines]


def test_a_closed_card_says_standing_claim_source_and_caveats():
    assert plain(card(DOCUMENT, FACT, 60)) == [
        "? speculative",
        "the port may have closed in June",
        "Officials",
        "source not named · less than certain “may” (55–80 %)",
    ]


def test_an_open_card_says_what_each_caveat_means_and_what_decided():
    opened = plain(card(DOCUMENT, FACT, 60, opened=True))
    assert opened[:4] == plain(card(DOCUMENT, FACT, 60))
    assert opened[4:] == [
        "",
        "“Officials”",
        "  About unnamed_source.",
        "“may”",
        "  About hedged. likely: 55–80 %.",
        "speculative: ‘may’ in the claim",
        "  The claim is conditional, or no more than a possibility.",
    ]


def test_a_short_form_says_whom_it_stands_for():
    fact = replace(FACT, attribution=1, claim=words("it"), caveats=())
    assert "they → Officials" in plain(card(DOCUMENT, fact, 60))


def test_a_claim_that_cannot_stand_alone_stands_in_its_sentence():
    fact = replace(FACT, claim=words("closed in June"))
    inks = [piece.ink for piece in claim_words(DOCUMENT, fact)]
    assert inks == ["quiet", "claim", "quiet"]
    assert "".join(piece.text for piece in claim_words(DOCUMENT, fact)) == FACT.span.of(TEXT)


def test_a_broken_claim_is_marked_as_shortened():
    fact = replace(FACT, claim=words("the port", "closed in June"))
    assert "the port … closed in June" in plain(card(DOCUMENT, fact, 60))


def test_the_article_itself_is_named_as_such():
    fact = replace(FACT, attribution=None)
    assert "the article" in plain(card(DOCUMENT, fact, 60))


def test_controls_and_markup_of_the_text_have_no_effect():
    fact = replace(FACT, span=Span(67, len(TEXT)), claim=(Span(67, len(TEXT)),), caveats=())
    assert "[b]Loss�[2J[/b] grew." in plain(card(DOCUMENT, fact, 60))


@pytest.mark.parametrize("height", range(1, 9))
@pytest.mark.parametrize("width", [14, 20, 34, 80])
def test_a_low_card_shortens_the_claim_before_what_limits_it(width, height):
    whole = plain(card(DOCUMENT, FACT, width))
    low = plain(low_card(DOCUMENT, FACT, width, height))
    assert len(low) <= height
    assert all(cell_len(line) <= width for line in low)
    claim = plain(flow(claim_words(DOCUMENT, FACT), width))
    limits = whole[1 + len(claim) :]
    if len(whole) <= height:
        assert low == whole
    elif 2 + len(limits) <= height:
        assert low[-len(limits) :] == limits
        assert low[-len(limits) - 1].endswith("…")
    else:
        assert low[-1].endswith("…")


@pytest.mark.parametrize("width", [10, 17, 30, 80])
def test_no_line_is_wider_than_the_pane(width):
    for opened in (False, True):
        for line in plain(card(DOCUMENT, FACT, width, opened=opened)):
            assert cell_len(line) <= max(width, len("? speculative"))


def test_ink_changes_inside_a_line():
    pieces = [Inked("one two ", "quiet"), Inked("three", "claim")]
    assert list(flow(pieces, 9)) == [
        (Inked("one two", "quiet"),),
        (Inked("three", "claim"),),
    ]
    assert list(flow(pieces, 20)) == [tuple(pieces)]
