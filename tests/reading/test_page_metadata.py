import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.reading.page_metadata import cut_site, describe_page, word_key
from briefing.reading.tags import read_page


def page(head: str = "", body: str = "", **data) -> str:
    script = f"<script type='application/ld+json'>{json.dumps(data)}</script>" if data else ""
    return f"<html><head>{head}{script}</head><body>{body}</body></html>"


def describe(head: str = "", body: str = "", **data):
    return describe_page(read_page(page(head, body, **data)))


NEWS = {"@type": "NewsArticle", "headline": "Ferry talks go on in the north"}


@pytest.mark.parametrize(
    ("head", "body", "data", "title"),
    [
        ("<title>Ferry talks go on | The Wire</title>", "", {}, "Ferry talks go on"),
        (
            "<title>Ferry talks go on</title>",
            "<h1>Ferry talks go on in the north</h1>",
            {},
            "Ferry talks go on in the north",
        ),
        ("<title>Ferry talks go on</title>", "<h1>The Wire</h1>", {}, "Ferry talks go on"),
        (
            "<title>Ferry talks go on</title>",
            "<h1>Log in</h1><h1>Ferry talks to go on</h1>",
            {},
            "Ferry talks to go on",
        ),
        ("<meta property='og:title' content='Ferry &amp;amp; talks'>", "", {}, "Ferry & talks"),
        ("<title>The Wire</title>", "", NEWS, "Ferry talks go on in the north"),
        ("", "<h1>Ferry talks</h1>", {}, "Ferry talks"),
        # Three words it one way, two the other.
        (
            "<title>Ferry talks go on in the north | The Wire</title>"
            "<meta property='og:title' content='You won’t believe these ferry talks'>",
            "<h1>Ferry talks go on in the north</h1>",
            NEWS,
            "Ferry talks go on in the north",
        ),
        # Two word it one way, two the other: what is shared counts.
        (
            "<title>Talks about ferries: what they say | The Wire</title>"
            "<meta property='og:title' content='Ferry talks go on, and on'>"
            "<meta name='twitter:title' content='Ferry talks go on, and on'>",
            "<h1>Ferry talks go on in the north</h1>",
            NEWS,
            "Ferry talks go on, and on",
        ),
        ("", "<p>Nothing said.</p>", {}, None),
    ],
)
def test_the_title_is_the_headline(head, body, data, title):
    assert describe(head, body, **data).title == title


@pytest.mark.parametrize(
    ("title", "headline"),
    [
        ("Ferry talks go on | The Wire", "Ferry talks go on"),
        ("Ferry talks go on - The Wire", "Ferry talks go on"),
        ("Ferry talks go on – Europe – The Wire", "Ferry talks go on"),
        ("Ferry talks – what we know so far – The Wire", "Ferry talks – what we know so far"),
        ("Ferry talks go on | Europe | News", "Ferry talks go on"),
        ("Ferry talks go on * The Wire * by Jane Doe", "Ferry talks go on"),
        ("Ferry talks go on - thewire.example", "Ferry talks go on - thewire.example"),
        ("Ferry talks – and strikes – go on", "Ferry talks – and strikes – go on"),
        ("Well-known ferry", "Well-known ferry"),
        ("The Wire - Ferry talks", "The Wire - Ferry talks"),
        ("A | B " * 1000, None),
    ],
)
def test_the_name_of_the_site_is_cut_off(title, headline):
    assert headline in (None, cut_site(title, ["The Wire"]))


@pytest.mark.parametrize(
    ("head", "data", "day"),
    [
        ("", {**NEWS, "datePublished": "2024-11-22T23:00:00-05:00"}, date(2024, 11, 22)),
        ("<meta property='article:published_time' content='2024-11-21'>", {}, date(2024, 11, 21)),
        ("<meta itemprop=datePublished content='2024-11-21T10:00'>", {}, date(2024, 11, 21)),
        (
            "<meta name=date content=yesterday><meta name=pubdate content=20241120>",
            {},
            date(2024, 11, 20),
        ),
        (
            "<meta name=pubdate content=2024-11-19>",
            {**NEWS, "datePublished": "2024-11-22"},
            date(2024, 11, 22),
        ),
        ("<meta name=modified content=2024-11-19>", {"@type": "WebSite"}, None),
        (
            "</head><time>soon</time><time datetime='1h ago'><time datetime=2024-11-18T10:00>",
            {},
            date(2024, 11, 18),
        ),
        ("</head><nav><time datetime=2024-11-18></nav>", {}, None),
        (
            "<meta name=date content=2024-11-19></head><time datetime=2024-11-18>",
            {},
            date(2024, 11, 19),
        ),
        ("<link rel=canonical href='https://x.org/news/2024/11/17/talks'>", {}, date(2024, 11, 17)),
        ("<link rel=canonical href='https://x.org/news/2024/13/17/talks'>", {}, None),
        ("<link rel=canonical href='https://x.org/20240117/12/34'>", {}, None),
    ],
)
def test_the_day_is_the_one_of_publication(head, data, day):
    assert describe(head, **data).published == day


def test_the_article_is_found_among_other_data():
    other = {"@type": "WebSite", "headline": "The Wire"}
    said = describe("", "", **{"@graph": [other, [{"@type": ["Thing", "ReportageNewsArticle"],
        "headline": "Ferry talks", "publisher": [{"name": "The Wire"}], "inLanguage": "en-GB",
        "description": "They go on.", "url": "https://thewire.example/ferry"}]]})  # fmt: skip
    assert said.title == "Ferry talks"
    assert said.publisher == "The Wire"
    assert said.language == "en"
    assert said.url == "https://thewire.example/ferry"
    assert said.descriptions == ("They go on.",)


@pytest.mark.parametrize(
    ("head", "url"),
    [
        ("<link rel=canonical href='https://x.org/a'>", "https://x.org/a"),
        ("<base href='https://x.org'><link rel=canonical href='/a'>", "https://x.org/a"),
        (
            "<link rel=canonical href='javascript:x'><meta property='og:url' content='https://x.org/b'>",
            "https://x.org/b",
        ),
        ("<link rel=canonical href='http://[x'>", None),
        ("", None),
    ],
)
def test_the_address_is_one_of_the_web(head, url):
    assert describe(head).url == url


@pytest.mark.parametrize(
    "script",
    ["{", "[" * 100_000, "null", '"x"', "[1, [2, {}]]", '{"headline": 3}', '{"@type": {}}'],
)
def test_data_that_is_broken_is_passed_by(script):
    head = f"<title>Talks</title><script type='application/ld+json'>{script}</script>"
    assert describe(head).title == "Talks"


VALUES = st.recursive(
    st.none() | st.integers() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                ["@type", "headline", "publisher", "name", "datePublished", "url", "@id"]
            )
            | st.text(max_size=3),
            inner,
            max_size=4,
        )
    ),
    max_leaves=12,
)


@given(VALUES, st.text(max_size=20))
def test_any_data_gives_an_answer(data, title):
    script = json.dumps(data).replace("<", "\\u003c")
    said = describe(f"<title>{title}</title><script type='application/ld+json'>{script}</script>")
    for words in (said.title, said.publisher, said.url, *said.titles, *said.descriptions):
        if words is not None:
            words.encode("utf-8")
            assert "\n" not in words


def test_typography_makes_no_difference():
    assert word_key("“Ferry’s” talks — on!") == word_key('"Ferry\'s" talks - on')
