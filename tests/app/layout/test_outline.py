"""In which order documents stand, what stands below each, and what typing leaves."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from small import bare_document

from briefing.app.layout.outline import SectionRow, arrange, detail, list_sections
from briefing.app.layout.outline_rows import (
    Lines,
    OutlineRows,
    Row,
    View,
    at_section,
    leave,
    lines_of_entries,
    lines_of_sections,
)
from briefing.app.layout.outline_words import row_words
from briefing.app.shelf import Entry
from briefing.model import Headline, Summary
from briefing.model.repeat import Repeat
from briefing.model.structure import Section
from briefing.spans import Span


def entry(name, title=None, published=None, publisher=None, **more):
    headline = Headline(title, published, publisher)
    return Entry(Path("folder", name), f"folder/{name}", headline=headline, **more)


ENTRIES = [
    entry("part 10.txt", published=date(2024, 5, 2), publisher="The Quay"),
    entry("Part 2.txt", published=date(2025, 1, 9), publisher="de haven"),
    entry("part 1.txt"),
    entry("part 2.txt", published=date(2025, 1, 9), publisher="The Quay"),
    Entry(Path("unread.txt"), "unread.txt"),
]


@pytest.mark.parametrize(
    ("sort", "order"),
    [
        ("given", [0, 1, 2, 3, 4]),
        # Numbers by their value, capitals do not count, equal names as they were given.
        ("name", [2, 1, 3, 0, 4]),
        # The newest first; without a date at the end, as they were given.
        ("date", [1, 3, 0, 2, 4]),
        ("publisher", [1, 0, 3, 2, 4]),
    ],
)
def test_documents_are_put_into_an_order(sort, order):
    assert arrange(ENTRIES, sort) == order


@given(st.permutations(range(len(ENTRIES))), st.sampled_from(["given", "name", "date"]))
def test_an_order_loses_nothing_and_is_stable(shuffled, sort):
    entries = [ENTRIES[number] for number in shuffled]
    order = arrange(entries, sort)
    assert sorted(order) == list(range(len(entries)))
    equal = [number for number in order if entries[number].headline is None]
    assert equal == sorted(equal)


@pytest.mark.parametrize(
    ("sort", "number", "words"),
    [
        ("name", 0, ""),
        ("date", 0, "2024-05-02"),
        ("date", 2, ""),
        ("publisher", 1, "de haven"),
        ("publisher", 4, ""),
    ],
)
def test_what_decides_the_order_stands_beside_the_name(sort, number, words):
    assert detail(ENTRIES[number], sort) == words


def document(text, *headings, repeats=()):
    """A document with a section for each heading: words and level."""
    sections = []
    at = 0
    for words, level in headings:
        start = text.index(words, at)
        at = start + len(words)
        sections.append(Section(title=Span(start, at), level=level, span=Span(start, at)))
    lead = Section(title=None, level=0, span=Span(0, text.index(headings[0][0])))
    return bare_document(
        text,
        sections=(lead, *sections),
        repeats=tuple(Repeat(span=Span(*span), of=Span(*of), kind="exact") for span, of in repeats),
    )


def test_an_empty_lead_has_no_row_and_levels_begin_at_the_highest():
    text = "Port\n\nBoats\n\nFerries\n\nQuay"
    found = list_sections(document(text, ("Port", 2), ("Boats", 3), ("Ferries", 6), ("Quay", 2)))
    assert [(row.section, row.title, row.indent) for row in found] == [
        (1, "Port", 0),
        (2, "Boats", 1),
        (3, "Ferries", 4),
        (4, "Quay", 0),
    ]


def test_sections_said_before_are_one_row_that_says_where():
    text = "Lead.\n\nPort\n\nBoats\n\nQuay\n\nPort\n\nBoats\n\nEnd\n\nQuay"
    again = text.index("Port", 12)
    end = text.index("End")
    quay = text.rindex("Quay")
    repeats = [((again, end - 2), (7, 18)), ((quay, quay + 4), (text.index("Quay"), 22))]
    headings = [(words, 1) for words in ("Port", "Boats", "Quay", "Port", "Boats", "End", "Quay")]
    rows = list_sections(document(text, *headings, repeats=repeats))
    assert [(row.section, row.title, row.run, row.origin) for row in rows] == [
        (0, "Before the first heading", 0, 0),
        (1, "Port", 0, 0),
        (2, "Boats", 0, 0),
        (3, "Quay", 0, 0),
        (4, "Port", 2, 1),
        (6, "End", 0, 0),
        (7, "Quay", 1, 3),
    ]
    # Where the reader is inside a run, its row stands for the place.
    assert at_section(0, 5, rows) == Row(0, 4)
    assert at_section(0, 7, rows) == Row(0, 6)
    assert at_section(0, None, rows) == Row(0)


@given(
    st.lists(st.integers(0, 30), unique=True, max_size=8),
    st.dictionaries(st.integers(0, 30), st.sets(st.integers(0, 9)).map(sorted), max_size=8),
)
def test_every_row_is_found_again(order, below):
    rows = OutlineRows(order, below)
    assert len(rows) == sum(1 + len(below.get(number, ())) for number in order)
    every = [rows[number] for number in range(len(rows))]
    assert [row.entry for row in every if row.at is None] == order
    assert [rows.row_of(row) for row in every] == list(range(len(rows)))


def test_a_row_that_is_hidden_leads_to_the_one_above_it():
    rows = OutlineRows([7, 3], {7: [0, 4]})
    assert rows.row_of(Row(7, 3)) == 1
    assert rows.row_of(Row(3, 5)) == 3
    assert rows.row_of(Row(8)) is None
    with pytest.raises(IndexError):
        rows[4]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("", [0, 1, 2, 3]),
        ("PORT", [0, 2]),
        ("port open", [2]),
        ("open port", [2]),
        ("mayor's", [1]),
        ("strasse", [3]),
        ("port\nmayor", []),
        ("[", []),
        ("port . quay", []),
    ],
)
def test_lines_hold_every_word_that_is_typed(words, found):
    lines = Lines(["The port", "The mayor’s word", "No open port", "An der Straße"])
    assert lines.having(words) == found


def test_no_line_at_all_holds_nothing():
    assert Lines([]).having("") == Lines([]).having("port") == []


def test_typing_leaves_documents_by_name_title_and_publisher_and_by_their_sections():
    entries = [*ENTRIES, entry("x.txt", title="Ferries at rest", publisher="The\x1b Quay")]
    sections = {2: [SectionRow(0, "Ferries"), SectionRow(1, "Ferries", run=2), SectionRow(3, "No")]}
    titles = {number: lines_of_sections(rows) for number, rows in sections.items()}
    names = lines_of_entries(entries)
    rows = leave([5, 4, 3, 2, 1, 0], names, titles, "ferries")
    assert [rows[number] for number in range(len(rows))] == [Row(5), Row(2), Row(2, 0)]
    assert [*leave(range(6), names, {}, "quay").order] == [0, 3, 5]


def look(view, row, width=24):
    pieces = row_words(view, row, width)
    return "".join(words for words, _ in pieces), {ink for words, ink in pieces if words.strip()}


def test_rows_say_what_is_unread_read_open_and_broken():
    entries = [
        entry("a.txt", summary=Summary(9, 0, 0, 12)),
        entry("b.txt", published=date(2024, 5, 2)),
        entry("c.txt", problem="It is gone."),
    ]
    sections = {
        0: [SectionRow(0, "A heading far too long for it", 1, 7), SectionRow(1, "X", run=3)]
    }
    view = View(entries=entries, sections=sections, sort="date", current=0)
    assert look(view, Row(0)) == ("• a.txt               12", {"unread", "current", "quiet"})
    assert look(view, Row(1)) == ("• b.txt      2024-05-02 ", {"unread", "", "quiet"})
    assert look(view, Row(2)) == ("✕ c.txt                 ", {"problem"})
    read = View(entries=entries, sections=sections, read=frozenset({0, 1}), unfolded=frozenset({0}))
    assert look(read, Row(0))[0].startswith("▾ a.txt")
    assert look(read, Row(1)) == ("▸ b.txt                 ", {"quiet"})
    assert look(read, Row(0, 0)) == ("    A heading far to…  7", {"", "quiet"})
    assert look(read, Row(0, 1)) == ("  ⋯ 3 said before: X    ", {"quiet"})
    # Nothing was counted in a document that has not been analysed.
    entries[0].summary = None
    assert look(read, Row(0, 0))[0] == "    A heading far too … "
