from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from small import bare_document, document_of_lines

from briefing.facts import mark_attributions
from briefing.model import Block, Document, Repeat
from briefing.spans import Span


def found(text):
    document = mark_attributions(document_of_lines(text))

    def words(spans):
        return " … ".join(span.of(text) for span in spans)

    return [(words(a.source), words(a.cue), words(a.content)) for a in document.attributions]


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        # The source, then what it says.
        (
            "The harbour master said that two ferries had been delayed by fog.",
            "The harbour master",
            "said",
            "that two ferries had been delayed by fog",
        ),
        (
            "Port officials have repeatedly warned that the dam could burst before spring.",
            "Port officials",
            "have repeatedly warned",
            "that the dam could burst before spring",
        ),
        (
            "The minister told reporters on Monday that the bridge would reopen in a week.",
            "The minister",
            "told",
            "that the bridge would reopen in a week",
        ),
        (
            "Mr. Okafor did not say whether the bank had repaid its loans to the state.",
            "Mr. Okafor",
            "did not say",
            "whether the bank had repaid its loans to the state",
        ),
        (
            "In a statement, the company said, “We regret the error and will repay everybody.”",
            "the company",
            "said",
            "“We regret the error and will repay everybody.”",
        ),
        (
            "Anna Lund, a lawyer for the families, said the inquiry had taken far too long.",
            "Anna Lund, a lawyer for the families,",
            "said",
            "the inquiry had taken far too long",
        ),
        (
            "Residents who watched the fire from the hill said it spread within minutes.",
            "Residents who watched the fire from the hill",
            "said",
            "it spread within minutes",
        ),
        (
            "The mayor on Tuesday announced that the tram would run all night.",
            "The mayor",
            "announced",
            "that the tram would run all night",
        ),
        (
            "Opposition lawmakers accused the premier of hiding the true cost of the stadium.",
            "Opposition lawmakers",
            "accused",
            "the premier of hiding the true cost of the stadium",
        ),
        # What it says, then the source.
        (
            "“The harvest has failed for the third year,” said Maria Duarte, a farmer in Beja.",
            "Maria Duarte, a farmer in Beja",
            "said",
            "“The harvest has failed for the third year,”",
        ),
        (
            '"Nobody told us the road was closed," the driver said.',
            "the driver",
            "said",
            '"Nobody told us the road was closed,"',
        ),
        (
            "‘We don’t know the cause,’ she added.",
            "she",
            "added",
            "‘We don’t know the cause,’",
        ),
        (
            "''The town is safe,'' Mr. Vance said on Friday.",
            "Mr. Vance",
            "said",
            "''The town is safe,''",
        ),
        (
            "The reactor was shut down within an hour, a spokesman for the plant said.",
            "a spokesman for the plant",
            "said",
            "The reactor was shut down within an hour",
        ),
        # What it says on both sides.
        (
            "“We will appeal,” she said. “The judge ignored half of the evidence.”",
            "she",
            "said",
            "“We will appeal,” … “The judge ignored half of the evidence.”",
        ),
        (
            "The new line, they said, would cut the journey to two hours.",
            "they",
            "said",
            "The new line … would cut the journey to two hours",
        ),
        (
            "Half of the crew, according to the union, has not been paid since May.",
            "the union",
            "according to",
            "Half of the crew … has not been paid since May",
        ),
        (
            "According to the coast guard, nine sailors are still missing.",
            "the coast guard",
            "According to",
            "nine sailors are still missing",
        ),
        (
            "The vaccine protects nine in ten children, according to a study of 4,000 families.",
            "a study of 4,000 families",
            "according to",
            "The vaccine protects nine in ten children",
        ),
        (
            "In the view of the port officials, the pier should be closed until June.",
            "the port officials",
            "In the view of",
            "the pier should be closed until June",
        ),
        (
            "The deputies will walk out, two aides in the capital allege.",
            "two aides in the capital",
            "allege",
            "The deputies will walk out",
        ),
        (
            "The navy, the largest in the region, said last month that 40 ships had left.",
            "The navy, the largest in the region,",
            "said",
            "that 40 ships had left",
        ),
        # Nobody in particular.
        (
            "The talks are expected to resume in Geneva next week.",
            "",
            "are expected",
            "The talks … to resume in Geneva next week",
        ),
        # Labels and signatures.
        (
            "LENA PARK: “I never signed that letter.”",
            "LENA PARK",
            ":",
            "“I never signed that letter.”",
        ),
        (
            "“It was the loudest storm I have ever heard.” — Ruth Abel, Tromsø",
            "Ruth Abel, Tromsø",
            "—",
            "“It was the loudest storm I have ever heard.”",
        ),
    ],
)
def test_one_attribution_is_found_whole(text, source, cue, content):
    assert (source, cue, content) in found(text)


