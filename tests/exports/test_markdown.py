from __future__ import annotations

import importlib.util
from datetime import date
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from msgspec.structs import replace
from small import bare_document

from briefing.exports.claims import stands_alone
from briefing.exports.escaping import escape, yaml_value
from briefing.exports.markdown import export_markdown
from briefing.gate import clean
from briefing.library import read_collection
from briefing.model import (
    Attribution,
    Block,
    Caveat,
    Collection,
    DateExpression,
    Document,
    Fact,
    Likelihood,
    Problem,
    Quantity,
    Repeat,
    Section,
    Source,
)
from briefing.spans import Span

ROOT = Path(__file__).parents[2]


def load(path: Path):
    """Load a module that lies outside any package."""
    spec = importlib.util.spec_from_file_location(path.stem, path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


faithful = load(ROOT / "benchmarks" / "faithful.py")

LEAD = "Pilots at the port said that the new quay would probably sink by 2030."
SECOND = "They called it “unsafe”. The port did not respond to 14 questions on Friday."
TEXT = f"{LEAD}\nThe Answer\n{SECOND}\n{LEAD}\n"


def at(words: str, start: int = 0, text: str = TEXT) -> Span:
    begin = text.index(words, start)
    return Span(begin, begin + len(words))


def document(**changes: object) -> Document:
    """Build an article with one fact of each sentence of interest."""
    heading, second = at("The Answer"), at(SECOND)
    again = at(LEAD, 1)
    whole = bare_document(
        TEXT,
        id="0123456789abcdef",
        path="port/quay.txt",
        sha256="ab" * 32,
        blocks=(
            Block(kind="paragraph", span=at(LEAD)),
            Block(kind="heading", level=1, span=heading, section=1),
            Block(kind="paragraph", span=second, section=1),
            Block(kind="paragraph", span=again, section=1),
        ),
        sections=(
            Section(title=None, level=1, span=Span(0, heading.start)),
            Section(title=heading, level=1, span=Span(heading.start, len(TEXT))),
        ),
        sentences=(at(LEAD), at("They called it “unsafe”."), at(SECOND[25:]), again),
        repeats=(Repeat(span=again, of=at(LEAD), kind="exact", run=1),),
        attributions=(
            Attribution(
                source=(at("Pilots at the port"),),
                cue=(at("said"),),
                content=(at("the new quay would probably sink by 2030"),),
                source_kind="unnamed",
            ),
            Attribution(
                source=(at("They"),),
                cue=(at("called"),),
                content=(at("it “unsafe”"),),
                source_kind="pronoun",
                speaker="Pilots at the port",
            ),
        ),
        sources=(
            Source(
                name=at("Pilots at the port"), description=None, named=False, attributions=(0, 1)
            ),
        ),
        quantities=(Quantity(span=at("14"), value=14.0, low=14.0, high=14.0, of=at("questions")),),
        dates=(
            DateExpression(span=at("2030"), value="2030", bound="until"),
            DateExpression(span=at("Friday"), value=None, relative=True, resolved=False),
        ),
        caveats=(
            Caveat(
                kind="unnamed_source", span=at("Pilots at the port"), scope="fact", explanation="-"
            ),
            Caveat(
                kind="hedged",
                span=at("probably"),
                scope="fact",
                explanation="-",
                likelihood=Likelihood(term="likely", low=55, high=80),
            ),
            Caveat(
                kind="no_comment", span=at("did not respond"), scope="document", explanation="-"
            ),
            Caveat(kind="scare_quoted", span=at("“unsafe”"), scope="fact", explanation="-"),
        ),
        facts=(
            fact(1, LEAD, "the new quay would probably sink by 2030", 0, "assessed", (0, 1)),
            fact(2, "They called it “unsafe”.", "it “unsafe”", 1, "reported", (3,)),
            fact(3, SECOND[25:], SECOND[25:-1], None, "stated", ()),
        ),
    )
    return replace(whole, **changes)


def fact(
    number: int,
    sentence: str,
    claim: str,
    attribution: int | None,
    standing: str,
    caveats: tuple[int, ...],
) -> Fact:
    return Fact(
        id=f"0123456789abcdef-{number:02}",
        span=at(sentence),
        section=0 if sentence == LEAD else 1,
        claim=(at(claim),),
        standing=standing,
        reason="-",
        weight=0.5,
        attribution=attribution,
        caveats=caveats,
        quantities=(0,) if number == 3 else (),
        dates=(number // 2,) if number in (1, 3) else (),
    )


def brief(*documents: Document, problems: tuple[Problem, ...] = ()) -> str:
    return export_markdown(Collection(documents=documents, problems=problems))


def test_brief_of_an_article():
    assert brief(document()) == (
        "---\n"
        "title: null\n"
        'path: "port/quay.txt"\n'
        "published: null\n"
        f'sha256: "{"ab" * 32}"\n'
        'generator: "briefing 0.1.0"\n'
        "---\n"
        "\n"
        "# quay.txt\n"
        "\n"
        "> [!WARNING]\n"
        "> **Holds for everything below.**\n"
        "> - *no comment* “did not respond”[^3]\n"
        ">\n"
        "> No day of publication is known: “Friday” is left as written.\n"
        "\n"
        "## Before the first heading\n"
        "\n"
        "- **the new quay would probably sink by 2030**[^1]\n"
        "  - ◆ assessed · Pilots at the port · *source not named* · *less than certain* “probably” "
        "(55–80 %)\n"
        "\n"
        "## The Answer\n"
        "\n"
        "- They called **it “unsafe”**.[^2]\n"
        "  - “ reported · They = Pilots at the port · *somebody’s word* “unsafe”\n"
        "- **The port did not respond to 14 questions on Friday**[^3]\n"
        "  - ● stated · the article\n"
        "\n"
        "## Who says what\n"
        "\n"
        "| source | named | claims |\n"
        "| --- | --- | --- |\n"
        "| Pilots at the port | no | 2 [^1] [^2] |\n"
        "\n"
        "## What nobody has confirmed\n"
        "\n"
        "- The port **did not respond** to 14 questions on Friday.[^3]\n"
        "\n"
        "## Numbers and dates\n"
        "\n"
        "| words | what | value | where |\n"
        "| --- | --- | --- | --- |\n"
        "| 14 | questions | 14 | [^3] |\n"
        "| 2030 | | until 2030 | [^1] |\n"
        "| Friday | | not resolved: no day of publication | [^3] |\n"
        "\n"
        "## Said again\n"
        "\n"
        "- 1 paragraph, “Pilots at the port said that the new quay would probably sink by 2030.”, "
        "stands twice; no word differs.[^4]\n"
        "\n"
        "[^1]: Before the first heading, paragraph 1, characters 29–69.\n"
        "[^2]: The Answer, paragraph 1, characters 94–105.\n"
        "[^3]: The Answer, paragraph 1, characters 107–157.\n"
        "[^4]: The Answer, paragraph 2, characters 159–229.\n"
    )


def test_hidden_facts_are_left_out():
    whole = document()
    hidden = tuple(replace(fact, shown=False) for fact in whole.facts[1:])
    said = brief(replace(whole, facts=(whole.facts[0], *hidden)))
    assert "unsafe" not in said
    assert "| 14 |" not in said
    assert "| Pilots at the port | no | 1 [^1] |" in said


def test_broken_claim_is_shown_around_its_cue():
    text = "The quay, pilots said, would sink."
    claim = (at("The quay", 0, text), at("would sink", 0, text))
    broken = replace(
        document().facts[2],
        span=Span(0, len(text)),
        claim=claim,
        section=0,
        quantities=(),
        dates=(),
    )
    whole = document(text=text, blocks=(), sections=document().sections[:1], repeats=(), sources=())
    said = brief(replace(whole, caveats=(), dates=(), quantities=(), facts=(broken,)))
    assert "- **The quay**, pilots said, **would sink**[^1]\n" in said


@pytest.mark.parametrize(
    "claim", ["“We said", "said no.”", "e “We", "aid no.”H", "‘no.’ He", "s", "."]
)
def test_claim_is_bold_whatever_it_begins_and_ends_with(claim):
    text = "He “We said no.”He ‘no.’ He is."
    found = replace(
        document().facts[2],
        span=Span(0, len(text)),
        claim=(at(claim, 0, text),),
        section=0,
        quantities=(),
        dates=(),
    )
    whole = document(text=text, blocks=(), sections=document().sections[:1], repeats=(), sources=())
    whole = replace(whole, caveats=(), dates=(), quantities=(), facts=(found,))
    [part] = faithful.read_brief(brief(whole))
    assert part.items[0].bold == (claim,)
    assert list(faithful.check_document(part, whole)) == []


def test_summary_holds_the_weightiest_one_of_a_sentence():
    whole = document()
    weights = (0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3)
    spans = [Span(n, n + 1) for n in range(len(weights))]
    facts = [
        replace(whole.facts[2], span=Span(0, 3) if n < 2 else span, claim=(span,), weight=w)
        for n, (w, span) in enumerate(zip(weights, spans, strict=True))
    ]
    said = brief(replace(whole, facts=tuple(facts)))
    short = said.partition("## In short")[2].partition("\n## ")[0]
    assert [f"[^{n}]" for n in (1, 3, 4, 5, 6)] == [
        line[line.index("[^") :] for line in short.splitlines() if line.startswith("- ")
    ]


def test_resolved_day_stands_beside_its_words():
    whole = document(published=date(2024, 11, 22))
    friday = at("Friday")
    days = (whole.dates[0], DateExpression(span=friday, value="2024-11-22", relative=True))
    caveats = (Caveat(kind="relative_date", span=friday, scope="fact", explanation="-"),)
    facts = (replace(whole.facts[2], caveats=(0,)),)
    said = brief(replace(whole, dates=days, caveats=caveats, facts=facts, attributions=()))
    assert "“Friday” = 2024-11-22\n" in said
    assert "No day of publication" not in said
    assert '\npublished: "2024-11-22"\n' in said


@pytest.mark.parametrize(
    ("trigger", "words", "shown"),
    [
        ("on Friday", "Friday", "“on Friday” = 2024-11-22"),
        ("Friday", "on Friday", "“Friday” = 2024-11-22"),
        ("did not", "Friday", "“did not”"),
    ],
)
def test_day_stands_beside_a_trigger_of_more_or_fewer_words(trigger, words, shown):
    day = DateExpression(span=at(words), value="2024-11-22", relative=True)
    caveat = Caveat(kind="relative_date", span=at(trigger), scope="fact", explanation="-")
    facts = (replace(document().facts[2], caveats=(0,), dates=()),)
    said = brief(document(dates=(day,), caveats=(caveat,), facts=facts, attributions=()))
    assert f"{shown}\n" in said


def test_article_without_facts_keeps_its_outline_and_its_notice():
    said = brief(document(facts=(), caveats=(), notices=("Facts are read in English only.",)))
    assert "> [!NOTE]\n> Facts are read in English only.\n" in said
    assert "## Outline\n\n- The Answer\n" in said
    assert "## Said again" in said
    assert "## Who says what" not in said


def test_caveat_of_a_section_holds_below_it_and_not_above():
    text = "Harbour\nIt is shut.\nDredging\nIf funds allow, it will open.\nTown\nIt rains.\n"
    ends = (text.index("Dredging"), text.index("Town"), len(text))
    sections = (
        Section(title=None, level=1, span=Span(0, 0)),
        Section(title=at("Harbour", 0, text), level=2, span=Span(0, ends[1])),
        Section(title=at("Dredging", 0, text), level=3, span=Span(ends[0], ends[1]), parent=1),
        Section(title=at("Town", 0, text), level=2, span=Span(ends[1], ends[2])),
    )
    claims = ("It is shut", "it will open", "It rains")
    facts = tuple(
        replace(
            document().facts[2],
            span=at(words, 0, text),
            claim=(at(words, 0, text),),
            section=number,
            caveats=(),
            quantities=(),
            dates=(),
        )
        for number, words in enumerate(claims, start=1)
    )

    def holding(trigger: str) -> list[bool]:
        span = at(trigger, 0, text)
        caveat = Caveat(kind="conditional", span=span, scope="section", explanation="-")
        whole = replace(document(), text=text, blocks=(), repeats=(), sources=(), quantities=())
        whole = replace(whole, sections=sections, caveats=(caveat,), dates=(), facts=facts)
        parts = brief(whole).split("\n## ")
        return [
            "Holds for this section" in part
            for part in parts
            if part.startswith(("Harbour", "Dredging", "Town"))
        ]

    assert holding("If funds allow") == [False, True, False]
    assert holding("shut") == [True, True, False]


def test_outline_nests_by_what_holds_what_not_by_levels():
    levels = [(None, 1, None), ("Harbour", 3, None), ("Dredging", 6, 1), ("Town", 3, None)]
    text = "Harbour\nDredging\nTown\n"
    sections = tuple(
        Section(
            title=at(title, 0, text) if title else None, level=level, span=Span(0, 0), parent=parent
        )
        for title, level, parent in levels
    )
    said = brief(document(text=text, blocks=(), sections=sections, facts=(), repeats=()))
    assert "## Outline\n\n- Harbour\n  - Dredging\n- Town\n" in said


def test_several_articles_share_one_brief_and_no_footnote():
    said = brief(document(), document(path="b.txt", title="B"))
    parts = list(faithful.read_brief(said))
    assert [part.title for part in parts] == ["quay.txt", "B"]
    assert [list(part.notes) for part in parts] == [list("1234"), list("5678")]
    front = yaml.safe_load(said.split("---\n")[1])
    assert [d["path"] for d in front["documents"]] == ["port/quay.txt", "b.txt"]


def test_what_could_not_be_read_stands_at_the_end():
    problem = Problem(path="a*b*.pdf", error="No reader for it.")
    assert brief(document(), problems=(problem,)).endswith(
        "## Not read\n\n- a\\*b\\*.pdf: No reader for it.\n"
    )
    assert brief(problems=(problem,)) == (
        '---\ngenerator: "briefing 0.1.0"\n---\n\n## Not read\n\n'
        "- a\\*b\\*.pdf: No reader for it.\n"
    )


@pytest.mark.parametrize("paths", [["seeds"], ["seeds/pact.txt"], ["seeds/ferry.md", "none.txt"]])
def test_everything_in_the_brief_of_a_seed_is_the_seeds(paths):
    collection = read_collection(str(ROOT / path) for path in paths)
    assert faithful.check(collection) == []
    assert any(fact.shown for document in collection.documents for fact in document.facts)


def test_what_is_not_faithful_is_found(seeds):
    collection = read_collection([str(seeds / "pact.txt")])
    [whole] = collection.documents
    said = export_markdown(collection)
    first = next(fact for fact in whole.facts if fact.shown)
    words = first.claim[0].of(whole.text)
    for wrong in (
        said.replace(words, words[:-1]),
        said.replace("▲ alleged", "● stated"),
        said.replace("[^2]\n", "[^999]\n"),
        said.replace("source not named", "-"),
    ):
        [part] = faithful.read_brief(wrong)
        assert wrong != said
        assert list(faithful.check_document(part, whole))


def test_brief_is_the_same_each_time(seeds):
    assert export_markdown(read_collection([str(seeds)])) == export_markdown(
        read_collection([str(seeds)])
    )


# --- escaping


def rendered(markdown: str) -> str:
    """Return the words that a reader of a rendered line sees."""
    [_, inline, _] = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(markdown)
    assert {child.type for child in inline.children} <= {"text", "softbreak"}
    return "".join(child.content or "\n" for child in inline.children)


HOSTILE = [
    "# no heading",
    "- no item",
    "+ no item",
    "1. no item",
    "12) no item",
    "> no quotation",
    "---",
    "===",
    "*no* _emphasis_ __here__ **either** snake_case",
    "[no](http://link.example) [^1] [bold] ![picture](x.png)",
    "<b>no tag</b> <!-- comment --> &amp; &lt;",
    "`no code` ~~struck~~ a | b | c \\ back\\*slash",
    "    no code block",
    "~~~",
    "```",
    "| a | b |",
    "https://example.com/a_b_c?d=*e*",
    "#hash # alone #",
    "\x1b]0;title\x07 \x9b2J \u202eevil",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_text_comes_out_as_it_was_written(text):
    assert rendered(escape(text)) == " ".join(clean(text).split())


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("4.1%", "4.1%"),
        ("1.24 billion", "1.24 billion"),
        ("2024), 7 May", "2024), 7 May"),
        ("1. The hole", "1\\. The hole"),
        ("12)", "12\\)"),
        ("7.", "7\\."),
        ("-5", "\\-5"),
    ],
)
def test_figures_get_a_backslash_only_where_they_need_one(text, escaped):
    assert escape(text) == escaped


@given(st.text(alphabet=st.sampled_from("a1 .*_[]()<>#|`~&\\!-+=>:\n\t“”^\u202e\x1b")))
def test_any_text_comes_out_as_it_was_written(text):
    if words := " ".join(clean(text).split()):
        assert rendered(escape(text)) == words
        row = (
            MarkdownIt("commonmark")
            .enable("table")
            .parse(f"| x | y |\n| - | - |\n| {escape(text)} | z |")
        )
        cells = [row[i + 1] for i, token in enumerate(row) if token.type == "td_open"]
        assert [cell.content and cell.children[0].content for cell in cells][-1] == "z"


@given(st.text() | st.sampled_from(HOSTILE) | st.none())
def test_front_matter_is_safe_whatever_the_title_is(title):
    said = f"---\ntitle: {yaml_value(title)}\nlast: 1\n---\n"
    assert yaml.safe_load(said.split("\n---\n")[0][4:]) == {
        "title": None if title is None else clean(title),
        "last": 1,
    }


def test_hostile_words_everywhere_steer_nothing():
    evil = "\x1b]0;x\x07 *a* [b](c) <d> | `e` \u202e"
    whole = document(title=evil, path=f"in/{evil}", notices=(evil,))
    said = brief(whole, problems=(Problem(path=evil, error=evil),))
    assert not set("\x1b\x07\u202e") & set(said)
    _, front, body = said.split("---\n", 2)
    assert yaml.safe_load(front)["title"] == clean(evil)
    html = MarkdownIt("commonmark").enable("table").render(body)
    assert "<d>" not in html
    assert "<a " not in html
    assert "<code>" not in html


# --- which claims stand alone


@pytest.mark.parametrize(
    ("marked", "cue", "alone"),
    [
        ("[The board met on Monday].", None, True),
        ("The board said that [it met on Monday].", "said", True),
        ("The board said [it met on Monday].", "said", True),
        ("“[We met on Monday],” the board said.", "said", True),
        ("If it rains, [the match is off].", None, True),
        ("The deal [is a form of payment].", None, False),
        ("They plan [to sell the ferry].", "plan", False),
        ("The North accused the South of [using drones].", "accused", False),
        ("The North accused [the South of using drones].", "accused", False),
        ("He spoke of [rockets].", None, False),
        ("He asked [whether the claim was true].", "asked", False),
        ("He left because [the boat had sunk].", None, True),
    ],
)
def test_claim_that_needs_its_sentence(marked, cue, alone):
    text = marked.replace("[", "").replace("]", "")
    claim = Span(marked.index("["), marked.index("]") - 1)
    said = (
        (Attribution(source=(), cue=(at(cue, 0, text),), content=(claim,), source_kind="none"),)
        if cue
        else ()
    )
    whole = document(text=text, attributions=said)
    found = replace(
        whole.facts[2], span=Span(0, len(text)), claim=(claim,), attribution=0 if cue else None
    )
    assert stands_alone(whole, found) is alone
