import pytest
from msgspec.structs import replace
from small import document_of_lines

from briefing.facts import mark_attributions, mark_sources


def read(text, **fields):
    return mark_sources(mark_attributions(document_of_lines(text, **fields)))


def speakers(text):
    return [(a.source[0].of(text), a.speaker) for a in read(text).attributions if a.source]


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        (
            "Harbour officials said that the pier is closed.\nThe pier, they said, is unsafe.",
            ("they", "Harbour officials"),
        ),
        (
            "The news came from Ida Holm, head of the port.\nHolm said that the pier is closed.",
            ("Holm", "Ida Holm"),
        ),
        (
            "Maria Duarte said that the harvest failed. She said that it was the third time.",
            ("She", "Maria Duarte"),
        ),
        (
            "Officials in the port city warned that ice was near.\nThe officials said it grew.",
            ("The officials", "Officials in the port city"),
        ),
        (
            "The National Grain Board met. The NGB said that prices would fall.",
            ("The NGB", "National Grain Board"),
        ),
    ],
)
def test_a_short_form_stands_for_the_fullest_before_it(text, pair):
    assert pair in speakers(text)


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        # Two could be meant.
        (
            "Ida Holm and Eva Holm arrived late.\nHolm said that the road was blocked.",
            ("Holm", None),
        ),
        # A woman's name before "he".
        ("Maria Duarte came first.\nHe said that the harvest failed.", ("He", None)),
        # Two capitals make no person.
        ("It happened on Mill Street. He said that the harvest failed.", ("He", None)),
        # The full name comes only later.
        ("Holm said that the pier is closed.\nIda Holm runs the port.", ("Holm", None)),
        # A sentence too far.
        (
            "Harbour officials said that the pier is closed.\nIt rained.\nIt blew.\nIt froze.\n"
            "They said that it would pass.",
            ("They", None),
        ),
    ],
)
def test_nobody_is_named_where_it_is_not_safe(text, pair):
    assert pair in speakers(text)


@pytest.mark.parametrize(
    ("text", "vias"),
    [
        (
            "Nine ships have sailed, according to lawmakers briefed by navy officers.",
            [("origin", "navy officers")],
        ),
        (
            "According to Mr. Lund, intelligence has identified that the ships have sailed.",
            [("origin", "intelligence")],
        ),
        ("The minister told Reuters that the talks had failed.", [("carrier", "Reuters")]),
        ("“It failed,” the minister told Reuters.", [("carrier", "Reuters")]),
        ("The minister told the BBC Monday that it had failed.", [("carrier", "the BBC")]),
        ("The minister told farmers that the talks had failed.", []),
        ("The minister said that the talks had failed.", []),
        (
            "The ships have sailed, said deputies whom the navy had briefed in private.",
            [("origin", "the navy")],
        ),
        # A person spoken of is no origin.
        ("The minister said that Mr. Lund believed him.", []),
    ],
)
def test_who_stands_between(text, vias):
    document = read(text)
    assert [(v.kind, v.span.of(text)) for a in document.attributions for v in a.via] == vias


def test_telling_the_paper_itself_needs_no_carrier():
    text = "The minister told the Evening Post that the talks had failed."
    assert [len(a.via) for a in read(text).attributions] == [1]
    assert [a.via for a in read(text, publisher="Evening Post").attributions] == [()]


def test_the_ledger_has_each_source_once():
    text = (
        "Harbour officials said that the pier is closed.\n"
        "Ida Holm, a lawyer in Bergen, said that nobody was warned.\n"
        "Harbour officials announced that it would reopen in May.\n"
        "“We doubt it,” Holm said."
    )
    document = read(text)
    rows = [
        (s.name.of(text), s.description and s.description.of(text), s.named, s.attributions)
        for s in document.sources
    ]
    assert rows == [
        ("Harbour officials", None, False, (0, 2)),
        ("Ida Holm", "a lawyer in Bergen", True, (1, 3)),
    ]


def test_who_is_doubtful_has_no_row():
    document = read("Ida Holm said that nobody was warned.")
    doubtful = replace(document.attributions[0], confidence=0.44)
    assert mark_sources(document).sources
    assert not mark_sources(replace(document, attributions=(doubtful,))).sources


def test_no_attributions_no_ledger():
    assert read("It rained all night.").sources == ()


def test_what_a_source_says_does_not_describe_it():
    document = read("In the view of the officials, the port of Harwick, their own, is closed.")
    assert [source.description for source in document.sources] == [None]
