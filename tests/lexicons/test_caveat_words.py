import re

import pytest

from briefing.errors import LexiconError
from briefing.facts.caveats.marking import find_in_sentence
from briefing.lexicons import caveat_words
from briefing.lexicons.caveat_words import load_caveats
from briefing.spans import Span

LEXICON = load_caveats()
HOLDS = [(kind, row) for kind, words in LEXICON.items() for row in words.holds]
FAILS = [(kind, row) for kind, words in LEXICON.items() for row in words.fails]


def find(kind, text):
    found = find_in_sentence(text, Span(0, len(text))).triggers
    return [trigger.span.of(text) for trigger in found if trigger.kind == kind]


@pytest.mark.parametrize(("kind", "row"), HOLDS)
def test_sentence_shows_the_caveat_in_the_words_marked(kind, row):
    assert find(kind, re.sub("[<>]", "", row)) == re.findall("<([^<>]+)>", row)


@pytest.mark.parametrize(("kind", "row"), FAILS)
def test_sentence_shows_no_caveat_of_the_kind(kind, row):
    assert find(kind, row) == []


def test_no_pattern_is_listed_twice():
    for words in LEXICON.values():
        written = [p.written for p in (*words.triggers, *words.unless, *words.document)]
        assert len(written) == len(set(written))


def test_every_term_can_be_found():
    """A likelihood hangs on words that some trigger finds whole."""
    for term in LEXICON["hedged"].terms:
        assert any(
            (match := pattern.expression.match(term)) and match["t"] == term
            for pattern in LEXICON["hedged"].triggers
        ), term


ENTRY = {"explanation": "Said.", "holds": [], "fails": []}


@pytest.mark.parametrize(
    ("change", "key"),
    [
        ({"explanation": ["Said."]}, "explanation"),
        ({"holds": None}, "holds"),
        ({"fails": [True]}, "fails"),
        ({"triggers": "may"}, "triggers"),
        ({"triggers": ["(may"]}, "triggers"),
        ({"unless": ["{nobody}"]}, "unless"),
        ({"trigger": ["may"]}, "trigger"),
        ({"terms": [{"term": "likely"}]}, "terms"),
        ({"terms": "likely"}, "terms"),
    ],
)
def test_mistake_is_named_with_file_and_key(monkeypatch, change, key):
    monkeypatch.setattr(caveat_words, "load_lexicon", lambda name: {**ENTRY, **change})
    with pytest.raises(LexiconError) as caught:
        caveat_words._read_kind("hedged", {})
    assert (caught.value.file, caught.value.key) == ("caveats/hedged.yaml", key)


def test_missing_key_is_named(monkeypatch):
    monkeypatch.setattr(caveat_words, "load_lexicon", lambda name: {"explanation": "Said."})
    with pytest.raises(LexiconError, match="holds: is missing"):
        caveat_words._read_kind("hedged", {})
