"""One line on top: which document, from when, and what to know before reading it."""

from __future__ import annotations

from datetime import date

from textual.content import Content
from textual.reactive import reactive
from textual.widgets import Static

from briefing.app.shelf import Entry
from briefing.words import NO_DAY


class TopBar(Static):
    """Name of the program, document, day of publication, repeats and wide caveats."""

    DEFAULT_CSS = """
    TopBar {
        dock: top;
        height: 1;
        background: $panel;
        text-wrap: nowrap;
        text-overflow: ellipsis;
    }
    """

    entry: reactive[Entry | None] = reactive(None, repaint=False, always_update=True)

    def watch_entry(self) -> None:
        """Describe another document, or the same one with more found in it."""
        self.update(self._describe())

    def on_resize(self) -> None:
        """Say as much as there is room for."""
        self.update(self._describe())

    def _describe(self) -> Content:
        program = Content.styled(" briefing ", "bold reverse $accent")
        if self.entry is None:
            return program
        name, about = Content.styled(self.entry.name, "bold"), _about(self.entry)
        line = _GAP.join([program, name, *about])
        over = line.cell_length - (self.size.width - 1 if self.size.width else line.cell_length)
        if over > 0 and len(about) == _ALL:
            # The caveats that hold for everything matter more than the number of words.
            over -= about.pop(1).cell_length + _GAP.cell_length
        if over > 0:
            name = name.truncate(max(_NAME, name.cell_length - over), ellipsis=True)
        return _GAP.join([program, name, *about])


_GAP = Content("  ")
_ALL = 3
"""Parts that tell about a document: day, words, and what holds. One of so many can be spared."""
_NAME = 20
"""Cells that a name keeps whatever stands beside it."""


def _about(entry: Entry) -> list[Content]:
    if entry.document is None:
        return []
    about = [Content.styled(_day(entry.document.published), "$ink-quiet")]
    if (summary := entry.summary) is not None:
        words = f"·  {summary.words:,} words"
        if summary.twice:
            words += f", {summary.twice:,} of them said twice"
        about.append(Content.styled(words, "$ink-quiet"))
        if summary.everything:
            hold = "holds" if summary.everything == 1 else "hold"
            said = f"{summary.everything} {hold} for everything"
            about.append(Content.styled(said, "italic $ink-caveat"))
    return about


def _day(published: date | None) -> str:
    return f"{published.day} {published:%B %Y}" if published else NO_DAY
