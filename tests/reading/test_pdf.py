import sys
import zlib
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pdf_made import at, flow, pdf

from briefing.errors import NoWorkerError, UnreadableError
from briefing.reading import read_document
from briefing.reading.pdf_lines import Line
from briefing.reading.pdf_pages import read_pages
from briefing.reading.pdf_paragraphs import make_pieces
from briefing.workers.process import WorkerProcess

SAID = "The talks ended on Friday without a deal, the minister said, and nobody spoke to the press."
FURTHER = (
    "They will begin again in spring, officials said, unless one side stays away from the table."
)


def saved(folder, content, name="a.pdf"):
    path = folder / name
    path.write_bytes(content)
    return path


def read(folder, *pages, **said):
    return read_document(saved(folder, pdf(*pages, **said)))


def shapes(found):
    return [(b.kind, b.level, b.span.of(found.text)) for b in found.blocks]


def paragraphs(found):
    return [words for kind, _, words in shapes(found) if kind == "paragraph"]


def test_larger_lines_are_the_title_and_headings(tmp_path):
    page = [
        at(70, 790, "Talks end without a deal as a", 20),
        at(70, 766, "deadline passes", 20),
        *flow(SAID, top=730),
        at(70, 690, "What is next", 14),
        *flow(FURTHER, top=660),
        at(70, 620, "In spring", 10, "bold"),
        *flow(SAID, FURTHER, top=600),
        at(70, 530, "Who stays away", 14),
        *flow(SAID, top=500),
    ]
    found = read(tmp_path, page)
    assert found.title == "Talks end without a deal as a deadline passes"
    assert (found.media_type, found.encoding) == ("application/pdf", "binary")
    assert shapes(found) == [
        ("title", None, "Talks end without a deal as a deadline passes"),
        ("paragraph", None, SAID),
        ("heading", 2, "What is next"),
        ("paragraph", None, FURTHER),
        ("heading", 3, "In spring"),
        ("paragraph", None, SAID),
        ("paragraph", None, FURTHER),
        ("heading", 2, "Who stays away"),
        ("paragraph", None, SAID),
    ]


def test_headings_of_one_size_with_the_text_are_found_as_in_plain_text(tmp_path):
    words = (SAID, "What the talks were about", FURTHER, "Who stayed away", SAID, FURTHER)
    found = read(tmp_path, flow(*words))
    headings = [words for kind, _, words in shapes(found) if kind == "heading"]
    assert headings == ["What the talks were about", "Who stayed away"]


@pytest.mark.parametrize(
    ("options", "chars"),
    [
        ({}, 70),
        ({"gap": 0, "indent": 3}, 70),
        ({"leading": 2.4}, 70),
        ({"gap": 0}, 45),
        ({"size": 8}, 90),
    ],
    ids=["gaps", "indents", "double spaced", "last lines", "small"],
)
def test_lines_become_paragraphs(tmp_path, options, chars):
    words = [f"{SAID} {FURTHER}", f"{FURTHER} {SAID} So it goes.", SAID]
    found = read(tmp_path, flow(*words, chars=chars, **options))
    assert paragraphs(found) == words


def test_a_paragraph_goes_on_over_columns_and_pages(tmp_path):
    lines = flow(f"{SAID} {FURTHER} {SAID} {FURTHER} {SAID}", chars=35)
    third = len(lines) // 3
    columns = [
        [at(x, 760 - 12 * row, line[4]) for row, line in enumerate(part)]
        for x, part in (
            (60, lines[:third]),
            (320, lines[third : 2 * third]),
            (60, lines[2 * third :]),
        )
    ]
    found = read(tmp_path, columns[0] + columns[1], columns[2])
    assert paragraphs(found) == [f"{SAID} {FURTHER} {SAID} {FURTHER} {SAID}"]


def test_what_is_set_over_all_columns_is_no_measure_for_one(tmp_path):
    words = f"{SAID} {FURTHER} {SAID}"
    page = [
        at(60, 790, "A headline that is set over both of the columns", 16),
        *flow(f"{FURTHER} {SAID}", x=60, top=760, chars=80),
        *flow(words, words, x=60, top=700, chars=38, gap=0, indent=2),
        *flow(FURTHER, x=320, top=700, chars=38, gap=0, indent=2),
    ]
    found = read(tmp_path, page)
    assert paragraphs(found) == [f"{FURTHER} {SAID}", words, words, FURTHER]


def test_rows_of_a_table_stay_apart(tmp_path):
    rows = [at(70, 600 - 14 * row, f"202{row}    {row}.5 percent") for row in range(3)]
    found = read(tmp_path, [*flow(SAID), *rows, *flow(FURTHER, top=500)])
    assert paragraphs(found)[1:4] == [f"202{row} {row}.5 percent" for row in range(3)]


def test_notes_at_the_foot_stay_behind_the_paragraph_that_goes_on(tmp_path):
    lines = flow(f"{SAID} {FURTHER} {SAID}")
    first = [*lines[:2], at(70, 60, "1 As the minister told this paper.", 7)]
    second = [at(70, 760 - 12 * row, line[4]) for row, line in enumerate(lines[2:])]
    found = read(tmp_path, first, second)
    assert paragraphs(found) == [
        f"{SAID} {FURTHER} {SAID}",
        "1 As the minister told this paper.",
    ]


