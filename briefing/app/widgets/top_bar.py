"""One line on top: which document, from when, and what to know before reading it."""

from __future__ import annotations

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

    def watch_entry(self, entry: Entry | None) -> None:
        """Describe another document, or the same one with more found in it."""
        parts = [Content.styled(" briefing ", "bold reverse $accent")]
        if entry is not None:
            parts.append(Content.styled(entry.name, "bold"))
            parts += [Content.styled(words, style) for words, style in _about(entry)]
        self.update(Content("  ").join(parts))


def _about(entry: Entry) -> list[tuple[str, str]]:
    document = entry.document
    if document is None:
        return []
    day = f"{document.published:%-d %B %Y}" if document.published else NO_DAY
    about = [(day, "$ink-quiet")]
    if (summary := entry.summary) is not None:
        words = f"·  {summary.words:,} words"
        if summary.twice:
            words += f", {summary.twice:,} of them said twice"
        about.append((words, "$ink-quiet"))
        if summary.everything:
            hold = "holds" if summary.everything == 1 else "hold"
            about.append((f"{summary.everything} {hold} for everything", "italic $ink-caveat"))
    return about
