import pytest

from briefing.app.layout.overview import find_marked
from briefing.app.layout.rows import BLANK, Rows
from briefing.app.layout.searching import Query, find_words


def lay(*lines):
    """Rows of ten characters each; an empty one is blank and stands where the next begins."""
    rows, text = Rows(), ""
    for line in lines:
        rows.starts.append(len(text))
        text += line.ljust(10) if line else ""
        rows.ends.append(len(text))
        rows.blocks.append(0 if line else BLANK)
    return rows, text


LINES = ("port", "a", "", "port port", "b", "c", "d", "port")


@pytest.mark.parametrize(
    ("cells", "total", "marked"),
    [
        (8, 8, {0, 3, 7}),
        (4, 8, {0, 1, 3}),
        (2, 8, {0, 1}),
        (1, 8, {0}),
        (8, 16, {0, 1, 3}),  # room below the last row
        (20, 8, {0, 3, 7}),  # a short text
        (0, 8, set()),
    ],
)
def test_a_cell_is_marked_if_one_of_its_rows_has_a_match(cells, total, marked):
    rows, text = lay(*LINES)
    assert find_marked(rows, find_words(text, Query(words="port")), cells, total) == marked


def test_without_matches_or_text_nothing_is_marked():
    rows, text = lay(*LINES)
    assert not find_marked(rows, find_words(text, Query(words="ferry")), 8, 8)
    assert not find_marked(Rows(), find_words(text, Query(words="port")), 8, 8)
