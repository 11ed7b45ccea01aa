from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.model import Block, BlockKind
from briefing.reading.sentences import find_sentences
from briefing.spans import Span


def cut(text: str, kind: BlockKind = "paragraph", language: str = "en") -> list[str]:
    block = Block(kind=kind, span=Span(0, len(text)))
    return [span.of(text) for span in find_sentences(text, block, language)]


# A bar parts the sentences.
@pytest.mark.parametrize(
    "marked",
    [
        # Titles, also before a space that does not break and at the end of a wrapped line.
        "Sen. Rep. Tom Hale, who is both, met Gov. Ann Roe and Lt. Gen. Ed Poe.| They agreed.",
        "The bank said that Ms.\u00a0Brandt broke no rule.| It\u00a0fined her all the same.",
        "The letter came from Dr.\nNoor of the port clinic.| It was\nshort.",
        "Dr. No. 2 at the clinic left.",
        "Amb. Roe met Spc. Al Kerr and Atty. Gen. Lee at Ft. Bragg.",
        # Abbreviations that may end a sentence.
        "He moved to the U.S. in 1990.| She works for the U.S. Army.",
        "He moved to the U.S.| She stayed.",
        "It ranked No. 2 on the list, with approx. 20 votes, on Nov. 3 in Ga. and Pa. alone.",
        "Did they ask?| No.| They did not.",
        "The vote was at 7 a.m. Monday and at 5 p.m. ET on Nov. 5.| It failed.",
        "They met at 5 p.m.| The minister left.",
        "Acme Inc. Chief Executive Tim Boyle spoke.| George W. Hale and J. K. Rowe listened.",
        "Sales rose 3.5 percent to $2.1bn.| Profit fell.",
        # Quotations.
        "“We tried. We failed.”| He left at once.",
        "“We won.”| He left.",
        "“Why not?” she asked.| Nobody knew.",
        "“Why not?” Baroness Rowe asked.| Nobody knew.",
        "“Why not?”| Baroness Rowe left.",
        "“Stop!” Mr. Hale shouted from the quay.",
        "“It’s over. We lost,” he said.| “We’ll try again!” she said.",
        "He called it “a gift to the U.S.” Army lawyers disagreed.",
        "''I never saw that.''| ''On the other hand, I was away.''",
        '"We are ready," he said.| "They are not."| The talks go on.',
        # Brackets, lists, names in lower case.
        "(The port is private.)| It is for sale.",
        "He left (it was late).| He slept.",
        "1. Sign the form.| Then send it.",
        "Apple sold fewer.| iPhone sales fell.| eBay did well.",
        "He waited… and then left.| What?!| Really.",
        "",
        "Port closed",
    ],
)
def test_cut(marked):
    expected = [part.strip() for part in marked.split("|") if part.strip()]
    assert cut(marked.replace("|", "")) == expected


def test_rows_and_lines_are_sentences_of_their_own():
    assert cut("Port | Ships\nLeith | 12. Maybe 13\n", kind="table") == [
        "Port | Ships",
        "Leith | 12. Maybe 13",
    ]


def test_other_languages_are_cut_by_their_own_rules():
    assert cut("Das ist z. B. so. Er ging.", language="de") == ["Das ist z. B. so.", "Er ging."]


PIECES = st.sampled_from(
    [
        "Mr. ",
        "p.m. ",
        "He left. ",
        "“",
        "”",
        '"',
        "’ ",
        "?” ",
        "she",
        "\n",
        "\u00a0",
        "(",
        ") ",
        "No",
    ]
)


@given(st.lists(PIECES | st.text(max_size=6), max_size=40).map("".join), st.sampled_from("\n *"))
def test_sentences_cover_all_but_white_space(text, around):
    whole = around + text + around
    block = Block(kind="paragraph", span=Span(1, len(whole) - 1))
    spans = list(find_sentences(whole, block))
    assert all(a.end <= b.start for a, b in pairwise(spans))
    assert all(span == span.strip(whole) and span.start < span.end for span in spans)
    assert all(block.span.covers(span) for span in spans)
    covered = "".join(span.of(whole) for span in spans)
    assert "".join(covered.split()) == "".join(text.split())


def test_cuts_of_a_long_block_are_those_of_short_ones():
    sentence = "The board met Mr. Hale at 5 p.m. on Monday and agreed to go on. "
    assert cut(sentence * 1000) == [sentence.strip()] * 1000


@pytest.mark.parametrize(
    "text",
    [
        "word " * 40_000,
        "“" * 40_000,
        "x" * 200_000,
        "“We go. " * 10_000,
        ".” A" * 20_000,
        "\n" * 99,
    ],
    ids=["words", "quotes", "letters", "unclosed", "closed", "empty"],
)
def test_odd_blocks_are_covered_too(text):
    assert "".join("".join(cut(text)).split()) == "".join(text.split())
