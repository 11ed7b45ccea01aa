from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import fields, replace
from small import bare_document

from briefing.exports.json import export_json, export_schema
from briefing.gate import clean
from briefing.library import read_collection
from briefing.model import (
    Block,
    Change,
    Collection,
    Corroboration,
    Document,
    Problem,
    Quantity,
    Repeat,
    Syndication,
)
from briefing.reading import READERS
from briefing.spans import Span

SEEDS = Path(__file__).parents[2] / "seeds"
LISTS = (
    "blocks",
    "links",
    "sentences",
    "repeats",
    "restatements",
    "attributions",
    "sources",
    "quantities",
    "dates",
    "caveats",
    "facts",
)


@cache
def exported() -> dict[str, Any]:
    return json.loads(export_json(read_collection([str(SEEDS), "none.txt"])))


@cache
def validator() -> jsonschema.Draft202012Validator:
    schema = json.loads(export_schema())
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


def article(text: str, **changes: object) -> Document:
    block = Block(kind="paragraph", span=Span(0, len(text)))
    whole = bare_document(
        text,
        id="0123456789abcdef",
        path="a.txt",
        sha256="ab" * 32,
        blocks=(block,),
    )
    return replace(whole, **changes)


def read(*documents: Document, **rest: object) -> dict[str, Any]:
    said = json.loads(export_json(Collection(documents=documents, **rest)))
    validator().validate(said)
    return said


def test_export_of_the_seeds_keeps_to_the_schema():
    validator().validate(exported())
    assert exported()["format"] == "briefing/1"
    assert exported()["problems"] == [
        {"path": "none.txt", "error": "There is no such file or folder."}
    ]


def test_schema_refuses_what_it_does_not_know():
    wrong = json.loads(json.dumps(exported()))
    wrong["documents"][0]["blocks"][0]["kind"] = "poem"
    with pytest.raises(jsonschema.ValidationError):
        validator().validate(wrong)


@pytest.mark.parametrize("name", sorted(p.name for p in SEEDS.iterdir() if p.suffix in READERS))
def test_every_finding_lies_inside_one_block(name):
    [document] = [d for d in exported()["documents"] if Path(d["path"]).name == name]
    blocks = [(block["start"], block["end"]) for block in document["blocks"]]
    found = [span for key in LISTS for finding in document[key] for span in spans_of(finding)]
    assert found
    for start, end in found:
        assert start < end
        assert any(first <= start and end <= last for first, last in blocks)


def spans_of(value: object) -> list[tuple[int, int]]:
    """Find the offsets in a finding: pairs of numbers, and starts with their ends."""
    if isinstance(value, dict):
        own = [(value["start"], value["end"])] if {"start", "end"} <= value.keys() else []
        inner = [s for key, v in value.items() if key not in _INDEXES for s in spans_of(v)]
        return own + inner
    if isinstance(value, list):
        if len(value) == 2 and all(type(number) is int for number in value):
            return [tuple(value)]
        return [span for item in value for span in spans_of(item)]
    return []


_INDEXES = {"attributions", "quantities", "dates", "caveats", "differs_from"}


@pytest.mark.parametrize("key", ["caveats", "quantities", "dates"])
def test_facts_point_at_what_there_is(key):
    pointed = 0
    for document in exported()["documents"]:
        for fact in document["facts"]:
            pointed += len(fact[key])
            assert all(0 <= number < len(document[key]) for number in fact[key])
            if fact["attribution"] is not None:
                assert fact["attribution"] < len(document["attributions"])
    assert pointed


def test_words_stand_beside_offsets_where_the_interface_says_so():
    text = "Ten people left. Six people left."
    quantity = Quantity(span=Span(0, 3), value=10, of=Span(4, 10))
    change = Change(op="replace", span=Span(17, 20), of=Span(0, 3), substantive=True)
    repeat = Repeat(span=Span(17, 33), of=Span(0, 16), kind="near", changes=(change,), run=1)
    [said] = read(article(text, quantities=(quantity,), repeats=(repeat,)))["documents"]
    assert said["quantities"][0]["of"] == "people"
    assert said["repeats"][0]["of"] == [0, 16]
    assert said["repeats"][0]["changes"] == [
        {
            "op": "replace",
            "start": 17,
            "end": 20,
            "of": [0, 3],
            "text": "Six",
            "was": "Ten",
            "substantive": True,
        }
    ]


def test_collection_level_lists():
    said = read(
        article("A."),
        syndicated=(Syndication(documents=("a", "b"), similarity=0.9),),
        corroborations=(Corroboration(facts=("a-1", "b-1"), relation="updates", reason="-"),),
        problems=(Problem(path="p", error="e"),),
    )
    assert said["syndicated"] == [{"documents": ["a", "b"], "similarity": 0.9}]
    assert said["corroborations"][0]["facts"] == ["a-1", "b-1"]


def test_export_is_the_same_each_time():
    collection = read_collection([str(SEEDS / "ferry.md")])
    assert export_json(collection) == export_json(read_collection([str(SEEDS / "ferry.md")]))


def test_every_field_of_the_model_is_exported_but_faults_and_jumps():
    [said] = read(article("A."))["documents"]
    assert {field.name for field in fields(Document)} - set(said) == {"faults", "jumps"}


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"])))
def test_any_text_comes_back_and_steers_no_terminal(text):
    written = export_json(Collection(documents=(article(text, title=text),)))
    [said] = json.loads(written)["documents"]
    assert (said["text"], said["title"]) == (text, text)
    assert clean(written[:-1]) == written[:-1]


@pytest.mark.parametrize(
    "control", ["\x1b]0;x\x07", "\x9b2J", "\u202e", "\u2028", "\ufeff", "\U000e0041", "\x7f", "\0"]
)
def test_controls_are_escaped(control):
    written = export_json(Collection(documents=(article(f"a{control}b"),)))
    assert clean(written[:-1]) == written[:-1]
    assert json.loads(written)["documents"][0]["text"] == f"a{control}b"
