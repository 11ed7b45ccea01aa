import re

import pytest

from briefing.facts.caveats import find_in_sentence
from briefing.lexicons import load_caveats
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
