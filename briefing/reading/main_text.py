"""Which pieces of a page are the article: trafilatura's answer, laid over the page and mended.

trafilatura tells the article from what surrounds it better than anything else we know, but it
loses headings, takes promotion for headings, and forgets which text was a caption. So its words
only choose among the pieces of the page, and the pieces are what is read.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence, Set
from functools import cache

from briefing.lexicons.loader import load_words
from briefing.model import BlockKind
from briefing.reading.page import Holder, Piece
from briefing.reading.page_metadata import word_key

_GRAM = 4
_SHARE = 0.7
"""Of a piece's runs of four words, how many trafilatura must have kept."""
_MAX_HEADING = 30
_MAX_LEADING_HEADING = 8
"""Words; above the first paragraph stands the summary, whatever its tag."""
_MAX_BOLD_HEADING = 12
_BOLD_LEVEL = 3
"""Of headings that are only set in bold, where others may be marked as second-level ones."""
_MAX_PROMOTION = 40
"""Words; longer paragraphs that begin with "Read more" are articles about reading."""
_LOST = 20
"""Words that a paragraph has at least before it is taken for one that was lost."""
_LINKED = 0.9
"""Of a piece's characters, how many must lead elsewhere for it to be a mere link."""
_NEAR = 30
"""Pieces between headline and article: who wrote it, buttons, a picture."""
_SOME_LINKS = 0.3
_MOST = 0.8
"""Of the characters kept, how many the article's own element holds."""
_MAX_AROUND = 100
_AROUND = 8
"""Elements that are looked at, outwards."""


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
    kept = _kept(pieces, found)
    if not any(kept):
        return ()
    holders = _weights(pieces, kept)
    _add_lost(pieces, kept, holders)
    headlines = {word_key(title) for title in titles}
    _add_summary(pieces, kept, headlines, summaries)
    surroundings = _surroundings(holders)
    main = _main(holders)
    chosen = [
        piece
        for piece, keep in zip(pieces, kept, strict=True)
        if keep and word_key(piece.words) not in headlines
        if not is_promotion(piece, surroundings)
    ]
    return tuple(_mended(_without_loose_headings(_without_cards(chosen, main)), surroundings))


def long_paragraphs(pieces: Sequence[Piece]) -> list[str]:
    """Return the words of what looks like running text, for pages trafilatura can't make out."""
    return [
        piece.words
        for piece in pieces
        if piece.kind in ("paragraph", "quote") and not piece.aside
        if len(piece.words.split()) >= _LOST and _linked(piece) < _SOME_LINKS
    ]


def is_promotion(piece: Piece, surroundings: frozenset[Holder] = frozenset()) -> bool:
    """Tell whether a piece asks the reader for something, leads elsewhere, or is no sentence.

    Args:
        piece: A piece of a page.
        surroundings: The elements around the article itself; what they are called says nothing.
    """
    words = " ".join(piece.words.casefold().replace("’", "'").split())
    if not any(letter.isalnum() for letter in words):
        return True
    if _pattern("promotion_names", "embed_names", "box_names").search(_names(piece, surroundings)):
        return True
    if words.strip(" :.…>»→") in _lines():
        return True
    return words.startswith(_starts()) and len(words.split()) <= _MAX_PROMOTION


@cache
def _starts() -> tuple[str, ...]:
    return load_words("pages")["promotion_starts"]


@cache
def _lines() -> frozenset[str]:
    return frozenset(load_words("pages")["promotion_lines"])


@cache
def _pattern(*lists: str) -> re.Pattern[str]:
    names = (name for key in lists for name in load_words("pages")[key])
    longest_first = sorted(map(re.escape, names), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(longest_first)})\b", re.IGNORECASE)


def _names(piece: Piece, surroundings: frozenset[Holder], most: int = _AROUND) -> str:
    """Join what the elements around a piece are called, up to those around the article."""
    names = [piece.names]
    holder: Holder | None = piece.holder
    while holder is not None and holder not in surroundings and len(names) < most:
        names.append(holder.names)
        holder = holder.outer
    return " ".join(names)


def _main(holders: Counter[Holder]) -> Holder:
    """Return the element that holds most of the article by itself."""
    return holders.most_common(1)[0][0]


def _surroundings(holders: Counter[Holder]) -> frozenset[Holder]:
    """Find the innermost element that holds nearly all of the article, and all around it."""
    held: Counter[Holder] = Counter()
    chains = {holder: _outwards(holder) for holder in holders}
    for holder, weight in holders.items():
        held.update(dict.fromkeys(chains[holder], weight))
    enough = _MOST * holders.total()
    main = _main(holders)
    inner = next((h for h in chains[main] if held[h] >= enough), main)
    return frozenset(_outwards(inner))


def _outwards(holder: Holder | None) -> list[Holder]:
    around: list[Holder] = []
    while holder is not None and len(around) < _MAX_AROUND:
        around.append(holder)
        holder = holder.outer
    return around


