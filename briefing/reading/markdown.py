"""Markdown, through markdown-it-py's tokens: the text that a person reads, without markup."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence, Set
from functools import cache
from urllib.parse import quote

from markdown_it import MarkdownIt
from markdown_it.ruler import RuleOptionsType
from markdown_it.rules_block import StateBlock, blockquote, list_block
from markdown_it.rules_block.reference import reference
from markdown_it.token import Token

from briefing.reading.article import Article
from briefing.reading.composing import Composer, Run, table_runs
from briefing.reading.front_matter import split_front_matter

_MAX_NESTING = 40
# What would be nested deeper stays text, with its marks: the parser leaves it out.
_DEEPEST = _MAX_NESTING - 4
_LABEL = r"\[\^([^\]\s]{1,80})\]"
_NOTE = re.compile(rf"{_LABEL}:[ \t]*")
_NOTES = re.compile(rf"^ {{0,3}}{_LABEL}:", re.MULTILINE)
_NOTED = re.compile(_LABEL)
_ANCHOR = "note-"
_TAGS = re.compile(r"<[^<>]*>")
_BREAK_TAG = re.compile(r"<br\b", re.IGNORECASE)
_HIDDEN = ("script", "style")
_HIDDEN_TAG = re.compile(rf"<({'|'.join(_HIDDEN)})\b", re.IGNORECASE)


def read_markdown(text: str) -> Article:
    """Turn Markdown into blocks: CommonMark with tables, strikethrough and front matter.

    A heading of the first level above all text is its title. Notes stay where they are
    written, and "[^1]" leads to its note as "[1]". Of HTML in it only the words are kept.
    """
    said, body = split_front_matter(text)
    walk = _Walk(frozenset(_NOTES.findall(body)))
    walk.blocks(_parser().parse(body))
    composed = walk.composer
    jumping = {jump.span for jump in composed.jumps}
    titles = (b.span.of(composed.text) for b in composed.blocks if b.kind == "title")
    return Article(
        text=composed.text,
        blocks=composed.blocks,
        title=said.title or next(titles, None),
        published=said.published,
        publisher=said.publisher,
        url=said.url,
        language=said.language,
        # Links to headings stay: where they lead is found by the words of these.
        links=tuple(link for link in composed.links if link.span not in jumping),
        jumps=composed.jumps,
        faults=said.faults,
    )


@cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"maxNesting": _MAX_NESTING}).enable(
        ["table", "strikethrough"]
    )
    parser.block.ruler.at("reference", _reference)
    ends: RuleOptionsType = {"alt": ["paragraph", "reference", "blockquote", "list"]}
    parser.block.ruler.at("blockquote", _blockquote, ends)
    parser.block.ruler.at("list", _list, {"alt": ["paragraph", "reference", "blockquote"]})
    return parser


def _blockquote(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    return state.level < _DEEPEST and blockquote(state, start, end, silent)


def _list(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    return state.level < _DEEPEST and list_block(state, start, end, silent)


def _reference(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Leave "[^1]: Reuters" a paragraph: it is a footnote, not an address."""
    at = state.bMarks[start] + state.tShift[start]
    return not state.src.startswith("[^", at) and reference(state, start, end, silent)


class _Walk:
    """Goes through the tokens once and keeps track of what is open."""

    def __init__(self, labels: Set[str] = frozenset()) -> None:
        """``labels`` are those of all notes."""
        self.composer = Composer()
        self._labels = labels
        self._noted = False
        """The last block was a note, so what is indented below it goes on with it."""
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
            noted, self._noted = self._noted, self._noted and token.type == "paragraph_close"
            match token.type:
                case "code_block" if noted:
                    self.blocks(_parser().parse(token.content))
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
        if self._labels and not self._quotes and not self._lists and self._level is None:
            for at, token in enumerate(tokens):
                begins = at == 0 or tokens[at - 1].type == "softbreak"
                if begins and token.type == "text" and _NOTE.match(token.content):
                    if at:
                        self._paragraph(tokens[:at])
                    self._note(tokens[at:])
                    return
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

    def _note(self, tokens: Sequence[Token]) -> None:
        """Add the notes of a paragraph, each of which begins a line."""
        first = _NOTE.match(tokens[0].content)
        begins = (
            at
            for at in range(1, len(tokens))
            if tokens[at - 1].type == "softbreak" and _NOTE.match(tokens[at].content)
        )
        end = next(begins, len(tokens))
        if first is not None:
            rest = tokens[0].copy(content=tokens[0].content[first.end() :])
            runs = self._runs([rest, *tokens[1:end]])
            self.composer.add("item", runs, depth=1, anchors=[_ANCHOR + first[1]])
        self._noted = True
        if end < len(tokens):
            self._note(tokens[end:])

    def _words(self, words: str, url: str | None) -> Iterator[Run]:
        """Yield words, with the signs of notes in them leading to these."""
        at = 0
        for match in _NOTED.finditer(words) if self._labels and url is None else ():
            if match[1] in self._labels:
                yield Run(words[at : match.start()])
                yield Run(f"[{match[1]}]", f"#{quote(_ANCHOR + match[1])}")
                at = match.end()
        yield Run(words[at:], url)

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
                case "text" if self._hidden is None:
                    yield from self._words(token.content, url)
                case "code_inline" if self._hidden is None:
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
