import pytest
from msgspec.structs import replace
from small import bare_document

from briefing.app.layout.filtering import FactFilter, arrange, choices, describe, keep
from briefing.model import Attribution, Caveat, Fact, Section, Source
from briefing.model.columns import count_columns
from briefing.spans import Span

TEXT = (
    "The port closed. Officials said it may reopen. Ann Lee denied that. "
    "Costs\x1b[2J\nIt cost about 3m. The crane allegedly fell. Ships"
)


def at(words):
    start = TEXT.index(words)
    return Span(start, start + len(words))


def fact(number, words, standing, weight, **more):
    return Fact(
        id=f"0-0{number}",
        span=at(words),
        claim=(at(words),),
        standing=standing,
        weight=weight,
        reason="",
        **{"section": 0, **more},
    )


def said(words, kind, content):
    return Attribution(source=(at(words),), cue=(), content=(at(content),), source_kind=kind)


def caveat(kind, words):
    return Caveat(kind=kind, span=at(words), scope="fact", explanation="")


# Out of the order of the text, as an engine may find them.
FACTS = (
    fact(3, "that", "disputed", 0.9, attribution=1, caveats=(2,)),
    fact(1, "The port closed", "stated", 0.5),
    fact(2, "it may reopen", "speculative", 0.7, attribution=0, caveats=(0, 1)),
    fact(4, "It cost about 3m", "stated", 0.5, section=1, caveats=(3,)),
    fact(5, "The crane allegedly fell", "alleged", 0.1, section=2, caveats=(4,), shown=False),
)
DOCUMENT = bare_document(
    TEXT,
    sections=(
        Section(title=None, level=0, span=Span(0, 68)),
        Section(title=at("Costs\x1b[2J"), level=1, span=Span(68, len(TEXT))),
        Section(title=at("Ships"), level=2, span=at("Ships"), parent=1),
    ),
    attributions=(
        said("Officials", "unnamed", "it may reopen"),
        said("Ann Lee", "named", "that"),
    ),
    sources=(
        Source(name=at("Officials"), description=None, named=False, attributions=(0,)),
        Source(name=at("Ann Lee"), description=None, named=True, attributions=(1,)),
    ),
    caveats=(
        caveat("unnamed_source", "Officials"),
        caveat("hedged", "may"),
        caveat("denied", "denied"),
        caveat("approximate", "about"),
        caveat("alleged", "allegedly"),
    ),
    facts=FACTS,
)


def only(**parts):
    sets = {"standings", "kinds", "sources"}
    return FactFilter(**{k: frozenset(v) if k in sets else v for k, v in parts.items()})


def ids(document, rows):
    numbers = count_columns(document).numbers
    return [document.facts[numbers[row]].id[-1] for row in rows]


@pytest.mark.parametrize(
    ("chosen", "left"),
    [
        (only(), "1 2 3 4"),
        (only(doubtful=True), "1 2 3 4 5"),
        (only(standings={"stated"}), "1 4"),
        (only(standings={"stated", "disputed"}), "1 3 4"),
        (only(standings={"alleged"}), ""),
        (only(standings={"alleged"}, doubtful=True), "5"),
        (only(kinds={"hedged", "denied"}), "2 3"),
        (only(kinds={"hedged", "unnamed_source"}), "2"),
        (only(standings={"stated"}, kinds={"approximate"}), "4"),
        (only(standings={"stated"}, kinds={"hedged"}), ""),
        (only(section=0), "1 2 3"),
        # A section holds those below it.
        (only(section=1, doubtful=True), "4 5"),
        (only(section=2, doubtful=True), "5"),
        (only(sources={0}), "2"),
        (only(sources={None}), "1 4"),
        (only(sources={None, 1}), "1 3 4"),
        # The words of the sentence count, whatever the claim is; "that" denies nothing itself.
        (only(words="MAY REOPEN"), "2"),
        (only(words="port"), "1"),
        (only(words="about 3m", kinds={"approximate"}), "4"),
        (only(words="about 3m", kinds={"hedged"}), ""),
        (only(words="fell"), ""),
        (only(words="fell", doubtful=True), "5"),
        # What goes beyond the sentence is in none.
        (only(words="reopen. Ann"), ""),
        (only(words="whale"), ""),
        # Of another document: nothing is left, nothing breaks.
        (only(sources={7}), ""),
        (only(section=7), ""),
    ],
)
def test_what_is_left_stands_by_place(chosen, left):
    assert ids(DOCUMENT, keep(DOCUMENT, chosen)) == left.split()


def test_a_claim_that_no_row_of_the_ledger_holds_is_from_none_of_them():
    nobody = replace(DOCUMENT, sources=DOCUMENT.sources[1:])
    assert ids(nobody, keep(nobody, only(sources={0, None}))) == ["1", "3", "4"]


def test_by_weight_the_weightiest_comes_first_and_the_earlier_of_two():
    kept = keep(DOCUMENT, only())
    assert arrange(DOCUMENT, kept, "place") == kept
    assert ids(DOCUMENT, arrange(DOCUMENT, kept, "weight")) == ["3", "2", "1", "4"]


