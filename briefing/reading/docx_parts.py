"""The XML inside a DOCX file, once it is known to be harmless.

A ZIP archive may unpack to a thousand times its size, and XML to a million times by entities
that stand for others. Nothing is unpacked that says it is too large, and nothing is unpacked
beyond what it says; a document type, which alone could declare entities, occurs in no DOCX.
"""

from __future__ import annotations

import zlib
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from typing import NamedTuple
from xml.parsers.expat import ExpatError, ParserCreate
from zipfile import BadZipFile, ZipFile, ZipInfo

from briefing.errors import UnreadableError
from briefing.reading.metadata import tidy

MAX_ELEMENTS = 250_000
"""Of all parts; an article of 10,000 words has 10,000."""

_MAX_UNPACKED = 32 * 1024 * 1024
_MAX_MEMBERS = 10_000
_MAX_DEPTH = 150
_XML = (".xml", ".rels")
_NOT_DOCX = "It is no DOCX file, whatever it is called, or it is broken."
_OLD = (
    "It is an office document from before 2007, or one that is locked with a password; "
    "save it as a DOCX file without one."
)
_LOCKED = "It is locked with a password; save it without one."
_BROKEN = "It is a DOCX file, but its text is broken ({name})."
_LEFT_OUT = "A part of it is broken and left out ({name})."
_MAIN = "document.xml"
_BOMB = (
    f"It unpacks to more than {_MAX_UNPACKED >> 20} MB of text and styles, "
    "so it is hardly an article."
)
_MANY_MEMBERS = f"It holds more than {_MAX_MEMBERS:,} files, so it is hardly an article."
_MANY_ELEMENTS = f"It has more than {MAX_ELEMENTS:,} elements, so it is hardly an article."
_DEEP = f"It is nested more than {_MAX_DEPTH} deep, so it is hardly an article."
_ENTITIES = "It declares a document type, which no DOCX file has, so it is not opened."
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = 1
"""The flag of a member that is."""


class Parts(NamedTuple):
    """What was unpacked."""

    whole: Mapping[str, bytes]
    """Name → XML."""
    faults: tuple[str, ...]
    """Sentences about those that are broken."""


def read_parts(content: bytes, path: Path) -> Parts:
    """Unpack the XML of a DOCX file.

    Raises:
        UnreadableError: It is none, is locked, larger or deeper than any article, or its main
            part is broken.
    """
    if content.startswith(_OLE):
        raise UnreadableError(path, _OLD)
    whole: dict[str, bytes] = {}
    faults: list[str] = []
    elements = 0
    try:
        with ZipFile(BytesIO(content)) as archive:
            for member in _members(archive, path):
                name = tidy(member.filename)
                try:
                    part = archive.read(member)
                    elements += _Scan(path).count(part)
                except (BadZipFile, EOFError, ExpatError, zlib.error) as error:
                    if name.endswith(_MAIN):
                        raise UnreadableError(path, _BROKEN.format(name=name)) from error
                    faults.append(_LEFT_OUT.format(name=name))
                    continue
                if elements > MAX_ELEMENTS:
                    raise UnreadableError(path, _MANY_ELEMENTS)
                whole[member.filename] = part
    except (BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise UnreadableError(path, _NOT_DOCX) from error
    return Parts(whole, tuple(faults))


def _members(archive: ZipFile, path: Path) -> list[ZipInfo]:
    members = archive.infolist()
    if len(members) > _MAX_MEMBERS:
        raise UnreadableError(path, _MANY_MEMBERS)
    xml = [member for member in members if member.filename.lower().endswith(_XML)]
    if any(member.flag_bits & _ENCRYPTED for member in xml):
        raise UnreadableError(path, _LOCKED)
    if sum(member.file_size for member in xml) > _MAX_UNPACKED:
        raise UnreadableError(path, _BOMB)
    return xml


class _Scan:
    """Goes through one part without building anything of it."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._elements = 0
        self._depth = 0

    def count(self, part: bytes) -> int:
        """Count its elements.

        Raises:
            ExpatError: It is no XML.
            UnreadableError: It is none that any DOCX file has.
        """
        parser = ParserCreate(namespace_separator=" ")  # undeclared names are faults, too
        parser.StartDoctypeDeclHandler = self._refuse
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.Parse(part, True)
        return self._elements

    def _refuse(self, *_: object) -> None:
        raise UnreadableError(self._path, _ENTITIES)

    def _start(self, *_: object) -> None:
        self._elements += 1
        self._depth += 1
        if self._depth > _MAX_DEPTH:
            raise UnreadableError(self._path, _DEEP)
        if self._elements > MAX_ELEMENTS:
            raise UnreadableError(self._path, _MANY_ELEMENTS)

    def _end(self, _: str) -> None:
        self._depth -= 1
