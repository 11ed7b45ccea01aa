from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from small import bare_document

from briefing.model import Block, BlockKind, Document
from briefing.reading.sentences import mark_sentences
from briefing.repeats import mark_repeats
from briefing.repeats.folding import fold
from briefing.spans import Span

VOTE = "The harbour board approved the new ferry terminal on a vote of seven to two."
QUAY = "Work on the western quay is due to begin before the first frosts of the winter."
COST = "It will cost about 40m kroner, “most of which we have yet to find,” the treasurer said."
DOUBT = "Two members who voted against the plan said the budget left no room for delays."
FERRY = "The old ferry, which carried 90,000 people last year, is to be sold or broken up."
CLOSE = "Nobody from the shipping line answered a request for comment on Monday evening."


def mark(*lines: str) -> tuple[Document, list[tuple[str, str, str, int]]]:
    """Mark blocks, one a line; "# " makes a heading.

    Returns:
        The document, and of each repeat the kind, its words, those of its original, its run.
    """
    text, blocks = "", []
    for line in lines:
        kind: BlockKind = "heading" if line.startswith("# ") else "paragraph"
        words = line.removeprefix("# ")
        blocks.append(Block(kind=kind, span=Span(len(text), len(text) + len(words))))
        text += words + "\n"
    document = bare_document(text)
    document = mark_repeats(mark_sentences(replace(document, blocks=tuple(blocks))))
    found = [(r.kind, r.span.of(text), r.of.of(text), r.run) for r in document.repeats]
    return document, found


def test_tail_that_starts_again_in_the_middle_of_a_paragraph():
    document, found = mark(
        VOTE, f"{QUAY} {COST}", "# Doubts", f"{DOUBT} {FERRY}", COST, "# Doubts", f"{DOUBT} {FERRY}"
    )
    assert found == [
        ("part", COST, COST, 1),
        ("exact", "Doubts", "Doubts", 1),
        ("exact", f"{DOUBT} {FERRY}", f"{DOUBT} {FERRY}", 1),
    ]
    assert all(repeat.of.start < repeat.span.start for repeat in document.repeats)
    assert [s.of(document.text) for s in document.fresh_sentences][-1] == FERRY


@pytest.mark.parametrize("cut", [9, 30, 70])
def test_tail_that_starts_again_in_the_middle_of_a_sentence_and_stops_in_one(cut):
    _, found = mark(VOTE, QUAY, DOUBT, FERRY, QUAY[-cut:], DOUBT, FERRY[:cut])
    assert found == [
        ("part", QUAY[-cut:].strip(), QUAY[-cut:].strip(), 1),
        ("exact", DOUBT, DOUBT, 1),
        ("part", FERRY[:cut].strip(), FERRY[:cut].strip(), 1),
    ]


def test_part_leaves_out_the_new_sentence_beside_it():
    _, found = mark(f"{QUAY} {DOUBT}", VOTE, f"{DOUBT} {CLOSE}")
    assert found == [("part", DOUBT, DOUBT, 1)]


def test_paragraphs_that_were_joined_are_two_passages():
    _, found = mark(VOTE, QUAY, DOUBT, f"{QUAY} {VOTE}")
    assert found == [("part", QUAY, QUAY, 1), ("part", VOTE, VOTE, 2)]


@pytest.mark.parametrize(
    "lines",
    [(f"{VOTE} {QUAY} {DOUBT}", COST, QUAY), (QUAY, COST, f"{VOTE} {QUAY} {DOUBT}")],
    ids=["behind its paragraph", "before its paragraph"],
)
def test_quotation_pulled_out_of_a_paragraph_is_the_repeat(lines):
    document, found = mark(*lines)
    assert found == [("part", QUAY, QUAY, 1)]
    [repeat] = document.repeats
    assert repeat.span in [block.span for block in document.blocks]


def test_pulled_quotation_has_marks_of_its_own():
    _, found = mark(f"“{QUAY} {DOUBT}” {FERRY}", VOTE, f"“{QUAY}”")
    assert found == [("part", f"“{QUAY}", f"“{QUAY}", 1)]


