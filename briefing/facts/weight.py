"""How much a claim weighs in its document, and whether it is shown unasked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from briefing.model import Document, Fact

_LEAST_SURE = 0.4
"""Attributions below this are shown when asked for."""


def weigh_facts(document: Document, facts: Iterable[Fact]) -> Iterator[Fact]:
    """Weigh each fact and decide whether it is shown."""
    for fact in facts:
        at = fact.attribution
        shown = at is None or document.attributions[at].confidence >= _LEAST_SURE
        yield replace(fact, weight=0.5, shown=shown)
