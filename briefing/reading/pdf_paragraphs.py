"""Lines of printed pages to paragraphs: joined over lines, columns and pages; headings by size."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median

from briefing.model import BlockKind
from briefing.reading.composing import Run
from briefing.reading.hyphens import HYPHENS, find_whole_words, join_lines
from briefing.reading.line_shapes import end_mark, is_open
from briefing.reading.page import Piece
from briefing.reading.page_furniture import without_furniture
from briefing.reading.pdf_lines import Line
from briefing.reading.print_columns import cut_columns, find_places, find_right_edges

_SAME_SIZE = 0.07
"""By how much sizes of one paragraph differ: italics of some fonts are lower."""
_LARGER, _SMALLER = 1.1, 0.92
"""Than the text: a heading; a note or a caption."""
_WIDE_GAP = 1.25
"""Times the usual distance of lines: a new paragraph."""
_INDENT, _MOST_INDENT = 0.5, 4.0
"""Of a first line, in sizes of its letters."""
_SLACK = 0.05
"""Of the width of a column, where lines are not brought to one length."""
_MOST_WORDS, _MOST_BOLD_WORDS = 30, 15
"""Of a heading."""
_LEAST_WORDS, _LOOK_AHEAD = 6, 4
"""Of what stands below a heading, and how many paragraphs below it."""
_NOTES = 40
"""That stand at most between two parts of a paragraph."""
_FIRST_LEVEL, _LAST_LEVEL = 2, 6
_BULLET = re.compile(r"(?:[•‣◦▪●○■·∙]|[-–*](?= ))\s*(?=\S)")
_NUMBERED = re.compile(r"\(?(?:\d{1,2}|[a-z])[.)] +(?=\S)")
_SENTENCE_ENDS = frozenset(".!?…:")


@dataclass(slots=True)
class _Paragraph:
    """Lines that belong together."""

    lines: list[Line] = field(default_factory=list)
    item: bool = False

    @property
    def size(self) -> float:
        return self.lines[0].size

    @property
    def bold(self) -> bool:
        return all(line.bold for line in self.lines)

    @property
    def is_closed(self) -> bool:
        return end_mark(self.lines[-1].words) in _SENTENCE_ENDS


def make_pieces(lines: Iterable[Line]) -> list[Piece]:
    """Turn the lines of all pages into pieces: a title, headings, paragraphs and items."""
    lines = without_furniture(list(lines))
    if not lines:
        return []
    body = _body_size(lines)
    paragraphs = _join(lines, body)
    whole = find_whole_words(line.words for line in lines)
    words = [join_lines((line.words for line in it.lines), whole) for it in paragraphs]
    levels = _levels(paragraphs, words, body)
    pieces = []
    for at, paragraph in enumerate(paragraphs):
        if at in levels:
            kind: BlockKind = "heading" if levels[at] else "title"
            pieces.append(Piece(kind, (Run(words[at]),), level=levels[at] or None))
        elif paragraph.item:
            bare = _BULLET.sub("", words[at], count=1)
            pieces.append(Piece("item", (Run(bare),), depth=1))
        else:
            pieces.append(Piece("paragraph", (Run(words[at]),)))
    return pieces


def _body_size(lines: Sequence[Line]) -> float:
    """Find the size in which most is set."""
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[round(line.size, 1)] += len(line.words)
    return sizes.most_common(1)[0][0] or 1.0  # letters without a size are on no page


def _join(lines: Sequence[Line], body: float) -> list[_Paragraph]:
    columns = list(cut_columns(lines))
    leading = _leading(columns, body)
    places = find_places(lines)
    paragraphs: list[_Paragraph] = []
    for column in columns:
        left = min(line.left for line in column)
        rights = find_right_edges(column, places)
        above: Line | None = None
        begun = _continued(paragraphs, column[0])
        for line, right in zip(column, [rights[0], *rights], strict=False):
            if above is not None and _is_new(begun, above, line, (left, right), leading):
                begun = None
            if begun is None:
                listed = _BULLET.match(line.words) or _NUMBERED.match(line.words)
                begun = _Paragraph(item=listed is not None)
                paragraphs.append(begun)
            begun.lines.append(line)
            above = line
    return paragraphs


def _leading(columns: Iterable[Sequence[Line]], body: float) -> float:
    """Find how far the text's lines are apart, as a share of their size."""
    gaps = [
        (above.bottom - line.bottom) / body
        for column in columns
        for above, line in pairwise(column)
        if _is_same(above.size, body) and _is_same(line.size, body)
    ]
    return median(gaps) if gaps else 1.2


