"""What is copied of a fact, and the reference that says where words stand."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from briefing.app.layout.cards import Inked, caveat_words, claim_words, source_words
from briefing.exports.brief_notes import name_place, paragraph_numbers
from briefing.gate import clean
from briefing.model import Document, Fact
from briefing.model.columns import columns_of
from briefing.spans import Span
from briefing.words import CAVEATS, EVERYTHING, NO_DAY


def fact_words(document: Document, fact: Fact) -> str:
    """Write a fact as plain text: its claim, who says it and how firmly, what limits it.

    What limits everything in the document limits this fact, too, and has a line of its own.
    """
    lines = (
        _plain(claim_words(document, fact)),
        f"{fact.standing} · {_plain(source_words(document, fact))}",
        _plain(caveat_words(document, fact)),
        _wide_words(document),
    )
    return "\n".join(line for line in lines if line)


def reference(document: Document, spans: Sequence[Span]) -> str:
    """Say where words stand, as the footnotes of the brief do.

    Args:
        document: That the words are from.
        spans: One or more, in text order.

    Returns:
        A line with title, publisher and day, and a line with address or path, section,
        paragraph and characters.
    """
    day = document.published.isoformat() if document.published else NO_DAY
    names = (document.title, document.publisher, day)
    source = ", ".join(clean(name) for name in names if name)
    place = name_place(document, spans, paragraph_numbers(document), clean)
    return f"{source}\n{clean(document.url or document.path)} § {place}"


def _wide_words(document: Document) -> str:
    wide = (document.caveats[number] for number in columns_of(document).wide)
    said = (f"{CAVEATS[caveat.kind]} “{clean(caveat.span.of(document.text))}”" for caveat in wide)
    words = " · ".join(dict.fromkeys(said))
    return f"{EVERYTHING}: {words}" if words else ""


def _plain(pieces: Iterable[Inked]) -> str:
    return "".join(piece.text for piece in pieces)
