"""Links and footnotes of a text: where they stand, and where in the text a footnote leads."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import unquote

from briefing.app.layout.addresses import find_addresses
from briefing.model import Document, Link
from briefing.spans import Span

_MARK = re.compile(r"\[\^[^\[\]\s^]{1,40}\]")
_NOTE = ":"
"""Follows the mark that begins a footnote."""
_REACH = 2000
"""Characters on either side of what is looked through, in which an address may go on."""
_NO_SLUG = re.compile(r"[^\w\- ]")


class Target(NamedTuple):
    """Words that lead somewhere."""

    span: Span
    url: str = ""
    """Another page, as the article has it."""
    to: Span | None = None
    """Words of the same text: a footnote, where it is referred to, or a heading."""


def link_spans(document: Document, view: Span) -> tuple[Span, ...]:
    """Give what leads somewhere and shares a character with a stretch of the text.

    Returns:
        Whole links, addresses and footnote marks; sorted, without overlap.
    """
    return tuple(span for span, _ in _find(document, view))


def find_targets(document: Document, view: Span) -> tuple[Target, ...]:
    """Give the links and footnotes that begin in view, with where each leads.

    A mark whose footnote is not in the text is left out.
    """
    targets = (
        _target(document, span, url)
        for span, url in _find(document, view)
        if view.start <= span.start
    )
    return tuple(target for target in targets if target is not None)


def _find(document: Document, view: Span) -> list[tuple[Span, str | None]]:
    """Give all places with their addresses; None for the marks of footnotes."""
    found: list[tuple[Span, str | None]] = []
    for span, url in (*_links(document, view), *_written(document, view)):
        at = bisect_left(found, span, key=lambda place: place[0])
        behind = at == 0 or found[at - 1][0].end <= span.start
        before = at == len(found) or span.end <= found[at][0].start
        if behind and before:
            insort(found, (span, url), key=lambda place: place[0])
    return found


def _links(document: Document, view: Span) -> Iterator[tuple[Span, str]]:
    links = document.links
    first = bisect_right(links, view.start, key=lambda link: link.span.end)
    for number in range(first, len(links)):
        link: Link = links[number]
        if link.span.start >= view.end:
            break
        yield link.span, link.url


def _written(document: Document, view: Span) -> Iterator[tuple[Span, str | None]]:
    """Find addresses and marks that are part of the words."""
    text, blocks = document.text, document.blocks
    first = bisect_right(blocks, view.start, key=lambda block: block.span.end)
    for number in range(first, len(blocks)):
        block = blocks[number].span
        if block.start >= view.end:
            break
        start = max(block.start, view.start - _REACH)
        end = min(block.end, view.end + _REACH)
        places = [(span, span.of(text)) for span in find_addresses(text, start, end)]
        marks = [(Span(*mark.span()), None) for mark in _MARK.finditer(text, start, end)]
        yield from (place for place in (*places, *marks) if place[0].meets(view))


def _target(document: Document, span: Span, url: str | None) -> Target | None:
    if url is None:
        to = _other_end(document, span)
        return None if to is None else Target(span, to=to)
    heading = _heading(document, url[1:]) if url.startswith("#") else None
    return Target(span, url=url, to=heading)


def _other_end(document: Document, mark: Span) -> Span | None:
    """Go from a mark to its footnote, and from the footnote to the first of its marks."""
    text = document.text
    words = mark.of(text)
    begins_note = _begins_note(document, mark)
    at = text.find(words)
    while at >= 0:
        other = Span(at, at + len(words))
        if _begins_note(document, other) != begins_note:
            return other
        at = text.find(words, other.end)
    return None


def _begins_note(document: Document, mark: Span) -> bool:
    """Tell whether a mark stands at the beginning of a line, a colon behind it."""
    text = document.text
    line = text.rfind("\n", 0, mark.start) + 1
    return text.startswith(_NOTE, mark.end) and not text[line : mark.start].strip()


def _heading(document: Document, fragment: str) -> Span | None:
    """Find the heading that a fragment names, as most programs for Markdown make them."""
    wanted = unquote(fragment).lower()
    titles = (block.span for block in document.blocks[:1] if block.kind == "title")
    headings = (section.title for section in document.sections if section.title is not None)
    named = (span for span in (*titles, *headings) if _slug(span.of(document.text)) == wanted)
    return next(named, None)


def _slug(heading: str) -> str:
    return _NO_SLUG.sub("", heading.lower()).replace(" ", "-")
