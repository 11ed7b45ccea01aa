"""Decoders of msgspec: each is made once, and one thread at a time learns a type.

Two threads that learn the same type at the same time end the process: msgspec hands out what it
knows of a type before it knows all of it. So a decoder is asked for here, and no type is given to
``msgspec.json.decode`` and its like where there may be a second thread.
"""

from __future__ import annotations

from functools import cache
from threading import Lock
from typing import Any

import msgspec

_LEARNING = Lock()
"""For all types: one may hold another."""


@cache
def msgpack_decoder(kind: Any) -> msgspec.msgpack.Decoder[Any]:
    """Make a decoder of MessagePack once; it takes a millisecond to learn a type."""
    with _LEARNING:
        return msgspec.msgpack.Decoder(kind)


@cache
def json_decoder(kind: Any) -> msgspec.json.Decoder[Any]:
    """Make a decoder of JSON once."""
    with _LEARNING:
        return msgspec.json.Decoder(kind)
