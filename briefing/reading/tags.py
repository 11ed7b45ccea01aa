"""A web page as a stream of tags, from which its pieces are taken.

The page is never built as a tree, so neither its depth nor its faults matter: libxml2 gives up
building one 256 (or, if asked, 2,048) levels deep.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from lxml import etree

from briefing.model import BlockKind
from briefing.reading.composing import Run, squeeze, table_runs
from briefing.reading.page import NOWHERE, Holder, Page, Piece


def _names(words: str) -> frozenset[str]:
    return frozenset(words.split())


_UNSEEN = _names(
    "head title script style template noscript svg math iframe object canvas audio video "
    "select textarea button dialog"
)
_ASIDE = _names("nav aside footer form")
_TOLD = _names("title script html base link meta time")
_LEAVES = _names("p h1 h2 h3 h4 h5 h6 li dt dd summary figcaption caption tr td th tbody thead")
_BLOCKS = _names(
    "address article aside blockquote body caption center dd details div dl dt fieldset "
    "figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section "
    "summary table tbody td tfoot th thead tr ul"
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
# Shown to screen readers, or to nobody.
_UNSEEN_CLASS = re.compile(
    r"(?:^|[\s_-])(?:visually-?hidden|sr-only|screen-?reader(?:-text)?|print-only)"
    r"(?:$|[\s_-])",
    re.IGNORECASE,
)
_UNSEEN_STYLE = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
_CAPTION_CLASS = re.compile(r"caption|photo-?credit|image-?credit", re.IGNORECASE)
_BOLD_CLASS = re.compile(r"(?:^|\s)(?:strong|bold)(?:\s|$)", re.IGNORECASE)
_BOLD_STYLE = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)
_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")
_MAX_ID = 3
"""Words."""
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


@dataclass(slots=True, kw_only=True)
class _Frame:
    """What holds for the text inside an open tag."""

    tag: str
    kind: BlockKind = "paragraph"
    level: int | None = None
    depth: int = 0
    url: str | None = None
    bold: bool = False
    unseen: bool = False
    aside: bool = False
    holder: Holder = NOWHERE
    names: str = ""


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
        self._frames = [_Frame(tag="")]
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
        self._sink: list[str] | None = None
        """Where text goes that is not shown, but told of the page."""

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        self.tags += 1
        if tag in _BLOCKS:
            self._flush()
        elif tag == "br" or (tag == "span" and "br" in attributes.get("class", "").split()):
            self._break()
        outer = self._frames[-1]
        self._frames.append(self._frame(tag, attributes, outer))
        if tag in _TOLD:
            self._tell(tag, attributes)
        elif tag == "table":
            self._tables.append(_Table(len(self.pieces), outer.holder))
        elif self._tables and tag == "tr":
            self._begin_row(self._tables[-1])
        elif self._tables and tag in ("td", "th") and self._tables[-1].rows:
            self._tables[-1].rows[-1].append([])

    def end(self, tag: str) -> None:
        if tag in _BLOCKS:
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

    def _frame(self, tag: str, attributes: Mapping[str, str], outer: _Frame) -> _Frame:
        """Tell what holds inside a tag: what holds around it, and what the tag adds."""
        inner = replace(outer, tag=tag)
        names = " ".join(f"{attributes.get('class', '')} {attributes.get('id', '')}".split())
        style = attributes.get("style", "")
        if tag in _KINDS:
            inner.kind = _KINDS[tag]
            inner.level = int(tag[1]) if inner.kind == "heading" else None
        elif tag == "a":
            inner.url = attributes.get("href")
        elif tag in ("ul", "ol"):
            inner.depth += 1
        if tag in ("b", "strong") or _BOLD_CLASS.search(names) or _BOLD_STYLE.search(style):
            inner.bold = True
        if tag in _UNSEEN or _is_unseen(names, style, attributes):
            inner.unseen = True
        inner.aside = inner.aside or tag in _ASIDE
        if _CAPTION_CLASS.search(names) and inner.kind == "paragraph":
            inner.kind = "caption"
        if tag in _BLOCKS and tag not in _LEAVES:
            inner.holder = Holder(_told_names(attributes), outer.holder)
            inner.names = ""
        elif names:
            inner.names = _told_names(attributes)
        return inner

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
        )
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
        self.pieces[table.first :] = [
            Piece(
                kind="table",
                runs=tuple(table_runs(cells)),
                aside=self.pieces[table.first].aside,
                holder=table.holder,
            )
        ]


def _told_names(attributes: Mapping[str, str]) -> str:
    """Write classes and id as words: "c-inlineSignup__title" is "c inline Signup title".

    An id of many words is made of a heading and says what the text is about, not what it is.
    """
    classes = _parts(attributes.get("class", ""))
    name = _parts(attributes.get("id", ""))
    return " ".join(classes + name if len(name) <= _MAX_ID else classes)


def _parts(names: str) -> list[str]:
    return _HUMP.sub(" ", names).replace("-", " ").replace("_", " ").split()


def _joined(cell: list[Piece]) -> list[Run]:
    return [run for piece in cell for run in (*piece.runs, Run(" "))]


def _is_unseen(names: str, style: str, attributes: Mapping[str, str]) -> bool:
    if "hidden" in attributes and attributes["hidden"] != "until-found":
        return True
    return bool(_UNSEEN_CLASS.search(names) or (style and _UNSEEN_STYLE.search(style)))
