import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.app.layout.folding import fold_repeats
from briefing.app.layout.rows import BLANK, lay_out
from briefing.model import Block, Document, Repeat
from briefing.spans import Span


def document(*blocks, repeats=()):
    """Blocks are (kind, words), parted by blank lines; repeats are (block, of, run)."""
    text, made = "", []
    for kind, words in blocks:
        if text:
            text += "\n\n"
        span = Span(len(text), len(text) + len(words))
        made.append(Block(kind=kind, span=span, level=2 if kind == "heading" else None))
        text += words
    return Document(
        id="0" * 16,
        path="a.txt",
        sha256="0" * 64,
        media_type="text/plain",
        encoding="utf-8",
        text=text,
        blocks=tuple(made),
        repeats=tuple(
            Repeat(span=made[at].span, of=made[of].span, kind="exact", run=run)
            for at, of, run in repeats
        ),
    )


def shown(document, width=30, opened=()):
    rows = lay_out(document, width, opened)
    out = []
    for row in range(len(rows)):
        if rows.blocks[row] == BLANK:
            out.append("")
        elif (fold := rows.fold(row)) is not None:
            out.append(f"fold {fold}")
        else:
            out.append(document.text[rows.starts[row] : rows.ends[row]])
    return out


ARTICLE = (
    ("paragraph", "The port was closed on Monday."),
    ("heading", "What the mayor says"),
    ("paragraph", "She expects it to open soon."),
)


def test_headings_stand_apart():
    assert shown(document(*ARTICLE)) == [
        "The port was closed on Monday.",
        "",
        "",
        "What the mayor says",
        "",
        "She expects it to open soon.",
    ]


def test_items_of_a_list_stand_together():
    items = [("item", "First point"), ("item", "Second point")]
    assert shown(document(*items)) == ["First point", "Second point"]


def test_a_table_keeps_its_lines():
    table = document(("table", "Port | Days\nNorth | 3\nSouth | 12"))
    assert shown(table) == ["Port | Days", "North | 3", "South | 12"]


def test_a_run_of_repeats_is_one_line_that_opens():
    twice = document(*ARTICLE, *ARTICLE[1:], repeats=[(3, 1, 1), (4, 2, 1)])
    folded = [*shown(document(*ARTICLE)), "", "fold 0"]
    assert shown(twice) == folded
    assert shown(twice, opened={0}) == [
        *folded,
        "",
        "",
        "What the mayor says",
        "",
        "She expects it to open soon.",
    ]


def test_two_runs_are_two_lines():
    twice = document(*ARTICLE, *ARTICLE[1:], repeats=[(3, 1, 1), (4, 2, 2)])
    assert shown(twice)[-3:] == ["fold 0", "", "fold 1"]


def test_only_the_repeated_part_of_a_block_is_folded():
    base = document(("paragraph", "It rained."), ("paragraph", "Before. It rained. After."))
    part = base.text.index("It rained.", 12)
    repeat = Repeat(span=Span(part, part + 10), of=Span(0, 10), kind="part", run=1)
    from msgspec.structs import replace

    assert shown(replace(base, repeats=(repeat,))) == [
        "It rained.",
        "",
        "Before. ",
        "fold 0",
        " After.",
    ]


def test_row_of_finds_the_row_that_shows_a_character():
    article = document(*ARTICLE)
    rows = lay_out(article, 30)
    for row in range(len(rows)):
        if rows.blocks[row] != BLANK:
            assert rows.row_of(rows.starts[row]) == row


BLOCKS = st.lists(
    st.tuples(
        st.sampled_from(["paragraph", "heading", "item", "quote", "table"]),
        st.sampled_from(["It rained.", "The port was closed on Monday.", "Ja", "漢字 and kana"]),
    ),
    max_size=12,
)


@given(BLOCKS, st.data(), st.integers(1, 40))
def test_unfolding_everything_gives_back_every_word(blocks, data, width):
    base = document(*blocks)
    later = st.integers(1, max(1, len(blocks) - 1))
    chosen = data.draw(st.sets(later, max_size=4)) if len(blocks) > 1 else set()
    repeats = [(at, 0, run) for run, at in enumerate(sorted(chosen))]
    whole = document(*blocks, repeats=repeats)
    folds, pieces = fold_repeats(whole)
    assert "".join(p.span.of(base.text) for p in pieces) == "".join(w for _, w in blocks)
    rows = lay_out(whole, width, range(len(folds)))
    words = [
        base.text[rows.starts[row] : rows.ends[row]]
        for row in range(len(rows))
        if rows.blocks[row] >= 0
    ]
    squeezed = "".join("".join(words).split())
    assert squeezed == "".join("".join(w for _, w in blocks).split())


@pytest.mark.parametrize("width", [-3, 0, 1])
def test_a_pane_without_room_breaks_nothing(width):
    assert shown(document(("item", "Ja"), ("table", "a\n\nb")), width)