def _kept(pieces: Sequence[Piece], found: Iterable[str]) -> list[bool]:
    """Mark the pieces whose words trafilatura kept; of copies, as many as it kept.

    Of two copies the one counts that stands among more of the article: a headline may stand in
    a list of what others read, too.
    """
    blocks = [word_key(block).split() for block in found]
    grams = Counter(gram for block in blocks for gram in _grams(block))
    short = Counter(" ".join(block) for block in blocks)
    words = [word_key(piece.words).split() for piece in pieces]
    matching = [_is_kept(own, grams, short) for own in words]
    holders = _weights(pieces, matching)
    kept = [False] * len(pieces)
    for at in sorted(range(len(pieces)), key=lambda at: -holders[pieces[at].holder]):
        if matching[at] and _is_kept(words[at], grams, short):
            kept[at] = True
            grams.subtract(_grams(words[at]))
            short[" ".join(words[at])] -= 1
    return kept


def _is_kept(words: Sequence[str], grams: Counter[tuple[str, ...]], short: Counter[str]) -> bool:
    own = _grams(words)
    if not own:
        return short[" ".join(words)] > 0
    return sum(grams[gram] > 0 for gram in own) >= _SHARE * len(own)


def _grams(words: Sequence[str]) -> list[tuple[str, ...]]:
    return list(zip(*(words[start:] for start in range(_GRAM)), strict=False))


def _weights(pieces: Sequence[Piece], kept: Sequence[bool]) -> Counter[Holder]:
    """Count the characters that each element holds of what is kept."""
    weights: Counter[Holder] = Counter()
    for piece, keep in zip(pieces, kept, strict=True):
        if keep:
            weights[piece.holder] += len(piece.words)
    return weights


def _add_lost(pieces: Sequence[Piece], kept: list[bool], holders: Counter[Holder]) -> None:
    """Mark headings above kept paragraphs, and paragraphs beside kept ones.

    Some pages part an article in several elements that look the same, for advertisements.
    """
    shape = _shape(_main(holders))
    first = kept.index(True)
    last = _last(kept)
    for at, piece in enumerate(pieces):
        if kept[at] or piece.aside:
            continue
        if piece.kind == "heading" and first < at < last:
            kept[at] = kept[at + 1]
        elif piece.kind in ("paragraph", "quote") and _shape(piece.holder) == shape:
            kept[at] = len(piece.words.split()) >= _LOST and _linked(piece) < _SOME_LINKS


def _shape(holder: Holder) -> tuple[str, str]:
    return holder.names, holder.outer.names if holder.outer is not None else ""


def _add_summary(
    pieces: Sequence[Piece], kept: list[bool], headlines: Set[str], summaries: Iterable[str]
) -> None:
    """Mark the summary between headline and article."""
    keys = [word_key(piece.words) for piece in pieces[: _last(kept)]]
    first = next((at for at, key in enumerate(keys) if kept[at] and key not in headlines), 0)
    known = {word_key(summary) for summary in summaries}
    for at in range(first - 1, max(-1, first - _NEAR), -1):
        named = _pattern("summary_names").search(_names(pieces[at], frozenset(), 2))
        if keys[at] in headlines:
            return
        long = len(keys[at].split()) > _MAX_LEADING_HEADING
        if keys[at] in known or (long and (named or pieces[at].kind == "heading")):
            kept[at] = True
            return


def _last(kept: Sequence[bool]) -> int:
    """Return the position behind the last one that is kept."""
    return len(kept) - kept[::-1].index(True)


def _linked(piece: Piece) -> float:
    """Tell which share of a piece's characters leads to another page, 0–1."""
    linked = (run.words for run in piece.runs if run.url and not run.url.startswith("#"))
    return sum(map(len, linked)) / max(len(piece.words), 1)


def _without_cards(pieces: Sequence[Piece], main: Holder) -> Sequence[Piece]:
    """Leave out pieces that are mere links, and what stands beside a headline that is one."""
    linked = [_linked(piece) >= _LINKED for piece in pieces]
    headlines = (p for p, link in zip(pieces, linked, strict=True) if link and p.kind == "heading")
    cards = {piece.holder for piece in headlines} - {main}
    chosen = [
        piece
        for piece, link in zip(pieces, linked, strict=True)
        if piece.holder not in cards
        if not link or piece.kind == "heading" or len(piece.words.split()) < _GRAM
    ]
    return chosen or pieces


def _without_loose_headings(pieces: Sequence[Piece]) -> list[Piece]:
    """Leave out headings at the end: nothing stands below them."""
    end = len(pieces)
    while end and pieces[end - 1].kind == "heading":
        end -= 1
    return list(pieces[:end] or pieces)


def _mended(pieces: Sequence[Piece], surroundings: frozenset[Holder]) -> list[Piece]:
    """Call a heading what is one, and nothing else."""
    mended: list[Piece] = []
    leading = True
    for piece in pieces:
        kind = _kind(piece, surroundings, leading=leading)
        leading = leading and kind != "paragraph"
        level = (piece.level or _BOLD_LEVEL) if kind == "heading" else None
        mended.append(piece._replace(kind=kind, level=level))
    return mended


def _kind(piece: Piece, surroundings: frozenset[Holder], *, leading: bool) -> BlockKind:
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
        if _pattern("caption_names").search(_names(piece, surroundings)):
            return "caption"
        if piece.bold and count <= _MAX_BOLD_HEADING and not closed and not leading:
            return "heading"
    return piece.kind


def _is_pulled_quote(words: str) -> bool:
    """Tell a sentence of somebody's, set large, from a heading that quotes a word or two."""
    quoted = words[:1] in "‘“'\"" and words[-1:] in "’”'\""
    return quoted and words[-2:-1] in ".!?…" and len(words.split()) > 5
