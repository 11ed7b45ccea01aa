"""Keys as people write them, as Textual names them and as the screen shows them."""

import pytest

from briefing.app.keys.naming import parse_keys, show_key, show_keys


@pytest.mark.parametrize(
    ("words", "keys"),
    [
        ("n", ("n",)),
        ("N", ("N",)),
        ("n,ctrl+n", ("n", "ctrl+n")),
        (" n , ctrl+n ", ("n", "ctrl+n")),
        ("n,n", ("n",)),
        ("?", ("question_mark",)),
        ("question_mark", ("question_mark",)),
        ("/", ("slash",)),
        ("+", ("plus",)),
        ("-", ("minus",)),
        ("]", ("right_square_bracket",)),
        ("alt+<", ("alt+less_than_sign",)),
        ("ctrl+@", ("ctrl+@",)),
        ("ctrl+pagedown", ("ctrl+pagedown",)),
        ("shift+f5", ("shift+f5",)),
        ("escape,enter,space,tab", ("escape", "enter", "space", "tab")),
        ("ctrl+alt+x", ("ctrl+alt+x",)),
        ("é", ("é",)),
    ],
)
def test_keys_are_read(words, keys):
    assert parse_keys(words) == keys


@pytest.mark.parametrize(
    "words",
    [
        "",
        " ",
        "n,",
        ",",
        "ctrl",
        "ctrl+",
        "control+n",
        "hyperspace",
        "gg",
        "f99",
        "<any>",
        "n" * 100,
        "\x1b[2J",
        "\x07",
        "a,b,c,d,e,f,g,h,i,j,k",
    ],
)
def test_what_is_no_key_is_said(words):
    with pytest.raises(ValueError, match="key"):
        parse_keys(words)


@pytest.mark.parametrize(
    ("key", "shown"),
    [
        ("question_mark", "?"),
        ("slash", "/"),
        ("minus", "-"),
        ("left_curly_bracket", "{"),
        ("ctrl+n", "ctrl+n"),
        ("alt+less_than_sign", "alt+<"),
        ("pagedown", "PgDn"),
        ("ctrl+pagedown", "ctrl+PgDn"),
        ("escape", "Esc"),
        ("enter", "⏎"),
        ("up", "↑"),
        ("space", "space"),
        ("J", "J"),
    ],
)
def test_a_key_is_written_as_it_is_pressed(key, shown):
    assert show_key(key) == shown


def test_all_keys_of_an_action_stand_beside_each_other():
    assert show_keys(("n", "ctrl+n")) == "n ctrl+n"


def test_two_names_of_one_key_are_written_once():
    assert show_keys(("ctrl+@", "ctrl+space", "v")) == "ctrl+space v"
