"""Every key of ours can be another one: each binding has an id that means one thing."""

import importlib
import pkgutil
import re

import pytest
from textual.app import App
from textual.binding import Binding
from textual.dom import DOMNode
from textual.widgets import Button, Input

import briefing.app
from briefing.app import BriefingApp
from briefing.app.keys.catalogue import PANES, bindings_of, declared, declared_by, keys_of

CATALOGUED = {name for pane in PANES for name in pane.classes}


def own_classes():
    """Every widget, screen and app of ours."""
    found = {}
    for module in pkgutil.walk_packages(briefing.app.__path__, "briefing.app."):
        loaded = importlib.import_module(module.name)
        for thing in vars(loaded).values():
            ours = getattr(thing, "__module__", "").startswith("briefing.")
            if ours and isinstance(thing, type) and issubclass(thing, DOMNode):
                found[f"{thing.__module__}:{thing.__qualname__}"] = thing
    return found


CLASSES = own_classes()


@pytest.mark.parametrize("name", sorted(CLASSES))
def test_every_binding_of_ours_has_an_id_and_words(name):
    for binding in CLASSES[name].__dict__.get("BINDINGS", ()):
        assert isinstance(binding, Binding), f"{name}: {binding} has no id"
        assert binding.id, f"{name}: {binding.key} has no id"
        assert re.fullmatch(r"[a-z]+([.-][a-z0-9]+)*", binding.id), binding.id
        assert binding.tooltip or binding.description, f"{binding.id} has no words"


@pytest.mark.parametrize("name", sorted(CLASSES))
def test_no_key_comes_from_a_base_that_gave_it_no_id(name):
    # A text field keeps the keys of every text field, and a button those of every button.
    owner = CLASSES[name]
    if issubclass(owner, Input | Button) or (issubclass(owner, App) and owner is not BriefingApp):
        return
    for key, binding in owner._merge_bindings():
        assert binding.id, f"{name}: {key} ({binding.action}) has no id"


def test_an_id_means_one_thing():
    meant = {}
    for owner in CLASSES.values():
        for binding in bindings_of(owner):
            said = (keys_of(binding), binding.description, binding.tooltip)
            assert meant.setdefault(binding.id, said) == said, binding.id


def test_the_catalogue_has_every_class_with_keys():
    listed = {
        f"{resolved.__module__}:{resolved.__qualname__}"
        for name in CATALOGUED
        for resolved in [pkgutil.resolve_name(f"briefing.app.{name}")]
    }
    with_keys = {
        name for name, owner in CLASSES.items() if bindings_of(owner) and not issubclass(owner, App)
    }
    assert with_keys <= listed, sorted(with_keys - listed)
    for name in CATALOGUED:
        assert declared_by(name), f"{name} has no keys"


def test_what_nobody_has_imported_is_left_out_when_asked():
    assert list(declared(PANES[0], loaded=True))
