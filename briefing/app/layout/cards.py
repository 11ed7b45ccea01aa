"""A fact as a card: lines of pieces, each piece with the name of its ink."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple, TypeAlias

from briefing.app.layout.wrapping import wrap
from briefing.exports.claims import stands_alone, who_says
from briefing.exports.limits import Limit, limits_of
from briefing.gate import clean
from briefing.model import Caveat, Document, Fact
from briefing.words import STANDINGS


class Inked(NamedTuple):
    """Words and the name of the ink that they are written in."""

    text: str
    ink: str


Line: TypeAlias = tuple[Inked, ...]


def card(document: Document, fact: Fact, width: int, *, opened: bool = False) -> tuple[Line, ...]:
    """Write a fact as lines of at most ``width`` cells.

    Closed, a card says standing, claim, source and caveats. Opened, it also gives every
    trigger in quotation marks with what it means, and what decided the standing.
    """
    lines = [_standing(fact), *flow(claim_words(document, fact), width)]
    lines += _limits(document, fact, width)
    if opened:
        caveats = [document.caveats[number] for number in fact.caveats]
        lines += _details(document, fact, caveats, width)
    return tuple(lines)


def low_card(document: Document, fact: Fact, width: int, height: int) -> tuple[Line, ...]:
    """Write a closed card in at most ``height`` lines.

    Where it would be higher the claim gives way, down to one line: who says it and what limits
    it must be seen. A line that goes on unseen ends in an ellipsis.
    """
    claim = list(flow(claim_words(document, fact), width))
    limits = list(_limits(document, fact, width))
    room = max(1, height - 1 - len(limits))
    lines = [_standing(fact), *_shorten(claim, room, width), *limits]
    return tuple(_shorten(lines, height, width))


def _standing(fact: Fact) -> Line:
    return (Inked(f"{STANDINGS[fact.standing].glyph} {fact.standing}", "standing"),)


def _limits(document: Document, fact: Fact, width: int) -> Iterator[Line]:
    """Write who says it, and every caveat in plain words."""
    yield from flow(source_words(document, fact), width)
    yield from flow(caveat_words(document, fact), width)


def _shorten(lines: list[Line], most: int, width: int) -> list[Line]:
    """Leave out lines at the end; the last one that stays says so."""
    if len(lines) <= most:
        return lines
    kept = lines[:most]
    last = kept[-1]
    ink = last[-1].ink if last else "quiet"
    cut = next(flow([*last, Inked(" …", ink)], width), ())
    if not cut or cut[-1].text != " …":
        cut = (*next(flow(last, width - 2), ()), Inked(" …", ink))
    kept[-1] = cut
    return kept


def claim_words(document: Document, fact: Fact) -> list[Inked]:
    """Give the claim in the article's words.

    A claim that can't stand alone, as it begins with a small word in the middle of its
    sentence, is shown inside the sentence, the rest dimmed.
    """
    text = document.text
    if stands_alone(document, fact):
        words = [Inked(clean(span.of(text)), "claim") for span in fact.claim]
        return list(_between(words, Inked(" … ", "quiet")))
    pieces: list[Inked] = []
    at = fact.span.start
    for span in fact.claim:
        pieces.append(Inked(clean(text[at : span.start]), "quiet"))
        pieces.append(Inked(clean(span.of(text)), "claim"))
        at = span.end
    pieces.append(Inked(clean(text[at : fact.span.end]), "quiet"))
    return [piece for piece in pieces if piece.text]


def flow(pieces: Iterable[Inked], width: int) -> Iterator[Line]:
    """Wrap pieces of different ink as one running text."""
    kept = [piece for piece in pieces if piece.text]
    text = "".join(piece.text for piece in kept)
    if not text.strip():
        return
    edges: list[tuple[int, Inked]] = []
    at = 0
    for piece in kept:
        edges.append((at, piece))
        at += len(piece.text)
    for start, end in wrap(text, 0, len(text), width):
        yield tuple(
            Inked(cut, piece.ink)
            for edge, piece in edges
            if (cut := piece.text[max(start - edge, 0) : max(end - edge, 0)])
        )


def source_words(document: Document, fact: Fact) -> list[Inked]:
    """Name who says the claim, and whom they stand for."""
    said = who_says(document, fact)
    words = clean(said.words)
    if fact.attribution is None or not document.attributions[fact.attribution].source:
        return [Inked(words, "quiet")]
    named = [Inked(words, "source")]
    if said.speaker is not None:
        named += [Inked(" → ", "quiet"), Inked(clean(said.speaker), "source")]
    return named


def caveat_words(document: Document, fact: Fact) -> list[Inked]:
    """Say each caveat in plain words."""
    said = [Inked(_limit_words(limit), "caveat") for limit in limits_of(document, fact)]
    return list(_between(said, Inked(" · ", "quiet")))


def _limit_words(limit: Limit) -> str:
    trigger = "" if limit.trigger is None else f" “{clean(limit.trigger)}”"
    return f"{limit.name}{trigger}{limit.meaning}"


def _details(
    document: Document, fact: Fact, caveats: Iterable[Caveat], width: int
) -> Iterator[Line]:
    text = document.text
    yield ()
    for caveat in caveats:
        yield from flow([Inked(f"“{clean(caveat.span.of(text))}”", "caveat")], width)
        yield from _explanation(_with_likelihood(caveat), width)
    yield from flow([Inked(f"{fact.standing}: {clean(fact.reason)}", "standing")], width)
    yield from _explanation(f"The claim {STANDINGS[fact.standing].meaning}", width)
    if fact.repeated_at:
        times = "once more" if len(fact.repeated_at) == 1 else f"{len(fact.repeated_at)} times more"
        yield from flow([Inked(f"Said {times} in the same words.", "quiet")], width)


def _with_likelihood(caveat: Caveat) -> str:
    if (likelihood := caveat.likelihood) is None:
        return caveat.explanation
    return f"{caveat.explanation} {likelihood.term}: {likelihood.low}–{likelihood.high} %."


def _explanation(words: str, width: int) -> Iterator[Line]:
    for line in flow([Inked(words, "quiet")], width - 2):
        yield (Inked("  ", "quiet"), *line)


def _between(pieces: Iterable[Inked], mark: Inked) -> Iterator[Inked]:
    for number, piece in enumerate(pieces):
        if number:
            yield mark
        yield piece
