"""What holds for the whole document: always in view above the cards."""

from __future__ import annotations

from textual.content import Content
from textual.reactive import reactive
from textual.widgets import Static

from briefing.gate import clean
from briefing.model import Document
from briefing.model.columns import columns_of
from briefing.words import CAVEATS, EVERYTHING

_MOST = 4
"""Caveats shown; the brief has them all."""


class Everything(Static):
    """Caveats of scope ``document``, and what the program does not do for this one."""

    DEFAULT_CSS = """
    Everything {
        height: auto;
        padding: 0 1;
        border-bottom: solid $border-blurred;
        display: none;
        &.-some { display: block; }
    }
    """

    document: reactive[Document | None] = reactive(None, repaint=False)

    def watch_document(self, document: Document | None) -> None:
        """Show what holds for another document; nothing where nothing does."""
        lines = list(_lines(document)) if document else []
        self.set_class(bool(lines), "-some")
        self.update(Content("\n").join(lines))


def _lines(document: Document) -> list[Content]:
    wide = columns_of(document).wide
    lines = [Content.styled(clean(notice), "$ink-caveat") for notice in document.notices]
    lines += [Content.styled(clean(fault), "$ink-disputed") for fault in document.faults]
    if wide:
        lines.append(Content.styled(EVERYTHING, "bold"))
    for number in wide[:_MOST]:
        caveat = document.caveats[number]
        trigger = Content.styled(clean(caveat.span.of(document.text)), "italic $ink-caveat")
        lines.append(trigger + Content.styled(f"  {CAVEATS[caveat.kind]}", "$ink-quiet"))
    if len(wide) > _MOST:
        lines.append(Content.styled(f"and {len(wide) - _MOST} more in the brief", "$ink-quiet"))
    return lines
