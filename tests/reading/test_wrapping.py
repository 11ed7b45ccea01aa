from textwrap import wrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.reading.plain import cut_blocks
from briefing.reading.wrapping import find_width
from briefing.spans import Span

STORY = (
    "The ferry company said it would cancel half of its winter crossings because two of its "
    "three ships need new engines, and that tickets already sold will be refunded. The mayor "
    "called the decision a blow to the islands."
)


def lines_of(text):
    groups, at = [], 0
    for paragraph in text.split("\n\n"):
        group = []
        for line in paragraph.split("\n"):
            group.append(Span(at, at + len(line)))
            at += len(line) + 1
        groups.append(group)
        at += 1
    return groups


@pytest.mark.parametrize("width", [60, 65, 72, 78])
def test_width_of_broken_lines_is_found(width):
    text = "\n\n".join("\n".join(wrap(STORY, width)) for _ in range(3))
    found = find_width(text, lines_of(text))
    assert found is not None
    assert width - 12 < found <= width


@pytest.mark.parametrize(
    "text",
    [
        STORY,
        "\n".join([STORY] * 5),
        "A coat\nA ticket\nSandwiches\nA book\n\nA rope\nA lamp",
        "Roses on the northern pier are red this year, they say\nThe sea is blue\n"
        "Ships that leave at six are seldom late\nAnd so is she",
        "",
    ],
)
def test_lines_of_their_own_have_no_width(text):
    assert find_width(text, lines_of(text)) is None


def test_address_longer_than_the_width_does_not_hide_it():
    address = "https://northwire.example/" + "winter-ferries-" * 12
    text = "\n".join([*wrap(STORY, 70), address, *wrap(STORY, 70)])
    assert find_width(text, lines_of(text)) is not None


def test_list_beside_broken_lines_does_not_hide_the_width():
    text = "\n".join([*wrap(STORY, 70), "", *["- a coat"] * 12, "", *wrap(STORY, 70)])
    groups = lines_of(text)
    assert find_width(text, groups) is not None


WORDS = st.lists(st.text("abcdefgh", min_size=1, max_size=12), min_size=60, max_size=120)


@given(st.lists(WORDS, min_size=2, max_size=5))
def test_broken_paragraphs_are_put_together_again(paragraphs):
    texts = ["\n".join(wrap(" ".join(words), 70)) for words in paragraphs]
    text = "\n\n".join(texts)
    assert [block.span.of(text) for block in cut_blocks(text)] == texts
