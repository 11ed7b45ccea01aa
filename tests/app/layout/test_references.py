from datetime import date

import pytest
from msgspec.structs import replace

from briefing.app.layout.references import fact_words, reference
from briefing.exports.markdown import export_markdown
from briefing.gate import CONTROLS
from briefing.model import Collection
from briefing.pipeline import analyse
from briefing.reading import read_document
from briefing.spans import Span

TEXT = """# Port shut after fire

The quay was shut on Monday.

## What is known

Two tugs sank. Officials said the fire was allegedly set on purpose.

Nobody was hurt.
"""


@pytest.fixture
def document(tmp_path):
    path = tmp_path / "port.md"
    path.write_text(TEXT)
    return analyse(read_document(path))


def place(document, words):
    start = document.text.index(words)
    return Span(start, start + len(words))


def test_a_reference_says_all_that_is_known(document):
    known = replace(
        document, title="Port shut", publisher="The Gazette", published=date(2024, 5, 3)
    )
    span = place(known, "Nobody was hurt.")
    assert reference(known, [span]).splitlines() == [
        "Port shut, The Gazette, 2024-05-03",
        f"{known.path} § What is known, paragraph 2, characters {span.start}–{span.end}",
    ]
    online = replace(known, url="https://gazette.example/port")
    assert "\nhttps://gazette.example/port § " in reference(online, [span])


def test_what_is_not_known_is_said_or_left_out(document):
    unknown = replace(document, title=None)
    [first, second] = reference(unknown, [place(unknown, "The quay")]).splitlines()
    assert first == "no day of publication"
    assert second.startswith(f"{document.path} § ")


def test_a_claim_in_two_parts_is_pointed_at_in_both(document):
    parts = [place(document, "Two tugs"), place(document, "set on purpose")]
    assert reference(document, parts).endswith(
        f"characters {parts[0].start}–{parts[0].end}, {parts[1].start}–{parts[1].end}"
    )


def test_the_brief_points_at_a_claim_in_the_same_words(document):
    brief = export_markdown(Collection(documents=(document,)))
    shown = [fact for fact in document.facts if fact.shown]
    assert shown
    for fact in shown:
        where = reference(document, fact.claim).partition(" § ")[2]
        assert f"]: {where}." in brief


def test_a_fact_never_comes_without_what_limits_it(document):
    fact = next(f for f in document.facts if "purpose" in f.claim[-1].of(document.text))
    claim, source, caveats = fact_words(document, fact).splitlines()[:3]
    assert "set on purpose" in claim
    assert source == "alleged · Officials"
    assert "accusation “allegedly”" in caveats
    assert "source not named" in caveats


def test_a_plain_fact_is_two_lines(document):
    fact = next(f for f in document.facts if f.claim[0].of(document.text).startswith("Two tugs"))
    assert fact_words(document, fact) == "Two tugs sank\nstated · the article"


def test_hostile_names_are_cleaned(document):
    hostile = replace(document, title="a\x1b]0;x\x07", publisher="b\u202e", path="c\x9b\n")
    assert not CONTROLS.search(reference(hostile, [place(hostile, "Two")]).replace("\n", ""))
