from briefing.reading.composing import Run
from briefing.reading.matching import match_pieces, weigh_holders
from briefing.reading.page import Holder, Piece

ARTICLE, LIST = Holder("article"), Holder("list")
LONG = "The port authority said on Monday that the talks would go on for another week."
OTHER = "Crews have been on strike since the spring, and two islands have had no service."


def pieces(*parts: tuple[str, Holder]) -> list[Piece]:
    return [Piece("paragraph", (Run(words),), holder=holder) for words, holder in parts]


def test_words_are_matched_whatever_their_typography():
    page = pieces((LONG.upper().replace(" on ", " – on  "), ARTICLE), (OTHER, ARTICLE))
    assert match_pieces(page, [LONG]) == [True, False]


def test_a_piece_may_be_part_of_a_block_or_a_block_part_of_a_piece():
    assert match_pieces(pieces((LONG, ARTICLE), (OTHER, ARTICLE)), [f"{LONG} {OTHER}"]) == [
        True,
        True,
    ]
    assert match_pieces(pieces((f"{LONG} Monday.", ARTICLE)), [LONG]) == [True]
    assert match_pieces(pieces((f"{LONG} {OTHER}", ARTICLE)), [LONG]) == [False]


def test_short_pieces_must_be_whole_blocks():
    page = pieces(("Why now", ARTICLE), ("Monday", ARTICLE))
    assert match_pieces(page, [LONG, "Why now?"]) == [True, False]


def test_of_copies_the_one_in_the_article_counts():
    page = pieces(
        (LONG, LIST), ("Why now", LIST), (LONG, ARTICLE), ("Why now", ARTICLE), (OTHER, ARTICLE)
    )
    assert match_pieces(page, [LONG, "Why now", OTHER]) == [False, False, True, True, True]


def test_the_article_may_say_a_thing_twice():
    page = pieces((LONG, ARTICLE), (OTHER, ARTICLE), (LONG, ARTICLE))
    assert match_pieces(page, [LONG, OTHER]) == [True, True, True]


def test_nothing_found_marks_nothing():
    assert match_pieces(pieces((LONG, ARTICLE)), []) == [False]
    assert match_pieces([], [LONG]) == []


def test_holders_weigh_what_is_marked_in_them():
    page = pieces((LONG, ARTICLE), (OTHER, LIST), ("Why", ARTICLE))
    assert weigh_holders(page, [True, False, True]) == {ARTICLE: len(LONG) + 3}
