"""The parts of a mail: which of them a person reads, and which are only attached."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from email import message_from_bytes
from email.errors import MessageError
from email.message import EmailMessage
from email.policy import EmailPolicy
from typing import Any, cast

_READ = ("text/html", "text/plain")
_LOCKED = ("multipart/encrypted", "application/pkcs7-mime", "application/x-pkcs7-mime")
_SIGNATURE = "-signature"
_TYPE = re.compile(r"[\w.+-]+/[\w.+-]+")
_MAX_FIELD = 8_000
"""Characters of a field: the parser takes time as the square of it."""
# What email's parser of fields raises where they are not as they should be.
_BROKEN = (
    MessageError,
    ArithmeticError,
    AttributeError,
    LookupError,
    RecursionError,
    TypeError,
    ValueError,
)


@dataclass(slots=True)
class Body:
    """What there is to read in a mail."""

    parts: list[EmailMessage] = field(default_factory=list)
    """In their order; each is text, plain or HTML."""
    attached: int = 0
    """How many parts are not read."""
    locked: bool = False


def parse_mail(content: bytes) -> EmailMessage:
    """Take a mail apart; anything at all is one.

    Raises:
        RecursionError: Parts hold parts beyond any measure.
    """
    message = message_from_bytes(content, policy=_LenientPolicy())
    return cast("EmailMessage", message)


def find_body(message: EmailMessage) -> Body:
    """Choose what is read: of alternatives the HTML, which keeps structure."""
    body = Body()
    _add(message, body)
    return body


def field_of(message: EmailMessage, name: str) -> str:
    """Give a field of the header as words; empty if there is none."""
    return str(message.get(name, "")).strip()


def type_of(part: EmailMessage) -> str:
    """Give the media type of a part: text, if it tells none, or parts that are not there."""
    kind = part.get_content_type().lower()
    hollow = kind.startswith("multipart/") and not part.is_multipart()
    return kind if _TYPE.fullmatch(kind) and not hollow else "text/plain"


def payload_of(part: EmailMessage) -> bytes:
    """Decode what a part was packed in to be sent."""
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


class _LenientPolicy(EmailPolicy):
    """Takes a broken field as it is written, and only the beginning of an endless one."""

    def header_source_parse(self, sourcelines: list[str]) -> tuple[str, str]:
        name, value = super().header_source_parse(sourcelines)
        return name, value[:_MAX_FIELD]

    def header_fetch_parse(self, name: str, value: str) -> Any:
        try:
            return super().header_fetch_parse(name, value)
        except _BROKEN:
            return " ".join(value.split())


def _add(part: EmailMessage, body: Body) -> None:
    kind = type_of(part)
    if kind in _LOCKED:
        body.locked = True
    elif part.is_multipart():
        _add_all(part, kind, body)
    elif kind in _READ and part.get_content_disposition() != "attachment":
        body.parts.append(part)
    elif not kind.endswith(_SIGNATURE) and "content-id" not in part:
        body.attached += 1


def _add_all(part: EmailMessage, kind: str, body: Body) -> None:
    inside = [inner for inner in part.iter_parts() if isinstance(inner, EmailMessage)]
    if kind == "multipart/alternative":
        bodies = [find_body(inner) for inner in inside]
        best = max(bodies, key=_richness, default=Body())
        body.parts += best.parts
        body.attached += best.attached
        body.locked = body.locked or best.locked
        return
    for inner in inside:
        _add(inner, body)


def _richness(body: Body) -> int:
    """Rank an alternative: HTML before plain text before nothing."""
    kinds = {type_of(part) for part in body.parts if payload_of(part).strip()}
    return max((2 - _READ.index(kind) for kind in kinds), default=0)
