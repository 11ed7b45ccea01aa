"""A long document in chunks, each of which can be laid out without the others."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from msgspec import Struct, field

from briefing.model import Block, Document
from briefing.spans import Span

_SIZE = 8_000
"""Characters of a chunk, more or less: laid out in a fifth of a millisecond."""
_MOST_BLOCKS = 256
_LONGEST = 2 * _SIZE
"""Characters of one block; a longer one is cut, and goes on with a new line."""


def _no_numbers() -> array[int]:
    return array("q")


class Chunks(Struct):
    """Where the chunks of a text begin; together they hold every block once."""

    starts: array[int] = field(default_factory=_no_numbers)
    """Offset of the first character of each."""
    firsts: array[int] = field(default_factory=_no_numbers)
    """Index of the first block of each; a block that was cut is the first of several."""
    lasts: array[int] = field(default_factory=_no_numbers)
    """Index behind the last block of each."""
    end: int = 0
    """Offset behind the last chunk."""

    def __len__(self) -> int:
        return len(self.starts)

    def span(self, chunk: int) -> Span:
        """Give the stretch of text that a chunk holds."""
        behind = chunk + 1
        return Span(self.starts[chunk], self.starts[behind] if behind < len(self) else self.end)

    def at(self, offset: int) -> int:
        """Find the chunk that holds a character."""
        return max(0, bisect_right(self.starts, offset) - 1)

    def meeting(self, span: Span) -> range:
        """Give the chunks that share a character with a span."""
        return range(self.at(span.start), self.at(max(span.start, span.end - 1)) + 1)


def cut_into_chunks(text: str, blocks: Sequence[Block]) -> Chunks:
    """Cut a document between blocks; only one that is far too long is cut inside.

    Few blocks are looked at: they may have to be unpacked one by one.
    """
    chunks = Chunks(end=len(text))
    first, count = 0, 16
    while first < len(blocks):
        start = blocks[first].span.start
        last = min(first + count, len(blocks))
        end = _start_of(blocks, last, len(text))
        while end - start > _SIZE and last - first > 1:
            last = first + (last - first) // 2
            end = _start_of(blocks, last, len(text))
        parts = [start]
        if last - first == 1 and end - start > _LONGEST:
            parts.extend(_parts(text, blocks[first].span))
        for part in parts:
            chunks.starts.append(part)
            chunks.firsts.append(first)
            chunks.lasts.append(last)
        count = min(2 * (last - first), _MOST_BLOCKS)
        first = last
    return chunks


def is_same_text(before: Document | None, document: Document | None) -> bool:
    """Tell whether no more than findings have come to a document, so that its chunks stay.

    The beginning of a long text bears the digest of the whole, which is longer.
    """
    if before is None or document is None:
        return False
    return before.sha256 == document.sha256 and len(before.text) == len(document.text)


def _start_of(blocks: Sequence[Block], number: int, end: int) -> int:
    return blocks[number].span.start if number < len(blocks) else end


def _parts(text: str, block: Span) -> Iterator[int]:
    """Give where the second and later parts of a long block begin: behind a line, or a word."""
    from briefing.app.layout.graphemes import grapheme_start  # few blocks are that long

    at = block.start
    while block.end - at > _LONGEST:
        cut = text.rfind("\n", at, at + _SIZE) + 1 or text.rfind(" ", at, at + _SIZE) + 1
        # Not between a letter and its accent, where there is no space to be found.
        at = cut if cut > at else grapheme_start(text, at + _SIZE, at + 1)
        yield at
