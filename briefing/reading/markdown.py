"""Markdown, through markdown-it-py's tokens: the text that a person reads, without markup."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.rules_block.reference import reference
from markdown_it.token import Token

from briefing.reading.article import Article
from briefing.reading.composing import Composer, Run, table_runs
from briefing.reading.metadata import MAX_YAML, Metadata, parse_metadata

# Two rules around a paragraph are no front matter: the line after the first one names a key.
_FRONT_MATTER = re.compile(r"---[ \t]*\n(?=(?:#[^\n]*\n|[ \t]*\n)*[\w-]+[ \t]*:)")
_FRONT_MATTER_END = re.compile(r"^(?:---|\.\.\.)[ \t]*$", re.MULTILINE)
_MAX_NESTING = 40
_TAGS = re.compile(r"<[^<>]*>")
_BREAK_TAG = re.compile(r"<br\b", re.IGNORECASE)
_HIDDEN = ("script", "style")
_HIDDEN_TAG = re.compile(rf"<({'|'.join(_HIDDEN)})\b", re.IGNORECASE)


def read_markdown(text: str) -> Article:
    """Turn Markdown into blocks: CommonMark with tables, strikethrough and front matter.

    A heading of the first level above all text is its title. Footnotes stay as they are
    written. Of HTML in it only the words are kept.
    """
    said, body = _split_front_matter(text)
    walk = _Walk()
    walk.blocks(_parser().parse(body))
    composed = walk.composer
    titles = (b.span.of(composed.text) for b in composed.blocks if b.kind == "title")
    return Article(
        text=composed.text,
        blocks=composed.blocks,
        title=said.title or next(titles, None),
        published=said.published,
        publisher=said.publisher,
        url=said.url,
        language=said.language,
        links=composed.links,
        faults=said.faults,
    )


def _split_front_matter(text: str) -> tuple[Metadata, str]:
    """Part what stands between two lines of dashes at the start from the rest."""
    begin = _FRONT_MATTER.match(text)
    if begin is None:
        return Metadata(), text
    end = _FRONT_MATTER_END.search(text, begin.end(), begin.end() + MAX_YAML + 100)
    if end is None:
        fault = "The front matter has no closing line of dashes; it is read as text."
        return Metadata(faults=(fault,)), text
    said = parse_metadata(text[begin.end() : end.start()], "The front matter", line=2)
    return said, text[end.end() :]


@cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"maxNesting": _MAX_NESTING}).enable(
        ["table", "strikethrough"]
    )
    parser.block.ruler.at("reference", _reference)
    return parser


def _reference(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Leave "[^1]: Reuters" a paragraph: it is a footnote, not an address."""
    at = state.bMarks[start] + state.tShift[start]
    return not state.src.startswith("[^", at) and reference(state, start, end, silent)


class _Walk:
    """Goes through the tokens once and keeps track of what is open."""

    def __init__(self) -> None:
        self.composer = Composer()
        self._quotes = 0
        self._lists = 0
        self._fresh_item = False
        """The next paragraph is the first of a list item."""
        self._level: int | None = None
        self._rows: list[list[tuple[Run, ...]]] = []
        """Of the table that is open."""
        self._hidden: str | None = None
        """The tag whose contents are not for reading."""

    def blocks(self, tokens: Iterable[Token]) -> None:
        for token in tokens:
            match token.type:
                case "inline" if self._rows:
                    self._rows[-1].append(tuple(self._runs(token.children or [])))
                case "inline":
                    self._paragraph(token.children or [])
                case "fence" | "code_block" if self._hidden is None:
                    self.composer.add("code", [Run(token.content)])
                case "html_block":
                    self._html(token.content)
                case _:
                    self._border(token)

    def _border(self, token: Token) -> None:
        """Note what begins or ends here."""
        match token.type:
            case "heading_open":
                self._level = int(token.tag[1:])
            case "heading_close":
                self._level = None
            case "blockquote_open" | "blockquote_close":
                self._quotes += token.nesting
            case "bullet_list_open" | "bullet_list_close":
                self._lists += token.nesting
            case "ordered_list_open" | "ordered_list_close":
                self._lists += token.nesting
            case "list_item_open":
                self._fresh_item = True
            case "tr_open":
                self._rows.append([])
            case "table_close":
                self.composer.add("table", table_runs(self._rows))
                self._rows = []

    def _paragraph(self, tokens: Sequence[Token]) -> None:
        runs = list(self._runs(tokens))
        if self._hidden is None and all(not run.words.strip() for run in runs):
            self.composer.add("caption", [Run(alt) for alt in _alternatives(tokens)])
        elif self._level is not None and not self._quotes and not self._lists:
            if self._level == 1 and not self.composer.begun:
                self.composer.add("title", runs)
            else:
                self.composer.add("heading", runs, level=self._level)
        elif self._lists and self._fresh_item:
            self.composer.add("item", runs, depth=self._lists)
        else:
            self.composer.add("quote" if self._quotes else "paragraph", runs)
        self._fresh_item = False

    def _runs(self, tokens: Iterable[Token]) -> Iterator[Run]:
        """Yield the words of a line, each with where it leads."""
        url: str | None = None
        for token in tokens:
            match token.type:
                case "link_open":
                    url = str(token.attrs.get("href") or "") or None
                case "link_close":
                    url = None
                case "softbreak":
                    yield Run(" ", url)
                case "hardbreak":
                    yield Run("\n", url)
                case "html_inline":
                    if self._tag(token.content):
                        yield Run("\n", url)
                case "text" | "code_inline" if self._hidden is None:
                    yield Run(token.content, url)

    def _tag(self, tag: str) -> bool:
        """Note where hidden contents begin and end; tell whether the tag breaks the line."""
        if self._hidden is not None:
            if tag.lower().startswith(f"</{self._hidden}"):
                self._hidden = None
        elif match := _HIDDEN_TAG.match(tag):
            self._hidden = match[1].lower()
        return self._hidden is None and _BREAK_TAG.match(tag) is not None

    def _html(self, content: str) -> None:
        """Add the visible text of HTML; a script may begin here and end in a later block."""
        lower = content.lower()
        if self._hidden is not None:
            end = lower.find(f"</{self._hidden}")
            if end < 0:
                return
            self._hidden, content, lower = None, content[end:], lower[end:]
        opened = (name for name in _HIDDEN if lower.rfind(f"<{name}") > lower.rfind(f"</{name}"))
        self._hidden = next(opened, None)
        if not _TAGS.sub("", content).strip():
            return
        from briefing.reading.tags import read_page  # lxml: few texts need it

        for piece in read_page(content).pieces:
            self.composer.add(piece.kind, piece.runs, level=piece.level, depth=piece.depth)


def _alternatives(tokens: Iterable[Token]) -> Iterator[str]:
    """Yield what stands for the pictures of a paragraph that has nothing else."""
    for token in tokens:
        if token.type == "image":
            yield token.content + " "
