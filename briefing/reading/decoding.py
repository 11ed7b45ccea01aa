"""Bytes to text."""

from __future__ import annotations

from typing import NamedTuple


class Decoded(NamedTuple):
    """Text, and how it was got."""

    text: str
    encoding: str
    """The codec's name, as Python spells it."""
    fault: str | None
    """Why some characters are replaced; None where all are whole."""


def decode(content: bytes) -> Decoded:
    """Turn a file into text; the byte-order mark goes, CR and CRLF become LF."""
    text = content.decode("utf-8", "replace")
    return Decoded(text.replace("\r\n", "\n").replace("\r", "\n"), "utf-8", None)
