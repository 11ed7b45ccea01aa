"""How somebody likes the reader: theme, panes, widths."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Literal, TypeAlias, get_args

from msgspec import Struct, field

from briefing.app.layout.order import Order, Sort

Hideable: TypeAlias = Literal["outline", "facts"]
PANES: frozenset[Hideable] = frozenset(get_args(Hideable))
_LONGEST = 200
"""Characters of a name."""
_WIDEST = 1000
"""Cells of a pane, in a file that anybody may have written."""


class Choices(Struct, frozen=True, kw_only=True):
    """What the reader chose; each field stands for itself."""

    theme: str | None = None
    hidden: frozenset[Hideable] = frozenset()
    """Panes that are not shown where there is room for them."""
    alone: bool = False
    widths: Mapping[str, int] = field(default_factory=dict)
    """Cells, by pane and breakpoint; see ``layout.widths``."""
    order: Order = "place"
    """Of the facts."""
    sort: Sort = "given"
    """Of the documents."""
    ruler: bool = False
    hinted: bool = False
    """The hint of the first start has been seen."""


def read_choices(content: object) -> Choices:
    """Take what makes sense of a file's content; every other field counts as never chosen."""
    kept = content if isinstance(content, dict) else {}
    found = {name: value for name in _READ if (value := _READ[name](kept.get(name))) is not None}
    return Choices(**found)


def write_choices(choices: Choices, names: frozenset[str]) -> dict[str, object]:
    """Give some fields the form that a file takes."""
    fields = ((name, getattr(choices, name)) for name in sorted(names))
    return {
        name: sorted(value) if isinstance(value, frozenset) else value for name, value in fields
    }


def differing(before: Choices, after: Choices) -> frozenset[str]:
    """Name the fields that are not the same."""
    return frozenset(name for name in _READ if getattr(before, name) != getattr(after, name))


def _name(value: object) -> str | None:
    return value if isinstance(value, str) and 0 < len(value) <= _LONGEST else None


def _flag(value: object) -> bool | None:
    return value if isinstance(value, bool) else None


def _panes(value: object) -> frozenset[Hideable] | None:
    if not isinstance(value, list):
        return None
    return frozenset(pane for pane in get_args(Hideable) if pane in value)


def _widths(value: object) -> dict[str, int] | None:
    if not isinstance(value, dict):
        return None
    return {
        name: cells
        for name, cells in value.items()
        if type(cells) is int and 0 < cells < _WIDEST and len(name) <= _LONGEST
    }


def _order(value: object) -> Order | None:
    return next((order for order in get_args(Order) if order == value), None)


def _sort(value: object) -> Sort | None:
    return next((sort for sort in get_args(Sort) if sort == value), None)


_READ: Mapping[str, Callable[[object], Any]] = {
    "theme": _name,
    "hidden": _panes,
    "alone": _flag,
    "widths": _widths,
    "order": _order,
    "sort": _sort,
    "ruler": _flag,
    "hinted": _flag,
}
