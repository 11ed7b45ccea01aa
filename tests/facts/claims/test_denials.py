import pytest

from briefing.facts.caveats.marking import mark_caveats
from briefing.facts.claims.marking import mark_facts
from briefing.model import Attribution, Block, Document
from briefing.spans import Span


def document_of(sentences, attributions):
    """Build a document of one paragraph; an attribution is (source, cue, content) in words."""
    text = " ".join(sentences)
    spans, at = [], 0
    for sentence in sentences:
        spans.append(Span(at, at + len(sentence)))
        at += len(sentence) + 1

    def find(words):
        start = text.index(words)
        return (Span(start, start + len(words)),)

    return Document(
        id="test",
        path="test.txt",
        sha256="0" * 64,
        media_type="text/plain",
        encoding="utf-8",
        text=text,
        blocks=(Block(kind="paragraph", span=Span(0, len(text))),),
        sentences=tuple(spans),
        attributions=tuple(
            Attribution(
                source=find(source), cue=find(cue), content=find(content), source_kind="named"
            )
            for source, cue, content in attributions
        ),
    )


@pytest.mark.parametrize(
    ("sentences", "attributions", "standings"),
    [
        (
            ["The Gazette reported that Mr. Ruiz was selling the mill.", "He denied selling it."],
            [
                ("The Gazette", "reported", "that Mr. Ruiz was selling the mill"),
                ("He", "denied", "selling it"),
            ],
            ["reported", "disputed"],
        ),
        (
            [
                "The Gazette reported that Mr. Ruiz was selling the mill.",
                "Mr. Ruiz has denied that he was selling the mill.",
            ],
            [
                ("The Gazette", "reported", "that Mr. Ruiz was selling the mill"),
                ("Mr. Ruiz has", "denied", "that he was selling the mill"),
            ],
            ["disputed", "disputed"],
        ),
        (
            ["Two clerks accused the mayor of taking bribes.", "The mayor denied the accusations."],
            [("Two clerks", "accused", "the mayor of taking bribes")],
            ["disputed", "disputed"],
        ),
        (
            ["The clerk said the safe was empty.", "The mayor denied that the dam had leaked."],
            [
                ("The clerk", "said", "the safe was empty"),
                ("The mayor", "denied", "that the dam had leaked"),
            ],
            ["reported", "disputed"],
        ),
        (
            [
                "Two clerks accused the mayor of taking bribes.",
                "The town has 900 people.",
                "The mayor denied the accusations.",
            ],
            [("Two clerks", "accused", "the mayor of taking bribes")],
            ["alleged", "stated", "disputed"],
        ),
    ],
)
def test_a_denial_disputes_the_claim_beside_it(sentences, attributions, standings):
    facts = mark_facts(mark_caveats(document_of(sentences, attributions))).facts
    assert [fact.standing for fact in facts] == standings


def test_the_reason_names_the_denial():
    document = document_of(
        ["Two clerks accused the mayor of taking bribes.", "The mayor denied the accusations."],
        [("Two clerks", "accused", "the mayor of taking bribes")],
    )
    assert mark_facts(mark_caveats(document)).facts[0].reason == "‘denied’ beside it"
