import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.reading.tags import read_page

PIECES = st.sampled_from(
    [
        *("<p>", "</p>", "<div class='a-b'>", "</div>", "<table>", "<tr>", "<td>", "</table>"),
        *(
            "<ul>",
            "<li>",
            "</ul>",
            "<a href='x'>",
            "</a>",
            "<b>",
            "</b>",
            "<br>",
            "<pre>",
            "</pre>",
        ),
        *("<h2>", "</h2>", "<blockquote>", "</blockquote>", "<script>", "</script>", "<title>"),
        *("</title>", "<meta name='a' content='b'>", "<!--", "-->", "<", ">", "&", "&lt;"),
        *("&#xD800;", "talks", " ", "\n"),
    ]
)


def found(html: str) -> list[tuple[str, str]]:
    return [(piece.kind, piece.words) for piece in read_page(html).pieces]


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>He <i>said</i>\n so.</p>More", [("paragraph", "He said so."), ("paragraph", "More")]),
        ("<h2>Why</h2><p>So.", [("heading", "Why"), ("paragraph", "So.")]),
        ("<ul><li>one<ul><li>two</ul></ul>", [("item", "one"), ("item", "two")]),
        ("<blockquote><p>No.</p></blockquote>", [("quote", "No.")]),
        ("<pre>a\n  b</pre>", [("code", "a\n  b")]),
        ("One<br>two", [("paragraph", "One\ntwo")]),
        ("One<br> <br/>two", [("paragraph", "One"), ("paragraph", "two")]),
        ("<b>Why</b><br>So.", [("paragraph", "Why"), ("paragraph", "So.")]),
        ("<p>A <b>B</b><br>C</p>", [("paragraph", "A B\nC")]),
        ("One<span class='x br'></span>two", [("paragraph", "One\ntwo")]),
        ("<figure><img><figcaption>A ship</figcaption></figure>", [("caption", "A ship")]),
        ("<div class='wp-caption'><p>A ship</p></div>", [("caption", "A ship")]),
        ("<body class='has-captions' hidden><p>So.</p></body>", [("paragraph", "So.")]),
        ("<p>&lt;b&gt; &amp; caf&eacute;</p>", [("paragraph", "<b> & café")]),
        ("<script>x<b>y</b></script><style>p{}</style><p>So.", [("paragraph", "So.")]),
        ("<head><title>T</title></head><body>So.", [("paragraph", "So.")]),
        ("<p hidden>No</p><p style='display: none'>No</p><p>So.", [("paragraph", "So.")]),
        ("<p class='visually-hidden'>No</p><p class='unhidden'>So.", [("paragraph", "So.")]),
        ("<button>Share</button><svg><title>x</title></svg><p>So.", [("paragraph", "So.")]),
        ("<p>One<!-- no --> two</p>", [("paragraph", "One two")]),
        ("just words", [("paragraph", "just words")]),
        ("", []),
        ("<p> </p><p>&nbsp;</p>", []),
    ],
)
def test_pieces_are_what_one_sees(html, expected):
    assert found(html) == expected


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        (
            "<table><tr><th>Year<th>Dead</tr><tr><td><p>2023</p><td>4</tr><tr><td>2024<td></tr></table>",
            [("table", "Year | Dead\n2023 | 4\n2024 | ")],
        ),
        (
            "<table><tr><td><h2>Why</h2><p>So.</p><p>And so.</p></td></tr></table>",
            [("heading", "Why"), ("paragraph", "So."), ("paragraph", "And so.")],
        ),
        (
            "<table><tr><td>One</td></tr><tr><td>Two</td></tr></table>",
            [("paragraph", "One"), ("paragraph", "Two")],
        ),
        (
            "<table><caption>Days lost</caption><tr><td>2023<td>4<tr><td>2024<td>11</table>",
            [("caption", "Days lost"), ("table", "2023 | 4\n2024 | 11")],
        ),
        (
            "<table><tr><td>One<td>Two<tr><td>Three<td>"
            "<table><tr><td>2023<td>4<tr><td>2024<td>11</table></table>",
            [
                *(("paragraph", "One"), ("paragraph", "Two"), ("paragraph", "Three")),
                ("table", "2023 | 4\n2024 | 11"),
            ],
        ),
    ],
)
def test_tables_of_data_are_one_piece(html, expected):
    assert found(html) == expected


def test_a_page_tells_of_itself():
    page = read_page(
        "<html lang=en-GB><head><title> The\n talks </title><base href='https://x.org/'>"
        "<meta property='og:title' content='Talks go on'><meta name=Author content=J>"
        "<meta property='og:title' content='Other'><link rel=canonical href='/talks'>"
        '<script type=\'application/ld+json\'>{"a": "<b>"}</script></head><body><p>So.'
    )
    assert page.title == "The talks"
    assert page.metas == {"og:title": "Talks go on", "author": "J"}
    assert page.data == ('{"a": "<b>"}',)
    assert (page.language, page.canonical, page.base) == ("en-GB", "/talks", "https://x.org/")
    assert [piece.words for piece in page.pieces] == ["So."]


def test_pieces_know_what_is_around_them():
    page = read_page(
        "<body><div class='article-body'><p class=lead-text>One</p><p>Two</p></div>"
        "<div class=newsletterSignup id=box><p>Three</p></div><nav><ul><li>Four"
    )
    one, two, three, four = page.pieces
    assert one.holder is two.holder
    assert one.holder is not three.holder
    assert one.holder.names == "article body"
    assert one.names == "lead text"
    assert three.holder.names == "newsletter Signup box"
    assert four.aside
    assert not three.aside


def test_links_and_bold_are_told():
    [piece] = read_page("<p>See <a href='/a'>the <b>text</b></a>.</p>").pieces
    assert [(run.words, run.url) for run in piece.runs if run.url] == [("the text", "/a")]
    assert not piece.bold
    [piece] = read_page("<p><strong>Why</strong> <b>now</b></p>").pieces
    assert piece.bold


def test_depth_does_not_matter():
    html = "<div>" * 100_000 + "<p>Deep down</p>" + "</div>" * 100_000 + "<p>Above</p>"
    assert found(html) == [("paragraph", "Deep down"), ("paragraph", "Above")]


@given(st.lists(PIECES, max_size=60).map("".join) | st.text())
def test_anything_gives_some_answer(html):
    for piece in read_page(html).pieces:
        assert piece.words.strip()
        piece.words.encode("utf-8")
        assert (piece.level is not None) == (piece.kind == "heading")
        assert (piece.depth is not None) == (piece.kind == "item")


@pytest.mark.parametrize(
    "part", ["<", "<a ", "&amp;", "word<br>", "<b>x", "<td>x", "<!--", "<table><tr><td>x"]
)
def test_time_grows_no_faster_than_the_page(part):
    def taken(times: int) -> float:
        began = time.process_time()
        read_page("<p>" + part * times)
        return time.process_time() - began

    taken(100)
    assert taken(40_000) < 20 * max(taken(5_000), 0.005)
