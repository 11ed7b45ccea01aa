"""Rows of a text that flow anew when the pane becomes wider or a fold opens; the place stays."""

from __future__ import annotations

from asyncio import sleep
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from textual import work
from textual.geometry import Region, Size
from textual.message import Message
from textual.strip import Strip

from briefing.app.layout.chunk_rows import NO_ROOM, Room
from briefing.app.layout.chunks import Chunks, is_same_text
from briefing.app.layout.folding import Fold, fold_repeats, folds_meeting
from briefing.app.layout.rows import Rows
from briefing.app.widgets.body_rows import MARGIN, SPARE
from briefing.app.widgets.selectable_rows import SelectableRows
from briefing.model import Document
from briefing.spans import Span

_READABLE = 72
"""Lines longer than this are hard to read; wider panes leave the rest empty."""
_LEAST = 10
_CONTEXT = 2
"""Rows kept in view above what is shown."""
_SHORT = 200_000
"""Characters of a text that is laid out whole at once."""
_SLICE = 0.004
"""Seconds for which a longer one is laid out at a time: a key waits no longer."""
_PAUSE = 0.006
"""Seconds between two slices, for what a key brings about."""
_FEW = 300
"""Repeats that are folded at once."""


class FlowingRows(SelectableRows, inherit_bindings=False):
    """The rows of a document, and which of them are in view."""

    @dataclass
    class Moved(Message):
        """The reader scrolled; the offset is that of the first word in view."""

        offset: int

    @dataclass
    class Fitted(Message):
        """Another share of the text is in view, though nobody scrolled."""

        lost: Span
        """What was in view before the pane became lower."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 (Textual's name)
        super().__init__(id=id)
        self._room = NO_ROOM
        self._led = False
        self._flowing = False
        self._place = 0
        """Offset of the word that stays in view: where the reader scrolled to last."""
        self._seen = 0
        """Rows in view at the last fitting."""
        self._asked: Span | None = None
        """What to show once there is a size to lay the text out for."""

    # Where the reader is

    @property
    def offset_in_view(self) -> int:
        """Offset of the first word in view."""
        if self._asked is not None:
            return self._asked.start
        rows, row = self._rows, self.scroll_offset.y
        while row < len(rows) and rows[row].is_blank:
            row += 1
        return rows[row].start if row < len(rows) else 0

    @property
    def span_in_view(self) -> Span:
        """From the first to the last word in view."""
        last = min(self.scroll_offset.y + self._height, len(self._rows))
        end = self._rows[last - 1].end if last > 0 else 0
        return Span(self.offset_in_view, end)

    @property
    def progress(self) -> int:
        """How far the last row in view stands, in percent of the text."""
        rows = len(self._rows)
        seen = self.scroll_offset.y + self._height
        return min(100, round(100 * seen / rows)) if rows else 100

    def show(self, span: Span, *, top: bool = False) -> None:
        """Bring words into view; a fold that hides them opens.

        Args:
            span: What to show.
            top: Put it on the first row, as for a section; else scroll only as far as needed.
        """
        if not self._room.prose:
            self._asked = span
            return
        self._open_over(span)
        if not len(self._rows):
            return
        self._row_of(span.start)
        last = self._row_of(max(span.start, span.end - 1))
        first = self._rows.row_of(span.start)
        at = self.scroll_offset.y
        if top:
            self._lead(first)
        elif first < at + _CONTEXT or last >= at + self._height - _CONTEXT:
            self._lead(max(0, first - max(_CONTEXT, self._height // 4)))

    def reveal(self, offset: int) -> None:
        """Scroll as few rows as it takes to see a character, and the rows around it."""
        top = self._top_for(self._row_of(offset))
        if top != self.scroll_offset.y:
            self._lead(top)

    def _top_for(self, row: int) -> int:
        """Give the row to begin with so that another and those around it are in view."""
        context = min(_CONTEXT, (self._height - 1) // 2)
        behind = row + context + 1
        return max(0, min(row - context, max(self.scroll_offset.y, behind - self._height)))

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Lay out what comes into view; tell where the reader is, unless it was us who scrolled."""
        super().watch_scroll_y(old_value, new_value)
        if round(old_value) == round(new_value) or self._flowing:
            return
        led, self._led = self._led, False
        self._rows.hold(round(new_value))
        self._rows.reach_row(round(new_value), 2 * self._height)
        self._place = self.offset_in_view
        if not led:
            self.post_message(self.Moved(self._place))

    def _lead(self, row: int) -> None:
        """Scroll without telling: whoever leads knows where to."""
        target = min(row, self.max_scroll_y)
        self._led = round(target) != round(self.scroll_y)
        self.scroll_to(y=target, animate=False, immediate=True, force=True)
        self._led = False

    def _scroll_to(self, x: float | None = None, y: float | None = None, **given: Any) -> bool:
        """Scroll at once, whatever asks for it.

        Textual waits for the next frame even where nothing is animated, and by then rows may
        have other numbers.
        """
        return super()._scroll_to(x, y, **{**given, "animate": False})

    def action_scroll_end(self) -> None:
        """Go to the end; Textual would wait until everything has been drawn."""
        self._scroll_to(y=self.max_scroll_y)

    def _row_of(self, offset: int) -> int:
        """Find the row of a character, and lay out what can be seen together with it."""
        return self._rows.reach(offset, 2 * self._height)

    @property
    def _height(self) -> int:
        return self.scrollable_content_region.height

    # What is shown

    def watch_document(self, before: Document | None, document: Document | None) -> None:
        """Show another document from its beginning, or the same one with more found in it."""
        same = before is not None and document is not None and before.sha256 == document.sha256
        if not same:
            self._opened, self._asked, self._place = frozenset(), None, 0
        laid_out = is_same_text(before, document)
        self._rows.document = document
        if laid_out and _same_folds(before, document):
            return
        repeats = document.repeats if document is not None else ()
        if document is not None and len(repeats) > _FEW:
            if not laid_out:
                self._flow((), None)
            self._fold_later(document)
        else:
            folds = fold_repeats(document) if document is not None else ()
            self._fold(folds, self._rows.chunks if laid_out else None)

    # Without a description Textual makes one of the arguments, with the text written out.
    @work(thread=True, exclusive=True, group="folds", description="fold repeats")
    def _fold_later(self, document: Document) -> None:
        """Fold many repeats beside the keys that are pressed."""
        folds = fold_repeats(document)
        self.app.call_from_thread(self._take_folds, document, folds)

    def _take_folds(self, document: Document, folds: tuple[Fold, ...]) -> None:
        if self.document is not None and document.sha256 == self.document.sha256:
            self._fold(folds, self._rows.chunks)

    def _fold(self, folds: tuple[Fold, ...], chunks: Chunks | None) -> None:
        self._opened &= frozenset(range(len(folds)))
        self._painter.folds = folds
        self._flow(folds, chunks)

    # Laying out

    def on_resize(self) -> None:
        """Lay out anew where the width has changed."""
        self._strips.clear()
        before, self._seen = self._seen, self._height
        lost = (
            self._words_between(self._seen, before) if self._usable() == self._room else Span(0, 0)
        )
        self._fit()
        self.post_message(self.Fitted(lost))

    def _words_between(self, first: int, last: int) -> Span:
        """Give the words of some rows, counted from the first one in view."""
        top = self.scroll_offset.y
        rows = [self._rows[row] for row in range(top + first, min(top + last, len(self._rows)))]
        return Span(rows[0].start, rows[-1].end) if rows else Span(0, 0)

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw rows, laid out for the width that the pane has now.

        The first screen is painted before the widget hears of its size: waiting for that would
        paint everything twice.
        """
        self._fit()
        return super().render_lines(crop)

    def _fit(self) -> None:
        if not self.size or self._usable() == self._room:
            return
        first, asked, self._asked = not self._room.prose, self._asked, None
        self._flow(self._rows.folds, self._rows.chunks)
        if asked is not None:
            self.show(asked, top=True)
        if first:
            self.post_message(self.Moved(self.offset_in_view))

    def _usable(self) -> Room:
        room = max(_LEAST, self.scrollable_content_region.width - MARGIN - SPARE)
        return Room(min(room, _READABLE), room)

    def _flow(self, folds: tuple[Fold, ...], chunks: Chunks | None) -> None:
        """Lay out what is in view, and the rest of a short text; that of a long one follows.

        Args:
            folds: Those of the document.
            chunks: Those of the document, if they are known.
        """
        if self.size:
            self._room = self._painter.room = self._usable()
        self._rows = Rows(
            self.document, self._room, folds, self._opened, chunks=chunks, moved=self._renumber
        )
        if self.size:
            with self._keep_place():
                if self._rows.chunks.end <= _SHORT:
                    self._rows.settle()
                self._rows.hold(self._row_of(self._place) if self._place else 0)
            self._settle()
            self._repaint()

    @contextmanager
    def _keep_place(self) -> Iterator[None]:
        """Let rows change above and below the one that is held."""
        self._flowing = True
        try:
            yield
            self._set_size()
            self._lead(self._rows.held)
        finally:
            self._flowing = False

    def _renumber(self) -> None:
        """Go with the first row in view, whose number has changed."""
        if not self._flowing:
            with self._keep_place():
                pass
            self._repaint()

    def _set_size(self) -> None:
        """Make room so that the last heading, too, can stand on the first row."""
        sections = self.document.sections if self.document else ()
        self._row_of(self._rows.chunks.end)
        heading = self._row_of(sections[-1].span.start) if len(sections) > 1 else 0
        room = max(0, heading + self._height - len(self._rows))
        width = self.scrollable_content_region.width
        self.virtual_size = Size(width, len(self._rows) + room)

    def _settle(self) -> None:
        """Make exact what is still estimated, if anything is."""
        if not self._rows.settled:
            self._settle_slowly(self._rows)

    @work(exclusive=True, group="rows", description="lay out")
    async def _settle_slowly(self, rows: Rows) -> None:
        while rows is self._rows and not rows.settle(_SLICE):
            await sleep(_PAUSE)

    # Folds

    @property
    def folds_count(self) -> int:
        """How many folds there are."""
        return len(self._rows.folds)

    @property
    def folds_closed(self) -> int:
        """How many folds are closed."""
        return len(self._rows.folds) - len(self._opened)

    def folds_in_view(self) -> dict[int, int]:
        """Give the rows in view that stand for a fold, and which one."""
        first = self.scroll_offset.y
        last = min(first + self._height, len(self._rows))
        folds = ((row, self._rows[row].fold) for row in range(first, last))
        return {row: fold for row, fold in folds if fold is not None}

    def toggle_all(self) -> None:
        """Open every fold; close them all when none is closed."""
        everything = frozenset(range(len(self._rows.folds)))
        self._toggle(everything - self._opened or everything)

    def _toggle(self, folds: frozenset[int]) -> None:
        """Open the folds that are closed, and close those that are open."""
        seen = frozenset(self.folds_in_view().values())
        self._set_opened(self._opened ^ folds)
        if len(opened := folds & self._opened & seen) == 1:  # its words are what is wanted
            self.reveal(self._rows.folds[min(opened)].span.start)
        self.post_message(self.Moved(self.offset_in_view))

    def _set_opened(self, opened: frozenset[int]) -> None:
        if not len(self._rows):
            return
        top = self._rows[self.scroll_offset.y]
        place = self.offset_in_view
        with self._keep_place():
            self._opened = opened
            self._rows.open(opened)
            if self._rows.chunks.end <= _SHORT:
                self._rows.settle()
            row = self._row_of(place)
            self._rows.hold(row if top.fold is None else self._rows.row_of_fold(top.fold))
        self._settle()
        self._repaint()

    def _open_over(self, span: Span) -> None:
        hiding = frozenset(folds_meeting(self._rows.folds, span))
        if not hiding <= self._opened:
            self._set_opened(self._opened | hiding)


def _same_folds(before: Document | None, document: Document | None) -> bool:
    """Tell whether surely the same is folded, without a look at every repeat."""
    if before is None or document is None or before.repeats is document.repeats:
        return True
    return len(before.repeats) == len(document.repeats) == 0
