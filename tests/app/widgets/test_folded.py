import pytest
from small import bare_document

from briefing.app.layout.folding import Fold
from briefing.app.widgets.folded import fold_words
from briefing.model import Change, Repeat
from briefing.spans import Span

TEXT = "The port lost 40 jobs in June. The port lost 50 jobs in July."
DOCUMENT = bare_document(TEXT)
CHANGED = Change(op="replace", span=Span(45, 47), of=Span(14, 16))

MONTH = Change(op="replace", span=Span(56, 60), of=Span(25, 29), substantive=True)
FIGURE = Change(op="replace", span=Span(45, 47), of=Span(14, 16), substantive=True)


def fold(*changes, **more):
    repeat = Repeat(span=Span(31, 61), of=Span(0, 30), kind="near", changes=changes)
    counted = {"paragraphs": 1, "headings": 0} | more
    return Fold(span=repeat.span, of=repeat.of, repeats=(repeat,), **counted)


@pytest.mark.parametrize(
    ("held", "width", "words"),
    [
        (
            fold(),
            80,
            "▸ said before: 1 paragraph “The port lost 50 jobs in July.” · no word differs",
        ),
        (
            fold(paragraphs=8, headings=3),
            58,
            "▸ said before: 8 paragraphs, 3 headings · no word differs",
        ),
        (fold(CHANGED), 60, "▸ said before: 1 paragraph “The port lost 50…” · 40 → 50"),
        (fold(CHANGED, CHANGED), 50, "▸ said before: 1 paragraph · 40 → 50 and 1 more"),
        (fold(CHANGED, MONTH), 60, "▸ said before: 1 paragraph · June → July and 1 more"),
        (
            fold(CHANGED, MONTH, FIGURE),
            70,
            "▸ said before: 1 paragraph · June → July, 40 → 50 and 1 more",
        ),
        (
            fold(MONTH, FIGURE),
            70,
            "▸ said before: 1 paragraph “The port lost 50…” · June → July, 40 → 50",
        ),
        (fold(passage=True, paragraphs=0), 45, "▸ said before: a passage · no word differs"),
    ],
)
def test_the_line_says_what_is_folded_and_what_differs(held, width, words):
    said = fold_words(DOCUMENT, held, width, opened=False, key="Enter")
    assert said == words


@pytest.mark.parametrize("width", range(12, 90))
def test_what_differs_is_never_cut_away(width):
    said = fold_words(DOCUMENT, fold(CHANGED), width, opened=False, key="Enter")
    assert said.endswith("40 → 50")
    assert len(said) <= width


def test_an_opened_fold_says_how_to_close_it():
    assert (
        fold_words(DOCUMENT, fold(), 60, opened=True, key="Enter")
        == "▾ said before: 1 paragraph · Enter folds"
    )