@pytest.mark.parametrize(
    ("above", "below", "joined"),
    [
        ("the agree-", "ment was", "the agreement was"),
        ("the long-", "term plan", "the long-term plan"),
        ("the Anglo-", "American plan", "the Anglo-American plan"),
        ("in 2023-", "24 it was", "in 2023-24 it was"),
        ("the well-", "known plan", "the well-known plan"),
        ("it was -", "as ever - late", "it was - as ever - late"),
    ],
)
def test_broken_words_are_made_whole(tmp_path, above, below, joined):
    page = [
        at(70, 760, "Everybody knows a long-term plan is well made and known to all."),
        at(70, 748, f"They said once more and at some length to everybody {above}"),
        at(70, 736, f"{below} made in spring."),
    ]
    assert joined in read(tmp_path, page).text


COUNTED = ("one", "two", "three")


def numbered(sign, *, count=3, y=30):
    """Pages that differ, with a sign at the foot."""
    return [
        [*flow(f"This is part {COUNTED[n]} of it.", SAID), at(280, y, sign(n))]
        for n in range(count)
    ]


@pytest.mark.parametrize(
    "pages",
    [
        numbered(lambda n: f"{n + 1}"),
        numbered(lambda n: f"- {n + 1} -", count=1),
        numbered(lambda n: f"Page {n + 4} of 90", count=2),
        numbered(lambda n: "Ministry review, November 2024"),
        numbered(lambda n: "Ministry review, November 2024", y=810),
        numbered(lambda n: f"Chapter 2 of 9 | {n + 17}"),
    ],
)
def test_what_stands_at_the_edge_of_each_page_is_left_out(tmp_path, pages):
    text = read(tmp_path, *pages).text
    assert "part one of it." in text
    for words in ("Page", "Ministry", "Chapter", "- 1 -"):
        assert words not in text
    assert not any(line.strip().isdigit() for line in text.split("\n"))


@pytest.mark.parametrize(
    "pages",
    [
        numbered(lambda n: "abc"[n] * 9 + " said so."),
        numbered(lambda n: f"In {2019 + 2 * n} it was so."),
        numbered(lambda n: "He said so.", y=400),
        [flow(f"It happened {n} times.", SAID, FURTHER, SAID) for n in (5, 9, 1)],
    ],
    ids=["differs", "no page number", "middle", "no gap"],
)
def test_what_only_looks_like_it_stays(tmp_path, pages):
    kept = read(tmp_path, *pages).text.replace("\n\n", " ")
    for page in pages:
        assert " ".join(line[4] for line in page[-2:]) in kept or page[-1][4] in kept
        assert page[0][4] in kept


def test_signs_of_a_list_make_items(tmp_path):
    page = [*flow(SAID), at(70, 700, "• More talks"), at(70, 688, "• In spring")]
    found = read(tmp_path, page)
    assert shapes(found)[1:] == [("item", None, "More talks"), ("item", None, "In spring")]


@pytest.mark.parametrize(
    ("said", "title"),
    [
        ({"Title": "The talks end"}, "The talks end"),
        ({"Title": "Microsoft Word - talks"}, None),
        ({"Title": "talks final.pdf"}, None),
        ({"Title": "untitled"}, None),
        ({}, None),
    ],
)
def test_a_title_of_the_file_counts_where_it_is_one(tmp_path, said, title):
    assert read(tmp_path, flow(SAID, FURTHER), **said).title == title


@pytest.mark.parametrize(
    ("words", "made", "published", "published_from"),
    [
        (SAID, "D:20241122103000+01'00'", date(2024, 11, 22), "file"),
        (SAID, "D:20241399", None, None),
        (SAID, "yesterday", None, None),
        (
            f"LONDON, 20 November 2024 -- {SAID}",
            "D:20241122103000",
            date(2024, 11, 20),
            "dateline",
        ),
    ],
)
def test_the_day_it_was_made_counts_where_no_other_is_told(
    tmp_path, words, made, published, published_from
):
    found = read(tmp_path, flow(words), CreationDate=made)
    assert (found.published, found.published_from) == (published, published_from)


WHOLE = pdf(flow(SAID))
_LOCK = b"<< /Filter /Standard /V 1 /R 2 /P -4 /O (%s) /U (%s) >>" % (b"o" * 32, b"u" * 32)
LOCKED = WHOLE.replace(b"/Root 1 0 R", b"/Root 1 0 R /ID [(a) (b)] /Encrypt %s" % _LOCK)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"<html><p>Please log in.</p></html>", "It is no PDF file, whatever it is called"),
        (b"%PDF-1.7", "It is no PDF file, whatever it is called"),
        (WHOLE[: len(WHOLE) // 4], "It is no PDF file, whatever it is called"),
        (b"\0" * 1000, "It is no PDF file, whatever it is called"),
        (LOCKED, "It is locked with a password; save a copy without one."),
        (pdf([]), "It holds pictures of pages, but no text"),
        (pdf(), "It is no PDF file, whatever it is called, or it is broken"),
        (pdf([at(70, 700, "  ")]), "It holds pictures of pages, but no text"),
    ],
    ids=["page", "beginning", "cut", "zeros", "locked", "blank", "none", "space"],
)
def test_a_file_that_is_not_as_it_should_be(tmp_path, content, reason):
    with pytest.raises(UnreadableError, match=reason) as caught:
        read_document(saved(tmp_path, content))
    assert caught.value.reason.endswith(".")


