"""Rebinding loses no other key, and takes none from another action."""

from hypothesis import given
from hypothesis import strategies as st
from textual.binding import Binding, BindingsMap

from briefing.app.keys.keymap import clash, complete

BASE = {"match.next": ("n",), "section.next": ("n",), "find": ("slash",), "quit": ("q", "Q")}


def pressed(owner, keymap):
    """What Textual makes of a class's bindings and the keymap it is told."""
    bindings = BindingsMap([Binding(",".join(keys), id_, id=id_) for id_, keys in owner.items()])
    bindings.apply_keymap({name: ",".join(keys) for name, keys in keymap.items()})
    held = {}
    for key, binding in bindings:
        if binding.id not in held.setdefault(key, []):
            held[key].append(binding.id)
    return held


def wanted(owner, keymap):
    held = {}
    for name, keys in owner.items():
        for key in keymap.get(name, keys):
            held.setdefault(key, []).append(name)
    return held


def test_who_shares_a_key_with_a_rebound_action_keeps_it():
    keymap = {**BASE, "section.next": ("ctrl+n", "n")}
    told = complete(keymap, ["section.next"], [BASE])
    assert told == {"match.next": ("n",), "section.next": ("ctrl+n", "n")}
    assert pressed(BASE, told) == wanted(BASE, keymap)


def test_who_has_the_new_key_by_default_keeps_what_it_has_now():
    keymap = {**BASE, "find": ("Q",), "quit": ("q",)}
    told = complete(keymap, ["find", "quit"], [BASE])
    assert pressed(BASE, told) == {
        "n": ["match.next", "section.next"],
        "Q": ["find"],
        "q": ["quit"],
    }


def test_only_what_changes_is_told():
    assert complete(BASE, [], [BASE]) == {}
    assert set(complete({**BASE, "find": ("F",)}, ["find"], [BASE])) == {"find"}


KEYS = st.lists(st.sampled_from("abcdefgh"), min_size=1, max_size=3, unique=True).map(tuple)
NAMES = st.sampled_from([f"action.{number}" for number in range(8)])
OWNER = st.dictionaries(NAMES, KEYS, min_size=1)


@given(OWNER, st.dictionaries(NAMES, KEYS))
def test_textual_ends_with_exactly_the_keys_that_shall_be(owner, changes):
    changed = {name: keys for name, keys in changes.items() if name in owner}
    keymap = {**owner, **changed}
    told = complete(keymap, changed, [owner])
    made = pressed(owner, told)
    shall = wanted(owner, keymap)
    assert {key: set(names) for key, names in made.items()} == {
        key: set(names) for key, names in shall.items()
    }


def test_a_key_of_another_action_is_a_clash():
    chain = list(BASE)
    assert clash(BASE, {**BASE, "find": ("q",)}, chain, "find") == ("q", "quit")
    assert clash(BASE, {**BASE, "find": ("f",)}, chain, "find") is None
    assert clash(BASE, {**BASE, "find": ("q",), "quit": ("Q",)}, chain, "find") is None


def test_actions_that_share_a_key_from_the_start_may_go_on_doing_so():
    both = {**BASE, "match.next": ("m",), "section.next": ("m",)}
    assert clash(BASE, both, list(BASE), "section.next") is None


def test_keys_of_panes_that_are_never_together_do_not_clash():
    assert clash(BASE, {**BASE, "find": ("q",)}, ["find"], "find") is None
