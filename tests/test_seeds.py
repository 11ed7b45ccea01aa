import re
from pathlib import Path

import pytest
import yaml

SEEDS = Path(__file__).parents[1] / "seeds"
ENCODINGS = {"budget.txt": "cp1252"}
SIDE_SUFFIX = ".meta.yaml"
NAMES = sorted(p.name for p in SEEDS.glob("[!.]*") if not p.name.endswith(SIDE_SUFFIX))
SIDES = sorted(p.name for p in SEEDS.glob(f"*{SIDE_SUFFIX}"))

HEADINGS = {
    "pact.txt": [
        "A Clandestine Exchange Unveiled",
        "The Putin-Kim Pact",
        "Troops for Technology",
        "Bolstering Air Defences",
        "A One-Way Street?",
        "The Global Fallout",
    ],
    "pact-update.txt": ["What Has Changed", "Missiles in Pyongyang", "Denials", "What Comes Next"],
    "ferry.md": [
        "## What the log says",
        "## “No comment on individual entries”",
        "## Nine days without a boat",
        "## What happens next",
    ],
    "budget.txt": [
        "1. The hole in the accounts",
        "2. Who pays",
        "3. The bank and the “bridge”",
        "4. Thursday’s vote",
    ],
    "reservoir.txt": [
        "A SUMMER OF WARNINGS",
        "WHERE THE WATER WENT",
        "A PIPE THAT WAS NEVER LAID",
        "THE COMING WEEKS",
    ],
    "hafen.de.txt": ["Wer unterschrieben hat", "Was das Amt jetzt prüft"],
}

# Where each kind of caveat can be tried out; the words that show it.
CAVEATS = [
    ("unnamed_source", "pact-update.txt", "A person familiar with the assessment"),
    ("secondhand", "pact-update.txt", "told CNN"),
    ("alleged", "pact.txt", "allege"),
    ("hedged", "budget.txt", "They might. They usually do."),
    ("conditional", "pact.txt", "Were the allegations to be borne out"),
    ("approximate", "pact.txt", "over 13,000 containers"),
    ("undisclosed", "strike.html", "did not say how the figure had been worked out"),
    ("no_comment", "budget.txt", "did not respond to two emails"),
    ("denied", "strike.html", "which Calder denied"),
    ("unverified", "pact-update.txt", "could not be independently verified"),
    ("forecast", "ferry.md", "are expected to decide"),
    ("relative_date", "pact.txt", "last month"),
    ("scare_quoted", "budget.txt", "a so-called “bridge”"),
]


def read(name: str) -> str:
    return (SEEDS / name).read_bytes().decode(ENCODINGS.get(name, "utf-8"))


def words(name: str) -> list[str]:
    text = read(name)
    if name.endswith(".html"):
        text = re.sub(r"<[^>]*>", " ", text.partition("<article")[2].partition("</article>")[0])
    return text.split()


def test_the_seeds_are_there():
    assert NAMES == [
        "budget.txt",
        "ferry.md",
        "hafen.de.txt",
        "pact-update.txt",
        "pact.txt",
        "reservoir.txt",
        "strike-agency.txt",
        "strike.html",
    ]


@pytest.mark.parametrize("name", NAMES)
def test_seed_is_as_long_as_a_real_article(name):
    assert (250 if name == "hafen.de.txt" else 400) <= len(words(name)) <= 1_100


@pytest.mark.parametrize("name", NAMES)
def test_seed_has_the_line_ends_of_its_kind(name):
    content = (SEEDS / name).read_bytes()
    returns, ends = content.count(b"\r\n"), content.count(b"\n")
    assert content.count(b"\r") == returns
    assert returns == (ends if name == "budget.txt" else 0)
    assert not content.startswith(b"\xef\xbb\xbf")


def test_budget_is_windows_1252_and_nothing_else():
    content = (SEEDS / "budget.txt").read_bytes()
    with pytest.raises(UnicodeDecodeError):
        content.decode("utf-8")
    for character in "€“”’–é":
        assert character.encode("cp1252") in content


@pytest.mark.parametrize(("name", "headings"), HEADINGS.items())
def test_headings_stand_on_lines_of_their_own_in_order(name, headings):
    lines = read(name).splitlines()
    at = [lines.index(heading) for heading in headings]
    assert at == sorted(at)


def test_pact_has_neither_title_nor_blank_lines():
    lines = read("pact.txt").splitlines()
    assert all(lines)
    assert lines[0].startswith("Russia has begun")
    assert lines[0].endswith(".")


def test_pact_says_its_tail_twice_from_the_middle_of_a_section():
    lines = read("pact.txt").splitlines()
    begin = lines.index("Troops for Technology") + 2
    tail = lines[begin:21]
    assert lines[21:] == tail
    assert len(tail) == 11
    assert len(set(lines[:21])) == 21
    assert [h for h in HEADINGS["pact.txt"] if h in tail] == HEADINGS["pact.txt"][3:]


def test_reservoir_repeats_a_quote_a_promo_line_and_all_but_a_number():
    paragraphs = read("reservoir.txt").split("\n\n")
    assert sum(p.startswith("“We kept measuring") for p in paragraphs) == 2
    assert sum(p.startswith("Follow our coverage") for p in paragraphs) == 3
    first, second = (p for p in paragraphs if p.startswith("The Tarrant Weir reservoir stood"))
    changed = first.replace("31 per cent", "29 per cent").replace("20 September", "3 October")
    assert first != second == changed


def test_agency_copy_is_lightly_edited():
    ours, theirs = set(words("strike.html")), words("strike-agency.txt")
    shared = sum(word in ours for word in theirs) / len(theirs)
    assert 0.9 < shared < 1
    assert read("strike-agency.txt").startswith("BRENNICK, 12 March 2025 (Agency) — ")
    for number in ("2,400", "7.5", "£9m", "300 jobs", "23 days"):
        assert number in read("strike-agency.txt")
        assert number in read("strike.html")


def test_page_is_whole_and_asks_nobody_for_anything():
    page = read("strike.html")
    for part in ("application/ld+json", "og:title", "<nav", "cookie", "<figcaption", "<blockquote"):
        assert part in page
    assert not re.search(r"""\bsrc=["'](?!data:)""", page)
    assert not re.search(r"@import|url\(|<iframe|rel=\"(?:stylesheet|preload|icon)", page)


def test_markdown_shows_what_markdown_can():
    text = read("ferry.md")
    _, front, body = text.split("---\n", 2)
    assert {"title", "published", "publisher", "url"} <= set(yaml.safe_load(front))
    for mark in ("\n# ", "\n- ", "\n> ", "\n| --- ", "](https://", "[^1]: "):
        assert mark in body


@pytest.mark.parametrize("name", SIDES)
def test_side_file_belongs_to_a_seed_and_says_known_things(name):
    assert name.removesuffix(SIDE_SUFFIX) in NAMES
    said = yaml.safe_load(read(name))
    assert set(said) <= {"title", "published", "publisher", "url", "language"}
    assert re.fullmatch(r"\d{4}-\d\d-\d\d", said["published"])
    assert all(isinstance(value, str) for value in said.values())


@pytest.mark.parametrize(("kind", "name", "trigger"), CAVEATS)
def test_every_kind_of_caveat_can_be_tried_out(kind, name, trigger):
    assert trigger in read(name), kind


@pytest.mark.parametrize("name", NAMES)
def test_invented_addresses_lead_nowhere(name):
    hosts = re.findall(r"https?://([\w.-]+)", read(name))
    assert all(host.endswith(".example") or host == "schema.org" for host in hosts)