def test_a_broken_table_of_contents_is_mended(tmp_path):
    spoiled = WHOLE.replace(b"xref\n0", b"xxxx\n9")
    assert read_document(saved(tmp_path, spoiled)).text == SAID


def test_a_broken_page_is_left_out(tmp_path):
    content = pdf(flow(SAID), flow(FURTHER)).replace(b"/Kids [6 0 R", b"/Kids [99 0 R")
    found = read_document(saved(tmp_path, content))
    assert found.text == FURTHER
    assert found.faults == ("Page 1 is broken and left out.",)


@pytest.mark.parametrize(
    "line",
    [
        at(70, 700, "He said so.", size=0),
        at(70, 700, "He said so.", size=-10),
        at(1e30, -1e30, "He said so.", size=1e30),
        at(70, 700, "\x01\x02"),
        at(70, 700, "-"),
        at(70, 700, "• "),
    ],
)
def test_letters_of_no_size_or_place_harm_nothing(tmp_path, line):
    found = read(tmp_path, [line, *flow(SAID, top=600)], [line])
    assert SAID in found.text


def test_no_more_pages_are_read_than_an_article_has(tmp_path):
    content = pdf(flow(SAID), flow(FURTHER), flow("And so on."))
    lines, _, faults = read_pages(content, tmp_path, most=2)
    assert {line.page for line in lines} == {0, 1}
    assert faults == ("Only its first 2 of 3 pages are read.",)


def bomb(drawing, times):
    """A page that draws the same again and again, and is small on the disk."""
    stream = zlib.compress(drawing * times)
    start, end = WHOLE.index(b"<< /Length"), WHOLE.index(b"endstream")
    head = b"<< /Filter /FlateDecode /Length %d >>\nstream\n" % len(stream)
    return WHOLE[:start] + head + stream + b"\n" + WHOLE[end:]


@pytest.mark.skipif(sys.platform != "linux", reason="other systems limit no process's memory")
def test_a_file_that_takes_too_much_memory_is_given_up(tmp_path):
    content = bomb(b"q ", 8 << 20)  # pdfium takes 80 bytes for each of these bytes
    assert len(content) < 50_000
    with pytest.raises(UnreadableError, match="more memory or time than any article"):
        read_pages(content, tmp_path, memory=1 << 29)
    assert read_pages(WHOLE, tmp_path).lines


def test_a_file_that_takes_too_long_is_given_up(tmp_path):
    content = bomb(b"BT (word) Tj ET ", 1 << 20)
    with pytest.raises(UnreadableError, match="more memory or time than any article"):
        read_pages(content, tmp_path, seconds=0.05)
    assert read_pages(WHOLE, tmp_path).lines


def test_where_no_process_can_be_started_a_file_is_read_here(tmp_path, monkeypatch):
    def call(*_):
        raise NoWorkerError

    monkeypatch.setattr(WorkerProcess, "call", call)
    assert read(tmp_path, flow(SAID)).text == SAID


def test_without_the_extra_a_sentence_says_what_to_install(tmp_path, monkeypatch):
    monkeypatch.delitem(sys.modules, "briefing.reading.pdf_pages", raising=False)
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    with pytest.raises(UnreadableError) as caught:
        read(tmp_path, flow(SAID))
    assert caught.value.reason == (
        "Reading PDF files needs more than is installed: pip install 'briefing[documents]'."
    )


LENGTHS = st.floats(-1e30, 1e30)
LINES = st.lists(
    st.builds(
        Line,
        words=st.text("aB3.-• \ufffe", min_size=1).filter(str.strip),
        page=st.integers(0, 3),
        left=LENGTHS,
        right=LENGTHS,
        bottom=st.sampled_from([10, 22, 400, 412, 800]) | LENGTHS,
        size=st.sampled_from([8, 10, 14]) | LENGTHS,
        bold=st.booleans(),
        height=st.just(842) | LENGTHS,
    ),
    max_size=12,
)


@given(LINES)
def test_no_word_in_the_middle_of_a_page_is_lost_or_made_up(lines):
    letters = "".join(piece.words for piece in make_pieces(lines))
    for sign in "aB3":
        assert letters.count(sign) <= sum(line.words.count(sign) for line in lines)
    middle = [line._replace(bottom=400 - at, height=842) for at, line in enumerate(lines)]
    letters = "".join(piece.words for piece in make_pieces(middle))
    for sign in "aB3":
        assert letters.count(sign) == sum(line.words.count(sign) for line in lines)
