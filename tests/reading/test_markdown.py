from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.reading.markdown import read_markdown

PIECES = st.sampled_from(
    [
        *(
            "# ",
            "## ",
            "- ",
            "1. ",
            "> ",
            "* ",
            "    ",
            "\n",
            "\n\n",
            "---\n",
            "```\n",
            "| a | b |\n",
            "|---|---|\n",
        ),
        *(
            "[",
            "](https://x.org)",
            "![",
            "](x)",
            "**",
            "_",
            "`",
            "~~",
            "<b>",
            "</b>",
            "<div>",
            "<script>",
            "</script>",
        ),
        *(
            "<!--",
            "-->",
            "[^1]",
            "[^1]: ",
            "[a]: /u\n",
            "&amp;",
            "&#0;",
            "\\",
            "title: x\n",
            "talks",
            " ",
            "  \n",
        ),
    ]
)


def kinds(text: str) -> list[tuple[str, str]]:
    article = read_markdown(text)
    return [(block.kind, block.span.of(article.text)) for block in article.blocks]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "# Talks go on\n\nHe *said* so.",
            [("title", "Talks go on"), ("paragraph", "He said so.")],
        ),
        ("He said so.\n\n# Talks", [("paragraph", "He said so."), ("heading", "Talks")]),
        ("## Talks\n# More", [("heading", "Talks"), ("heading", "More")]),
        ("Talks\n=====\n\nWhy\n---\n", [("title", "Talks"), ("heading", "Why")]),
        ("One\ntwo  \nthree\\\nfour", [("paragraph", "One two\nthree\nfour")]),
        ("> He left.\n> > Why?", [("quote", "He left."), ("quote", "Why?")]),
        ("> # Large\n> words", [("quote", "Large"), ("quote", "words")]),
        ("- one\n\n  more\n- two", [("item", "one"), ("paragraph", "more"), ("item", "two")]),
        ("> - one", [("item", "one")]),
        ("- # one", [("item", "one")]),
        ("```py\na = 1\n\nb = 2\n```", [("code", "a = 1\n\nb = 2")]),
        ("    a = 1\n", [("code", "a = 1")]),
        ("a `b  c` d", [("paragraph", "a b c d")]),
        (
            "| a | b |\n|---|--:|\n| **1** |  |\n| [2](https://x.org) | 3 \\| 4 |",
            [("table", "a | b\n1 | \n2 | 3 | 4")],
        ),
        ("![A ship in port](ship.jpg)", [("caption", "A ship in port")]),
        ("![](ship.jpg)", []),
        ("The ![icon](i.png) ship", [("paragraph", "The ship")]),
        ("~~Two~~ three died.", [("paragraph", "Two three died.")]),
        ("A&nbsp;B &lt;b&gt; \\*c\\*", [("paragraph", "A B <b> *c*")]),
        (
            "It rose[^1].\n\n[^1]: Reuters.",
            [("paragraph", "It rose[1]."), ("item", "Reuters.")],
        ),
        ("![A ship](x.png)\n\n# Talks", [("caption", "A ship"), ("title", "Talks")]),
        ("***\n\nEnd", [("paragraph", "End")]),
        ("", []),
    ],
)
def test_blocks_hold_what_a_person_reads(text, expected):
    assert kinds(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He <b>said</b> so.", [("paragraph", "He said so.")]),
        ("One<br>two<br/>three", [("paragraph", "One\ntwo\nthree")]),
        ("He <script>steal('a')</script>said so.", [("paragraph", "He said so.")]),
        ("He <STYLE>p{}</STYLE>said so.", [("paragraph", "He said so.")]),
        ("<script>\nsteal()\n\nmore()\n</script>\n\nHe said so.", [("paragraph", "He said so.")]),
        ("<style>p { color: red }</style>\n", []),
        (
            "<div>\nHe said <i>so</i>.\n</div>\n\nMore.",
            [("paragraph", "He said so."), ("paragraph", "More.")],
        ),
        ("<ul><li>one</li><li>two</li></ul>", [("item", "one"), ("item", "two")]),
        ("<!-- a note\n\nof the editor -->\n\nHe said so.", [("paragraph", "He said so.")]),
        ("3 < 4 and 5 > 4", [("paragraph", "3 < 4 and 5 > 4")]),
    ],
)
def test_only_the_words_of_html_are_kept(text, expected):
    assert kinds(text) == expected


def test_a_script_that_runs_over_blank_lines_stays_hidden():
    text = "<div><script>\nsteal()\n\nmore(1)\n\n</script></div>\n\nHe said so."
    assert kinds(text) == [("paragraph", "He said so.")]


def test_headings_and_items_have_their_depth():
    article = read_markdown("# T\n\n### Why\n\n- a\n  - b\n    1. c\n\n##### How")
    assert [block.level for block in article.blocks if block.kind == "heading"] == [3, 5]
    assert [block.depth for block in article.blocks if block.kind == "item"] == [1, 2, 3]


def test_links_point_at_their_words():
    article = read_markdown(
        "See [the *full* text](https://x.org/a), <https://y.org> and [notes][n].\n\n"
        "| [cell](https://z.org) |\n|---|\n\n[n]: https://n.org 'Notes'\n\n"
        "[bad](javascript:alert(1))"
    )
    links = [(link.span.of(article.text), link.url) for link in article.links]
    assert links == [
        ("the full text", "https://x.org/a"),
        ("https://y.org", "https://y.org"),
        ("notes", "https://n.org"),
        ("cell", "https://z.org"),
    ]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("# Talks go on\n\nHe said so.", "Talks go on"),
        ("---\ntitle: Talks go on\n---\n# Talks go on\n", "Talks go on"),
        ("---\ntitle: Talks\n---\n# Talks go on\n", "Talks"),
        ("---\npublisher: The Wire\n---\n# Talks go on\n", "Talks go on"),
        ("He said so.\n\n# Talks go on\n", None),
    ],
)
def test_the_title_is_what_the_file_says(text, title):
    assert read_markdown(text).title == title


