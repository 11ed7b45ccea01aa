"""Writing the day of publication into a side file, in the midst of what others wrote there."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Protocol

from briefing.errors import OutputError, UnreadableError
from briefing.reading.decoding import decode
from briefing.reading.metadata import (
    DAY_KEYS,
    LEFT_OUT,
    SIDE_SUFFIX,
    Metadata,
    parse_metadata,
    tidy,
)
from briefing.reading.opening import read_bytes

if TYPE_CHECKING:  # takes a while to import
    import yaml


def side_of(path: Path) -> Path:
    """Tell where the side file of a document is written, if it may be.

    Raises:
        OutputError: A link in its place leads to another folder.
    """
    side = path.with_name(path.name + SIDE_SUFFIX)
    if side.is_symlink():
        target = Path(os.path.realpath(side))
        if target.parent != Path(os.path.realpath(path.parent)):
            raise OutputError(f"{_called(side)} is a link that leads elsewhere; nothing is kept.")
        return target
    return side


def read_to_change(side: Path) -> str:
    """Read a side file as it is; one that is not there is empty.

    Raises:
        OutputError: It can't be read.
    """
    if not os.path.lexists(side):
        return ""
    try:
        return decode(read_bytes(side, lines=False)).text
    except UnreadableError as error:
        raise OutputError(f"{_called(side)} can't be changed. {error.reason}") from error


def set_day(text: str, day: date | None, name: str) -> str:
    """Write a day of publication into the text of a side file, or take it out.

    Whatever else is written there, comments and order too, stays as it is.

    Args:
        text: YAML that maps names to values; may be empty.
        day: None takes the day out.
        name: Of the file, for an error.

    Raises:
        OutputError: The file holds something else, or its day can't be changed without harm.
    """
    import yaml

    before = _understood(text, name)
    try:
        changed = _set(text, day) if day is not None else _take_out(text)
    # The parser that tells places is stricter than the one that reads: ">#" is no text to it.
    except (_NotPlainError, yaml.YAMLError) as error:
        raise _only_by_hand(name) from error
    after = parse_metadata(changed, name)
    if after.published != day or _beside(after) != _beside(before):
        raise _only_by_hand(name)
    return changed


def _only_by_hand(name: str) -> OutputError:
    return OutputError(f"{_named(name)} is written in a way that only a person can change.")


def _beside(metadata: Metadata) -> tuple[str | None, ...]:
    return metadata.title, metadata.publisher, metadata.url, metadata.language


class _NotPlainError(Exception):
    """The day is a list or the like."""


class _Pair(NamedTuple):
    """A day's key and value, as places in the text."""

    key: str
    start: int
    value: int
    end: int


class _HasPlace(Protocol):
    """A mark of either of PyYAML's parsers."""

    @property
    def index(self) -> int: ...


class _Mapping(NamedTuple):
    start: int
    flow: bool
    """Whether it stands in braces."""


def _understood(text: str, name: str) -> Metadata:
    """Read it as the reader of documents does, which leaves out what it can't understand."""
    called = _named(name)
    before = parse_metadata(text, called) if text.strip() else Metadata()
    for fault in before.faults:
        if fault.endswith(LEFT_OUT):
            raise OutputError(f"{fault.removesuffix(LEFT_OUT)}mend it first.")
    return before


def _set(text: str, day: date) -> str:
    """Put a day in the place of the one that counts, or before everything else."""
    pairs = list(_pairs(text))
    for key in DAY_KEYS:
        if same := [pair for pair in pairs if pair.key == key]:
            for pair in reversed(same):
                text = _replace(text, pair, day.isoformat())
            return text
    line = f"published: {day.isoformat()}"
    end = "\r\n" if "\r\n" in text else "\n"
    mapping = _mapping(text)
    if mapping is None:
        lines = text.rstrip()
        return f"{lines}{end}{line}{end}" if lines else f"{line}{end}"
    start = mapping.start
    if mapping.flow:
        return f"{text[: start + 1]}{line}, {text[start + 1 :]}"
    indented = text[text.rfind("\n", 0, start) + 1 : start]
    return f"{text[:start]}{line}{end}{indented}{text[start:]}"


def _take_out(text: str) -> str:
    """Take out every day; where something stands beside it, a null is left in its place."""
    mapping = _mapping(text)
    for pair in reversed(list(_pairs(text))):
        begin = text.rfind("\n", 0, pair.start) + 1
        after = text.find("\n", pair.end)
        stop = len(text) if after < 0 else after + 1
        beside = text[begin : pair.start] + text[pair.end : stop]
        if beside.strip() or (mapping is not None and mapping.flow):
            text = _replace(text, pair, "null")
        else:
            text = text[:begin] + text[stop:]
    return text


def _replace(text: str, pair: _Pair, value: str) -> str:
    before, old, behind = text[: pair.value], text[pair.value : pair.end], text[pair.end :]
    # A value of several lines ends with its last line feed.
    line_feed = "\n" if old.endswith("\n") else ""
    space = "" if before.endswith((" ", "\t")) else " "
    return f"{before}{space}{value}{line_feed}{behind}"


def _pairs(text: str) -> Iterator[_Pair]:
    """Yield the days of the top level, in text order.

    Raises:
        _NotPlainError: A value is a list or the like.
    """
    import yaml

    nodes = list(_nodes(text))
    for (key, _), (value, end) in zip(nodes[::2], nodes[1::2], strict=True):
        if not isinstance(key, yaml.ScalarEvent) or _folded(key.value) not in DAY_KEYS:
            continue
        if not isinstance(value, yaml.ScalarEvent):
            raise _NotPlainError
        yield _Pair(_folded(key.value), _place(key.start_mark), _place(value.start_mark), end)


def _nodes(text: str) -> Iterator[tuple[yaml.Event, int]]:
    """Yield the keys and values of the top level in turn, and where each ends."""
    import yaml

    depth = 0
    for event in _events(text):
        depth -= isinstance(event, yaml.CollectionEndEvent)
        if depth == 1 and isinstance(event, yaml.ScalarEvent):
            yield event, _place(event.end_mark)
        elif depth == 1 and isinstance(event, yaml.CollectionStartEvent):
            begun = event
        elif depth == 1 and isinstance(event, yaml.CollectionEndEvent):
            yield begun, _place(event.end_mark)
        depth += isinstance(event, yaml.CollectionStartEvent)


def _events(text: str) -> Iterator[yaml.Event]:
    import yaml

    # The parser that is written in Python, as the other one counts bytes.
    events: Iterator[yaml.Event] = yaml.parse(text, Loader=yaml.SafeLoader)
    return events


def _place(mark: _HasPlace | None) -> int:
    return mark.index if mark is not None else 0


def _folded(key: str) -> str:
    return key.strip().casefold()


def _mapping(text: str) -> _Mapping | None:
    """Find where the pairs of the top level begin."""
    import yaml

    for event in _events(text):
        if isinstance(event, yaml.MappingStartEvent):
            return _Mapping(_place(event.start_mark), bool(event.flow_style))
    return None


def _called(side: Path) -> str:
    return _named(side.name)


def _named(name: str) -> str:
    return f"The side file {tidy(name)}"
