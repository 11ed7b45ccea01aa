import time
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.reading.html import read_html

LONG = (
    "The port authority said on Monday that the ferry talks would go on for another week, although "
    "neither the crews nor the owners had changed what they ask for."
)
SECOND = (
    "Crews have been on strike since the spring, and two islands have had no regular service for "
    "eleven days, according to the mayor of the larger one."
)
THIRD = (
    "A spokeswoman for the owners declined to say how much the strike has cost them so far, or how "
    "long they could go on without the winter timetable."
)


def page(article: str, *, head: str = "") -> str:
    return (
        f"<!DOCTYPE html><html lang='en'><head><title>Ferry talks go on | The Wire</title>{head}"
        "</head><body><header><nav><ul><li><a href='/'>Home</a><li><a href='/n'>News</a></ul></nav>"
        f"</header><main><h1>Ferry talks go on</h1><div class='article-body'>{article}</div></main>"
        "<footer><p>© The Wire. All rights reserved.</p></footer></body></html>"
    )


def blocks(html: str) -> list[tuple[str, str]]:
    article = read_html(html)
    return [(block.kind, block.span.of(article.text)) for block in article.blocks]


def p(*paragraphs: str) -> str:
    return "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)


TITLE = ("title", "Ferry talks go on")
BODY = [("paragraph", LONG), ("paragraph", SECOND), ("paragraph", THIRD)]


def test_the_article_is_cut_out_of_the_page():
    assert blocks(page(p(LONG, SECOND, THIRD))) == [TITLE, *BODY]


def test_headings_keep_their_place_and_level():
    html = page(p(LONG) + "<h2>What the crews want</h2>" + p(SECOND) + "<h3>Costs</h3>" + p(THIRD))
    article = read_html(html)
    headings = [(b.span.of(article.text), b.level) for b in article.blocks if b.kind == "heading"]
    assert headings == [("What the crews want", 2), ("Costs", 3)]


def test_a_short_bold_paragraph_is_a_heading():
    html = page(p(LONG, "<strong>What the crews want</strong>", SECOND, "<b>No.</b>", THIRD))
    assert ("heading", "What the crews want") in blocks(html)
    assert ("heading", "No.") not in blocks(html)


def test_bold_headings_stand_below_marked_ones():
    bold = p("<strong>Costs</strong>", SECOND)
    html = page(p(LONG) + bold + "<h2>What the crews want</h2>" + p(THIRD))
    assert [block.level for block in read_html(html).blocks if block.kind == "heading"] == [3, 2]
    html = page(p(LONG) + bold + p(THIRD))
    assert [block.level for block in read_html(html).blocks if block.kind == "heading"] == [2]


@pytest.mark.parametrize(
    "promotion",
    [
        "<p>READ MORE: <a href='/x'>Ten islands to see before winter</a></p>",
        "<h3>Sign up for our newsletter</h3>",
        "<h2>Most read</h2>",
        "<div class='newsletter-signup'><h3>The Morning Wire</h3><p>News in your inbox.</p></div>",
        "<div class='relatedArticles'><h3><a href='/x'>Islands without bread</a></h3></div>",
        "<p>Follow us on every channel there is for the latest news</p>",
        "<p>Advertisement</p>",
        "<h2>___</h2>",
        "<aside class='factbox'><p>Ferries in numbers: there are eleven of them.</p></aside>",
    ],
)
def test_promotion_is_no_part_of_the_article(promotion):
    assert blocks(page(p(LONG) + promotion + p(SECOND, THIRD))) == [TITLE, *BODY]


def test_an_article_may_stand_in_what_is_called_promotion():
    html = page(f"<div class='promo'>{p(LONG, SECOND)}</div><div class='promo'>{p(THIRD)}</div>")
    assert [words for kind, words in blocks(html) if kind == "paragraph"] == [LONG, SECOND, THIRD]


def test_what_sounds_like_promotion_may_be_news():
    text = (
        "Read more than once, the letter that the owners sent to the crews on Friday seems to "
        "offer two things that nobody had asked for, and to leave out the one that everybody had, "
        "which the mediator called a mistake that could yet be mended before the week is over."
    )
    assert ("paragraph", text) in blocks(page(p(LONG, text, SECOND)))


def test_the_headline_is_not_said_twice():
    html = page(p("Ferry talks go on", LONG, SECOND, THIRD))
    assert blocks(html) == [TITLE, *BODY]


def test_the_summary_above_the_article_is_a_paragraph():
    summary = "Two islands have had no service for eleven days and the winter timetable is open"
    html = page(f"<h2>{summary}</h2>" + p(LONG, SECOND, THIRD))
    assert blocks(html)[:2] == [TITLE, ("paragraph", summary)]


def test_a_caption_is_called_one():
    picture = "<figure><img src=x><figcaption>The ferry in port on Sunday.</figcaption></figure>"
    found = blocks(page(p(LONG) + picture + p(SECOND, THIRD)))
    assert found == [TITLE, BODY[0], ("caption", "The ferry in port on Sunday."), *BODY[1:]]


