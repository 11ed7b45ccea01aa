import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.reading.headings import find_headings, load_weights
from briefing.reading.line_marks import find_lines
from briefing.reading.line_shapes import is_numbered
from briefing.reading.plain import cut_blocks, read_plain

FERRY = (
    "The ferry company said it would cancel half of its winter crossings because two of its "
    "three ships need new engines."
)
MAYOR = (
    "The mayor called the decision a blow to the islands, and asked the government to charter "
    "a ship from Norway until spring."
)
UNION = (
    "A spokeswoman for the seamen’s union said that nobody had been asked, and that some of the "
    "crews would have to look for work on the mainland."
)


def headings(text):
    return [block.span.of(text) for block in read_plain(text).blocks if block.kind == "heading"]


def article(*parts, gap="\n"):
    return gap.join(parts) + "\n"


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
@pytest.mark.parametrize(
    "found",
    [
        ["Two Ships Out of Three", "Who Will Pay?", "Crews Left Waiting"],
        ["Two ships out of three", "Who will pay?", "Crews left waiting"],
        ["TWO SHIPS OUT", "CREWS WAITING", "WHAT NOW"],
        ["1. Two ships out of three", "2. Help from Norway", "3. Crews left waiting"],
        ["Zwei Schiffe fehlen", "Hilfe aus Norwegen", "Was nun kommt"],
    ],
)
def test_lines_that_head_prose_are_headings(found, gap):
    one, two, three = found
    text = article(FERRY, MAYOR, one, UNION, FERRY, two, MAYOR, UNION, three, FERRY, gap=gap)
    assert headings(text) == found


def test_heading_that_stands_again_is_one_there_too():
    text = article(
        FERRY, "Two Ships Out of Three", UNION, "Who Will Pay?", MAYOR, FERRY,
        "Two Ships Out of Three", UNION, "Who Will Pay?", MAYOR,
    )  # fmt: skip
    assert headings(text) == ["Two Ships Out of Three", "Who Will Pay?"] * 2


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
@pytest.mark.parametrize(
    "line",
    [
        "By Lena Ortiz",
        "Photo: Lena Ortiz / Northwire",
        "Read more: Why the islands are losing people",
        "[Why the islands are losing people]",
        "___",
        "$49.99",
        "— Lena Ortiz, ferry captain",
        "“It is a disgrace,” she said.",
        "The company lists three reasons:",
        "It snowed.",
        "and so on",
        "Share this article",
        "Advertisement",
    ],
)
def test_furniture_and_short_sentences_are_no_headings(line, gap):
    text = article(FERRY, MAYOR, UNION, line, FERRY, MAYOR, gap=gap)
    assert headings(text) == []


def test_list_items_are_no_headings():
    text = f"{FERRY}\n\n1. Coats\n2. Tickets\n3. Sandwiches\n\n{MAYOR}\n\n{UNION}\n"
    assert headings(text) == []


def test_turns_of_a_conversation_are_no_headings():
    turns = ["Q: Who will pay for the ships?", FERRY, "A: Not the islands, I hope", MAYOR] * 3
    assert headings(article(UNION, *turns, UNION)) == []


def test_label_of_one_kind_is_no_turn():
    lines = ["Spotlight: Ships for spring", "Spotlight: Engines for all", "Spotlight: New crews"]
    text = article(UNION, *(part for line in lines for part in (line, FERRY, MAYOR)))
    assert headings(text) == lines


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_ranking_is_no_row_of_headings(gap):
    ranks = ["1. Sandvik (last week: 2.)", "2. Nordhamn (1.)", "3. Vik (3.)", "4. Berg (6.)"]
    assert headings(article(FERRY, MAYOR, *ranks, UNION, FERRY, gap=gap)) == []


def test_initial_in_a_name_is_no_number():
    assert not any(map(is_numbered, ["Heather T. Remy", "Q: Who pays?", "71.1 MB", "2nd ship"]))
    assert all(map(is_numbered, ["1. Ships", "Lesson 2: Crews", "IV. Money", "C) Towns", "#3. Go"]))


def test_last_line_heads_nothing():
    text = article(FERRY, MAYOR, "Help From Norway", UNION, FERRY, MAYOR, "Two Ships Left")
    assert headings(text) == ["Help From Norway"]


def test_text_of_short_lines_has_none():
    assert headings("Monday\nNorth pier\nTuesday\nSouth pier\n" * 20) == []


@pytest.mark.parametrize(
    ("lines", "levels"),
    [
        (["1. Ships", "1.1 Engines", "1.2 Crews", "2. Money"], [2, 3, 3, 2]),
        (["THE SHIPS", "New engines", "Old crews", "THE MONEY"], [2, 3, 3, 2]),
        (["The ships", "New engines", "Old crews", "NATO"], [2, 2, 2, 2]),
        (["The Ships", "New Engines", "Old Crews", "The Money"], [2, 2, 2, 2]),
    ],
)
def test_levels_follow_the_way_headings_are_written(lines, levels):
    text = article(FERRY, *(part for line in lines for part in (line, UNION, MAYOR)))
    blocks = cut_blocks(text)
    assert list(find_headings(text, blocks).values()) == levels


def test_each_weight_is_of_a_mark_that_is_seen():
    text = article(
        "First line of it", FERRY, "Read on!", "Who?", "“Quoted”", "[bracketed]", "$5 for a ticket",
        "lower case", "Leading in:", "one two three four five six seven eight nine ten eleven "
        "twelve thirteen", FERRY,
    )  # fmt: skip
    seen = {mark for line in find_lines(text, cut_blocks(text)) for mark in line.marks}
    assert set(load_weights().marks) == seen


@given(
    st.lists(st.sampled_from([FERRY, "The Plan", "1. One", "1.1 Two", "WHO?", "- a"]) | st.text())
)
def test_only_blocks_that_head_something_are_found(lines):
    text = "\n".join(lines)
    blocks = cut_blocks(text)
    found = find_headings(text, blocks)
    assert all(0 <= at < len(blocks) - 1 and 2 <= level <= 6 for at, level in found.items())
    assert all("\n" not in blocks[at].span.of(text) for at in found)
