"""Caveats that go with a source: "they" is as nameless as the officials it stands for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from briefing.model import Document, Fact
from briefing.spans import Span


def inherit_unnamed(document: Document, facts: Sequence[Fact]) -> Iterator[Fact]:
    """Hang "source not named" on every claim of a source that the ledger knows as unnamed.

    Where the words of the claim's own sentence do not show it, the caveat is that of the place
    where the source was described.
    """
    described = _described(document)
    for fact in facts:
        index = None if fact.attribution is None else described.get(fact.attribution)
        if index is None or any(_is_unnamed(document, held) for held in fact.caveats):
            yield fact
        else:
            yield replace(fact, caveats=tuple(sorted((*fact.caveats, index))))


def _described(document: Document) -> dict[int, int]:
    """Map attributions of unnamed sources to the caveat where the source is described."""
    caveats = {
        caveat.span: index
        for index, caveat in enumerate(document.caveats)
        if caveat.kind == "unnamed_source" and caveat.scope == "fact"
    }
    found: dict[int, int] = {}
    for source in document.sources:
        if source.named:
            continue
        places = [source.name]
        for number in source.attributions:
            places += document.attributions[number].source
        index = next((caveats[span] for span in places if span in caveats), None)
        if index is not None:
            found |= dict.fromkeys(_short_forms(document, source.attributions, places[0]), index)
    return found


def _short_forms(document: Document, attributions: Sequence[int], name: Span) -> Iterator[int]:
    for number in attributions:
        if name not in document.attributions[number].source:
            yield number


def _is_unnamed(document: Document, index: int) -> bool:
    return document.caveats[index].kind == "unnamed_source"
