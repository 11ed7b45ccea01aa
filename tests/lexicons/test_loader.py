import pytest

from briefing.errors import LexiconError
from briefing.lexicons import load_lexicon, load_words
from briefing.lexicons.loader import check_list


@pytest.mark.parametrize("words", [None, "no", {"no": 1}, ["yes", False], [["no"]], [1]])
def test_words_are_quoted_and_in_a_list(words):
    with pytest.raises(LexiconError, match=r"^a\.yaml: b: must be a list of quoted words$"):
        check_list("a", "b", words)


def test_words_come_in_their_order_and_stay():
    assert check_list("a", "b", ["no", "on", ""]) == ("no", "on", "")


def test_a_word_list_that_is_not_there_is_named():
    with pytest.raises(LexiconError, match=r"^none\.yaml: -: there is no such word list$"):
        load_lexicon("none")


def test_numbers_are_no_words():
    with pytest.raises(LexiconError, match=r"^heading_weights\.yaml: \w+: must be a list"):
        load_words("heading_weights")


def test_what_was_read_can_be_changed_by_nobody():
    with pytest.raises(TypeError):
        load_words("layout")["months"] = ()
