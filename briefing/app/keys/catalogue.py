"""Every pane that has keys, in the order of the help.

Classes are named and not imported: most screens are only brought in once somebody opens them.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from textual.binding import Binding
from textual.dom import DOMNode


class Pane(NamedTuple):
    """Where some keys hold."""

    title: str
    classes: tuple[str, ...]
    """Who declares them, the innermost first: ``module:Class``, below ``briefing.app``."""
    below: bool = True
    """The reader's keys are wanted there as well; not so where something else goes on for now."""


READER = Pane("Everywhere", ("screens.reader:ReaderScreen", "keys.keyed_app:KeyedApp"), below=False)
PANES = (
    READER,
    Pane("In the body", ("widgets.body:Body",)),
    Pane("In the facts", ("widgets.fact_list:FactList", "widgets.facts_pane:FactsPane")),
    Pane(
        "In sources and open questions",
        (
            "widgets.source_list:SourceList",
            "widgets.place_list:PlaceList",
            "widgets.facts_pane:FactsPane",
        ),
    ),
    Pane("In the outline", ("widgets.outline_list:OutlineList", "widgets.outline:Outline")),
    Pane("While titles are narrowed", ("widgets.outline_field:OutlineField",)),
    Pane("In the search", ("widgets.search_bar:SearchField", "widgets.search_bar:SearchBar")),
    Pane("While words are selected", ("widgets.select_bar:SelectBar",), False),
    Pane("While a link is chosen", ("widgets.link_bar:LinkBar",), False),
    Pane("In all texts", ("screens.find_all:AllField", "screens.find_all:FindAllScreen"), False),
    Pane("In the filter", ("screens.filter:ChoiceList", "screens.filter:FilterScreen"), False),
    Pane("In the words of the filter", ("screens.filter:WordsField",), False),
    Pane("In the export", ("screens.export:ExportScreen",), False),
    Pane("Where something is opened", ("screens.open:PathField", "screens.open:OpenScreen"), False),
    Pane(
        "Where nothing is open",
        ("widgets.opening_list:OpeningList", "screens.start:StartScreen"),
        False,
    ),
    Pane("In the day of publication", ("screens.day:DayField", "screens.day:DayScreen"), False),
    Pane("In the themes", ("screens.themes:ThemeField", "screens.themes:ThemesScreen"), False),
    Pane("After g", ("screens.go:GoScreen",), False),
    Pane("In the palette", ("screens.palette:Palette",), False),
    Pane(
        "In the help",
        ("screens.help:HelpPage", "screens.help:HelpField", "screens.help:HelpScreen"),
        False,
    ),
)


def declared(pane: Pane, *, loaded: bool = False) -> Iterator[Binding]:
    """Give the bindings of a pane, innermost first, each as it is declared.

    Args:
        pane: Where they hold.
        loaded: Leave out classes that nobody has imported yet.
    """
    for name in pane.classes:
        yield from declared_by(name, loaded=loaded)


def declared_by(name: str, *, loaded: bool = False) -> tuple[Binding, ...]:
    """Give the bindings that a class declares itself; see ``Pane.classes`` for its name."""
    module = f"briefing.app.{name.partition(':')[0]}"
    if loaded and module not in sys.modules:
        return ()
    from pkgutil import resolve_name  # the first text does not wait for it

    return bindings_of(resolve_name(f"briefing.app.{name}"))


@cache
def bindings_of(owner: type[DOMNode]) -> tuple[Binding, ...]:
    """Give the bindings that a class declares itself."""
    own = owner.__dict__.get("BINDINGS", ())
    return tuple(binding for binding in own if isinstance(binding, Binding))


@cache
def bindings_of_all(owner: type[DOMNode]) -> tuple[Binding, ...]:
    """Give the bindings that a class declares, and those that it has from its bases of ours."""
    found: list[Binding] = []
    taken: set[str] = set()
    for cls in owner.__mro__:
        if cls.__module__.startswith("briefing."):
            # Textual leaves a key to the innermost class that has it.
            own = [binding for binding in bindings_of(cls) if not taken >= {*keys_of(binding)}]
            found += own
            taken.update(key for binding in own for key in keys_of(binding))
    return tuple(found)


def keys_of(binding: Binding) -> tuple[str, ...]:
    """Give a binding's keys as Textual names them."""
    return tuple(single.key for single in Binding.make_bindings([binding]))


def default_keys(*, loaded: bool = False) -> Mapping[str, tuple[str, ...]]:
    """Map every binding's id to its keys."""
    return {
        binding.id: keys_of(binding)
        for pane in PANES
        for binding in declared(pane, loaded=loaded)
        if binding.id is not None
    }
