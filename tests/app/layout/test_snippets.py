"""A match with words around it: whole words, one line, never wider than its room."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from briefing.app.layout.snippets import cut_snippet
from briefing.spans import Span


def snippet(text, words, width):
    start = text.index(words)
    return cut_snippet(text, Span(start, start + len(words)), width)


LONG = "The harbour master told the inquiry that the old port of Harwick had been closed since May."


@pytest.mark.parametrize(
    ("text", "words", "width", "shown"),
    [
        ("The port is open.", "port", 40, "The |port| is open."),
        (LONG, "port", 30, "… old |port| of Harwick had…"),
        (LONG, "Harwick", 20, "… |Harwick| had been…"),
        (LONG, "The", 20, "|The| harbour master…"),
        (LONG, "May.", 24, "… been closed since |May.|"),
        # What was parted by lines stands on one; a match may begin with white space.
        ("The\n\nport\tis\n open.", "\n\nport", 40, "The| port| is open."),
        ("Airports may open.", "port", 40, "Air|port|s may open."),
        (LONG, "port", 5, "|port|…"),
        (LONG, "port", 4, "|port|"),
        ("a" * 50 + "port" + "b" * 50, "port", 20, "…|port|…"),
        ("The port is open.", "The port is open.", 9, "|The port…|"),
        ("A \x1b[2Jwiped \u202eport.", "port", 40, "A \ufffd[2Jwiped \ufffd|port|."),
        ("首相は港を閉じた、と読売新聞は伝えた。", "港", 14, "…は|港|を閉じた…"),
    ],
)
def test_a_match_stands_among_whole_words(text, words, width, shown):
    assert "|".join(snippet(text, words, width)) == shown


@given(st.text(alphabet="ab \n\x1b首e\u0301-", min_size=1, max_size=120), st.data())
def test_a_snippet_fits_and_holds_nothing_but_the_text(text, data):
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    width = data.draw(st.integers(1, 60))
    found = cut_snippet(text, Span(start, end), width)
    assert found.match
    assert cell_len("".join(found)) <= width
    flat = " ".join(text.replace("\x1b", "\ufffd").split(" "))
    for part in found:
        for piece in part.split("…"):
            assert "".join(piece.split()) in "".join(flat.split())
