from __future__ import annotations

import pytest

from briefing.model import Block, BlockKind
from briefing.repeats.runs import find_runs, trim_headings
from briefing.spans import Span

OPENING = "The harbour board approved the new ferry terminal on a vote of seven to two."
SECOND = "Work on the western quay is due to begin before the first frosts of the winter."
THIRD = "Two members who voted against the plan said the budget left no room for delays."
PROMO = "Sign up for the morning letter"


def article(*lines: str) -> tuple[str, tuple[Block, ...]]:
    """Lay lines out as blocks; "# " makes a heading, "- " an item, "| " a table."""
    kinds: dict[str, BlockKind] = {"# ": "heading", "- ": "item", "| ": "table"}
    text, blocks = "", []
    for line in lines:
        kind = kinds.get(line[:2], "paragraph")
        words = line[2:] if line[:2] in kinds else line
        blocks.append(Block(kind=kind, span=Span(len(text), len(text) + len(words))))
        text += words + "\n"
    return text, tuple(blocks)


def runs_of(*lines: str) -> list[list[tuple[int, int]]]:
    return [[tuple(twin) for twin in run] for run in find_runs(*article(*lines))]


def test_tail_that_starts_again_is_one_run():
    assert runs_of(OPENING, "# The quay", SECOND, THIRD, "# The quay", SECOND, THIRD) == [
        [(4, 1), (5, 2), (6, 3)]
    ]


def test_third_copy_points_at_the_first():
    assert runs_of(OPENING, SECOND, OPENING, SECOND, OPENING, SECOND) == [
        [(2, 0), (3, 1), (4, 0), (5, 1)]
    ]


def test_new_paragraph_parts_runs():
    assert runs_of(OPENING, SECOND, OPENING, THIRD, SECOND) == [[(2, 0)], [(4, 1)]]


def test_heading_above_a_repeat_goes_with_it_though_it_stood_twice_before():
    lines = ("# Results", OPENING, "# Results", SECOND, THIRD, "# Results", SECOND)
    assert runs_of(*lines) == [[(5, 2), (6, 3)]]


def test_heading_that_opens_something_new_is_left_out():
    text, blocks = article(OPENING, "# The quay", SECOND, OPENING, "# The quay", THIRD)
    [run] = find_runs(text, blocks)
    assert [twin.block for twin in trim_headings(run, blocks, {3, 4})] == [3]
    assert [twin.block for twin in trim_headings(run, blocks, {3, 4, 5})] == [3, 4]


@pytest.mark.parametrize(
    "again",
    [
        "  The harbour board approved  the new ferry terminal\u00a0on a vote of seven to two. ",
        OPENING.replace("ff", "\ufb00"),
    ],
)
def test_white_space_and_ligatures_do_not_count(again):
    assert runs_of(OPENING, SECOND, again) == [[(2, 0)]]


def test_straightened_quotation_marks_and_dashes_do_not_count():
    curled = "“It’s the town’s last chance — and ours,” said the harbour master on Monday."
    straight = "\"It's the town's last chance - and ours,\" said the harbour master on Monday."
    assert runs_of(curled, straight) == [[(1, 0)]]


def test_promotion_that_stands_three_times_is_a_repeat():
    lines = (OPENING, PROMO, SECOND, PROMO, THIRD, PROMO, "Nobody at the board would say more.")
    assert runs_of(*lines) == [[(3, 1)], [(5, 1)]]


@pytest.mark.parametrize(
    "lines",
    [
        # Two headings of one name, above different texts.
        ("# Background", OPENING, "# Background", SECOND, "# Background", THIRD),
        # Answers: each is one.
        ("Did you see him?", "Yes.", "Did you speak?", "No.", "Did he?", "No.", "Why?", "Yes."),
        ("Who paid?", "I do not recall.", "When?", "I do not recall.", "How?", "I do not recall."),
        # Rules, labels and rows.
        ("___", OPENING, "___", SECOND, "___", THIRD, "* * *", "* * *", "* * *"),
        ("CLERK OF THE BOARD:", OPENING, "CLERK OF THE BOARD:", SECOND, "CLERK OF THE BOARD:"),
        ("Grain 12 40 18", "Coal 9 31 7", "Grain 12 40 18", "Oil 3", "Grain 12 40 18"),
        ("| Port of Leith | 12", OPENING, "| Port of Leith | 12", SECOND, "| Port of Leith | 12"),
        ("- Not yet decided", "- Open", "- Not yet decided", "- Not yet decided"),
        # One figure differs.
        (OPENING, OPENING.replace("seven", "eight")),
        # A short line of which nobody can tell whether it is a heading.
        (PROMO, OPENING, PROMO, SECOND),
    ],
)
def test_nothing_is_a_repeat(lines):
    assert runs_of(*lines) == []
