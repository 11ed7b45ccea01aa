"""Which pieces of a page are the article: trafilatura's answer, laid over the page and mended.

trafilatura tells the article from what surrounds it better than anything else we know, but it
loses headings, takes promotion for headings, and forgets which text was a caption. So its words
only choose among the pieces of the page, and the pieces are what is read.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence, Set
from itertools import islice

from briefing.model import BlockKind
from briefing.reading.matching import match_pieces, weigh_holders
from briefing.reading.page import Holder, Piece
from briefing.reading.page_metadata import word_key
from briefing.reading.promotion import is_named, is_promotion

# Words, unless something else is said.
_MAX_HEADING = 30
_MAX_LEADING_HEADING = 8
"""Above the first paragraph stands the summary, whatever its tag."""
_MAX_BOLD_HEADING = 12
_MAX_CAPTION = 80
_LOST = 20
"""What a paragraph has at least before it is taken for one that was lost."""
_SHORT = 4
"""A link of fewer words may be a name."""
_LINK = 0.9
"""Of a piece's characters, how many must lead elsewhere for it to be a mere link."""
_SOME_LINKS = 0.3
_FIGURE = 4
"""Elements from a caption out to the article."""
_NEAR = 30
"""Pieces between headline and article: who wrote it, buttons, a picture."""
_MOST = 0.8
"""Of the characters kept, how many the article's own element holds."""
_LEAST = 0.25
"""Of what was found, how much must be left when promotion is left out."""
_MAX_AROUND = 100
"""Elements."""


def choose_pieces(
    pieces: Sequence[Piece], found: Iterable[str], titles: Iterable[str], summaries: Iterable[str]
) -> tuple[Piece, ...]:
    """Choose the pieces that are the article, in their order on the page.

    Args:
        pieces: All of the page.
        found: The blocks that trafilatura found.
        titles: How the page words its headline; not said again in the text.
        summaries: How the page sums itself up; kept where the article shows it.
    """
    kept = match_pieces(pieces, found)
    if not any(kept):
        return ()
    holders = weigh_holders(pieces, kept)
    main = holders.most_common(1)[0][0]
    headlines = {word_key(title) for title in titles}
    _add_lost(pieces, kept, main)
    _add_summary(pieces, kept, main, headlines, {word_key(summary) for summary in summaries})
    surroundings = _surroundings(holders, main)
    told = [
        piece
        for piece, keep in zip(pieces, kept, strict=True)
        if keep and word_key(piece.words) not in headlines
    ]
    chosen = [piece for piece in told if not is_promotion(piece, surroundings)]
    if _length(chosen) < _LEAST * _length(told):
        chosen = told  # a name that stands for promotion elsewhere is the article's own here
    article = _without_loose_headings(_without_cards(chosen, main))
    return tuple(_mended(article, surroundings))


def _length(pieces: Iterable[Piece]) -> int:
    return sum(len(piece.words) for piece in pieces)


def long_paragraphs(pieces: Sequence[Piece]) -> list[str]:
    """Return the words of what looks like running text, for pages trafilatura can't make out."""
    return [
        piece.words
        for piece in pieces
        if piece.kind in ("paragraph", "quote") and not piece.aside
        if len(piece.words.split()) >= _LOST and _linked(piece) < _SOME_LINKS
    ]


def _surroundings(holders: Counter[Holder], main: Holder) -> frozenset[Holder]:
    """Find the innermost element that holds nearly all of the article, and all around it."""
    held: Counter[Holder] = Counter()
    for holder, weight in holders.items():
        held.update(dict.fromkeys(_outwards(holder), weight))
    enough = _MOST * holders.total()
    inner = next((holder for holder in _outwards(main) if held[holder] >= enough), main)
    return frozenset(_outwards(inner))


def _outwards(holder: Holder) -> Iterator[Holder]:
    at: Holder | None = holder
    for _ in range(_MAX_AROUND):
        if at is None:
            return
        yield at
        at = at.outer


def _add_lost(pieces: Sequence[Piece], kept: list[bool], main: Holder) -> None:
    """Mark headings above kept paragraphs; tables, captions and paragraphs beside kept ones.

    Some pages part an article in several elements that look the same, for advertisements.
    """
    first = kept.index(True)
    last = len(kept) - kept[::-1].index(True)
    for at, piece in enumerate(pieces):
        if kept[at] or piece.aside:
            continue
        if piece.kind == "heading" and first < at < last - 1:
            below = (it for it in range(at + 1, last) if pieces[it].kind != "caption")
            kept[at] = kept[next(below, at)]
        elif piece.kind == "table" and first < at < last:
            kept[at] = piece.holder is main
        elif piece.kind == "caption" and first < at < last:
            kept[at] = main in islice(_outwards(piece.holder), _FIGURE)
        elif piece.kind in ("paragraph", "quote") and _looks_like(piece.holder, main):
            kept[at] = len(piece.words.split()) >= _LOST and _linked(piece) < _SOME_LINKS


