"""A web page as a stream of tags, from which its pieces are taken.

The page is never built as a tree, so neither its depth nor its faults matter: libxml2 gives up
building one 256 (or, if asked, 2,048) levels deep.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import chain
from types import MappingProxyType

from lxml import etree

from briefing.reading.composing import Run, squeeze, table_runs
from briefing.reading.frames import BLOCKS, Frame, open_frame
from briefing.reading.page import Holder, Page, Piece

_TOLD = frozenset({"title", "script", "html", "base", "link", "meta", "time"})
_MAX_CELL = 200
"""Characters, on average."""


def read_page(html: str) -> Page:
    """Take a page, or a part of one, apart; anything at all gives some answer."""
    target = _Listener()
    parser = etree.HTMLParser(target=target, huge_tree=True, encoding="utf-8")
    try:
        parser.feed(html.encode("utf-8", "replace"))
        parser.close()
    except etree.LxmlError:
        target.close()  # what came before it can be read
    return Page(
        pieces=tuple(target.pieces),
        tags=target.tags,
        title=" ".join("".join(target.title).split()),
        metas=MappingProxyType(target.metas),
        times=tuple(target.times),
        data=tuple("".join(script) for script in target.scripts),
        canonical=target.canonical,
        language=target.language,
        base=target.base,
    )


@dataclass(slots=True)
class _Table:
    """A table that is open."""

    first: int
    """How many pieces there were before its first row."""
    holder: Holder
    """The element that holds it."""
    rows: list[list[list[Piece]]] = field(default_factory=list)

    @property
    def holds_data(self) -> bool:
        """Tell it from a table that lays out the page: short cells, side by side."""
        rows = [row for row in self.rows if any(row)]
        cells = [cell for row in rows for cell in row]
        pieces = [piece for cell in cells for piece in cell]
        return (
            len(rows) > 1
            and max(map(len, rows)) > 1
            and not any(piece.kind in ("heading", "table") for piece in pieces)
            and len(pieces) <= 1.5 * len(cells)
            and sum(len(piece.words) for piece in pieces) <= _MAX_CELL * len(cells)
        )


class _Listener:
    """Receives the tags of a page in their order (the target interface of lxml)."""

    def __init__(self) -> None:
        self.pieces: list[Piece] = []
        self.tags = 0
        self.title: list[str] = []
        self.metas: dict[str, str] = {}
        self.times: list[str] = []
        self.scripts: list[list[str]] = []
        self.canonical: str | None = None
        self.language: str | None = None
        self.base: str | None = None
        self._frames = [Frame(tag="")]
        self._runs: list[Run] = []
        self._words: list[str] = []
        """Of the run that is growing: a parser may hand over text in very small parts."""
        self._url: str | None = None
        """Where that run leads."""
        self._bold = False
        self._plain = False
        """Some of the block's words are bold; some are not."""
        self._broken = False
        """The last thing was a line break."""
        self._tables: list[_Table] = []
        self._anchors: list[str] = []
        """Of the block that is growing, or of the next one."""
        self._sink: list[str] | None = None
        """Where text goes that is not shown, but told of the page."""

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        self.tags += 1
        if tag in BLOCKS:
            self._flush()
        elif tag == "br" or (tag == "span" and "br" in attributes.get("class", "").split()):
            self._break()
        names = (attributes.get("id"), attributes.get("name") if tag == "a" else None)
        self._anchors += filter(None, names)
        outer = self._frames[-1]
        self._frames.append(open_frame(tag, attributes, outer))
        if tag in _TOLD:
            self._tell(tag, attributes)
        elif tag == "table":
            self._tables.append(_Table(len(self.pieces), outer.holder))
        elif self._tables and tag == "tr":
            self._begin_row(self._tables[-1])
        elif self._tables and tag in ("td", "th") and self._tables[-1].rows:
            self._tables[-1].rows[-1].append([])

    def end(self, tag: str) -> None:
        if tag in BLOCKS:
            self._flush()
        if tag == "table" and self._tables:
            self._close_table(self._tables.pop())
        if tag in ("title", "script"):
            self._sink = None
        if len(self._frames) > 1 and self._frames[-1].tag == tag:
            self._frames.pop()

    def data(self, words: str) -> None:
        frame = self._frames[-1]
        if self._sink is not None:
            self._sink.append(words)
        elif not frame.unseen:
            if frame.url != self._url:
                self._close_run(frame.url)
            self._words.append(words if frame.kind == "code" else words.replace("\n", " "))
            if not words.isspace():
                self._broken = False
                self._bold = self._bold or frame.bold
                self._plain = self._plain or not frame.bold

    def comment(self, words: str) -> None:
        """Leave comments out."""

    def pi(self, target: str, data: str | None = None) -> None:
        """Leave processing instructions out."""

    def close(self) -> None:
        self._flush()

    def _tell(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Note what the page says of itself."""
        match tag:
            case "title" if not self.title and self._frames[-2].tag != "svg":
                self._sink = self.title
            case "script" if attributes.get("type", "").strip().lower() == "application/ld+json":
                self._sink = []
                self.scripts.append(self._sink)
            case "html":
                self.language = attributes.get("lang") or attributes.get("xml:lang")
            case "base":
                self.base = self.base or attributes.get("href")
            case "link" if attributes.get("rel", "").lower() == "canonical":
                self.canonical = self.canonical or attributes.get("href")
            case "time" if not self._frames[-1].aside:
                self.times += filter(None, [attributes.get("datetime")])
            case "meta":
                content = attributes.get("content", "").strip()
                for key in ("property", "name", "itemprop"):
                    if content and key in attributes:
                        self.metas.setdefault(attributes[key].strip().lower(), content)

    def _close_run(self, url: str | None) -> None:
        """Begin a new run of words, which leads elsewhere."""
        if self._words:
            self._runs.append(Run("".join(self._words), self._url))
        self._words, self._url = [], url

    def _break(self) -> None:
        """Break the line; a second break in a row begins a new paragraph.

        A line that is bold throughout is no part of what follows.
        """
        if self._broken or (self._bold and not self._plain):
            self._flush()
        elif not self._frames[-1].unseen:
            self._words.append("\n")
            self._broken = True

    def _flush(self) -> None:
        """End a block."""
        self._close_run(None)
        runs, self._runs = self._runs, []
        bold, plain = self._bold, self._plain
        self._bold = self._plain = self._broken = False
        if not bold and not plain:
            return
        frame = self._frames[-1]
        piece = Piece(
            kind=frame.kind,
            runs=tuple(runs if frame.kind == "code" else squeeze(runs)),
            level=frame.level if frame.kind == "heading" else None,
            depth=max(frame.depth, 1) if frame.kind == "item" else None,
            bold=not plain,
            aside=frame.aside,
            holder=frame.holder,
            names=frame.names,
            anchors=tuple(self._anchors),
        )
        self._anchors.clear()
        self.pieces.append(piece)
        if self._tables and self._tables[-1].rows and self._tables[-1].rows[-1]:
            self._tables[-1].rows[-1][-1].append(piece)

    def _begin_row(self, table: _Table) -> None:
        if not table.rows:
            table.first = len(self.pieces)
        table.rows.append([])

    def _close_table(self, table: _Table) -> None:
        """Put one piece in the place of a table's cells, unless it lays out the page."""
        in_cells = sum(len(cell) for row in table.rows for cell in row)
        if not table.holds_data or table.first + in_cells != len(self.pieces):
            return
        cells = [[_joined(cell) for cell in row] for row in table.rows]
        anchors = (piece.anchors for piece in self.pieces[table.first :])
        self.pieces[table.first :] = [
            Piece(
                kind="table",
                runs=tuple(table_runs(cells)),
                aside=self.pieces[table.first].aside,
                holder=table.holder,
                anchors=tuple(chain.from_iterable(anchors)),
            )
        ]


def _joined(cell: list[Piece]) -> list[Run]:
    return [run for piece in cell for run in (*piece.runs, Run(" "))]
