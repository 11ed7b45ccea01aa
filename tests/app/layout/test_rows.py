import pytest
from hypothesis import given
from hypothesis import strategies as st
from laid_out import lay_out
from msgspec.structs import replace
from written import document

from briefing.app.layout import chunks
from briefing.app.layout.chunk_rows import Room
from briefing.app.layout.chunks import cut_into_chunks
from briefing.app.layout.folding import Hidden, fold_repeats
from briefing.app.layout.rows import Rows
from briefing.model import Repeat
from briefing.spans import Span


def words_of(document, row):
    if row.is_blank:
        return ""
    return f"fold {row.fold}" if row.fold is not None else row.span.of(document.text)


def shown(document, width=30, opened=()):
    rows = lay_out(document, width, opened)
    return [words_of(document, rows[number]) for number in range(len(rows))]


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
    for number in range(len(rows)):
        if not rows[number].is_blank:
            assert rows.row_of(rows[number].start) == number


WORDS = [
    "It rained.",
    "The port was closed on Monday.",
    "Ja",
    "漢字 and kana",
    "a\nb | c",
    "The north quay | is shut |\nnow | 漢字 and more | | 3",
    "x" * 50,
]
KINDS = ["paragraph", "heading", "item", "quote", "table", "code"]
BLOCKS = st.lists(st.tuples(st.sampled_from(KINDS), st.sampled_from(WORDS)), max_size=12)


@st.composite
def documents(draw):
    """Documents of which some blocks, or parts of some, are said twice."""
    blocks = draw(BLOCKS)
    base = document(*blocks)
    later = st.integers(1, max(1, len(blocks) - 1))
    chosen = sorted(draw(st.sets(later, max_size=6))) if len(blocks) > 1 else []
    repeats = []
    for at in chosen:
        start, end = base.blocks[at].span
        if draw(st.booleans()):
            start, end = sorted(draw(st.tuples(*[st.integers(start, end)] * 2)))
        repeats.append(
            Repeat(span=Span(start, end), of=Span(0, 1), kind="part", run=draw(st.integers(0, 2)))
        )
    return replace(base, repeats=tuple(repeats))


