"""Word lists that say what each word is worth."""

import pytest

from briefing.errors import LexiconError
from briefing.lexicons.values import load_list, load_names, load_values


def test_values_names_and_lists_are_read():
    assert load_values("numbers", "scales")["million"] == 1e6
    assert load_names("dates", "weekdays")["Tues"] == "2"
    assert "about" in load_names("numbers", "comparators")
    assert "rose" in load_list("numbers", "up")


@pytest.mark.parametrize(
    ("load", "key"),
    [
        (load_values, "up"),
        (load_values, "comparators"),
        (load_values, "nothing"),
        (load_names, "up"),
        (load_names, "small"),
        (load_list, "small"),
        (load_list, "nothing"),
    ],
)
def test_a_wrong_shape_is_named(load, key):
    with pytest.raises(LexiconError, match=key):
        load("numbers", key)


@pytest.mark.parametrize("key", ["currency_behind", "rates", "time", "measures", "currency_before"])
def test_no_unit_is_written_as_another_is(key):
    assert load_names("units", key)
