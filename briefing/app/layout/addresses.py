"""Addresses: where they stand in a plain text, and which of them may be opened."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import urljoin, urlsplit

from briefing.gate import clean
from briefing.spans import Span

_ADDRESS = re.compile(
    r"(?<![\w@/.])(?:https?://|www\.)[^\s<>\"“”„«»\\^`{|}]{1,2000}", re.IGNORECASE
)
# Nearly every row of a text has none of these, and to look for them takes no time.
_SIGNS = ("://", "www.", "WWW.", "Www.")
_NEVER_LAST = frozenset(".,;:!?'’…*_~")
_BRACKETS = {")": "(", "]": "[", "}": "{", "）": "（"}

_WEB = ("http", "https")
_SPOOFING = re.compile(r"[\s\\]")

UNKNOWN = "Only addresses of the web and of mail are opened."
UNREADABLE = "This is no address that can be read."
NOT_SHOWN = "It holds characters that are not shown, so it is not opened."
POSES = "It puts another name before its host, so it is not opened."
BESIDE = "It leads to a file beside the article, which is not opened."


class Address(NamedTuple):
    """Where a link leads."""

    shown: str
    """In full, cleaned; a host in letters other than ASCII as the network writes it."""
    url: str | None
    """What a browser is given; None for what is never opened."""
    reason: str = ""
    """Why it is not opened."""


def find_addresses(text: str, start: int, end: int) -> Iterator[Span]:
    """Find the addresses of a plain text; the time it takes grows with the text alone.

    A full stop behind an address is not part of it, nor is a bracket that was opened before it.
    """
    if all(text.find(sign, start, end) < 0 for sign in _SIGNS):
        return
    for match in _ADDRESS.finditer(text, start, end):
        last = _end_of(match[0])
        if last > match[0].find(".") > 0 or "://" in match[0][:last]:
            yield Span(match.start(), match.start() + last)


def _end_of(address: str) -> int:
    end = len(address)
    open_ones = {bracket: address.count(bracket) for bracket in _BRACKETS.values()}
    closed = {bracket: address.count(bracket) for bracket in _BRACKETS}
    while end:
        last = address[end - 1]
        if last in _BRACKETS and closed[last] > open_ones[_BRACKETS[last]]:
            closed[last] -= 1
        elif last not in _NEVER_LAST:
            break
        end -= 1
    return end


def judge_address(url: str, base: str | None = None) -> Address:
    """Say where a link leads, and whether it may be opened.

    Args:
        url: As an article has it: it may be anything.
        base: Address of the article, if known.

    Only http, https and mailto are opened, and only where the whole address is visible: no
    control characters, no white space, nothing that poses as a host. A host that imitates
    another one with letters of another alphabet is shown as the network writes it.
    """
    url = url.strip()
    shown = clean(url)
    if not url.isprintable() or _SPOOFING.search(url) or shown != url:
        return Address(shown, None, NOT_SHOWN)
    if url[:4].lower() == "www.":
        url = f"https://{url}"
    try:
        joined = urljoin(base or "", url)
        parts = urlsplit(joined)
        host = parts.hostname or ""
        _ = parts.port
    except ValueError:
        return Address(shown, None, UNREADABLE)
    scheme = parts.scheme
    if not scheme:
        return Address(clean(joined), None, BESIDE)
    if scheme == "mailto" and parts.path:
        return Address(clean(joined), joined)
    if scheme not in _WEB:
        return Address(clean(joined), None, UNKNOWN)
    if not host:
        return Address(clean(joined), None, UNREADABLE)
    if "@" in parts.netloc:
        return Address(clean(joined), None, POSES)
    return _with_ascii_host(joined, parts.netloc)


def _with_ascii_host(url: str, netloc: str) -> Address:
    """Write a host as the network does, so that a Cyrillic letter in it is seen."""
    if netloc.isascii():
        return Address(clean(url), url)
    try:
        ascii_host = netloc.encode("idna").decode("ascii")
    except UnicodeError:
        return Address(clean(url), None, UNREADABLE)
    before, _, after = url.partition(netloc)
    written = f"{before}{ascii_host}{after}"
    return Address(clean(written), written)
