import pytest

from briefing.app.expressions import find_expression, find_expressions
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


def test_each_of_many_texts_has_matches_of_its_own():
    texts = ["The port.", "", "Ports, and \U0001f6a2 a port\n", "quay", "port"]
    found = find_expressions(texts, Query(words=r"(?s)port.*|\A\w+y", expression=True))
    words = [[m[n].of(text) for n in range(len(m))] for text, m in zip(texts, found, strict=True)]
    # What matches anything goes no further than its text.
    assert words == [["port."], [], ["Ports, and \U0001f6a2 a port\n"], ["quay"], ["port"]]
    # More than a pipe holds, for a process that reads a text only when it is done with another.
    many = find_expressions(["The port. " * 2000] * 100, Query(words="port", expression=True))
    assert {(len(matches), matches.problem) for matches in many} == {(2000, None)}
    broken = find_expressions(texts, Query(words="(", expression=True))
    assert [matches.problem for matches in broken] == ["broken"] * len(texts)
    assert find_expressions([], Query(words="a", expression=True)) == []


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
