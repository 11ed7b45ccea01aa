from msgspec.structs import replace
from small import bare_document

from briefing.app.layout.marks import Marks
from briefing.model import Caveat, Fact, Repeat
from briefing.spans import Span

BARE = bare_document("x" * 200)


def fact(start, end, standing, sentence=None, **more):
    return Fact(
        id=f"0-{start}",
        span=Span(*(sentence or (start, end))),
        section=0,
        claim=(Span(start, end),),
        standing=standing,
        reason="",
        weight=0.5,
        **more,
    )


def caveat(start, end):
    return Caveat(kind="hedged", span=Span(start, end), scope="fact", explanation="")


def test_a_glyph_where_a_claim_begins_and_a_rule_as_long_as_its_sentence():
    marks = Marks.of(replace(BARE, facts=(fact(15, 45, "alleged", (0, 60)),)))
    assert marks.margin(Span(0, 10)) is None
    assert marks.margin(Span(10, 20)) == ("▲", "alleged")
    assert marks.margin(Span(20, 50)) == ("│", "alleged")
    assert marks.margin(Span(50, 60)) == ("│", "alleged")
    assert marks.margin(Span(60, 70)) is None


def test_where_two_claims_begin_the_less_firm_one_is_shown():
    facts = (fact(0, 10, "disputed"), fact(12, 20, "stated"), fact(40, 50, "stated"))
    marks = Marks.of(replace(BARE, facts=facts))
    assert marks.margin(Span(0, 30)) == ("✕", "disputed")
    assert marks.margin(Span(30, 60)) == ("●", "stated")


def test_a_fact_that_is_not_shown_leaves_no_mark():
    marks = Marks.of(replace(BARE, facts=(fact(0, 10, "stated", shown=False),)))
    assert marks.margin(Span(0, 10)) is None


def test_triggers_are_those_that_a_row_shares_a_character_with():
    marks = Marks.of(replace(BARE, caveats=(caveat(5, 12), caveat(8, 15), caveat(30, 33))))
    assert list(marks.triggers_in(Span(0, 5))) == []
    assert list(marks.triggers_in(Span(0, 6))) == [(5, 15)]
    assert list(marks.triggers_in(Span(14, 31))) == [(5, 15), (30, 33)]
    assert list(marks.triggers_in(Span(15, 30))) == []


def test_a_row_in_an_opened_fold_is_told_apart():
    repeat = Repeat(span=Span(100, 150), of=Span(0, 50), kind="exact")
    marks = Marks.of(replace(BARE, repeats=(repeat,)))
    assert marks.is_repeat(Span(110, 120))
    assert not marks.is_repeat(Span(140, 160))
