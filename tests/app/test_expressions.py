import pytest

from briefing.app.expressions import find_expression
from briefing.app.layout.searching import Query

TEXT = "The court fined 3 firms.\n\nIt let 12 go, the Court’s clerk said \ud800.\n"


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({"words": r"\d+ \w+"}, ["3 firms", "12 go"]),
        ({"words": "court"}, ["court", "Court"]),
        ({"words": "court", "case": True}, ["court"]),
        ({"words": r"^\w+"}, ["The", "It"]),
        ({"words": "x*"}, []),
        ({"words": "’s"}, ["’s"]),
        ({"words": "\ud800"}, ["\ud800"]),
        ({"words": ""}, []),
    ],
)
def test_an_expression_covers_what_it_matches(query, found):
    matches = find_expression(TEXT, Query(expression=True, **query))
    assert [matches[number].of(TEXT) for number in range(len(matches))] == found
    assert matches.problem is None


@pytest.mark.parametrize("words", ["(", "a{99999999999999999999}", "(?<=a+)b", "(" * 5000, "\\"])
def test_a_broken_expression_is_called_broken(words):
    matches = find_expression(TEXT, Query(words=words, expression=True))
    assert (len(matches), matches.problem) == (0, "broken")


@pytest.mark.parametrize("words", ["(a+)+b", "(a|aa)+$", ".*.*.*x"])
def test_an_expression_that_would_take_for_ever_is_called_slow(words):
    text = ("a" * 5000 + " ") * 20
    matches = find_expression(text, Query(words=words, expression=True), patience=0.1)
    assert (len(matches), matches.problem) == (0, "slow")


def test_an_expression_that_nobody_waits_for_ends():
    asked = []
    query = Query(words="(a+)+b", expression=True)
    find_expression("a" * 5000, query, lambda: not asked.append(1), patience=3600)
    assert asked