@pytest.mark.parametrize(
    ("chosen", "words"),
    [
        (only(), ""),
        (only(standings={"disputed"}), "Only disputed: 1 of 4 · f changes"),
        # In the order of our tables, whatever was chosen first.
        (
            only(standings={"disputed", "alleged"}, kinds={"hedged", "unnamed_source"}),
            "Only alleged, disputed · source not named, less than certain: 0 of 4 · f changes",
        ),
        (only(doubtful=True), "The doubtful ones too: 5 of 5 · f changes"),
        (
            only(standings={"alleged"}, doubtful=True),
            "Only alleged · the doubtful ones too: 1 of 5 · f changes",
        ),
        (only(gone=("“A”", "Bo")), "No longer there: “A”, Bo · not filtered"),
        (
            only(standings={"stated"}, gone=("Bo",)),
            "No longer there: Bo · Only stated: 2 of 4 · f changes",
        ),
        (only(section=0), "Only in “Before the first heading”: 3 of 4 · f changes"),
        (only(section=2), "Only in “Ships”: 0 of 4 · f changes"),
        (only(sources={1, None}), "Only from Ann Lee, the article: 3 of 4 · f changes"),
        (
            only(standings={"stated"}, words="[port]\x1b"),
            "Only stated · with “[port]\ufffd”: 0 of 4 · f changes",
        ),
    ],
)
def test_the_filter_in_plain_words(chosen, words):
    assert describe(DOCUMENT, chosen, len(keep(DOCUMENT, chosen)), "f") == words


def rows(chosen, here=0):
    return [(choice.words, choice.count) for choice in choices(DOCUMENT, chosen, here)]


def test_only_what_occurs_can_be_chosen_each_with_its_facts():
    assert rows(only()) == [
        ("● stated", 2),
        ("? speculative", 1),
        ("✕ disputed", 1),
        ("source not named", 1),
        ("less than certain", 1),
        ("not exact", 1),
        ("denied", 1),
        ("Before the first heading", 3),
        ("the article", 2),
        ("Officials", 1),
        ("Ann Lee", 1),
        ("also the doubtful ones", 1),
    ]


def test_doubtful_facts_count_where_they_are_shown():
    assert ("▲ alleged", 1) in rows(only(doubtful=True))
    assert ("the article", 3) in rows(only(doubtful=True))


def test_what_is_chosen_can_be_chosen_away_though_nothing_has_it():
    chosen = only(standings={"assessed"}, kinds={"forecast"}, section=2, sources={9})
    found = rows(chosen)
    assert {("◆ assessed", 0), ("not yet happened", 0), ("Ships", 0)} <= set(found)
    for choice in choices(DOCUMENT, chosen, 0):
        if chosen.holds(choice.part):
            chosen = chosen.toggle(choice.part)
    assert chosen == FactFilter()


@pytest.mark.parametrize("choice", choices(DOCUMENT, only(doubtful=True), 1))
def test_each_count_is_what_the_choice_alone_leaves(choice):
    if choice.part != only(doubtful=True):
        assert choice.count == len(keep(DOCUMENT, choice.part.toggle(only(doubtful=True))))


@pytest.mark.parametrize("choice", choices(DOCUMENT, only(), 1))
def test_choosing_twice_changes_nothing(choice):
    before = only(standings={"stated", "alleged"}, sources={0}, section=0)
    once = before.toggle(choice.part)
    assert once.holds(choice.part) != before.holds(choice.part)
    assert once.toggle(choice.part).holds(choice.part) == before.holds(choice.part)


def test_ticking_keeps_the_words():
    chosen = only(words="port").toggle(only(standings={"stated"}))
    assert chosen == only(words="port", standings={"stated"})
    assert chosen.holds(only(words="port"))
    assert not only(words="ports").holds(only(words="port"))


def test_typographic_quotes_are_typed_as_on_a_keyboard():
    text = TEXT.replace("The port", "‘A’ port")
    quoted = replace(DOCUMENT, text=text)
    assert ids(quoted, keep(quoted, only(words="'a' port"))) == ["1"]


def test_one_section_takes_the_place_of_another():
    assert only(section=0).toggle(only(section=2)) == only(section=2)
    assert not only(section=2).toggle(only(section=2))


def test_a_heading_cannot_write_to_the_terminal():
    words = [choice.words for choice in choices(DOCUMENT, only(), 1)]
    assert not any("\x1b" in word for word in words)
    assert "\x1b" not in describe(DOCUMENT, only(section=1), 1, "f")


def test_another_document_keeps_what_makes_sense_there():
    everything = only(
        standings={"alleged"}, kinds={"hedged"}, section=1, sources={0}, words="a", doubtful=True
    )
    kept = only(standings={"alleged"}, kinds={"hedged"}, words="a", doubtful=True)
    assert everything.without_places() == kept