def test_quotation_pulled_twice_points_at_its_paragraph_twice():
    document, found = mark(QUAY, COST, f"{VOTE} {QUAY} {DOUBT}", FERRY, QUAY)
    assert [(kind, of) for kind, _, of, _ in found] == [("part", QUAY), ("part", QUAY)]
    assert len({repeat.of for repeat in document.repeats}) == 1


@pytest.mark.parametrize(
    "lines",
    [
        # A turn of phrase.
        (f"{VOTE} He would not say more.", f"{QUAY} He would not say more."),
        # The words are the same, the sentence is not.
        (COST, "“Most of which we have yet to find,” the treasurer said, is a third of the whole."),
        (VOTE, f"Nobody denies that {VOTE[0].lower()}{VOTE[1:-1]}, or that it was close."),
        ("# " + VOTE, QUAY, "# " + VOTE, DOUBT),
        (),
        ("", " ", ""),
    ],
)
def test_nothing_is_folded(lines):
    assert mark(*lines)[1] == []


EDITED = [
    pytest.param("is due", "is not due", [("insert", "not", "")], id="negated"),
    pytest.param("seven to two", "eight to one", ["seven/eight", "two/one"], id="another figure"),
    pytest.param("western", "eastern", [("replace", "eastern", "western")], id="another name"),
    pytest.param("the new ferry", "the ferry", [("delete", "", "new")], id="a word left out"),
    pytest.param("said", "told us", [("replace", "told us", "said")], id="another cue"),
    pytest.param("40m kroner", "43m kroner", [("replace", "43m", "40m")], id="a sum"),
    pytest.param("“most of which", '"most of which', [], id="straight quotation mark"),
]


@pytest.mark.parametrize(("was", "now", "changes"), EDITED)
def test_edited_paragraph_tells_every_word_that_differs(was, now, changes):
    paragraph = f"{QUAY} {VOTE} {COST}"
    document, found = mark(paragraph, FERRY, paragraph.replace(was, now))
    [(kind, words, of, _)] = found
    assert (words, of) == (paragraph.replace(was, now), paragraph)
    assert kind == ("near" if changes else "exact")
    [repeat] = document.repeats
    text = document.text
    said = [(c.op, c.span.of(text), c.of.of(text)) for c in repeat.changes]
    expected = [("replace", *c.split("/")[::-1]) if isinstance(c, str) else c for c in changes]
    assert said == expected
    assert (repeat.similarity < 1) == bool(changes)


@pytest.mark.parametrize(
    ("lines", "spans"),
    [
        # A sentence added at the end, in the middle, at the beginning, stays to be read.
        ((f"{QUAY} {VOTE}", FERRY, f"{QUAY} {VOTE} {CLOSE}"), [f"{QUAY} {VOTE}"]),
        ((f"{QUAY} {VOTE}", FERRY, f"{QUAY} {CLOSE} {VOTE}"), [QUAY, VOTE]),
        ((f"{QUAY} {VOTE}", FERRY, f"{CLOSE} {QUAY} {VOTE}"), [f"{QUAY} {VOTE}"]),
        # A sentence that begins as before and goes on to say something else stays as well.
        (
            (f"{QUAY} {VOTE}", FERRY, f"{QUAY[:-1]}, although no contract has been let. {VOTE}"),
            [VOTE],
        ),
        # The last sentence is left out.
        ((f"{QUAY} {VOTE} {CLOSE}", FERRY, f"{QUAY} {VOTE}"), [f"{QUAY} {VOTE}"]),
    ],
)
def test_what_only_the_copy_says_is_not_folded(lines, spans):
    document, found = mark(*lines)
    assert [words for _, words, _, _ in found] == spans
    assert not any(repeat.changes for repeat in document.repeats)


