"""What was found in all documents, each match with the words around it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip

from briefing.app.layout.fitting import fit
from briefing.app.layout.hits import Found, Hit, Hits, Title
from briefing.app.layout.searching import Matches
from briefing.app.layout.snippets import cut_snippet
from briefing.app.shelf import Entry
from briefing.app.widgets.row_list import RowList
from briefing.gate import clean

_INDENT = "    "
_NAME = 24
"""Cells that the name of a file may take beside a title."""


class HitList(RowList, can_focus=False, inherit_bindings=False):
    """Titles that hold the words, then the documents that do, with their matches.

    The field above it has the keys, so that one types and chooses without going from one to the
    other.
    """

    DEFAULT_CSS = """
    HitList > .rows--cursor {
        background: $block-cursor-background;
        color: $block-cursor-foreground;
        text-style: $block-cursor-text-style;
    }
    """

    hits: reactive[Hits] = reactive(Hits(), repaint=False)
    waiting: reactive[str] = reactive("")
    """What to say where there is no row."""

    @dataclass
    class Opened(Message):
        """The reader wants to go there."""

        hit: Hit

    def __init__(self, entries: Sequence[Entry]) -> None:
        super().__init__()
        self._entries = entries

    @property
    def count(self) -> int:
        """How many rows there are."""
        return len(self.hits)

    @property
    def hit(self) -> Hit | None:
        """Where the row under the cursor leads."""
        return self.hits.leads_to(self.cursor) if self.count else None

    def watch_hits(self) -> None:
        """Show what else was found."""
        self.set_reactive(RowList.cursor, 0)
        self.recount()
        self.scroll_to(y=0, animate=False, immediate=True, force=True)

    def action_document(self, by: int) -> None:
        """Go to the next document, or to the one before."""
        row = self.hits.next_document(self.cursor, by)
        if row is not None:
            self.cursor = row

    def action_open(self) -> None:
        """Go where the row leads."""
        if self.hit is not None:
            self.post_message(self.Opened(self.hit))

    def draw(self, row: int, style: Style, width: int, *, under: bool) -> Strip:
        """Draw a title, a document or a match."""
        title, at, match = self.hits[row]
        if title is not None:
            pieces = self._title(self.hits.titles[title], width - 1)
        elif match is None:
            pieces = self._document(self.hits.found[at or 0], width - 1)
        else:
            pieces = self._match(self.hits.found[at or 0], match, width - 1)
        return Strip(Segment(words, style + self._ink(ink, plain=under)) for words, ink in pieces)

    def draw_empty(self, y: int, width: int) -> Strip:
        """Draw a line of what is said where there is no row."""
        strip = self.say("" if self.count else self.waiting, y, width - 2)
        return strip.crop_extend(0, width, self.paper)

    def _title(self, title: Title, width: int) -> list[tuple[str, str]]:
        words = fit(title.words, width - 2)
        return [("▸ ", "heading"), *_tinted(words, title.matches, "heading")]

    def _document(self, found: Found, width: int) -> list[tuple[str, str]]:
        entry = self._entries[found.entry]
        title = clean(entry.headline.title or "") if entry.headline is not None else ""
        count = f"  {len(found.matches):,}"
        name = ""
        if title and title != entry.name:
            name = fit(f"  {entry.name}", min(_NAME, 2 + cell_len(entry.name), width // 3))
        room = width - cell_len(count) - cell_len(name) - 2
        return [
            ("▾ ", "heading"),
            (fit(title or entry.name, room), "heading"),
            (name, "quiet"),
            (count, "quiet"),
        ]

    def _match(self, found: Found, number: int, width: int) -> list[tuple[str, str]]:
        room = max(1, width - len(_INDENT))
        before, match, after = cut_snippet(found.text, found.matches[number], room)
        return [(_INDENT + before, ""), (match, "match"), (after, "")]

    def _ink(self, name: str, *, plain: bool) -> Style:
        if plain and name == "match":
            return self.inks["match-here"]
        return self.inks[name] if name and not plain else Style.null()


def _tinted(words: str, matches: Matches, ink: str) -> list[tuple[str, str]]:
    """Cut words at the matches in them; an ellipsis may stand for the end of one."""
    pieces, at = [], 0
    for start, end in zip(matches.starts, matches.ends, strict=True):
        pieces += [(words[at:start], ink), (words[start:end], "match")]
        at = end
    return [*pieces, (words[at:], ink)]
