"""Put a reading text together, block by block, for formats whose markup is left out."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from briefing.model import Block, BlockKind, Link
from briefing.spans import Span

_SPACE = re.compile(r"\s+")


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

    def add(
        self,
        kind: BlockKind,
        runs: Iterable[Run],
        *,
        level: int | None = None,
        depth: int | None = None,
    ) -> None:
        """Add a block; one without words adds nothing."""
        runs = list(runs) if kind in ("code", "table") else squeeze(runs)
        words = "".join(run.words for run in runs)
        inner = Span(0, len(words)).strip(words)
        if inner.start == inner.end:
            return
        if self._blocks:
            self._append("\n\n")
        span = inner.shift(self._length)
        at = self._length
        for run in runs:
            link = Span(max(at, span.start), min(at + len(run.words), span.end))
            if run.url is not None and link.start < link.end:
                self._links.append(Link(span=link, url=run.url))
            at += len(run.words)
        self._append(words)
        self._blocks.append(Block(kind=kind, span=span, level=level, depth=depth))

    def _append(self, words: str) -> None:
        self._parts.append(words)
        self._length += len(words)


def squeeze(runs: Iterable[Run]) -> list[Run]:
    """Make white space single: a space, or a line feed where a line was broken on purpose.

    Space at the start of a run goes where the run before it ends in space.
    """
    squeezed: list[Run] = []
    end = "\n"
    for run in runs:
        words = _SPACE.sub(lambda match: "\n" if "\n" in match[0] else " ", run.words)
        if end.isspace():
            words = words.lstrip()
        if words:
            squeezed.append(Run(words, run.url))
            end = words[-1]
    while squeezed and end.isspace():
        last = squeezed.pop()
        if words := last.words.rstrip():
            squeezed.append(Run(words, last.url))
            break
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
