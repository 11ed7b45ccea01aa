import pytest
from msgspec.structs import replace

from briefing.app.layout.linking import find_targets, link_spans
from briefing.model import Link
from briefing.reading import read_document
from briefing.spans import Span


@pytest.fixture
def read(tmp_path):
    def _read(text, name="a.md"):
        path = tmp_path / name
        path.write_text(text)
        return read_document(path)

    return _read


def targets(document, view=None):
    """Words, address, and the words that a place of the same text leads to."""
    text = document.text
    found = find_targets(document, view or Span(0, len(text)))
    assert [target.span for target in found] == sorted(target.span for target in found)
    return [
        (target.span.of(text), target.url, target.to and text[target.to.start :].split("\n")[0])
        for target in found
    ]


def test_links_addresses_and_footnotes_are_found_side_by_side(read):
    document = read(
        "The [port](https://port.example/) is shut[^1], says https://mayor.example.\n\n"
        "Nobody sails[^crew].\n\n[^1]: The gazette, page 4.\n\n[^crew]: See www.crew.example"
    )
    assert targets(document) == [
        ("port", "https://port.example/", None),
        ("[1]", "", "The gazette, page 4."),
        ("https://mayor.example", "https://mayor.example", None),
        ("[crew]", "", "See www.crew.example"),
        ("www.crew.example", "www.crew.example", None),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "A mark without its note[^1].",
        "[^1]: A note that nobody refers to.",
        # No note begins in the middle of a line.
        "Twice[^1] in a line, as in[^1]: so.",
        "[^] and [^a b] and [^" + "x" * 50 + "] are no marks.",
    ],
)
def test_a_mark_without_another_end_leads_nowhere(read, text):
    assert targets(read(text)) == []


def test_a_plain_text_has_addresses_and_footnotes_too(read):
    document = read("Shut[^a]. See www.port.example.\n\n[^a]: The gazette.", "a.txt")
    assert [words for words, *_ in targets(document)] == ["[^a]", "www.port.example", "[^a]"]


def test_a_link_whose_words_are_an_address_leads_where_the_link_does(read):
    document = read("See [https://port.example](https://evil.example).")
    assert targets(document) == [("https://port.example", "https://evil.example", None)]


def test_a_heading_is_led_to_inside_the_text(read):
    document = read(
        "# News\n\nMore [below](#who-sails-now) and [else](#no), or [top](#news).\n\n"
        "## Who sails now?\n\nA."
    )
    assert targets(document) == [
        ("below", "#who-sails-now", "Who sails now?"),
        ("else", "#no", None),
        ("top", "#news", "News"),
    ]


def on_row(document, row):
    """What is underlined on a row of the first block."""
    return link_spans(document, row, document.blocks[0])


def test_only_what_begins_in_view_gets_a_letter(read):
    document = read("At https://a.example or https://b.example or https://c.example it says so.")
    text = document.text
    view = Span(text.index("a.example"), text.index("c.example"))
    assert [words for words, *_ in targets(document, view)] == [
        "https://b.example",
        "https://c.example",
    ]


def test_what_goes_over_the_end_of_a_row_is_underlined_on_both(read):
    document = read("Read https://port.example/news now, or [the long story](https://s.example).")
    text = document.text
    address = Span(text.index("https"), text.index(" now"))
    story = Span(text.index("the long"), text.index(".", text.index("story")))
    middle = address.start + 10
    assert on_row(document, Span(0, middle)) == (address,)
    assert on_row(document, Span(middle, middle + 1)) == (address,)
    assert on_row(document, Span(story.start + 4, len(text))) == (story,)
    assert on_row(document, Span(0, address.start)) == ()


def test_links_that_overlap_are_told_once(read):
    document = read("One two three.")
    links = tuple(Link(span=Span(*span), url="https://a.example") for span in [(0, 7), (4, 13)])
    assert on_row(replace(document, links=links), Span(0, 14)) == (Span(0, 7),)


def test_a_page_leads_to_its_notes_and_back(read):
    document = read(
        "<html><body><article><h1>Ferries</h1>"
        "<p>The line was sold to a consortium of four banks in May of last year"
        "<sup id=r1><a href='#n1'>1</a></sup>, and the crews heard of it from a newspaper.</p>"
        "<p>Nobody at the office of the harbour wanted to say who the four banks are.</p>"
        "<ol><li id=n1>The register of companies. <a href='#r1'>Back</a></li></ol>"
        "</article></body></html>",
        "a.html",
    )
    assert targets(document) == [
        ("1", "", "The register of companies. Back"),
        ("Back", "", document.text[document.blocks[1].span.start :].split("\n")[0]),
    ]
    assert document.links == ()