def test_front_matter_is_no_text():
    article = read_markdown(
        "---\ntitle: Talks\ndate: 2024-11-22\npublisher: The Wire\nurl: https://x.org/a\n"
        "language: en-GB\ntags: [a, b]\n---\n\nHe said so.\n"
    )
    assert article.text == "He said so."
    assert article.published == date(2024, 11, 22)
    assert not article.published_from_text
    assert (article.publisher, article.url, article.language) == (
        "The Wire",
        "https://x.org/a",
        "en",
    )
    assert article.faults == ()


@pytest.mark.parametrize(
    ("text", "words", "fault"),
    [
        ("---\ntitle: [\n---\nHe said so.", "He said so.", "is not valid YAML (line 3)"),
        ("---\na: &x 1\nb: *x\n---\nHe said so.", "He said so.", "refers to other parts"),
        ("---\ntitle: Talks\n\nHe said so.", "title: Talks\n\nHe said so.", "no closing line"),
    ],
)
def test_front_matter_that_is_no_use_is_told(text, words, fault):
    article = read_markdown(text)
    assert article.text == words
    assert fault in article.faults[0]


@pytest.mark.parametrize(
    "text",
    [
        "---\n\nHe said so.\n\n---\n\nMore.",
        "---\n---\nHe said so.",
        "He said so.\n\n---\na: b\n---\n",
    ],
)
def test_rules_are_no_front_matter(text):
    article = read_markdown(text)
    assert article.faults == ()
    assert "He said so." in article.text


def test_aliases_that_multiply_cost_nothing():
    bomb = "a: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(
        f"{chr(98 + n)}: &{chr(98 + n)} [{','.join(['*' + chr(97 + n)] * 9)}]\n" for n in range(9)
    )
    article = read_markdown(f"---\n{bomb}---\nHe said so.")
    assert article.text == "He said so."
    assert len(article.faults) == 1


@given(st.lists(PIECES, max_size=40).map("".join) | st.text())
def test_any_text_gives_blocks_in_order(text):
    article = read_markdown(text)
    end = 0
    for block in article.blocks:
        assert end <= block.span.start < block.span.end <= len(article.text)
        assert block.span.strip(article.text) == block.span
        assert not article.text[end : block.span.start].strip()
        assert (block.level is not None) == (block.kind == "heading")
        assert (block.depth is not None) == (block.kind == "item")
        end = block.span.end
    assert not article.text[end:].strip()
    for link in article.links:
        assert any(block.span.covers(link.span) for block in article.blocks)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "It rose[^1].\n\n[^1]: Reuters, *today*.\n\n    And more.\n\nIt fell.",
            [
                ("paragraph", "It rose[1]."),
                ("item", "Reuters, today."),
                ("paragraph", "And more."),
                ("paragraph", "It fell."),
            ],
        ),
        (
            "It rose[^a] and fell[^b].\n\n[^a]: Reuters.\n[^b]: The\nministry.",
            [
                ("paragraph", "It rose[a] and fell[b]."),
                ("item", "Reuters."),
                ("item", "The ministry."),
            ],
        ),
        ("It rose[^1].", [("paragraph", "It rose[^1].")]),
        ("It rose[^1].\n\n[^2]: No.", [("paragraph", "It rose[^1]."), ("item", "No.")]),
        ("It rose.\n\n    x = 1", [("paragraph", "It rose."), ("code", "x = 1")]),
        ("`[^1]`\n\n[^1]: Yes.", [("paragraph", "[^1]"), ("item", "Yes.")]),
        (
            "| a | b |\n|---|---|\n| 1[^1] | 2 |\n\n[^1]: Yes.",
            [("table", "a | b\n1[1] | 2"), ("item", "Yes.")],
        ),
    ],
)
def test_notes_stay_where_they_are_written(text, expected):
    found = read_markdown(text)
    assert [(b.kind, b.span.of(found.text)) for b in found.blocks] == expected
    assert found.links == ()


def test_the_sign_of_a_note_leads_to_it():
    found = read_markdown("It rose[^ä_b].\n\n[^ä_b]: Reuters.")
    [jump] = found.jumps
    assert (jump.span.of(found.text), jump.to.of(found.text)) == ("[ä_b]", "Reuters.")


@pytest.mark.parametrize("mark", ["> ", "- ", "1. ", "> - ", "* > "])
@pytest.mark.parametrize("depth", [10, 34, 41, 300, 20_000])
def test_nothing_is_lost_however_deep_it_is_nested(mark, depth):
    text = mark * depth + "It rose.\n\nIt fell."
    found = read_markdown(text)
    assert "It rose." in found.text
    assert found.text.endswith("It fell.")


def test_items_in_items_are_all_kept():
    text = "".join(f"{'  ' * depth}- item {depth}.\n" for depth in range(200))
    found = read_markdown(text + "\nIt fell.")
    assert all(f"item {depth}." in found.text for depth in range(200))
    assert "It fell." in found.text


def test_front_matter_that_is_too_long_is_text():
    found = read_markdown(f"---\ntitle: x\n{'k: v' * 20_000}\n---\n\nIt fell.")
    assert found.text.endswith("It fell.")
    assert found.faults == (
        "The front matter has no closing line of dashes in its first 64 kB; it is read as text.",
    )
