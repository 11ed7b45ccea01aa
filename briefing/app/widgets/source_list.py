"""The ledger: everybody who says something in the document, named or not, and how often."""

from __future__ import annotations

from collections.abc import Iterator

from textual.content import Content

from briefing.app.widgets.place_list import PlaceList
from briefing.gate import clean
from briefing.model import Document, Source
from briefing.spans import Span
from briefing.words import CAVEATS


class SourceList(PlaceList):
    """One row a source, first seen first; it leads to what the source says first."""

    EMPTY = "Nobody is said to have said anything."

    def rows(self, document: Document) -> Iterator[tuple[Span, Content]]:
        """Give every source with its first words."""
        for source in document.sources:
            said = document.attributions[source.attributions[0]].content
            yield said[0], _row(document, source)


def _row(document: Document, source: Source) -> Content:
    text = document.text
    name = Content.styled(clean(source.name.of(text)), "$ink-source")
    times = len(source.attributions)
    said = f"{times} claim" if times == 1 else f"{times} claims"
    about = [Content.styled(said, "$ink-quiet")]
    if not source.named:
        about.append(Content.styled(CAVEATS["unnamed_source"], "italic $ink-caveat"))
    lines = [name, Content.styled(" · ", "$ink-quiet").join(about)]
    if source.description is not None:
        lines.insert(1, Content.styled(clean(source.description.of(text)), "$ink-quiet"))
    return Content("\n").join([*lines, Content("")])
