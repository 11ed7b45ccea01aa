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
        parts = [Content.styled(" briefing ", "bold reverse $accent")]
        if self.entry is not None:
            parts.append(Content.styled(self.entry.name, "bold"))
            parts += _about(self.entry)
        line = Content("  ").join(parts)
        if len(parts) > _LEAST and line.cell_length > self.size.width > 0:
            # The caveats that hold for everything matter more than the number of words.
            line = Content("  ").join([*parts[:3], *parts[4:]])
        return line


_LEAST = 4
"""Parts of a line that can be spared one: program, document, day, words, and what holds."""


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
