"""Plain text: one paragraph a line, or blank lines between paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from briefing.model import Block, BlockKind
from briefing.reading.article import Article
from briefing.reading.dateline import find_dateline
from briefing.reading.headings import find_headings
from briefing.reading.titles import is_title
from briefing.reading.wrapping import find_width, join_lines
from briefing.spans import Span

_BULLET = re.compile(r"(?:[-–—*•‣◦▪●○■·]|\(?\d{1,3}[.)]|\(?[a-z][.)])[ \t]+(?=\S)")
_AFTER_LETTER = (".", ")")
_QUOTE = ">"


def read_plain(text: str) -> Article:
    """Turn plain text into blocks. The text stays as it is.

    A first line that is plainly a title becomes one; a day in a dateline becomes the day of
    publication, and its line stays where it is.
    """
    blocks = cut_blocks(text)
    dateline = find_dateline(text, blocks)
    title = None
    if dateline.at != 0 and is_title(text, blocks):
        title = blocks[0].span.of(text)
        blocks = (replace(blocks[0], kind="title"), *blocks[1:])
    levels = find_headings(text, blocks)
    return Article(
        text=text,
        blocks=tuple(
            replace(block, kind="heading", level=levels[at], depth=None)
            if at in levels and at != dateline.at
            else block
            for at, block in enumerate(blocks)
        ),
        title=title,
        published=dateline.published,
        published_from_text=dateline.published is not None,
        publisher=dateline.publisher,
    )


def cut_blocks(text: str) -> tuple[Block, ...]:
    """Cut a text into paragraphs, list items and quotations.

    Where most paragraphs stand between blank lines, lines that stand together are a list;
    where most stand together, each is a paragraph, whatever the blank lines part.
    """
    groups = _groups(text)
    width = find_width(text, groups)
    if width is not None:
        groups = [list(join_lines(text, group, width, _begins_block)) for group in groups]
    single = sum(len(group) == 1 for group in groups)
    lists = width is None and 2 * single >= len(groups)
    return tuple(block for group in groups for block in _blocks_of(text, group, lists))


def _groups(text: str) -> list[list[Span]]:
    """Cut a text into lines, and put those without a blank line between them together."""
    groups: list[list[Span]] = []
    group: list[Span] = []
    at = 0
    for line in text.split("\n"):
        words = line.strip()
        if words:
            start = at if words[0] == line[0] else at + len(line) - len(line.lstrip())
            group.append(Span(start, start + len(words)))
        elif group:
            groups.append(group)
            group = []
        at += len(line) + 1
    if group:
        groups.append(group)
    return groups


def _blocks_of(text: str, group: Sequence[Span], lists: bool) -> list[Block]:
    """Tell what each line of a group is."""
    kinds = [_kind_of(text, span) for span in group]
    if lists and len(group) > 1:
        first = 1 if text[group[0].end - 1] == ":" else 0  # what leads in is no item
        kinds[first:] = ["item" if kind == "paragraph" else kind for kind in kinds[first:]]
    if "quote" in kinds:
        kinds, group = _join_quotes(kinds, group)
    if "item" not in kinds:
        return [Block(kind=kind, span=span) for kind, span in zip(kinds, group, strict=True)]
    depths = _depths(text, kinds, group)
    return [
        Block(kind=kind, span=span, depth=depth)
        for kind, span, depth in zip(kinds, group, depths, strict=True)
    ]


def _depths(text: str, kinds: Sequence[BlockKind], group: Sequence[Span]) -> Iterator[int | None]:
    """Nest items by how far they are indented; None for what is no item."""
    indents: list[int] = []
    for kind, span in zip(kinds, group, strict=True):
        if kind != "item":
            indents.clear()
            yield None
            continue
        indent = span.start - text.rfind("\n", 0, span.start)
        while indents and indents[-1] >= indent:
            indents.pop()
        indents.append(indent)
        yield len(indents)


def _join_quotes(
    kinds: Sequence[BlockKind], group: Sequence[Span]
) -> tuple[list[BlockKind], list[Span]]:
    """Make one quotation of the lines that stand together: mails break them at any width."""
    joined: list[tuple[BlockKind, Span]] = []
    for kind, span in zip(kinds, group, strict=True):
        if kind == "quote" and joined and joined[-1][0] == "quote":
            joined[-1] = ("quote", Span(joined[-1][1].start, span.end))
        else:
            joined.append((kind, span))
    return [kind for kind, _ in joined], [span for _, span in joined]


def _kind_of(text: str, span: Span) -> BlockKind:
    first = text[span.start]
    # Nearly every line begins with a letter, and then only "a)" is a bullet.
    if first.isalpha() and text[span.start + 1 : span.start + 2] not in _AFTER_LETTER:
        return "paragraph"
    if first == _QUOTE:
        return "quote"
    return "item" if _BULLET.match(text, span.start, span.end) else "paragraph"


def _begins_block(text: str, line: Span) -> bool:
    return _kind_of(text, line) != "paragraph"
