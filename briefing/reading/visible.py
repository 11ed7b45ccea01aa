"""The visible text of HTML: what is left when nothing tells which part of a page is the article.

The page is read as a stream of tags, never as a tree, so neither its depth nor its faults
matter: libxml2 gives up building a tree 256 (or, if asked, 2,048) levels deep.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from lxml import etree

from briefing.model import BlockKind
from briefing.reading.composing import Composer, Run


def _names(words: str) -> frozenset[str]:
    return frozenset(words.split())


_HIDDEN = _names(
    "head title script style template noscript svg math iframe object canvas audio video "
    "select textarea button nav aside footer form"
)
_BLOCKS = _names(
    "address article blockquote body caption center dd details div dl dt fieldset figcaption "
    "figure h1 h2 h3 h4 h5 h6 header hr html li main ol p pre section summary table tbody tfoot "
    "thead tr ul"
)
_KINDS: Mapping[str, BlockKind] = MappingProxyType(
    {
        **{f"h{level}": "heading" for level in range(1, 7)},
        "li": "item",
        "blockquote": "quote",
        "pre": "code",
        "figcaption": "caption",
        "caption": "caption",
    }
)


class Piece(NamedTuple):
    """A block before it has its place in a text."""

    kind: BlockKind
    runs: tuple[Run, ...]
    level: int | None = None
    depth: int | None = None


def visible_blocks(html: str) -> tuple[Piece, ...]:
    """Cut HTML into blocks of visible text, leaving out navigation, forms and scripts.

    Args:
        html: A page or a part of one; anything at all gives some answer.
    """
    target = _Visible()
    parser = etree.HTMLParser(target=target, huge_tree=True)
    try:
        parser.feed(html.encode("utf-8", "replace").decode("utf-8"))
        parser.close()
    except etree.LxmlError:
        target.close()  # what came before it can be read
    return tuple(target.pieces)


def add_pieces(composer: Composer, pieces: tuple[Piece, ...]) -> None:
    """Put pieces at the end of a text."""
    for piece in pieces:
        composer.add(piece.kind, piece.runs, level=piece.level, depth=piece.depth)


class _Visible:
    """Receives the tags of a page in their order (the target interface of lxml)."""

    def __init__(self) -> None:
        self.pieces: list[Piece] = []
        self._runs: list[Run] = []
        self._open: list[str] = []
        """The tags that give a block its kind, outermost first."""
        self._hidden = 0
        self._links: list[str | None] = []
        self._cells = 0

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        if tag in _HIDDEN:
            self._hidden += 1
        if tag in _BLOCKS:
            self._flush()
        if tag in _KINDS or tag in ("ul", "ol"):
            self._open.append(tag)
        elif tag == "a":
            self._links.append(attributes.get("href"))
        elif tag == "br":
            self._runs.append(Run("\n"))
        elif tag in ("td", "th") and self._runs and not self._hidden:
            self._runs.append(Run(" | "))
            self._cells += 1

    def end(self, tag: str) -> None:
        if tag in _HIDDEN:
            self._hidden = max(0, self._hidden - 1)
        if tag in _BLOCKS:
            self._flush()
        if self._open and self._open[-1] == tag:
            self._open.pop()
        elif tag == "a" and self._links:
            self._links.pop()

    def data(self, words: str) -> None:
        if self._hidden:
            return
        if "pre" not in self._open:
            words = words.replace("\n", " ")
        self._runs.append(Run(words, self._links[-1] if self._links else None))

    def comment(self, words: str) -> None:
        """Leave comments out."""

    def pi(self, target: str, data: str | None = None) -> None:
        """Leave processing instructions out."""

    def close(self) -> None:
        self._flush()

    def _flush(self) -> None:
        if any(run.words.strip() for run in self._runs):
            tag = next((t for t in reversed(self._open) if t in _KINDS), "")
            kind = _KINDS.get(tag, "table" if self._cells else "paragraph")
            level = int(tag[1]) if kind == "heading" else None
            depth = sum(t in ("ul", "ol") for t in self._open) if kind == "item" else None
            self.pieces.append(Piece(kind, tuple(self._runs), level, depth and max(depth, 1)))
        self._runs = []
        self._cells = 0
