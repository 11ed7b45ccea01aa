"""Nothing is lost: unfolding everything gives back the text, whatever was pasted together."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from lossless import check
from msgspec.structs import replace
from written import document

from briefing.reading.sentences import mark_sentences
from briefing.repeats import mark_repeats

SENTENCES = [
    "The harbour board approved the new ferry terminal on a vote of seven to two.",
    "Work on the western quay is due to begin before the first frosts of the winter.",
    "It will cost about 40m kroner, “most of which we have yet to find,” the treasurer said.",
    "Two members who voted against the plan said the budget left no room for delays.",
    "Nobody from the shipping line answered a request for comment on Monday evening.",
    "The old ferry is to be sold.",
    "市議会は月曜日に新しいフェリー乗り場の計画を賛成七反対二で可決した。",
]
EDITS = [
    ("seven", "eight"),
    (" is due", " is not due"),
    ("“most", '"most'),
    ("said", "told reporters"),
    (" new ", " "),
    ("七", "八"),
    (",", " –"),
]


@st.composite
def paragraphs(draw):
    """Paragraphs of a few sentences: repeated, edited, cut in the middle, shuffled, joined."""
    chosen = st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=4).map(" ".join)
    made = draw(st.lists(chosen, min_size=1, max_size=5))
    for _ in range(draw(st.integers(0, 8))):
        words = draw(st.sampled_from(made))
        for was, now in draw(st.lists(st.sampled_from(EDITS), max_size=2)):
            words = words.replace(was, now)
        start = draw(st.sampled_from([0, 0, 0, 9, len(words) // 2]))
        end = draw(st.sampled_from([len(words), len(words), len(words) - 7]))
        made.insert(draw(st.integers(0, len(made))), words[start:end].strip() or words)
    kinds = st.sampled_from(["paragraph", "paragraph", "paragraph", "item", "quote", "heading"])
    return [(draw(kinds), words) for words in made]


@given(paragraphs(), st.integers(8, 90))
def test_unfolding_gives_back_the_text(blocks, width):
    marked = mark_repeats(mark_sentences(document(*blocks)))
    assert list(check(marked, width)) == []


def test_the_check_sees_what_is_lost():
    marked = mark_repeats(mark_sentences(document(*[("paragraph", SENTENCES[0])] * 2)))
    assert list(check(marked, 40)) == []
    first, second = marked.blocks
    assert list(check(replace(marked, blocks=(first,)), 40))
    assert list(check(replace(marked, blocks=(first, replace(second, span=first.span))), 40))
    [repeat] = marked.repeats
    moved = replace(repeat, of=repeat.of.shift(4))
    assert list(check(replace(marked, repeats=(moved,)), 40))
