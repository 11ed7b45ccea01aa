"""JSON in the machine interface, and the JSON Schema of it."""

from __future__ import annotations

import json
from datetime import date

import msgspec
from msgspec.structs import fields

from briefing import __version__
from briefing.exports import wire
from briefing.gate import CONTROLS
from briefing.model import Change, Collection, Quantity, Section
from briefing.spans import Span


def export_json(collection: Collection) -> str:
    """Write everything as one JSON object, with a line feed behind it."""
    plain = {
        "format": wire.FORMAT,
        "generator": {"name": "briefing", "version": __version__},
        "documents": [_plain(document, document.text) for document in collection.documents],
        "syndicated": _plain(collection.syndicated, ""),
        "corroborations": _plain(collection.corroborations, ""),
        "problems": _plain(collection.problems, ""),
    }
    # Taking it through the types gives the keys their order and checks every value.
    text = msgspec.json.encode(msgspec.convert(plain, wire.Export)).decode("utf-8")
    # JSON may hold controls as they are, but a terminal that is shown the JSON would obey them.
    return CONTROLS.sub(lambda match: json.dumps(match[0])[1:-1], text) + "\n"


def export_schema() -> str:
    """Write the JSON Schema (2020-12) of the export, with a line feed behind it."""
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema"}
    schema |= msgspec.json.schema(wire.Export)
    return json.dumps(schema, indent=2) + "\n"


def _plain(value: object, text: str) -> object:
    """Turn model values into what JSON has; a ``span`` becomes ``start`` and ``end``."""
    match value:
        case Span():
            return list(value)
        case tuple():
            return [_plain(item, text) for item in value]
        case date():
            return value.isoformat()
    if not isinstance(value, msgspec.Struct):
        return value
    plain = {f.name: _plain(getattr(value, f.name), text) for f in fields(value)}
    if isinstance(span := plain.pop("span", None), list):
        plain["start"], plain["end"] = span
    return plain | _words(value, text)


def _words(value: object, text: str) -> dict[str, str]:
    """Cut out words where the interface asks for words beside, or instead of, offsets."""
    match value:
        case Change():
            return {"text": value.span.of(text), "was": value.of.of(text)}
        case Section(title=Span() as title):
            return {"title": title.of(text)}
        case Quantity(of=Span() as counted):
            return {"of": counted.of(text)}
    return {}
