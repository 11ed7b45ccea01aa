import re

import pytest

from briefing.lexicons.caveat_words import load_caveats
from briefing.lexicons.patterns import (
    ANY_KEY,
    END_KEY,
    NAME_KEY,
    NUMBER_KEY,
    PatternError,
    read_pattern,
)

CLASSES = {"be": ("is", "are", "was"), "day": ("=Friday", "=Sunday"), "state": ("{be} not",)}


def match(written, text):
    """Return the trigger's words, or None."""
    found = read_pattern(written, CLASSES).expression.match(text)
    return found and found["t"]


@pytest.mark.parametrize(
    ("written", "text", "trigger"),
    [
        ("declined to comment", "Declined  to\ncomment.", "Declined  to\ncomment"),
        ("declined to", "declined tomorrow", None),
        ("won't say", "won’t say", "won’t say"),
        ("(more|less) than", "less than", "less than"),
        ("(more|more than)", "more than", "more than"),
        ("did not [immediately] respond", "did not respond", "did not respond"),
        (
            "did not [immediately] respond",
            "did not immediately respond",
            "did not immediately respond",
        ),
        ("[flatly] denied", "flatly denied", "flatly denied"),
        ("[flatly] denied", "denied", "denied"),
        ("<over> {number}", "over $13,000.", "over"),
        ("<over> {number}", "over the sea", None),
        ("in {year}", "in 1994", "in 1994"),
        ("in {year}", "in 19945", None),
        ("told {name}", "told the Daily Star", None),
        ("told {name}", "told Daily Star reporters", "told Daily Star"),
        ("cited {some} need", "cited a dire need", "cited a dire need"),
        ("cited {some} need", "cited a dire and urgent need", None),
        ("may !(not|never)", "may win", "may"),
        ("may !(not|never)", "may not win", None),
        ("{day} , {year}", "Friday, 1994", "Friday, 1994"),
        ("on {day}", "on friday", None),
        ("{state} known", "was not known", "was not known"),
        ("as absurd", "as “absurd”", "as “absurd"),
        ("=May", "may", None),
    ],
)
def test_pattern_matches_its_trigger(written, text, trigger):
    assert match(written, text) == trigger


@pytest.mark.parametrize(
    ("written", "heads"),
    [
        ("may", {("may", END_KEY)}),
        ("may not", {("may", "not")}),
        ("may [well] (be|have)", {("may", "well"), ("may", "be"), ("may", "have")}),
        ("may [well]", {("may", "well"), ("may", END_KEY)}),
        ("[very] likely", {("very", "likely"), ("likely", END_KEY)}),
        ("over {number} men", {("over", NUMBER_KEY)}),
        ("{number} men", {(NUMBER_KEY, ANY_KEY)}),
        ("told {name}", {("told", NAME_KEY)}),
        ("told {word}", {("told", ANY_KEY)}),
        ("won't say", {("won", ANY_KEY)}),
        ("{be} not", {("is", "not"), ("are", "not"), ("was", "not")}),
        ("Friday , !(the) {year}", {("friday", NUMBER_KEY)}),
    ],
)
def test_heads_are_the_first_two_words(written, heads):
    assert read_pattern(written, CLASSES).heads == heads


def test_beginning_of_a_sentence_is_told():
    assert read_pattern("^ if").initial
    assert not read_pattern("if").initial


@pytest.mark.parametrize(
    ("written", "reason"),
    [
        ("", "nothing"),
        ("[may]", "nothing"),
        ("(may", "expected"),
        ("may)", "no meaning"),
        ("may !", "too early"),
        ("{nobody} said", "no class"),
        ("{word} said", "must begin"),
        (", if", "must begin"),
        ("!may", "must begin"),
        ("may }", "no meaning"),
    ],
)
def test_mistake_is_named_with_the_pattern(written, reason):
    with pytest.raises(PatternError, match=reason) as caught:
        read_pattern(written, CLASSES)
    assert repr(written) in str(caught.value)


def test_class_that_holds_itself_is_a_mistake():
    with pytest.raises(PatternError, match="no class"):
        read_pattern("{loop}", {"loop": ("{loop} on",)})


@pytest.mark.parametrize("unit", ["may ", "not known ", "told Big ", "a ", "“", "1,", "x" * 9])
def test_pattern_costs_no_more_than_its_reach(unit):
    """No match reaches further than a fixed distance, so time grows as the text does."""
    text = unit * 2_000
    for words in load_caveats().values():
        for pattern in (*words.triggers, *words.unless, *words.document):
            found = pattern.expression.match(text)
            assert found is None or found.end() < 2_000


def test_every_list_is_reachable():
    """Each pattern begins with words that a text can hold, in lower case."""
    for words in load_caveats().values():
        for pattern in (*words.triggers, *words.unless, *words.document):
            for first, _ in pattern.heads:
                assert first in (NAME_KEY, NUMBER_KEY) or re.fullmatch(r"[^\W_A-Z]+", first)