def test_what_the_article_says_twice_stays():
    tail = "<h2>What the crews want</h2>" + p(SECOND, THIRD)
    found = blocks(page(p(LONG) + tail + tail))
    assert found.count(("paragraph", THIRD)) == 2
    assert found.count(("heading", "What the crews want")) == 2


def test_lists_quotes_and_tables_are_kept():
    html = page(
        p(LONG)
        + "<ul><li>eleven ferries</li><li>two islands</li></ul>"
        + f"<blockquote><p>{SECOND}</p></blockquote>"
        + "<table><tr><th>Year</th><th>Days</th></tr><tr><td>2023</td><td>4</td></tr>"
        "<tr><td>2024</td><td>11</td></tr></table>" + p(THIRD)
    )
    found = blocks(html)
    assert ("item", "two islands") in found
    assert ("quote", SECOND) in found
    assert ("table", "Year | Days\n2023 | 4\n2024 | 11") in found


def test_links_are_whole_addresses():
    html = page(
        p(LONG + " <a href='/letter'>The letter</a> and <a href='#x'>a note</a>.", SECOND, THIRD),
        head="<link rel=canonical href='https://thewire.example/ferry'>",
    )
    article = read_html(html)
    links = [(link.span.of(article.text), link.url) for link in article.links]
    assert links == [("The letter", "https://thewire.example/letter")]


@pytest.mark.parametrize("href", ["#n%201", "https://thewire.example/ferry#n%201", "/ferry#n%201"])
def test_a_note_is_led_to_inside_the_text(href):
    html = page(
        p(LONG + f" <a href='{href}'>1</a> <a href='#gone'>2</a>", SECOND, THIRD)
        + "<p id='n 1'>The harbour office keeps the list of all the islands that are served.</p>",
        head="<link rel=canonical href='https://thewire.example/ferry'>",
    )
    article = read_html(html)
    [jump] = article.jumps
    assert jump.span.of(article.text) == "1"
    assert jump.to.of(article.text).startswith("The harbour office")
    assert article.links == ()


def test_the_page_says_what_it_is():
    article = read_html(
        page(
            p(LONG, SECOND, THIRD),
            head="<meta property='og:site_name' content='The Wire'>"
            "<meta property='article:published_time' content='2024-11-22T08:00:00Z'>"
            "<link rel=canonical href='https://thewire.example/ferry'>",
        )
    )
    assert article.title == "Ferry talks go on"
    assert article.published == date(2024, 11, 22)
    assert article.publisher == "The Wire"
    assert article.url == "https://thewire.example/ferry"
    assert article.language == "en"
    assert article.faults == ()


def test_an_article_in_two_parts_that_look_the_same_is_read_whole():
    part = "<div class='body-part'>{}</div>"
    html = page(
        part.format(p(LONG, SECOND) * 3) + "<div>Advertisement</div>" + part.format(p(THIRD))
    )
    assert ("paragraph", THIRD) in blocks(html)


def test_a_page_without_an_article_is_shown_as_it_is():
    article = read_html("<html><body><nav>Home</nav><p>Closed.</p><p>Come again.</p></body></html>")
    assert "Closed.\n\nCome again." in article.text


@pytest.mark.parametrize(
    "html",
    [
        "<div>" * 100_000 + f"<p>{LONG}</p>" + "</div>" * 100_000,
        f"<p>{LONG}</p>" * 10_000,
        "<p>" + "word " * 400_000,
        f"<p>{LONG}" + "<table><tr><td>" * 10_000,
        "<" * 1_000_000 + f"<p>{LONG}</p>",
        f"<title>{'- ' * 500_000}</title><p>{LONG}</p>",
    ],
    ids=["deep", "many", "long", "tables", "broken", "title"],
)
def test_a_hostile_page_takes_bounded_time(html):
    began = time.process_time()
    article = read_html(html)
    assert time.process_time() - began < 20
    assert article.text


def test_a_page_too_large_to_judge_says_so():
    [fault] = read_html(f"<p>{LONG}</p>" * 10_000).faults
    assert fault.startswith("This page is too large")


@pytest.mark.parametrize(
    "html", ["", " ", "<html></html>", "<!-- -->", "<p></p>", "<title>T</title>"]
)
def test_a_page_without_words_has_no_blocks(html):
    assert read_html(html).blocks == ()


PIECES = st.sampled_from(
    [
        *(f"<p>{LONG}</p>", f"<p>{SECOND}", "<h1>Ferry talks</h1>", "<h2>Why</h2>", "<b>Now</b>"),
        *(
            "<div class='share'>",
            "</div>",
            "<li>one",
            "<table><tr><td>a<td>b<tr><td>c<td>d</table>",
        ),
        *("<a href='/x'>", "</a>", "<blockquote>", "<br>", "&lt;", "<article>", "</article>"),
    ]
)


@settings(max_examples=60)
@given(st.lists(PIECES, max_size=25).map("".join) | st.text())
def test_any_page_gives_blocks_in_order(html):
    article = read_html(html)
    end = 0
    for block in article.blocks:
        assert end <= block.span.start < block.span.end <= len(article.text)
        assert block.span.strip(article.text) == block.span
        assert (block.level is not None) == (block.kind == "heading")
        end = block.span.end
    for link in article.links:
        assert any(block.span.covers(link.span) for block in article.blocks)