@pytest.mark.parametrize(
    "text",
    [
        "The old bridge across the river was closed for repairs in March.",
        "The report was published in June.",
        "Its claims department opens at nine.",
        "He lost the vote.",
        "The alleged deal was signed in May.",
        "The fans' song filled the stadium.",
        "",
        "...",
        "“”",
        "according to",
        "said",
        "“Is that what he said?”",
    ],
)
def test_nothing_is_found_where_nobody_speaks(text):
    assert found(text) == []


def test_verbs_that_share_a_source_part_what_they_say():
    pairs = found("The senator called the plan reckless and said that it would fail.")
    assert [(source, content) for source, _, content in pairs] == [
        ("The senator", "the plan reckless"),
        ("The senator", "that it would fail"),
    ]


def test_a_quotation_goes_on_over_sentences_but_not_over_another_speaker():
    text = (
        "“We heard a crash,” Ms. Oyelaran said. “Then the lights went out.” “I ran,” her son said."
    )
    assert [(source, content) for source, _, content in found(text)] == [
        ("Ms. Oyelaran", "“We heard a crash,” … “Then the lights went out.”"),
        ("her son", "“I ran,”"),
    ]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        # The next paragraph goes on with what was left open, to the mark that closes it.
        (
            "“We lost the boat,” Mr. Adeyemi said. “And we lost the nets.\n"
            "“Nobody came to help us.”\n“It rained,” his son said.",
            "“We lost the boat,” … “And we lost the nets. … “Nobody came to help us.”",
        ),
        # A colon leads into the next paragraph.
        (
            "In a letter to the board, Mr. Adeyemi wrote:\n“The nets are gone.”\nHe left.",
            "“The nets are gone.”",
        ),
        # A quotation that is closed does not go on, and the next has its own speaker.
        (
            "“We lost the boat,” Mr. Adeyemi said.\n“I swam,” his son said.",
            "“We lost the boat,”",
        ),
    ],
)
def test_a_quotation_goes_on_in_the_next_paragraph(text, content):
    assert [c for source, _, c in found(text) if source == "Mr. Adeyemi"] == [content]


def test_the_likelier_finding_has_the_higher_confidence():
    text = "“The pump failed,” said Ida Holm.\nThe pump seemed new."
    sure, *unsure = mark_attributions(document_of_lines(text)).attributions
    assert sure.confidence > 0.8
    assert all(each.confidence < sure.confidence for each in unsure)


def test_repeats_are_not_heard_twice():
    line = "The union said that the strike would end on Friday."
    text = f"{line}\n{line}"
    document = document_of_lines(text)
    second = document.blocks[1].span
    repeat = Repeat(span=second, of=document.blocks[0].span, kind="exact")
    document = Document(**{**_fields(document), "repeats": (repeat,)})
    [attribution] = mark_attributions(document).attributions
    assert attribution.content[0].end < second.start


def _fields(document):
    return {name: getattr(document, name) for name in document.__struct_fields__}


PIECES = st.sampled_from(
    (
        *("Anna Lund", "officials", "she", "said", "told", "that", "it rained", "according to"),
        *("“", "”", '"', "''", "‘", "’", ",", ".", ":", "—", "(", ")", "\n"),
        *("who", "and", "was", "claims", "Mr."),
    )
)


@given(st.lists(PIECES, max_size=40))
def test_roles_hold_in_any_text(pieces):
    text = " ".join(pieces)
    document = mark_attributions(document_of_lines(text))
    for each in document.attributions:
        roles = sorted((*each.source, *each.cue, *each.content))
        assert each.content
        assert all(
            span.start < span.end and span.of(text).strip() == span.of(text) for span in roles
        )
        assert all(a.end <= b.start for a, b in pairwise(roles))
        assert all(any(b.span.covers(span) for b in document.blocks) for span in roles)
        assert 0 <= each.confidence <= 1
        assert (each.source_kind == "none") == (not each.source)


@pytest.mark.parametrize(
    "piece", ["said ", "“a,” he said. ", "A-", "his claim that ", '" ', "told "]
)
def test_a_line_of_nothing_but_cues_does_not_stop_it(piece):
    text = piece * 2_000
    block = Block(kind="paragraph", span=Span(0, len(text)).strip(text))
    sentences = tuple(
        Span(at, min(at + 900, block.span.end)) for at in range(0, block.span.end, 900)
    )
    document = bare_document(text, blocks=(block,), sentences=sentences)
    assert mark_attributions(document).text == text
