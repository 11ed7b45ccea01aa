import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.reading.plain import cut_blocks, read_plain

FERRY = (
    "The ferry company said it would cancel half of its winter crossings because two of its "
    "three ships need new engines."
)
MAYOR = (
    "The mayor called the decision a blow to the islands, and asked the government to charter "
    "a ship from Norway until spring."
)
WRAPPED = """\
The ferry company said it would cancel half of its winter crossings
because two of its three ships need new engines, and that tickets
already sold will be refunded.
"""


def kinds(text):
    return [(block.kind, block.span.of(text)) for block in read_plain(text).blocks]


def test_each_line_is_a_paragraph_where_nothing_parts_them():
    text = f"  {FERRY}\n{MAYOR}  \n"
    assert kinds(text) == [("paragraph", FERRY), ("paragraph", MAYOR)]


def test_blank_lines_part_paragraphs():
    text = f"\n\n{FERRY}\n \t\n\n{MAYOR}\n\n"
    assert kinds(text) == [("paragraph", FERRY), ("paragraph", MAYOR)]


def test_short_lines_between_blank_lines_are_a_list():
    text = f"{FERRY}\n\nBring these:\nA warm coat\nA ticket\n\n{MAYOR}\n"
    assert kinds(text) == [
        ("paragraph", FERRY),
        ("paragraph", "Bring these:"),
        ("item", "A warm coat"),
        ("item", "A ticket"),
        ("paragraph", MAYOR),
    ]


def test_lines_that_stand_together_throughout_are_paragraphs():
    text = f"{FERRY}\n{MAYOR}\n\n{MAYOR}\n{FERRY}\n"
    assert [kind for kind, _ in kinds(text)] == ["paragraph"] * 4


def test_lines_broken_to_fit_a_width_are_one_paragraph():
    text = f"{WRAPPED}\n{WRAPPED}\n"
    first, second = cut_blocks(text)
    assert first.span.of(text) == WRAPPED.strip()
    assert second.span.of(text) == WRAPPED.strip()


def test_broken_lines_leave_lists_quotations_and_short_lines_apart():
    text = (
        f"WINTER ON THE ISLANDS\n\n{WRAPPED}\n"
        "- Ships leave at six in the morning and at four in the afternoon, as\n"
        "  the company said\n"
        "- No ship on Sunday\n\n"
        "> Will the early ship run\n> on holidays too?\n\n"
        f"{WRAPPED}"
    )
    assert [kind for kind, _ in kinds(text)] == [
        "title",
        "paragraph",
        "item",
        "item",
        "quote",
        "paragraph",
    ]


@pytest.mark.parametrize("bullet", ["- ", "* ", "• ", "– ", "1. ", "12) ", "(3) ", "a) "])
def test_bullet_makes_an_item(bullet):
    text = f"{FERRY}\n{bullet}No ship on Sunday.\n"
    assert kinds(text)[1] == ("item", f"{bullet}No ship on Sunday.")


@pytest.mark.parametrize(
    "line",
    [
        "-5 degrees were measured on the pier.",
        "1.5 million people live there.",
        "*Corrected* on Monday.",
        "2024 was the warmest year.",
        "A) is the wrong answer, as nobody said.",
    ],
)
def test_line_without_a_bullet_is_no_item(line):
    assert kinds(f"{FERRY}\n{line}\n")[1] == ("paragraph", line)


def test_indented_items_stand_deeper():
    text = "- Ships\n  - North\n    - Spring\n  - South\n- Planes\n"
    assert [block.depth for block in cut_blocks(text)] == [1, 2, 3, 2, 1]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (f"Winter ferries cut by half\n\n{FERRY}\n\n{MAYOR}\n", "Winter ferries cut by half"),
        (f"Winter ferries cut by half\nBy Lena Ortiz\n{FERRY}\n", "Winter ferries cut by half"),
        (f"Who will pay for the ships?\n{FERRY}\n", "Who will pay for the ships?"),
        (f"Winter ferries are cut by half.\n\n{FERRY}\n", None),
        (f"By Lena Ortiz in Oslo\n\n{FERRY}\n", None),
        (f"Friday, 22 November 2024\n\n{FERRY}\n", None),
        (f"Ferries\n\n{FERRY}\n", None),
        (f"{FERRY}\n\n{MAYOR}\n", None),
        ("Winter ferries cut by half\nMayor calls it a blow\n", None),
        ("Winter ferries cut by half\n", None),
    ],
)
def test_first_line_is_the_title_where_it_plainly_is_one(text, title):
    article = read_plain(text)
    assert article.title == title
    assert [block.span.of(text) for block in article.blocks if block.kind == "title"] == (
        [title] if title else []
    )


@pytest.mark.parametrize("text", ["", "\n\n\n", " \t\n\x0c\n", "\ufeff"])
def test_text_without_words(text):
    assert all(block.span.of(text).strip() for block in read_plain(text).blocks)


LINES = st.lists(
    st.sampled_from(["", " ", FERRY, MAYOR, "The plan", "- a", "> b", "1. One", "c:", "d " * 30])
    | st.text(max_size=90),
    max_size=30,
)


@given(LINES.map("\n".join))
def test_blocks_hold_all_words_in_order(text):
    article = read_plain(text)
    assert article.text == text
    at = 0
    for block in article.blocks:
        assert text[at : block.span.start].strip() == ""
        words = block.span.of(text)
        assert words
        assert words == words.strip()
        assert (block.level is not None) == (block.kind == "heading")
        assert (block.depth is not None) == (block.kind == "item")
        at = block.span.end
    assert text[at:].strip() == ""
