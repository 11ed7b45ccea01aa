"""Mails, by the standard library: what was written, and what the header says of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from email.message import EmailMessage
from email.utils import parseaddr, parsedate_tz
from pathlib import Path

from briefing.errors import UnreadableError
from briefing.reading.article import Article
from briefing.reading.composing import Run
from briefing.reading.decoding import Decoded, declared_encoding, decode, has_mark
from briefing.reading.mail_parts import (
    field_of,
    find_body,
    parse_mail,
    payload_of,
    type_of,
)
from briefing.reading.metadata import parse_language, parse_url, tidy
from briefing.reading.opening import (
    LONG_LINE,
    MANY_TAGS,
    MAX_TAGS,
    has_long_line,
    has_long_passage,
)
from briefing.reading.page import Piece
from briefing.reading.plain import read_plain
from briefing.reading.whole import compose_whole

_MAX_NESTS = 200
"""Parts that hold parts; each line is compared with the borders of all that are open."""
_MANY_NESTS = f"It has more than {_MAX_NESTS} parts that hold parts, so it is hardly a mail."
_LOCKED = "It is an encrypted mail; decrypt it in your mail program, and save it from there."
_NO_BODY = "It is a mail without a text."
_ONLY_ATTACHED = "It is a mail with attachments and without a text; save these to read them."
_SIGNATURE_MARK = "-- "


def read_mail(content: bytes, path: Path) -> Article:
    """Turn a saved mail into an article: its subject, and its text, plain or HTML.

    Raises:
        UnreadableError: It is encrypted, has no text, or is larger or deeper than any mail.
    """
    if has_mark(content):
        content = decode(content).text.encode("utf-8", "replace")
    if content.lower().count(b"multipart/") > _MAX_NESTS:
        raise UnreadableError(path, _MANY_NESTS)
    try:
        message = parse_mail(content)
        body = find_body(message)
    except RecursionError as error:
        raise UnreadableError(path, _MANY_NESTS) from error
    texts = [_decode_part(part, path) for part in body.parts]
    pieces = [
        piece
        for part, decoded in zip(body.parts, texts, strict=True)
        for piece in _pieces(part, decoded.text)
    ]
    if not any(piece.words.strip() for piece in pieces):
        reason = _ONLY_ATTACHED if body.attached else _NO_BODY
        raise UnreadableError(path, _LOCKED if body.locked else reason)
    return replace(
        compose_whole(pieces, tidy(field_of(message, "subject"))),
        published=_day(field_of(message, "date")),
        publisher=_sender(message),
        url=parse_url(field_of(message, "archived-at").strip("<>")),
        language=parse_language(field_of(message, "content-language")),
        encoding=texts[0].encoding,
        notices=_notices(body.attached),
        faults=tuple(text.fault for text in texts if text.fault),
    )


def _decode_part(part: EmailMessage, path: Path) -> Decoded:
    """Decode a part, by what the mail says or, of HTML, what the page says."""
    payload = payload_of(part)
    markup = type_of(part) == "text/html"
    declared = part.get_param("charset")
    inner = declared_encoding(payload) if markup else None
    decoded = decode(payload, declared if isinstance(declared, str) else inner, mail=True)
    if markup and decoded.text.count("<") > MAX_TAGS:
        raise UnreadableError(path, MANY_TAGS)
    if (has_long_passage if markup else has_long_line)(decoded.text):
        raise UnreadableError(path, LONG_LINE)
    return decoded


def _pieces(part: EmailMessage, text: str) -> list[Piece]:
    if type_of(part) == "text/html":
        from briefing.reading.tags import read_page  # lxml: many mails are plain

        return list(read_page(text).pieces)
    flowed = str(part.get_param("format", "")).lower() == "flowed"
    article = read_plain(_unfold(text) if flowed else text)
    return [
        Piece(
            "heading" if block.kind == "title" else block.kind,
            (Run(block.span.of(article.text)),),
            level=1 if block.kind == "title" else block.level,
            depth=block.depth,
        )
        for block in article.blocks
    ]


def _unfold(text: str) -> str:
    """Join lines that end in a space (RFC 3676), each paragraph to one line."""
    lines: list[str] = []
    open_line = False
    for line in text.split("\n"):
        words = line.removeprefix(" ")
        if open_line and not words.startswith(">") and line != _SIGNATURE_MARK:
            lines[-1] += words
        else:
            lines.append(words)
        open_line = line.endswith(" ") and line != _SIGNATURE_MARK
    return "\n".join(lines)


def _day(words: str) -> date | None:
    """Read the day as the sender wrote it, in the sender's time zone."""
    try:
        parts = parsedate_tz(words)
        return date(*parts[:3]) if parts is not None else None
    except (ValueError, IndexError, OverflowError):
        return None


def _sender(message: EmailMessage) -> str | None:
    name, address = parseaddr(field_of(message, "from"))
    return tidy(name) or tidy(address) or None


def _notices(attached: int) -> tuple[str, ...]:
    if not attached:
        return ()
    return (
        "1 attachment is not read." if attached == 1 else f"{attached:,} attachments are not read.",
    )
