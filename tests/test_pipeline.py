"""What holds for every text, however odd: nothing raises, every finding points into its block."""

from itertools import chain, pairwise

import pytest
from hypothesis import given, reject, settings
from hypothesis import strategies as st

from briefing.errors import UnreadableError
from briefing.library import find_files
from briefing.model import Document
from briefing.pipeline import analyse
from briefing.reading import read_document

PIECES = st.sampled_from(
    [
        "“The port is closed,” said Anna Reyes, the harbour master. ",
        "Officials said more than 1,300 people may have left since August 2023. ",
        "According to two people briefed by the ministry, the deal fell through",
        ", he said. ",
        "She denied it. ",
        "If true, it could cost about £3.1bn in June. ",
        "“What now?” asked one. “Nobody knows.",
        "The board declined to comment. ",
        "The ministry refused to discuss the letter. ",
        "What the mayor says\n",
        "\n",
        "\n\n",
        "said that said “ ” said, ",
        "10,000, 20 and 3. ",
        "- a point\n",
        "*",
        "“",
        "”",
        "(",
        ", ",
        ". ",
        "’s ",
        "\u00a0",
        "\t",
        "\x1b[2J",
        "\u202e",
        "漢字 ",
        "é",
    ]
)
TEXTS = st.one_of(st.text(max_size=300), st.lists(PIECES, max_size=30).map("".join))


def every_span(document: Document):
    """All spans of findings that must lie inside one block."""
    yield from (s for s in document.sentences)
    yield from (r.span for r in document.repeats)
    for a in document.attributions:
        yield from chain(a.source, a.cue, a.content, (via.span for via in a.via))
    for q in document.quantities:
        yield from (q.span, *([q.of] if q.of else []))
    yield from (d.span for d in document.dates)
    yield from (c.span for c in document.caveats)
    yield from chain.from_iterable(fact.claim for fact in document.facts)


def assert_sound(document: Document):
    blocks = [block.span for block in document.blocks]
    for span in every_span(document):
        assert span.start < span.end, span
        assert any(block.covers(span) for block in blocks), span.of(document.text)
    for a in document.attributions:
        assert a.content
        assert a.cue
        roles = sorted(chain(a.source, a.cue, a.content))
        assert all(x.end <= y.start for x, y in pairwise(roles)), roles
        assert 0 <= a.confidence <= 1
    for fact in document.facts:
        assert fact.claim
        assert 0 <= fact.weight <= 1
        assert fact.attribution is None or 0 <= fact.attribution < len(document.attributions)
        assert all(document.caveats[n].scope == "fact" for n in fact.caveats)
        assert set(fact.quantities) <= set(range(len(document.quantities)))
        assert set(fact.dates) <= set(range(len(document.dates)))
    claims = [fact.claim for fact in document.facts]
    assert len(set(claims)) == len(claims), "one claim is one fact"
    assert len({fact.id for fact in document.facts}) == len(document.facts)
    for d in document.dates:
        assert d.resolved == (d.value is not None)
        if d.earliest and d.latest:
            assert d.earliest <= d.latest


@settings(max_examples=150)
@given(text=TEXTS)
def test_any_text_goes_through_and_every_finding_is_sound(tmp_path_factory, text):
    path = tmp_path_factory.mktemp("any") / "a.txt"
    path.write_bytes(("Some words. " + text).encode("utf-8", "replace"))
    try:
        document = read_document(path)
    except UnreadableError:
        reject()  # too many controls to be a text
    analysed = analyse(document)
    assert analysed.text == document.text
    assert_sound(analysed)


def test_our_own_articles_are_sound(seeds):
    files, problems = find_files([str(seeds)])
    assert not problems
    for file in files:
        assert_sound(analyse(read_document(file.path, file.shown)))


@pytest.mark.parametrize("name", ["pact.txt", "strike.html", "ferry.md"])
def test_the_same_text_gives_the_same_findings(seeds, name):
    first, second = (analyse(read_document(seeds / name)) for _ in range(2))
    assert first == second


def test_nothing_is_taken_from_a_repeat(seeds):
    document = analyse(read_document(seeds / "pact.txt"))
    repeated = document.repeated
    assert repeated
    for span in every_span(document):
        if span not in document.sentences and span not in [r.span for r in document.repeats]:
            assert not any(outer.covers(span) for outer in repeated), span.of(document.text)
    assert any(fact.repeated_at for fact in document.facts)
