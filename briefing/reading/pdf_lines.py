"""The lines of a PDF file's pages, as pdfium reads them: what they say, where and how large."""

from __future__ import annotations

import re
from collections.abc import Iterator
from ctypes import byref, c_int, create_string_buffer
from math import isfinite
from typing import NamedTuple

import pypdfium2.raw as pdfium
from pypdfium2 import PdfDocument, PdfTextPage

from briefing.reading.hyphens import BROKEN_WORD

_BREAK = re.compile(r"[\r\n]+|(?<=[\ufffe\x02])")
_SPACE = re.compile(r"\s+")
_UNSEEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
_BOLD_NAME = re.compile(rb"bold|black|heavy|semibold|[-,]bd", re.IGNORECASE)
_BOLD_FLAG = 1 << 18
"""PDF 32000-1, table 123: ForceBold."""
_LONGEST_NAME = 128


class Line(NamedTuple):
    """One line; lengths in points, from the lower left corner of its page."""

    words: str
    page: int
    """Counted from 0."""
    left: float
    right: float
    bottom: float
    size: float
    """Height of its letters' boxes: the same for all letters of a font."""
    bold: bool
    """All of it is."""
    height: float
    """Of the page."""


class _Box(NamedTuple):
    left: float
    right: float
    bottom: float
    size: float


_NOWHERE = _Box(0, 0, 0, 0)


def read_lines(file: PdfDocument, number: int) -> list[Line]:
    """Read the lines of one page, in the order in which they are to be read."""
    page = file[number]
    try:
        text = page.get_textpage()
        try:
            found = _Page(text, number, page.get_height()).lines()
            return [line for line in found if line.words]
        finally:
            text.close()
    finally:
        page.close()


class _Page:
    """One page; asks pdfium as little as will do, as each question costs a microsecond."""

    def __init__(self, page: PdfTextPage, number: int, height: float) -> None:
        self._page, self._number, self._height = page, number, height
        self._text: str = page.get_text_range(errors="replace")
        self._same = page.count_chars() == len(self._text)

    def lines(self) -> Iterator[Line]:
        start = 0
        for match in _BREAK.finditer(self._text):
            yield from self._cut(start, match.start())
            start = match.end()
        yield from self._cut(start, len(self._text))

    def _cut(self, start: int, end: int) -> Iterator[Line]:
        """Yield a line, or several where pdfium took them for one."""
        text = self._text
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        if start == end:
            return
        first, last = self._box(start), self._box(end - 1)
        if abs(first.bottom - last.bottom) <= max(first.size, last.size) / 2:
            yield self._line(start, end, first, last)
            return
        at = self._first_below(start, end, first)
        if at is None:
            yield self._line(start, end, first, last)
        else:
            yield self._line(start, at, first, self._box(at - 1))
            yield from self._cut(at, end)

    def _first_below(self, start: int, end: int, first: _Box) -> int | None:
        """Find the word that begins the next line."""
        for match in re.finditer(r"\s+(?=\S)", self._text[start:end]):
            box = self._box(start + match.end())
            if box.size and abs(box.bottom - first.bottom) > max(first.size, box.size) / 2:
                return start + match.end()
        return None

    def _line(self, start: int, end: int, first: _Box, last: _Box) -> Line:
        words = _UNSEEN.sub("", self._text[start:end].replace("\x02", BROKEN_WORD))
        middle = self._letter(start, end)
        size = self._box(middle).size or first.size
        bold = all(self._is_bold(at) for at in (start, middle, self._letter(end - 1, end)))
        return Line(
            _SPACE.sub(" ", words).strip(),
            self._number,
            min(first.left, last.left),
            max(first.right, last.right),
            min(first.bottom, last.bottom),
            size,
            bold,
            self._height,
        )

    def _letter(self, start: int, end: int) -> int:
        """Find a letter in the middle: the first one may be an initial, or a sign of a list."""
        middle = (start + end) // 2
        return next((at for at in range(middle, end) if self._text[at].isalnum()), middle)

    def _index(self, at: int) -> int:
        """Turn a place in the text into pdfium's number of a letter."""
        if self._same:
            return at
        return int(pdfium.FPDFText_GetCharIndexFromTextIndex(self._page.raw, at))

    def _box(self, at: int) -> _Box:
        box = pdfium.FS_RECTF()
        if not pdfium.FPDFText_GetLooseCharBox(self._page.raw, self._index(at), box):
            return _NOWHERE
        found = _Box(box.left, box.right, box.bottom, box.top - box.bottom)
        return found if all(map(isfinite, found)) else _NOWHERE

    def _is_bold(self, at: int) -> bool:
        name, flags = create_string_buffer(_LONGEST_NAME), c_int()
        pdfium.FPDFText_GetFontInfo(
            self._page.raw, self._index(at), name, _LONGEST_NAME, byref(flags)
        )
        return bool(_BOLD_NAME.search(name.value)) or bool(flags.value & _BOLD_FLAG)
