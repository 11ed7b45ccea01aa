"""A filter by section and source goes with the names when the text is written anew."""

import pytest
from small import bare_document, span_of

from briefing.app.layout.filtering import FactFilter
from briefing.app.layout.named_places import NamedPlaces
from briefing.model import Section, Source


def document_of(*sections, sources=(), sha256="0"):
    """Sections are titles, indented by two spaces a level; the first has none."""
    text = "Lead\n" + "\n".join(sections) + "\n" + " ".join(sources)
    held, at, above = [Section(title=None, level=0, span=span_of(text, "Lead"))], 5, {}
    for line in sections:
        level = (len(line) - len(line.lstrip())) // 2 + 1
        title = span_of(text[at:], line.strip()).shift(at)
        above[level] = len(held)
        held.append(Section(title=title, level=level, span=title, parent=above.get(level - 1)))
        at += len(line) + 1
    ledger = tuple(
        Source(name=span_of(text, name), description=None, named=True, attributions=())
        for name in sources
    )
    return bare_document(text, sections=tuple(held), sources=ledger, sha256=sha256)


BEFORE = document_of(
    "Quay", "  Costs", "Ferry", "  Costs", "Crew", "Crew", sources=("Ann Lee", "Bo Day")
)


@pytest.mark.parametrize(
    ("section", "after", "found"),
    [
        (1, ("Quay",), 1),
        (1, ("New", "Quay"), 2),
        # Of the same titles that one is meant which stands below the same one.
        (4, ("Ferry", "  Costs", "Quay", "  Costs"), 2),
        (2, ("Ferry", "  Costs", "Quay", "  Costs"), 4),
        (4, ("Quay", "  Costs", "Ferry"), None),
        (6, ("Crew", "New", "Crew"), 3),
        (6, ("Crew",), 1),
        (3, ("Quay",), None),
        # What stands before the first heading has no title, and is there always.
        (0, ("Quay",), 0),
    ],
)
def test_a_section_is_found_by_its_titles(section, after, found):
    chosen = FactFilter(section=section, words="a")
    places = NamedPlaces.of(BEFORE, chosen)
    carried = places.find_in(document_of(*after), chosen)
    assert (carried.section, carried.words) == (found, "a")
    assert bool(carried.gone) == (found is None)


@pytest.mark.parametrize(
    ("asked", "sources", "found", "gone"),
    [
        ({0}, ("Ann Lee", "Bo Day"), {0}, ()),
        ({0}, ("Bo Day", "Ann Lee"), {1}, ()),
        ({0, 1}, ("Bo Day",), {0}, ("Ann Lee",)),
        ({1, None}, ("Ann Lee",), {None}, ("Bo Day",)),
        ({0, 1}, (), (), ("Ann Lee", "Bo Day")),
    ],
)
def test_a_source_is_found_by_its_name(asked, sources, found, gone):
    chosen = FactFilter(sources=frozenset(asked))
    places = NamedPlaces.of(BEFORE, chosen)
    carried = places.find_in(document_of(sources=sources), chosen)
    assert (carried.sources, carried.gone) == (frozenset(found), gone)


def test_what_is_gone_is_named_and_asks_nothing():
    chosen = FactFilter(section=2, sources=frozenset({1}))
    carried = NamedPlaces.of(BEFORE, chosen).find_in(document_of("Quay"), chosen)
    assert carried.gone == ("“Costs”", "Bo Day")
    assert not carried


def test_a_section_that_was_not_there_is_not_asked_for():
    places = NamedPlaces.of(BEFORE, FactFilter(section=99))
    assert places.find_in(BEFORE, FactFilter()) == FactFilter()
