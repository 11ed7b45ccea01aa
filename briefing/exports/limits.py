"""What limits a claim, in plain words: the screen and the brief say the same."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from briefing.exports.claims import day_meant, who_says
from briefing.model import Caveat, Document, Fact
from briefing.words import CAVEATS


class Limit(NamedTuple):
    """A caveat, ready to be written."""

    name: str
    """The fixed words for its kind."""
    trigger: str | None
    """Words of the text; None where they stand beside it already."""
    meaning: str
    """The chance or the day that the words fix, with a space before it; else empty."""


def limits_of(document: Document, fact: Fact) -> tuple[Limit, ...]:
    """Name what limits a fact; a trigger that is the source beside it is not said again."""
    attributed = None if fact.attribution is None else document.attributions[fact.attribution]
    speaker = who_says(document, fact).speaker
    caveats = [document.caveats[number] for number in fact.caveats]
    beside = {
        caveat.span
        for caveat in caveats
        if (attributed is not None and caveat.span in attributed.source)
        or caveat.span.of(document.text) == speaker
    }
    found = (name_limit(document, caveat, alone=caveat.span not in beside) for caveat in caveats)
    return tuple(dict.fromkeys(found))


def name_limit(document: Document, caveat: Caveat, *, alone: bool = True) -> Limit:
    """Name one caveat, with its trigger where it stands alone."""
    meaning = ""
    if caveat.likelihood is not None:
        meaning = f" ({caveat.likelihood.low}–{caveat.likelihood.high} %)"
    if day := day_meant(document, caveat):
        meaning += f" = {day}"
    trigger = caveat.span.of(document.text) if alone else None
    return Limit(CAVEATS[caveat.kind], trigger, meaning)


def distinct_limits(document: Document, caveats: Iterable[Caveat]) -> tuple[Limit, ...]:
    """Name caveats that stand for themselves, each once."""
    return tuple(dict.fromkeys(name_limit(document, caveat) for caveat in caveats))