def _is_same(size: float, other: float) -> bool:
    return abs(size - other) <= _SAME_SIZE * max(size, other)


def _is_new(
    begun: _Paragraph | None,
    above: Line,
    line: Line,
    edges: tuple[float, float],
    leading: float,
) -> bool:
    """Tell whether a line begins a paragraph, below another line of its column."""
    left, right = edges
    if begun is None or not _is_same(above.size, line.size) or above.bold != line.bold:
        return True
    if above.bottom - line.bottom > _WIDE_GAP * leading * line.size:
        return True
    if _BULLET.match(line.words) or (begun.item and _NUMBERED.match(line.words)):
        return True
    if above.words.endswith(HYPHENS):
        return False
    if not _is_forced(above, line, left, right):
        return True
    indent = line.left - left
    return (
        begun.is_closed
        and not begun.item
        and above.left - left < _INDENT * line.size < indent < _MOST_INDENT * line.size
    )


def _is_forced(above: Line, line: Line, left: float, right: float) -> bool:
    """Tell whether the first word of a line would not have fitted on the one above."""
    word = len(line.words.partition(" ")[0]) + 1
    width = word * (line.right - line.left) / len(line.words)
    return above.right + width > right - _SLACK * (right - left)


def _continued(paragraphs: Sequence[_Paragraph], line: Line) -> _Paragraph | None:
    """Find the paragraph that goes on in a new column or on a new page.

    Smaller text between the two, as notes at the foot of a page, stays behind it.
    """
    if not paragraphs or _is_above(paragraphs[-1].lines[-1], line):
        return None
    begun = next(
        (it for it in paragraphs[: -_NOTES - 1 : -1] if it.size > _SMALLER * line.size), None
    )
    if begun is None or not _is_same(begun.size, line.size) or begun.bold != line.bold:
        return None
    if _BULLET.match(line.words) or line.bold:
        return None
    goes_on = line.words[0].islower() or not begun.is_closed
    return begun if goes_on else None


def _is_above(last: Line, line: Line) -> bool:
    """Tell whether a line stands on the same page above the last one, not in a column beside it."""
    return line.page == last.page and line.left < last.right


def _levels(paragraphs: Sequence[_Paragraph], words: Sequence[str], body: float) -> dict[int, int]:
    """Give the headings their levels, larger ones first; the title has level 0."""
    large: dict[int, float] = {}
    bold: list[int] = []
    for at, paragraph in enumerate(paragraphs):
        count = len(words[at].split())
        if count > _MOST_WORDS or not any(map(str.isalpha, words[at])):
            continue
        if paragraph.size >= _LARGER * body and end_mark(words[at]) not in ".,;":
            large[at] = paragraph.size
        elif paragraph.bold and count <= _MOST_BOLD_WORDS and is_open(words[at]):
            bold.append(at)
    levels: dict[int, int] = {}
    title = _title(paragraphs, large)
    if title is not None:
        del large[title]
        levels[title] = 0
    marked = {*large, *bold}
    large = {at: size for at, size in large.items() if _leads(at, paragraphs, words, marked)}
    bold = [at for at in bold if _leads(at, paragraphs, words, marked)]
    sizes: list[float] = []
    for size in sorted(set(large.values()), reverse=True):
        if not sizes or not _is_same(size, sizes[-1]):
            sizes.append(size)
    for at, size in large.items():
        rank = next(rank for rank, other in enumerate(sizes) if _is_same(size, other))
        levels[at] = min(_FIRST_LEVEL + rank, _LAST_LEVEL)
    if len(bold) < len(paragraphs) / 2:  # else all of it is set in bold
        levels |= dict.fromkeys(bold, min(_FIRST_LEVEL + len(sizes), _LAST_LEVEL))
    return levels


def _leads(
    at: int, paragraphs: Sequence[_Paragraph], words: Sequence[str], marked: Set[int]
) -> bool:
    """Tell whether text follows, or a list, perhaps below further headings."""
    below = (it for it in range(at + 1, min(at + _LOOK_AHEAD, len(words))) if it not in marked)
    first = next(below, None)
    if first is None:
        return False
    return paragraphs[first].item or len(words[first].split()) >= _LEAST_WORDS


def _title(paragraphs: Sequence[_Paragraph], large: dict[int, float]) -> int | None:
    """Find the title: on the first page, larger than everything else there is."""
    first = [at for at in large if paragraphs[at].lines[0].page == paragraphs[0].lines[0].page]
    if not first:
        return None
    most = max(large.values())
    titles = [at for at in first if _is_same(large[at], most)]
    others = [at for at, size in large.items() if _is_same(size, most)]
    return titles[0] if titles and len(others) == 1 else None
