"""Rows as they are drawn: never wider than the pane, whatever is in the text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from laid_out import lay_out
from msgspec.structs import replace
from rich.cells import cell_len
from small import bare_document

from briefing.app.inks import Inks
from briefing.app.layout.chunk_rows import Room
from briefing.app.layout.folding import fold_repeats
from briefing.app.layout.searching import Query, find_words
from briefing.app.theming import default_inks, load_themes
from briefing.app.widgets.body_rows import MARGIN, SPARE, TEXT_LINE, RowPainter
from briefing.model import Block, Change, Repeat, Restatement
from briefing.spans import Span

NIGHT = next(theme for theme in load_themes().themes if theme.name == "night")
INKS = Inks(default_inks(NIGHT) | NIGHT.to_color_system().generate() | NIGHT.variables)


def document(text, *blocks, **more):
    return bare_document(
        text,
        blocks=blocks or (Block(kind="paragraph", span=Span(0, len(text))),),
        **more,
    )


def painted(article, width, opened=(), **more):
    """All rows of a document as strips."""
    folds = fold_repeats(article)
    rows = lay_out(article, width, opened)
    painter = RowPainter(
        inks=INKS, document=article, room=Room(width, width), folds=folds, fold_key="Enter", **more
    )
    for number in range(len(rows)):
        row = rows[number]
        if row.fold is None:
            yield row, painter.paint(row)
        else:
            yield row, painter.paint_fold(folds[row.fold], opened=row.fold in opened)


def lines(article, width, **more):
    return [strip.text.rstrip() for _, strip in painted(article, width, **more)]


TEXTS = st.text(
    st.sampled_from("ab cd | ef.,’“\n漢字カ한👍🏽☁🇩🇪\u0301\u200d\ufe0f\x1b\u202eשלום"),
    min_size=1,
    max_size=120,
)
KINDS = ["paragraph", "heading", "item", "quote", "table", "code"]


@given(TEXTS, st.sampled_from(KINDS), st.integers(8, 40), st.data())
def test_no_strip_is_wider_than_the_pane(text, kind, width, data):
    places = st.integers(0, len(text))
    spans = [Span(*sorted(data.draw(st.tuples(places, places)))) for _ in range(3)]
    restated = Restatement(span=Span(0, spans[0].end), of=Span(0, 1), similarity=0.9)
    article = document(text, Block(kind=kind, span=Span(0, len(text))), restatements=(restated,))
    more = {
        "matches": find_words(text, Query(words=text[0])),
        "selected": spans[1],
        "caret": spans[2],
        "hints": {spans[0].start: "fj"},
    }
    for row, strip in painted(article, width, **more):
        assert strip.cell_length == sum(cell_len(segment.text) for segment in strip)
        assert strip.cell_length <= MARGIN + width + SPARE
        if row.block is not None:
            offsets = [segment.style.meta["offset"] for segment in strip]
            assert all(line == TEXT_LINE for _, line in offsets)
            assert all(row.start <= at <= row.end for at, _ in offsets)
        assert not set(strip.text) & set("\x1b\u202e")


@pytest.mark.parametrize(
    ("table", "width", "drawn"),
    [
        (
            "Port | Days | Note\nNorth | 3 | shut\nSouth Harbour | 12 |",
            40,
            [
                "Port          │ Days │ Note",
                "North         │ 3    │ shut",
                "South Harbour │ 12   │",
            ],
        ),
        ("港 | 3\nOld port | 漢字", 20, ["港       │ 3", "Old port │ 漢字"]),
        # Too wide: a cell goes on below itself, the next one beside its last line.
        (
            "Port | Days | Note\nNorth | 3 | shut since the crane fell\nSouth | 12 | open",
            30,
            [
                "Port  │ Days │ Note",
                "North │ 3    │ shut since the",
                "      │      │ crane fell",
                "South │ 12   │ open",
            ],
        ),
        (
            "The north harbour | shut since the crane fell | 3",
            25,
            [
                "The north │           │",
                "harbour   │ shut      │",
                "          │ since the │",
                "          │ crane     │",
                "          │ fell      │ 3",
            ],
        ),
        ("港の港 の港 | 3\nOld | 漢字", 13, ["港の港 │", "の港   │ 3", "Old    │ 漢字"]),
        # Too many columns: each line goes on in the next row.
        ("Port | Days\nSouth | 3", 9, ["Port |", "Days", "South | 3"]),
    ],
)
def test_columns_stand_below_each_other(table, width, drawn):
    article = document(table, Block(kind="table", span=Span(0, len(table))))
    assert [line[MARGIN:] for line in lines(article, width)] == drawn


CELLS = st.lists(st.sampled_from(["", "3", "shut", "the north quay", "漢字", "x" * 30]), max_size=5)


@given(st.lists(CELLS, min_size=1, max_size=4), st.integers(1, 60))
def test_no_word_of_a_table_is_lost_and_none_leaves_its_column(table, width):
    text = "\n".join(" | ".join(cells) for cells in table).strip() or "a | b"
    article = document(text, Block(kind="table", span=Span(0, len(text))))
    drawn = [line[MARGIN:] for line in lines(article, width)]
    shown = "".join(drawn).translate({ord(sign): None for sign in " │|↪"})
    assert shown == text.translate({ord(sign): None for sign in " \n|"})
    bars = {
        tuple(cell_len(line[:at]) for at, sign in enumerate(line) if sign == "│") for line in drawn
    }
    longest = max(bars, key=len)
    assert all(longest[: len(some)] == some for some in bars)


def test_the_margin_says_where_a_line_of_code_goes_on():
    code = "if late:\n    wait(for_the_ferry)"
    article = document(code, Block(kind="code", span=Span(0, len(code))))
    assert lines(article, 14) == ["    if late:", "        wait(for_t", "  ↪     he_ferry)"]


@pytest.mark.parametrize(
    ("text", "restated", "width", "drawn"),
    [
        (
            "It rained. It poured. Nobody left.",
            ["It poured."],
            40,
            ["It rained. It poured.↺ Nobody left."],
        ),
        ("It rained. It poured.", ["It rained.", "It poured."], 40, ["It rained.↺ It poured. ↺"]),
        # No room but the spare cell at the end of a row, then none at all.
        ("It rained", ["It rained"], 9, ["It rained↺"]),
        ("It rained. Yes", ["It rained.", "Yes"], 14, ["It rained.↺ Yes"]),
        ("It rained.\nYes", ["It rained.\nYes"], 10, ["It rained.", "Yes ↺"]),
    ],
)
def test_a_restated_sentence_ends_in_a_sign(text, restated, width, drawn):
    spans = [Span(text.index(words), text.index(words) + len(words)) for words in restated]
    found = tuple(Restatement(span=span, of=Span(0, 1), similarity=0.8) for span in spans)
    article = document(text, restatements=found)
    assert [line[MARGIN:] for line in lines(article, width)] == drawn


def test_words_that_differ_are_marked_in_an_open_repeat():
    text = "The port lost 40 jobs in June.\n\nThe port lost 50 jobs June."
    blocks = (
        Block(kind="paragraph", span=Span(0, 30)),
        Block(kind="paragraph", span=Span(32, len(text))),
    )
    changes = (
        Change(op="replace", span=Span(46, 48), of=Span(14, 16)),
        Change(op="delete", span=Span(54, 54), of=Span(22, 25)),
    )
    repeat = Repeat(span=blocks[1].span, of=blocks[0].span, kind="near", changes=changes)
    article = replace(document(text, *blocks), repeats=(repeat,))
    *_, (_, strip) = painted(article, 60, opened={0})
    assert strip.text.strip() == "The port lost 50 jobs June."
    assert [s.text for s in strip if s.style.bold and s.style.underline] == ["50", " "]
    assert lines(article, 60)[-1].endswith("· 40 → 50 and 1 more")


def test_a_family_of_three_is_not_parted_by_a_match():
    text = "a 👩‍👩‍👧 b"
    matches = find_words(text, Query(words="👩"))
    [(_, strip)] = painted(document(text), 20, matches=matches)
    assert [s.text for s in strip if s.style.underline] == ["👩‍👩‍👧"]
    assert strip.cell_length == MARGIN + 6
