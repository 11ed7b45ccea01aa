"""A document as bytes: its findings stay packed, and each is made when somebody asks for it.

A long article has a million findings. Made all at once they take a gigabyte, and every key waits
while they are read from another process or from the disk.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from itertools import accumulate
from types import MappingProxyType
from typing import Any, Generic, TypeVar, overload

import msgspec
from msgspec.structs import replace

from briefing.decoders import msgpack_decoder
from briefing.model.attribution import Attribution, Source
from briefing.model.caveat import Caveat
from briefing.model.columns import Columns, columns_of
from briefing.model.date import DateExpression
from briefing.model.document import Document
from briefing.model.fact import Fact
from briefing.model.quantity import Quantity
from briefing.model.repeat import Repeat, Restatement
from briefing.model.structure import Block, Jump, Link, Section
from briefing.spans import Span

T = TypeVar("T")

_PACKED: MappingProxyType[str, type] = MappingProxyType(
    {
        "links": Link,
        "jumps": Jump,
        "blocks": Block,
        "sections": Section,
        "sentences": Span,
        "repeats": Repeat,
        "restatements": Restatement,
        "attributions": Attribution,
        "sources": Source,
        "quantities": Quantity,
        "dates": DateExpression,
        "caveats": Caveat,
        "facts": Fact,
    }
)
"""Fields of a document that hold many of one type."""


class Packed(Sequence[T], Generic[T]):
    """Values of one type as the bytes that they were packed to; equal to a tuple of them."""

    __slots__ = ("_data", "_ends", "_type", "columns")

    def __init__(
        self, kind: type[T], ends: array[int], data: bytes, columns: Columns | None = None
    ) -> None:
        """Take over what ``pack`` has made.

        Args:
            kind: Type of the values.
            ends: Offset in ``data`` behind each value.
            data: The values, one behind the other, as MessagePack.
            columns: What has been counted in the document that the values belong to.
        """
        self._type: Any = kind
        self._ends = ends
        self._data = data
        self.columns = columns

    @classmethod
    def of(cls, kind: type[T], values: Sequence[T]) -> Packed[T]:
        """Pack values; those that are packed already stay as they are."""
        if isinstance(values, Packed):
            return values
        encode = msgspec.msgpack.Encoder().encode
        parts = [encode(value) for value in values]
        return cls(kind, array("l", accumulate(map(len, parts))), b"".join(parts))

    def __len__(self) -> int:
        return len(self._ends)

    @overload
    def __getitem__(self, at: int) -> T: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[T, ...]: ...
    def __getitem__(self, at: int | slice) -> T | tuple[T, ...]:
        if isinstance(at, slice):
            return tuple(self[number] for number in range(*at.indices(len(self))))
        if at < 0:
            at += len(self)
        if not 0 <= at < len(self):
            raise IndexError(at)
        start = self._ends[at - 1] if at else 0
        value: T = msgpack_decoder(self._type).decode(self._data[start : self._ends[at]])
        return value

    def __iter__(self) -> Iterator[T]:
        decode = msgpack_decoder(self._type).decode
        start = 0
        for end in self._ends:
            yield decode(self._data[start:end])
            start = end

    def __eq__(self, other: object) -> bool:
        if isinstance(other, Packed):
            return self._type is other._type and self._data == other._data
        return isinstance(other, tuple) and tuple(self) == other

    def __hash__(self) -> int:
        return hash((self._type, self._data))

    def __repr__(self) -> str:
        return f"<{len(self)} × {self._type.__name__}>"


class _Column(msgspec.Struct, array_like=True):
    code: str
    data: bytes


class _Part(msgspec.Struct, array_like=True):
    ends: bytes
    data: bytes


class _Wire(msgspec.Struct, array_like=True):
    head: msgspec.Raw
    """The document without what is packed."""
    parts: dict[str, _Part]
    columns: dict[str, _Column]


def pack(document: Document) -> bytes:
    """Write a document, with its columns counted, as bytes that only this version reads."""
    columns = columns_of(document)
    parts = {}
    for name, kind in _PACKED.items():
        packed = Packed.of(kind, getattr(document, name))
        parts[name] = _Part(packed._ends.tobytes(), packed._data)
    head = replace(document, **dict.fromkeys(_PACKED, ()))
    wire = _Wire(
        msgspec.Raw(msgspec.msgpack.encode(head)),
        parts,
        {name: _column(getattr(columns, name)) for name in Columns.__struct_fields__},
    )
    return msgspec.msgpack.encode(wire)


def unpack(data: bytes) -> Document:
    """Read what ``pack`` has written; no finding is made yet.

    Raises:
        ValueError: The bytes are no packed document, or not of this version.
    """
    try:
        wire: _Wire = msgpack_decoder(_Wire).decode(data)
        head = msgpack_decoder(Document).decode(wire.head)
        columns = Columns(**{name: _read(wire.columns[name]) for name in Columns.__struct_fields__})
        parts: dict[str, Any] = {
            name: _open(kind, wire.parts[name]) for name, kind in _PACKED.items()
        }
    except (msgspec.MsgspecError, KeyError) as error:
        raise ValueError(f"not a packed document: {error}") from error
    facts = parts["facts"]
    if len(facts) != len(columns):
        raise ValueError("not a packed document: facts and columns differ")
    facts.columns = columns
    document: Document = replace(head, **parts)
    return document


def _open(kind: type[T], part: _Part) -> Packed[T]:
    ends = array("l")
    ends.frombytes(part.ends)
    if ends and ends[-1] != len(part.data):
        raise ValueError("not a packed document: a part is cut")
    return Packed(kind, ends, part.data)


def _column(values: array[Any]) -> _Column:
    return _Column(values.typecode, values.tobytes())


def _read(column: _Column) -> array[Any]:
    values: array[Any] = array(column.code)
    values.frombytes(column.data)
    return values
