"""Moving a caret through a text: by character, line, word, sentence and paragraph."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal, Protocol, TypeAlias

from briefing.app.layout.chunk_rows import Row
from briefing.app.layout.graphemes import cells_of, grapheme_end, grapheme_start, last_grapheme
from briefing.model import Document
from briefing.spans import Span

_WORD = re.compile(r"\w+(?:['’\-]\w+)*")
_LOOK_BACK = 64
"""Characters looked through first for the beginning of a word."""

Unit = Literal["character", "word", "sentence", "paragraph", "line-end", "text-end"]


class Lines(Protocol):
    """The rows of a body, as far as a caret has to know them."""

    def __len__(self) -> int: ...

    def __getitem__(self, row: int, /) -> Row: ...

    def row_of(self, offset: int) -> int:
        """Find the row that shows a character."""
        ...


@dataclass(frozen=True, slots=True)
class Ground:
    """What a caret moves on: the words that are shown."""

    document: Document
    rows: Lines
    hidden: tuple[Span, ...] = ()
    """What closed folds hide; sorted, without overlap."""

    def settle(self, at: int, by: int) -> int | None:
        """Give the nearest character that is shown; ``at`` itself if it is.

        Args:
            at: An offset, also one between two paragraphs or outside the text.
            by: 1 to look ahead, -1 to look back.

        Returns:
            None where nothing more is shown in this direction.
        """
        while (gap := self._gap(at)) is not None:
            at = gap.end if by > 0 else gap.start - 1
            if not 0 <= at < len(self.document.text):
                return None
        return at

    def line(self, at: int) -> Span:
        """Give the line that shows a character."""
        return self.rows[self._row(at)].span

    def line_beside(self, at: int, by: int) -> Span | None:
        """Give the line so many lines below, or above; as far as there are any.

        Returns:
            None where there is no other line in this direction.
        """
        row = self._row(at)
        found: Span | None = None
        step = 1 if by > 0 else -1
        left = abs(by)
        while left and 0 <= row + step < len(self.rows):
            row += step
            if self.rows[row].block is not None:
                found = self.rows[row].span
                left -= 1
        return found

    def _row(self, at: int) -> int:
        row = self.rows.row_of(at)
        while row > 0 and self.rows[row].block is None:
            row -= 1
        return row

    def _gap(self, at: int) -> Span | None:
        """Give the stretch without a word shown that an offset lies in."""
        blocks = self.document.blocks
        after = bisect_right(blocks, at, key=lambda block: block.span.start)
        end = blocks[after - 1].span.end if after else 0
        if at >= end:
            following = blocks[after].span.start if after < len(blocks) else None
            return Span(end, len(self.document.text) if following is None else following)
        fold = bisect_right(self.hidden, at, key=lambda span: span.start) - 1
        return self.hidden[fold] if fold >= 0 and at < self.hidden[fold].end else None


def move(ground: Ground, at: int, unit: Unit, by: int) -> int:
    """Go on by one unit, or back.

    Ahead, a caret comes to the last character of a word, sentence or paragraph, since what is
    selected ends with the character under the caret; back, it comes to the first one.

    Returns:
        The first offset of a grapheme that is shown; ``at`` where there is no way on.
    """
    to = _MOVES[unit](ground, at, by)
    return at if to is None else to


def move_lines(ground: Ground, at: int, by: int, column: int | None) -> tuple[int, int]:
    """Go some lines down, or up.

    Args:
        ground: The rows that are gone through.
        at: Where the caret is.
        by: How many lines.
        column: The cell that the caret aims at; None for the one it is in.

    Returns:
        Where the caret is now, and the cell that it aims at, also where a line is too short.
    """
    text = ground.document.text
    if column is None:
        column = cells_of(text, ground.line(at).start, at)
    line = ground.line_beside(at, by)
    if line is None:
        return at, column
    at, used = line.start, 0
    while (end := grapheme_end(text, at)) < line.end:
        used += cells_of(text, at, end)
        if used > column:
            break
        at = end
    return at, column


def _by_character(ground: Ground, at: int, by: int) -> int | None:
    text = ground.document.text
    line = ground.line(at)
    if by > 0:
        end = grapheme_end(text, at)
        if end < line.end:
            return end
        below = ground.line_beside(at, 1)
        return None if below is None else below.start
    if at > line.start:
        return grapheme_start(text, at - 1, line.start)
    above = ground.line_beside(at, -1)
    return None if above is None else last_grapheme(text, above)


def _by_word(ground: Ground, at: int, by: int) -> int | None:
    text = ground.document.text
    while True:
        word = _word_ahead(text, at) if by > 0 else _word_back(text, at)
        if word is None:
            return None
        to = last_grapheme(text, word) if by > 0 else word.start
        settled = ground.settle(to, by)
        if settled is None or settled == to:
            return settled
        # The word is hidden by a fold: go on from behind it, whose first word is a whole one.
        at = settled - 1 if by > 0 else settled + 1


def _word_ahead(text: str, at: int) -> Span | None:
    end = grapheme_end(text, at)
    words = (Span(*match.span()) for match in _WORD.finditer(text, max(at, 0)))
    return next((word for word in words if word.end > end), None)


def _word_back(text: str, at: int) -> Span | None:
    """Look back further and further, until a whole word is found."""
    reach = _LOOK_BACK
    while at > 0:
        low = max(0, at - reach)
        words = [Span(*match.span()) for match in _WORD.finditer(text, low, at)]
        if words and (words[-1].start > low or low == 0):
            return words[-1]
        if low == 0:
            break
        reach *= 8
    return None


def _by_sentence(ground: Ground, at: int, by: int) -> int | None:
    sentences = ground.document.sentences
    if not sentences:
        return _by_paragraph(ground, at, by)
    return _by_span(ground, lambda number: sentences[number], len(sentences), at, by)


def _by_paragraph(ground: Ground, at: int, by: int) -> int | None:
    blocks = ground.document.blocks
    return _by_span(ground, lambda number: blocks[number].span, len(blocks), at, by)


def _by_span(
    ground: Ground, span_of: Callable[[int], Span], count: int, at: int, by: int
) -> int | None:
    """Go to the next end of a span, or back to the last beginning of one."""
    text = ground.document.text
    numbers = range(count)
    if by > 0:
        ahead = bisect_right(numbers, at, key=lambda number: last_grapheme(text, span_of(number)))
        ends = (last_grapheme(text, span_of(number)) for number in range(ahead, count))
        return next((to for to in ends if ground.settle(to, 1) == to), None)
    back = bisect_left(numbers, at, key=lambda number: span_of(number).start)
    starts = (span_of(number).start for number in range(back - 1, -1, -1))
    # A sentence may begin with an accent that hangs on the space before it.
    whole = (grapheme_start(text, to, ground.line(to).start) for to in starts)
    return next((to for to in whole if to < at and ground.settle(to, -1) == to), None)


def _to_line_end(ground: Ground, at: int, by: int) -> int | None:
    line = ground.line(at)
    return last_grapheme(ground.document.text, line) if by > 0 else line.start


def _to_text_end(ground: Ground, at: int, by: int) -> int | None:
    text = ground.document.text
    to = ground.settle(len(text) - 1 if by > 0 else 0, -by)
    return None if to is None else grapheme_start(text, to, ground.line(to).start)


_Move: TypeAlias = Callable[[Ground, int, int], int | None]
_MOVES: Mapping[Unit, _Move] = MappingProxyType(
    {
        "character": _by_character,
        "word": _by_word,
        "sentence": _by_sentence,
        "paragraph": _by_paragraph,
        "line-end": _to_line_end,
        "text-end": _to_text_end,
    }
)
