"""The formats there are, as one table."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pkgutil import resolve_name
from types import MappingProxyType

from briefing.model import Collection

FORMATS: Mapping[str, str] = MappingProxyType(
    {
        "markdown": "briefing.exports.markdown:export_markdown",
        "json": "briefing.exports.json:export_json",
    }
)
"""Format → module and function: collection in, text out. Imported on use: msgspec takes a
while to load, and the reader on screen needs none of it."""


def export(collection: Collection, form: str) -> str:
    """Turn a collection into text of the given format.

    Raises:
        KeyError: There is no such format.
    """
    exporter: Callable[[Collection], str] = resolve_name(FORMATS[form])
    return exporter(collection)
