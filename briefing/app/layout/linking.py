"""Links and footnotes of a text: where they stand, and where in the text a footnote leads."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple, TypeVar
from urllib.parse import unquote

from briefing.app.layout.addresses import find_addresses
from briefing.model import Block, Document, Jump, Link
from briefing.spans import Span

_MARK = re.compile(r"\[\^[^\[\]\s^]{1,40}\]")
_NOTE = ":"
"""Follows the mark that begins a footnote."""
_REACH = 2000
"""Characters on either side of what is looked through, in which an address may go on."""
_NO_SLUG = re.compile(r"[^\w\- ]")

_Place = TypeVar("_Place", Block, Jump, Link)


class Target(NamedTuple):
    """Words that lead somewhere."""

    span: Span
    url: str = ""
    """Another page, as the article has it."""
    to: Span | None = None
    """Words of the same text: a footnote, where it is referred to, or a heading."""


def link_spans(document: Document, row: Span, block: Block) -> tuple[Span, ...]:
    """Give what leads somewhere and shares a character with a row of a block.

    Returns:
        Whole links, addresses and footnote marks; sorted, without overlap.
    """
    return tuple(target.span for target in _find(document, row, (block,)))


def find_targets(document: Document, view: Span) -> tuple[Target, ...]:
    """Give the links and footnotes that begin in view, with where each leads.

    A mark whose footnote is not in the text is left out.
    """
    found = _find(document, view, _meeting(document.blocks, view))
    begun = (target for target in found if view.start <= target.span.start)
    targets = (_inside(document, target) for target in begun)
    return tuple(target for target in targets if target.url or target.to is not None)


def target_at(document: Document, offset: int) -> Target | None:
    """Give the link or footnote that a character belongs to, if it leads anywhere."""
    view = Span(offset, offset + 1)
    found = _find(document, view, _meeting(document.blocks, view))
    targets = (_inside(document, target) for target in found)
    return next((target for target in targets if target.url or target.to is not None), None)


def _find(document: Document, view: Span, blocks: Iterable[Block]) -> list[Target]:
    """Give all places in text order; where two overlap, the one that says more of itself."""
    jumps = (Target(jump.span, to=jump.to) for jump in _meeting(document.jumps, view))
    links = (Target(link.span, link.url) for link in _meeting(document.links, view))
    found: list[Target] = []
    for target in (*jumps, *links, *_written(document.text, view, blocks)):
        start, end = target.span
        at = bisect_left(found, start, key=lambda place: place.span.start)
        behind = at == 0 or found[at - 1].span.end <= start
        before = at == len(found) or end <= found[at].span.start
        if behind and before:
            found.insert(at, target)
    return found


def _meeting(places: Sequence[_Place], view: Span) -> Iterator[_Place]:
    """Give those that share a character with a stretch of the text."""
    first = bisect_right(places, view.start, key=lambda place: place.span.end)
    for number in range(first, len(places)):
        place = places[number]
        if place.span.start >= view.end:
            break
        yield place


def _written(text: str, view: Span, blocks: Iterable[Block]) -> Iterator[Target]:
    """Find addresses and marks of footnotes that are part of the words."""
    for block in blocks:
        start = max(block.span.start, view.start - _REACH)
        end = min(block.span.end, view.end + _REACH)
        addresses = (Target(span, span.of(text)) for span in find_addresses(text, start, end))
        marks = (Target(Span(*mark.span())) for mark in _MARK.finditer(text, start, end))
        yield from (target for target in (*addresses, *marks) if target.span.meets(view))


def _inside(document: Document, target: Target) -> Target:
    """Find where in the text a mark leads, or a link to a heading."""
    if target.url.startswith("#"):
        return target._replace(to=_heading(document, target.url[1:]))
    if not target.url and target.to is None:
        return target._replace(to=_other_end(document, target.span))
    return target


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
