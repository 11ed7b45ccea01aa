"""Put a reading text together, block by block, for formats whose markup is left out."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple
from urllib.parse import unquote

from briefing.model import Block, BlockKind, Jump, Link
from briefing.spans import Span

_SPACE = re.compile(r"\s+")
_SHAPED = ("code", "table")
"""Their white space means something."""
_ONE_LINE = ("title", "heading")
_WIDTH = ("", " ", "\n")


class Run(NamedTuple):
    """Words of one block that lead to the same place, or nowhere."""

    words: str
    url: str | None = None


class Composer:
    """Grows a text; blocks are parted by blank lines."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0
        self._blocks: list[Block] = []
        self._links: list[Link] = []
        self._anchors: dict[str, Span] = {}
        self.begun = False
        """Something other than a caption has been added."""

    @property
    def text(self) -> str:
        """What has been put together so far."""
        return "".join(self._parts)

    @property
    def blocks(self) -> tuple[Block, ...]:
        """In text order, none overlapping, none empty."""
        return tuple(self._blocks)

    @property
    def links(self) -> tuple[Link, ...]:
        """In text order, each inside one block."""
        return tuple(self._links)

    @property
    def jumps(self) -> tuple[Jump, ...]:
        """Those of the links that lead to a block of this text, by the name behind a "#"."""
        return tuple(
            Jump(span=link.span, to=self._anchors[name])
            for link in self._links
            if link.url.startswith("#") and (name := unquote(link.url[1:])) in self._anchors
        )

    def add(
        self,
        kind: BlockKind,
        runs: Iterable[Run],
        *,
        level: int | None = None,
        depth: int | None = None,
        anchors: Iterable[str] = (),
    ) -> None:
        """Add a block; one without words adds nothing.

        Args:
            kind: Titles and headings become one line, tables and code keep their lines.
            runs: Its words, in order.
            level: Of a heading.
            depth: Of an item.
            anchors: Names by which links lead to it; the first block of a name has it.
        """
        runs = list(runs) if kind in _SHAPED else squeeze(runs)
        if kind in _ONE_LINE:
            runs = [Run(run.words.replace("\n", " "), run.url) for run in runs]
        words = "".join(run.words for run in runs)
        inner = Span(0, len(words)).strip(words)
        if inner.start == inner.end:
            return
        if self._blocks:
            self._append("\n\n")
        self._links += _links(runs, words, inner, self._length)
        self._blocks.append(
            Block(kind=kind, span=inner.shift(self._length), level=level, depth=depth)
        )
        for name in anchors:
            self._anchors.setdefault(name, self._blocks[-1].span)
        self._append(words)
        self.begun = self.begun or kind != "caption"

    def _append(self, words: str) -> None:
        self._parts.append(words)
        self._length += len(words)


def _links(runs: Iterable[Run], words: str, inner: Span, begin: int) -> list[Link]:
    """Point at the linked words of a block, those side by side that lead to one place at once."""
    links: list[Link] = []
    at = 0
    for run in runs:
        span = Span(max(at, inner.start), min(at + len(run.words), inner.end)).strip(words)
        at += len(run.words)
        if run.url is None or span.start >= span.end:
            continue
        span = span.shift(begin)
        last = links[-1] if links else None
        gap = words[last.span.end - begin : span.start - begin] if last else "-"
        if last is not None and last.url == run.url and not gap.strip(" "):
            links[-1] = Link(span=Span(last.span.start, span.end), url=run.url)
        else:
            links.append(Link(span=span, url=run.url))
    return links


def squeeze(runs: Iterable[Run]) -> list[Run]:
    """Make white space single: a space, or a line feed where a line was broken on purpose."""
    squeezed: list[Run] = []
    gap = ""
    for run in runs:
        words = _SPACE.sub(lambda match: "\n" if "\n" in match[0] else " ", run.words)
        inner = words.strip()
        before = words[: len(words) - len(words.lstrip())]
        gap = max(gap, before, key=_WIDTH.index)
        if not inner:
            continue
        if gap and squeezed:
            squeezed.append(Run(gap))
        squeezed.append(Run(inner, run.url))
        gap = words[len(words.rstrip()) :]
    return squeezed


def table_runs(rows: Iterable[Iterable[Iterable[Run]]]) -> list[Run]:
    """Write a table as lines, its cells parted by " | "."""
    runs: list[Run] = []
    for row in rows:
        if runs:
            runs.append(Run("\n"))
        for number, cell in enumerate(row):
            if number:
                runs.append(Run(" | "))
            runs += [Run(words.replace("\n", " "), url) for words, url in squeeze(cell)]
    return runs