def test_edited_paragraph_in_a_tail_belongs_to_its_run():
    _, found = mark(
        VOTE,
        "# Doubts",
        f"{DOUBT} {FERRY}",
        COST,
        "# Doubts",
        f"{DOUBT} {FERRY}"[:-7] + "up.",
        COST,
    )
    assert [(kind, run) for kind, _, _, run in found] == [("exact", 1), ("near", 1), ("exact", 1)]


def test_form_that_is_filled_in_again_and_again_is_no_repeat():
    form = "The council of {} voted by {} to {} to close the swimming pool in the old harbour."
    towns = ["Harwick", "Clairval", "Odense", "Brest", "Turku", "Vigo"]
    assert mark(*(form.format(t, 9 - n, n) for n, t in enumerate(towns)))[1] == []


def test_copy_of_an_edited_copy_points_at_the_first():
    edited = f"{QUAY} {VOTE}".replace("western", "eastern")
    document, _ = mark(f"{QUAY} {VOTE}", COST, edited, DOUBT, edited)
    assert [(r.kind, r.of.start) for r in document.repeats] == [("near", 0), ("near", 0)]
    for repeat in document.repeats:
        [change] = repeat.changes
        assert change.span.of(document.text) == "eastern"
        assert repeat.span.covers(change.span)


def test_script_without_spaces():
    first = "市議会は月曜日に新しいフェリー乗り場の計画を賛成七反対二で可決した。"
    document, found = mark(
        first, "反対した議員は予算に余裕がないと述べた。", first.replace("七", "八")
    )
    assert [kind for kind, *_ in found] == ["near"]
    [change] = document.repeats[0].changes
    assert (change.span.of(document.text), change.of.of(document.text)) == ("八", "七")


WHOLE = [VOTE, QUAY, COST, DOUBT, FERRY, f"{VOTE} {DOUBT}", f"{QUAY} {COST} {FERRY}"]
WHOLE += [
    f"{QUAY} {COST} {FERRY}".replace("western", "eastern"),
    f"{VOTE} {DOUBT}".replace("new ", "").replace("left", "leaves"),
]
ODD = ["# Doubts", "No.", QUAY[20:], FERRY[:40], "Sign up for the morning letter", "“", "a " * 20]
LINES = st.sampled_from(WHOLE + ODD)


@given(st.lists(LINES, max_size=14))
def test_repeats_read_as_their_originals(lines):
    document, _ = mark(*lines)
    text = document.text
    spans = [repeat.span for repeat in document.repeats]
    assert all(a.end <= b.start for a, b in pairwise(spans))
    for repeat in document.repeats:
        assert repeat.kind == "near" or fold(repeat.span.of(text)) == fold(repeat.of.of(text))
        assert repeat.kind == "near" or not repeat.changes
        assert any(block.span.covers(repeat.span) for block in document.blocks)
        assert any(block.span.covers(repeat.of) for block in document.blocks)
        # An original is no repeat: readers may fold every repeat at once.
        assert not any(span.meets(repeat.of) for span in spans)


@pytest.mark.parametrize(
    "lines",
    [["word " * 50_000], [VOTE] * 20_000, [" "] * 20_000, ["a b c d e f g h i"] * 9, ["No."] * 999],
    ids=["one word", "one block", "blank", "phrase", "answers"],
)
def test_odd_texts_are_read(lines):
    document, found = mark(*lines)
    assert len(found) in (0, len(document.blocks) - 1)


def test_sentence_of_an_edited_copy_that_says_something_else_is_read_for_facts():
    first = f"{QUAY} {COST} {VOTE}"
    document, _ = mark(first, FERRY, first.replace("40m", "43m").replace("said", "told us"))
    fresh = [sentence.of(document.text) for sentence in document.fresh_sentences]
    assert fresh == [QUAY, COST, VOTE, FERRY, COST.replace("40m", "43m").replace("said", "told us")]


def test_copy_with_another_cue_says_nothing_else():
    document, _ = mark(f"{QUAY} {COST}", FERRY, f"{QUAY} {COST}".replace("said", "told us"))
    fresh = [sentence.of(document.text) for sentence in document.fresh_sentences]
    assert fresh == [QUAY, COST, FERRY]
