"""The ledger: everybody who says something in a document, first seen first."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from msgspec.structs import replace

from briefing.facts.attributions.confidence import SURE
from briefing.facts.attributions.source_kinds import kind_of, source_words
from briefing.model import Attribution, Document, Source
from briefing.spans import Span

_WORD = re.compile(r"[^\W_]+(?:[.&'’/-][^\W_]+)*")
_POSSESSIVE = re.compile(r"['’]s$")
# "Shin Won-sik, South Korea's top adviser," and "Ann Lee, a lawyer in Ohio."
_DESCRIPTION = re.compile(r",\s+([^,;:.!?()“”\"—–\n]{3,90})(?=[,.;)—–]|\s*$)")
_PART = re.compile(r"[^,()]+")
_MOST = 90
"""Characters behind a name in which its description must end."""


@dataclass(slots=True)
class _Row:
    name: Span
    description: Span | None
    named: bool
    attributions: list[int] = field(default_factory=list)


def mark_sources(document: Document) -> Document:
    """Add the ledger.

    Attributions without a source, of an unknown "he", or too doubtful to be shown unasked have
    no row.
    """
    rows: dict[str, _Row] = {}
    for index, attribution in enumerate(document.attributions):
        if attribution.confidence < SURE:
            continue
        name = _name_of(document, attribution)
        if name is None:
            continue
        key = _key(name.of(document.text))
        row = rows.get(key)
        if row is None:
            row = rows[key] = _open(document, attribution, name)
        elif row.description is None:
            row.description = _description(document, attribution, name)
        row.attributions.append(index)
    sources = (
        Source(
            name=row.name,
            description=row.description,
            named=row.named,
            attributions=tuple(row.attributions),
        )
        for row in rows.values()
    )
    return replace(document, sources=tuple(sources))


def _name_of(document: Document, attribution: Attribution) -> Span | None:
    """Return where the fullest name or description of a source stands."""
    text = document.text
    if not attribution.source:
        return None
    source = attribution.source[0]
    if attribution.speaker:
        start = text.find(attribution.speaker, 0, source.end)
        if start >= 0:
            return Span(start, start + len(attribution.speaker))
    if attribution.source_kind == "pronoun":
        return None
    parts = _parts(text, source)
    if not parts:
        return source
    # "a spokeswoman, Catriona Lyle,": the name stands behind what she is.
    if kind_of(parts[0].of(text)) == "unnamed" and len(parts) > 1:
        words = parts[1].of(text).split()
        if 1 < len(words) < 5 and all(word[0].isupper() for word in words):
            return parts[1]
    return parts[0]


def _parts(text: str, source: Span) -> list[Span]:
    """Cut a source at commas and brackets."""
    found = (Span(*m.span()).strip(text) for m in _PART.finditer(text, *source))
    return [part for part in found if part.start < part.end]


def _key(words: str) -> str:
    """Return what two mentions of one source have in common."""
    plain = [_POSSESSIVE.sub("", word.lower()) for word in _WORD.findall(words)]
    while len(plain) > 1 and (
        plain[0] in source_words().definite or plain[0].rstrip(".") in source_words().titles
    ):
        del plain[0]
    return " ".join(plain)


def _open(document: Document, attribution: Attribution, name: Span) -> _Row:
    kind = kind_of(name.of(document.text), document.publisher)
    if attribution.source[0].start == name.start:
        kind = attribution.source_kind
    named = kind in ("named", "publisher")
    return _Row(name, _description(document, attribution, name), named)


def _description(document: Document, attribution: Attribution, name: Span) -> Span | None:
    """Return the apposition behind a name, at its source or where it stands first."""
    text = document.text
    if attribution.source_kind != "pronoun" and not attribution.speaker:
        parts = _parts(text, attribution.source[0])
        if len(parts) > 1 and parts[1] == name:
            return parts[0]
    for start, stop in ((name.end, name.end + _MOST), *_behind_source(attribution)):
        match = _DESCRIPTION.match(text, start, min(stop, len(text)))
        if match and _describes(match[1]):
            found = Span(*match.span(1)).strip(text)
            # "In the view of the officials, the port is closed": that is what they say.
            if not any(said.meets(found) for said in attribution.content):
                return found
    return None


def _behind_source(attribution: Attribution) -> tuple[tuple[int, int], ...]:
    if attribution.source_kind == "pronoun":
        return ()
    source = attribution.source[0]
    return ((source.end, source.end + _MOST),)


def _describes(words: str) -> bool:
    """Tell whether words say who somebody is: "a lawyer", "South Korea's top adviser"."""
    classes = source_words()
    plain = _WORD.findall(words)
    if not plain:
        return False
    first = plain[0].lower()
    nouns = {word.lower() for word in plain}
    office = not nouns.isdisjoint(classes.people | classes.titles)
    verb = plain[0].islower() and first.endswith(("ing", "ed"))
    if first in classes.pronouns | classes.tails - {"who"} or verb:
        return False
    return office or (first in ("a", "an", "the") and len(plain) > 1)