def _looks_like(holder: Holder, main: Holder) -> bool:
    """Tell whether two elements and those around them are called the same, and called at all."""
    if holder is main or holder.outer is None or main.outer is None:
        return holder is main
    names = (main.names, main.outer.names)
    return any(names) and (holder.names, holder.outer.names) == names


def _add_summary(
    pieces: Sequence[Piece],
    kept: list[bool],
    main: Holder,
    headlines: Set[str],
    summaries: Set[str],
) -> None:
    """Mark the summary, which stands between the headline and the article's own element."""
    own = (
        at
        for at, piece in enumerate(pieces)
        if kept[at] and piece.holder is main and word_key(piece.words) not in headlines
    )
    first = next(own, 0)
    for at in range(first - 1, max(-1, first - _NEAR), -1):
        key = word_key(pieces[at].words)
        if key in headlines:
            return
        told = pieces[at].kind == "heading" or is_named(pieces[at], ("summary_names",), far=2)
        if key in summaries or (told and len(key.split()) > _MAX_LEADING_HEADING):
            kept[at] = True
            return


def _linked(piece: Piece) -> float:
    """Tell which share of a piece's characters leads to another page, 0–1."""
    linked = (run.words for run in piece.runs if run.url and not run.url.startswith("#"))
    return sum(map(len, linked)) / max(len(piece.words), 1)


def _without_cards(pieces: Sequence[Piece], main: Holder) -> Sequence[Piece]:
    """Leave out pieces that are mere links, and what stands beside a headline that is one."""
    linked = [_linked(piece) >= _LINK for piece in pieces]
    headlines = (p for p, link in zip(pieces, linked, strict=True) if link and p.kind == "heading")
    cards = {piece.holder for piece in headlines} - {main}
    chosen = [
        piece
        for piece, link in zip(pieces, linked, strict=True)
        if piece.holder not in cards
        if not link or piece.kind == "heading" or len(piece.words.split()) < _SHORT
    ]
    return chosen or pieces


def _without_loose_headings(pieces: Sequence[Piece]) -> list[Piece]:
    """Leave out headings at the end: nothing stands below them."""
    end = len(pieces)
    while end and pieces[end - 1].kind == "heading":
        end -= 1
    return list(pieces[:end] or pieces)


def _mended(pieces: Sequence[Piece], surroundings: Set[Holder]) -> list[Piece]:
    """Call a heading what is one, and nothing else."""
    marked = [piece.level for piece in pieces if piece.level is not None]
    below = min(marked) + 1 if marked else 2  # where headings that are only set in bold stand
    mended: list[Piece] = []
    leading = True
    for piece in pieces:
        kind = _kind(piece, surroundings, leading=leading)
        leading = leading and kind != "paragraph"
        level = min(piece.level or below, 6) if kind == "heading" else None
        mended.append(piece._replace(kind=kind, level=level))
    return mended


def _kind(piece: Piece, surroundings: Set[Holder], *, leading: bool) -> BlockKind:
    """Tell what a piece is.

    Args:
        piece: One that is kept.
        surroundings: The elements around the article itself.
        leading: No paragraph has come before it.
    """
    count = len(piece.words.split())
    closed = piece.words.rstrip("”’\"')").endswith((".", ",", ";", ":"))
    if piece.kind == "heading":
        if count > (_MAX_LEADING_HEADING if leading else _MAX_HEADING) or (leading and closed):
            return "paragraph"
        return "quote" if _is_pulled_quote(piece.words) else "heading"
    if piece.kind == "paragraph":
        if count <= _MAX_CAPTION and is_named(piece, ("caption_names",), surroundings):
            return "caption"
        if piece.bold and count <= _MAX_BOLD_HEADING and not closed and not leading:
            return "heading"
    return piece.kind


def _is_pulled_quote(words: str) -> bool:
    """Tell a sentence of somebody's, set large, from a heading that quotes a word or two."""
    quoted = words[:1] in "‘“'\"" and words[-1:] in "’”'\""
    return quoted and words[-2:-1] in ".!?…" and len(words.split()) > 5
