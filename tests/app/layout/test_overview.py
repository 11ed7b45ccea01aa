import pytest
from laid_out import lay_out
from small import bare_document

from briefing.app.layout.chunk_rows import Room
from briefing.app.layout.overview import find_marked
from briefing.app.layout.rows import Rows
from briefing.app.layout.searching import Query, find_words
from briefing.model import Block
from briefing.spans import Span


def document(text, *blocks):
    """One block of code, unless there are others."""
    whole = Block(kind="code", span=Span(0, len(text)))
    return bare_document(
        text,
        blocks=blocks or (whole,),
    )


def lay(*lines):
    """Rows as they are given; one of them is empty."""
    text = "\n".join(lines)
    return lay_out(document(text), 20), text


LINES = ("port", "a", "", "port port", "b", "c", "d", "port")


@pytest.mark.parametrize(
    ("cells", "total", "marked"),
    [
        (8, 8, {0: 0, 3: 1, 7: 3}),
        (4, 8, {0: 0, 1: 1, 3: 3}),
        (2, 8, {0: 0, 1: 3}),
        (1, 8, {0: 0}),
        (8, 16, {0: 0, 1: 1, 3: 3}),  # room below the last row
        (20, 8, {0: 0, 3: 1, 7: 3}),  # a short text
        (0, 8, {}),
    ],
)
def test_a_cell_is_marked_if_one_of_its_rows_has_a_match(cells, total, marked):
    rows, text = lay(*LINES)
    assert find_marked(rows, find_words(text, Query(words="port")), cells, total) == marked


def test_without_matches_or_text_nothing_is_marked():
    rows, text = lay(*LINES)
    assert not find_marked(rows, find_words(text, Query(words="ferry")), 8, 8)
    assert not find_marked(Rows(), find_words(text, Query(words="port")), 8, 8)


def test_what_is_not_laid_out_yet_is_marked_about_where_it_will_be():
    paragraphs = [f"{number:06} " + "ferry quay mayor " * 20 for number in range(3_000)]
    starts = [at * len("\n\n".join(paragraphs[:1])) + 2 * at for at in range(3_000)]
    text = "\n\n".join(paragraphs)
    blocks = [
        Block(kind="paragraph", span=Span(start, start + len(words)).strip(text))
        for start, words in zip(starts, paragraphs, strict=True)
    ]
    rows = Rows(document(text, *blocks), Room(72, 72))
    matches = find_words(text, Query(words="002000"))
    [about] = find_marked(rows, matches, 40, len(rows))
    rows.settle()
    [exact] = find_marked(rows, matches, 40, len(rows))
    assert abs(about - exact) <= 1
    assert exact == rows.row_of(text.index("002000")) * 40 // len(rows)
