"""A fact as two lines of the brief: the claim in the article's words, and what limits it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from briefing.exports.brief_notes import Notes
from briefing.exports.claims import stands_alone, who_says
from briefing.exports.escaping import escape, quote
from briefing.exports.limits import Limit, limits_of
from briefing.model import Document, Fact
from briefing.spans import Span
from briefing.words import STANDINGS

_CONTEXT = 240
"""Characters of a sentence shown on each side of a claim; the rest is left out, with dots."""
_DOTS = "…"
_TRAILING = " ,;:–—"
_CLOSING = re.compile(r"[.,!?…]?”")


def fact_lines(document: Document, fact: Fact, notes: Notes) -> Iterator[str]:
    """Write one fact as a list item and an item below it."""
    yield f"- {claim_words(document, fact)}{notes.at(fact.claim)}"
    standing = f"{STANDINGS[fact.standing].glyph} {fact.standing}"
    limits = map(limit_words, limits_of(document, fact))
    yield f"  - {' · '.join((standing, source_words(document, fact), *limits))}"


def claim_words(document: Document, fact: Fact) -> str:
    """Write a claim in bold; inside its sentence where it can't stand alone."""
    whole = Span(fact.claim[0].start, fact.claim[-1].end)
    if not stands_alone(document, fact):
        whole = Span(min(whole.start, fact.span.start), max(whole.end, fact.span.end))
    return in_context(document.text, fact.claim, whole)


def in_context(text: str, bold: Sequence[Span], whole: Span) -> str:
    """Write a stretch of text, some words of it in bold, what is far from them left out."""
    end = _close_quotation(text, whole)
    pieces: list[str] = []
    at = whole.start
    for span in bold:
        pieces.append(_context(text, Span(at, span.start), first=not pieces))
        pieces.append(escape(span.of(text)))
        at = span.end
    pieces.append(_context(text, Span(at, end), last=True))
    return _set_in_bold(pieces).strip()


def source_words(document: Document, fact: Fact) -> str:
    """Say whose claim it is, and whom a short form stands for."""
    said = who_says(document, fact)
    words = escape(said.words.rstrip(_TRAILING))
    return f"{words} = {escape(said.speaker)}" if said.speaker else words


def limit_words(limit: Limit) -> str:
    """Write a caveat in plain words, with the words that trigger it."""
    trigger = "" if limit.trigger is None else f" {quote(limit.trigger)}"
    return f"*{limit.name}*{trigger}{limit.meaning}"


def _set_in_bold(pieces: list[str]) -> str:
    """Join words, each second of them in bold.

    Asterisks between a letter and a mark, as in ``"**M`` or ``x**"``, are no emphasis to
    CommonMark (rules 5 and 6 of 0.31): such a letter is written as its number, a mark too.
    """
    joined = pieces[0]
    for bold, rest in zip(pieces[1::2], pieces[2::2], strict=True):
        after = rest
        if joined[-1:].isalnum() and not bold[:1].isalnum():
            joined = f"{joined[:-1]}&#{ord(joined[-1])};"
        if after[:1].isalnum() and not bold[-1:].isalnum():
            after = f"&#{ord(after[0])};{after[1:]}"
        joined += f"**{bold}**{after}"
    return joined


def _close_quotation(text: str, span: Span) -> int:
    """Take in the mark that closes a quotation, where the one that opens it is shown."""
    shown = span.of(text)
    if shown.rfind("“") > shown.rfind("”") and (closing := _CLOSING.match(text, span.end)):
        return closing.end()
    return span.end


def _context(text: str, span: Span, *, first: bool = False, last: bool = False) -> str:
    """Write the words beside a claim; dots for what would be too much of them."""
    words = span.of(text)
    if len(words) <= _CONTEXT:
        return _spaced(words)
    if first:
        return f"{_DOTS} {_spaced(words[-_CONTEXT:].partition(' ')[2])}"
    if last:
        return f"{_spaced(words[:_CONTEXT].rpartition(' ')[0])} {_DOTS}"
    half = _CONTEXT // 2
    head, tail = words[:half].rpartition(" ")[0], words[-half:].partition(" ")[2]
    return f"{_spaced(head)} {_DOTS} {_spaced(tail)}"


def _spaced(words: str) -> str:
    """Escape words that others follow on one line, with the white space at their ends."""
    if not words.strip():
        return " " if words else ""
    before = " " if words[0].isspace() else ""
    after = " " if words[-1].isspace() else ""
    return f"{before}{escape(words)}{after}"