@pytest.fixture(scope="module", params=[8000, 12], ids=["one chunk", "many chunks"])
def size(request):
    """How long a chunk is: a dozen characters cut most blocks of these tests."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(chunks, "_SIZE", request.param)
        patch.setattr(chunks, "_LONGEST", 2 * request.param)
        yield request.param


@given(documents(), st.integers(1, 40), st.data())
def test_every_word_is_on_one_row_or_in_one_closed_fold(size, article, width, data):
    folds = fold_repeats(article)
    opened = data.draw(st.sets(st.sampled_from(range(len(folds))))) if folds else set()
    rows = lay_out(article, width, opened)
    hidden = {
        at for number, fold in enumerate(folds) if number not in opened for at in range(*fold.span)
    }
    seen = []
    for number in range(len(rows)):
        row = rows[number]
        seen.extend(range(*row.span))
        if row.fold is None and not row.is_blank:
            assert rows.row_of(row.start) == number
    assert sorted(set(seen)) == seen
    assert not hidden & set(seen)
    wanted = {at for block in article.blocks for at in range(*block.span)} - hidden
    missing = wanted - set(seen)
    assert "".join(article.text[at] for at in missing).strip() == ""
    lines = [rows[number].fold for number in range(len(rows)) if rows[number].fold is not None]
    assert lines == list(range(len(folds)))


@given(documents(), st.data())
def test_what_is_hidden_is_counted(article, data):
    folds = [fold for fold in fold_repeats(article) if data.draw(st.booleans())]
    hidden = {at for fold in folds for at in range(*fold.span)}
    place = st.integers(0, len(article.text))
    for _ in range(4):
        span = Span(*sorted((data.draw(place), data.draw(place))))
        assert Hidden(folds).count(span) == len(hidden & set(range(*span)))


@given(documents(), st.integers(1, 40), st.data())
def test_what_was_estimated_becomes_what_is_laid_out_at_once(size, article, width, data):
    folds = fold_repeats(article)
    exact = lay_out(article, width)
    rows = Rows(article, Room(width, width), folds)
    offsets = st.integers(0, len(article.text))
    for offset in data.draw(st.lists(offsets, max_size=5)):
        rows.reach(offset, data.draw(st.integers(0, 5)))
    for number in data.draw(st.sets(st.sampled_from(range(len(folds))))) if folds else ():
        rows.open(rows.opened ^ {number})
        rows.open(rows.opened ^ {number})
    while not rows.settle(0):
        pass
    assert rows.settled
    assert [rows[at] for at in range(len(rows))] == [exact[at] for at in range(len(exact))]
    for offset in range(len(article.text)):
        assert rows.row_of(offset) == exact.row_of(offset)


@given(documents(), st.integers(1, 40), st.data())
def test_the_row_that_is_held_stays_whatever_is_laid_out(size, article, width, data):
    moved = []
    rows = Rows(article, Room(width, width), fold_repeats(article), moved=lambda: moved.append(1))
    if not article.text:
        return
    rows.hold(rows.reach(data.draw(st.integers(0, len(article.text) - 1)), 0))
    before, length = rows[rows.held], len(rows)
    at = rows.held
    while not rows.settle(0):
        assert rows.held == at
        assert len(rows) == length
    assert rows[rows.held] == before
    assert bool(moved) >= (rows.held != at)


@given(BLOCKS)
def test_chunks_hold_every_block_once(size, blocks):
    article = document(*blocks)
    cut = cut_into_chunks(article.text, article.blocks)
    assert [*cut.starts] == sorted(cut.starts)
    held = [
        (number, at)
        for chunk in range(len(cut))
        for number in range(cut.firsts[chunk], cut.lasts[chunk])
        for at in range(*article.blocks[number].span)
        if cut.span(chunk).start <= at < cut.span(chunk).end
    ]
    assert held == [(n, at) for n, block in enumerate(article.blocks) for at in range(*block.span)]
    for offset in range(len(article.text)):
        assert not len(cut) or cut.span(cut.at(offset)).start <= max(offset, cut.starts[0])


def test_a_paragraph_as_long_as_a_book_is_cut_between_words(monkeypatch):
    monkeypatch.setattr(chunks, "_SIZE", 8_000)
    monkeypatch.setattr(chunks, "_LONGEST", 16_000)
    book = document(("paragraph", "word " * 20_000 + "end"), ("paragraph", "漢\u0301" * 9_000))
    cut = cut_into_chunks(book.text, book.blocks)
    assert max(cut.span(chunk).end - cut.span(chunk).start for chunk in range(len(cut))) < 20_000
    for start in cut.starts:
        assert book.text[start] in "w漢"
    rows = lay_out(book, 50)
    assert [rows[at].span.of(book.text) for at in range(3)] == [("word " * 10).strip()] * 3


@pytest.mark.parametrize("size", [9, 12, 8_000])
def test_a_long_listing_has_no_more_lines_than_were_written(size, monkeypatch):
    monkeypatch.setattr(chunks, "_SIZE", size)
    monkeypatch.setattr(chunks, "_LONGEST", 2 * size)
    code = ["if late:", "", "    wait", "", "", "go"] * 4
    assert shown(document(("code", "\n".join(code)))) == code


def test_a_line_before_a_fold_in_a_table_is_followed_by_no_empty_one():
    base = document(("table", "a\nb | c"))
    repeat = Repeat(span=Span(2, 3), of=Span(0, 1), kind="part")
    assert shown(replace(base, repeats=(repeat,))) == ["a", "fold 0", " | c"]


@pytest.mark.parametrize("width", [-3, 0, 1])
def test_a_pane_without_room_breaks_nothing(width):
    assert shown(document(("item", "Ja"), ("table", "a\n\nb")), width)


def test_a_document_without_words_has_no_rows():
    for rows in (Rows(), lay_out(document(), 30)):
        assert (
            len(rows) == rows.held == rows.row_of(5) == rows.reach(3, 9) == rows.offset_at(0) == 0
        )


@pytest.mark.parametrize(
    ("table", "width", "lines"),
    [
        ("Port | Days\nNorth | 3", 13, [(5, 4), (5, 4)]),
        ("Port | Days\nNorth | 3", 11, [(), ()]),
        ("港 | Days\nNorth | 漢字 |", 30, [(5, 4, 0), (5, 4, 0)]),
        ("no columns\nat all", 30, [(), ()]),
    ],
)
def test_columns_are_as_wide_as_there_is_room(table, width, lines):
    rows = lay_out(document(("table", table)), width)
    assert [rows[at].columns for at in range(len(rows))] == lines
